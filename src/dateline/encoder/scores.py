"""What the heads say of one text: of each word piece, and of spans of it."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dateline.encoder.labels import KINDS, STATUSES, TOKEN_LABELS

Floats = NDArray[np.float32]
Span = tuple[int, int]


class Scores:
    """Scores of one text. Offsets are those of the text that was read; probabilities are between 0 and 1.

    `offsets` (pieces x 2) are those of the word pieces that were read, in order; `states` is pieces x width;
    `settings` are the numbers that were fitted with the model, by name. Words of the text that no window held have no
    pieces, and a question about them is answered by None.
    """

    def __init__(
        self, offsets: NDArray[np.int64], states: Floats, heads: "Heads", settings: Mapping[str, float]
    ) -> None:
        self._starts, self._ends = offsets.T
        self._states, self._heads = states, heads
        self.settings = settings

    @cached_property
    def _tokens(self) -> Floats:
        return _sigmoid(self._heads.linear("tokens", self._states))

    def pieces(self, start: int, end: int) -> slice:
        """The pieces that share a character with [start, end)."""
        first = int(np.searchsorted(self._ends, start, side="right"))
        return slice(first, max(first, int(np.searchsorted(self._starts, end, side="left"))))

    def labels(self, start: int, end: int) -> Mapping[str, float] | None:
        """For each token label its highest probability over the pieces of [start, end)."""
        pieces = self.pieces(start, end)
        if pieces.start == pieces.stop:
            return None
        return dict(zip(TOKEN_LABELS, self._tokens[pieces].max(axis=0).tolist(), strict=True))

    def mean_labels(self, labels: Sequence[str], spans: Sequence[Span]) -> NDArray[np.float64]:
        """The mean probability of labels over the pieces of each span: spans x labels, NaN where none was read."""
        if not spans:
            return np.zeros((0, len(labels)))
        columns = self._tokens[:, [TOKEN_LABELS.index(label) for label in labels]].astype(np.float64)
        sums = np.concatenate([np.zeros((1, len(labels))), columns.cumsum(axis=0)])
        starts, ends = np.array(spans).T
        firsts = np.searchsorted(self._ends, starts, side="right")
        behind = np.maximum(firsts, np.searchsorted(self._starts, ends, side="left"))
        counts = (behind - firsts)[:, None]
        means = (sums[behind] - sums[firsts]) / np.maximum(counts, 1)
        return np.where(counts > 0, means, np.nan)

    def kinds(
        self, trigger: Sequence[Span], actors: Sequence[Span], targets: Sequence[Span], sentence: Span
    ) -> Mapping[str, float] | None:
        """The probability of each of KINDS for what a trigger tells that actors did to targets."""
        pooled = [self._mean(spans) for spans in (trigger, actors, targets, [sentence])]
        if not pooled[-1].any():
            return None
        return _named(KINDS, _softmax(self._heads.two_layers("kind", np.concatenate(pooled))))

    def statuses(self, trigger: Sequence[Span], sentence: Span) -> Mapping[str, float] | None:
        """The probability of each of STATUSES for a trigger."""
        pooled = [self._mean(trigger), self._mean([sentence])]
        if not pooled[0].any():
            return None
        return _named(STATUSES, _softmax(self._heads.two_layers("status", np.concatenate(pooled))))

    def news(self, sentence: Span) -> float | None:
        """How surely a sentence is news of conflict or politics."""
        mean = self._mean([sentence])
        return float(_sigmoid(self._heads.linear("news", mean))[0]) if mean.any() else None

    def _mean(self, spans: Sequence[Span]) -> Floats:
        """The mean state of the pieces of spans; zeros when there are none."""
        chosen = [self._states[self.pieces(start, end)] for start, end in spans]
        states = np.concatenate(chosen) if chosen else self._states[:0]
        return states.mean(axis=0) if len(states) else np.zeros(self._states.shape[1], np.float32)


class Heads:
    """The weights of the heads, as training wrote them: "tokens.weight", "kind.0.weight", ..."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._weights = {name: np.asarray(values, np.float32) for name, values in weights.items()}

    def linear(self, name: str, states: Floats) -> Floats:
        """One layer over states (... x width)."""
        scores: Floats = states @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return scores

    def two_layers(self, name: str, states: Floats) -> Floats:
        """Two layers with a rectifier between them."""
        inner = self.linear(f"{name}.in", states)
        return self.linear(f"{name}.out", np.maximum(inner, np.float32(0)))


def _sigmoid(values: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-values)), np.float32)


def _softmax(values: Floats) -> Floats:
    shifted = np.exp(values - values.max())
    return np.asarray(shifted / shifted.sum(), np.float32)


def _named(names: Sequence[str], values: Floats) -> Mapping[str, float]:
    return dict(zip(names, values.tolist(), strict=True))
