"""Scores pool the pieces that a span covers, and say None where nothing was read."""

import numpy as np
import pytest

from dateline.encoder.labels import KINDS, STATUSES, TOKEN_LABELS
from dateline.encoder.scores import Heads, Scores

WIDTH = 4


def scores() -> Scores:
    """Three pieces at [0, 3), [4, 7) and [10, 12); the first state is the chance of a source, the second of a cue."""
    states = np.array([[9, -9, 0, 0], [-9, 9, 0, 0], [-9, -9, 0, 0]], np.float32)
    tokens = np.zeros((len(TOKEN_LABELS), WIDTH), np.float32)
    tokens[0, 0] = tokens[1, 1] = 1
    weights = {
        "tokens.weight": tokens,
        "tokens.bias": np.zeros(len(TOKEN_LABELS), np.float32),
        "kind.in.weight": np.eye(4 * WIDTH, dtype=np.float32)[: len(KINDS)],
        "kind.in.bias": np.zeros(4 * WIDTH, np.float32)[: len(KINDS)],
        "kind.out.weight": np.eye(len(KINDS), 4 * WIDTH, dtype=np.float32),
        "kind.out.bias": np.zeros(len(KINDS), np.float32),
        "status.in.weight": np.eye(2 * WIDTH, dtype=np.float32),
        "status.in.bias": np.zeros(2 * WIDTH, np.float32),
        "status.out.weight": np.eye(len(STATUSES), 2 * WIDTH, dtype=np.float32),
        "status.out.bias": np.zeros(len(STATUSES), np.float32),
        "news.weight": np.ones((1, WIDTH), np.float32),
        "news.bias": np.zeros(1, np.float32),
    }
    return Scores(np.array([[0, 3], [4, 7], [10, 12]]), states, Heads(weights), {})


def test_a_span_has_the_pieces_that_share_a_character_with_it() -> None:
    assert scores().pieces(0, 3) == slice(0, 1)
    assert scores().pieces(2, 5) == slice(0, 2)
    assert scores().pieces(7, 10) == slice(2, 2)
    assert scores().pieces(11, 40) == slice(2, 3)


def test_labels_of_a_span() -> None:
    found = scores().labels(0, 7)
    assert found is not None
    assert found["source"] > 0.99
    assert scores().labels(7, 9) is None


def test_means_of_many_spans_at_once() -> None:
    found = scores().mean_labels(["source", "cue"], [(0, 7), (7, 9), (4, 6)])
    assert found[0] == pytest.approx([0.5, 0.5], abs=0.01)
    assert np.isnan(found[1]).all()
    assert found[2] == pytest.approx([0, 1], abs=0.01)
    assert scores().mean_labels(["cue"], []).shape == (0, 1)


def test_a_candidate_is_pooled_over_its_spans() -> None:
    statuses = scores().statuses([(0, 3)], (0, 7))
    assert statuses is not None
    assert max(statuses, key=lambda status: statuses[status]) == STATUSES[0]
    assert sum(statuses.values()) == pytest.approx(1)


def test_nothing_is_said_of_what_was_not_read() -> None:
    assert scores().statuses([(7, 9)], (0, 12)) is None
    assert scores().news((20, 30)) is None
