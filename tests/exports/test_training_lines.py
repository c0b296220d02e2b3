"""Sentences with decided claims become lines that training reads as they are meant."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exports.training_lines import LeftOut, training_lines
from training.sentences import Sentence, parse

Record = dict[str, Any]


def span(text: str, words: str) -> Record:
    start = text.rindex(words)
    return {"text": words, "start": start, "end": start + len(words)}


def claim(text: str, words: str, kind: str, status: str, *fields: str) -> Record:
    """A claim of the only sentence, of which some fields are accepted; "claim" is a rejection."""
    corrections = [
        {"field": field, "kind": "accept", "value": {"type": kind, "status": status, "claim": "none"}[field]}
        for field in fields
    ]
    return {
        "sentence": 0, "trigger": span(text, words), "event": {"plover": kind}, "status": status,
        "corrections": corrections,
    }  # fmt: skip


def story(text: str, claims: list[Record], *attributions: Record, end: int | None = None) -> Record:
    sentence = {"start": 0, "end": len(text) if end is None else end}
    return {"story": {"text": text}, "sentences": [sentence], "claims": claims, "attributions": list(attributions)}


def attribution(text: str, source: str, cue: str, *content: str) -> Record:
    return {"source": [span(text, source)], "cue": [span(text, cue)], "content": [span(text, one) for one in content]}


def read(line: str | LeftOut) -> Sentence:
    assert isinstance(line, str)
    return parse(line, "news", "x", random.Random(1))


SHELLED = "Rebels shelled the town and burned a school, the mayor said."


def test_triggers_and_attribution_are_marked() -> None:
    claims = [
        claim(SHELLED, "shelled", "ASSAULT", "occurred", "type", "status"),
        claim(SHELLED, "burned", "COERCE", "possible", "claim"),
    ]
    content = "Rebels shelled the town and burned a school,"
    (line,) = training_lines(story(SHELLED, claims, attribution(SHELLED, "the mayor", "said", content)))
    assert line == (
        "<c>Rebels [shelled|ASSAULT occurred] the town and [burned|none] a school,</c> <s>the mayor</s> <q>said</q>."
    )
    assert read(line).text == SHELLED


@pytest.mark.parametrize("fields", [(), ("type",), ("status",)])
def test_a_sentence_with_a_claim_that_is_not_decided_is_left_out(fields: tuple[str, ...]) -> None:
    shelled = claim(SHELLED, "shelled", "ASSAULT", "occurred", "type", "status")
    burned = claim(SHELLED, "burned", "COERCE", "occurred", *fields)
    assert list(training_lines(story(SHELLED, [shelled, burned]))) == [LeftOut.UNDECIDED]


def test_a_sentence_in_which_nothing_is_decided_is_not_mentioned() -> None:
    assert list(training_lines(story(SHELLED, [claim(SHELLED, "burned", "COERCE", "occurred")]))) == []


def test_two_claims_of_the_same_words_are_one_mark_and_contradicting_ones_none() -> None:
    one, other = (claim(SHELLED, "shelled", "ASSAULT", status, "type", "status") for status in ("occurred", "denied"))
    (line,) = training_lines(story(SHELLED, [one, one]))
    assert len(read(line).triggers) == 1
    assert list(training_lines(story(SHELLED, [one, other]))) == [LeftOut.OVERLAPPING]


def test_triggers_that_overlap_leave_the_sentence_out() -> None:
    claims = [
        claim(SHELLED, words, "ASSAULT", "occurred", "type", "status") for words in ("shelled the town", "the town and")
    ]
    assert list(training_lines(story(SHELLED, claims))) == [LeftOut.OVERLAPPING]


def test_an_attribution_that_crosses_a_trigger_is_left_out_and_a_cue_may_be_one() -> None:
    text = "The mayor accused rebels of shelling the town."
    claims = [claim(text, "accused", "ACCUSE", "occurred", "type", "status")]
    good = attribution(text, "The mayor", "accused", "of shelling the town")
    crossing = attribution(text, "The mayor acc", "rebels", "the town")
    (line,) = training_lines(story(text, claims, crossing, good))
    assert line == ("<s>The mayor</s> <q>[accused|ACCUSE occurred]</q> rebels <c>of shelling the town</c>.")


def test_of_a_content_that_goes_on_the_part_in_the_sentence_is_marked() -> None:
    text = "“They shelled us. We ran,” he said."
    claims = [claim(text, "shelled", "ASSAULT", "occurred", "type", "status")]
    (line,) = training_lines(story(text, claims, attribution(text, "he", "said", "“They shelled us. We ran,”"), end=17))
    assert line == "<c>“They [shelled|ASSAULT occurred] us.</c>"


def test_what_the_form_would_misread_is_replaced() -> None:
    text = "## Rebels [of {the} <north>]\nshelled|hit\u2028the\ttown \ud83d."
    claims = [claim(text, "shelled|hit", "ASSAULT", "occurred", "type", "status")]
    (line,) = training_lines(story(text, claims))
    assert read(line).text == "Rebels (of (the) (north)) shelled/hit the town ?."


@given(
    st.text(st.sampled_from("ab [|]{}<>#~=\n\r\x85"), min_size=1, max_size=20),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.sampled_from("tsqc")), min_size=1, max_size=6),
)
def test_every_line_can_be_read(text: str, spans: list[tuple[int, int, str]]) -> None:
    made = "X" + text + "X"
    parts: dict[str, list[Record]] = {"s": [], "q": [], "c": [], "t": [{"start": 0, "end": 1, "text": "X"}]}
    for one, other, kind in spans:
        start, end = sorted((min(one, len(made)), min(other, len(made))))
        if made[start:end].strip():
            parts[kind].append({"start": start, "end": end, "text": made[start:end]})
    claims = [{**claim(made, "X", "AID", "planned", "type", "status"), "trigger": trigger} for trigger in parts["t"]]
    attributions = [{"source": [one], "cue": [], "content": []} for one in parts["s"]]
    attributions += [{"source": [], "cue": parts["q"], "content": parts["c"]}]
    (line,) = training_lines(story(made, claims, *attributions))
    if isinstance(line, str):
        assert line.splitlines() == [line]
        assert not line.startswith(("#", "~", "=="))
        assert len(read(line).triggers) == len({(one["start"], one["end"]) for one in parts["t"]})
