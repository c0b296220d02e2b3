"""The verdict of the rules against the head's: agreement stays, a sure head turns it, and both are told."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.coding.candidate import Candidate
from dateline.coding.status.learned import statuses_of, weighed
from dateline.coding.status.tenses import Verdict
from dateline.encoder.scores import Scores, Span
from dateline.model.claim import STATUSES, Status
from dateline.model.reading import Reading

RULE = Verdict("occurred", "past tense")


def chances(**of: float) -> dict[Status, float]:
    """The chances named, what is left shared by the others."""
    rest = (1 - sum(of.values())) / (len(STATUSES) - len(of))
    return {status: of.get(status, rest) for status in STATUSES}


class _AlwaysDenied(Scores):
    def __init__(self) -> None:
        pass

    def statuses(self, trigger: Sequence[Span], sentence: Span) -> Mapping[str, float]:
        return {status: float(status == "denied") or 0.1 for status in STATUSES}


def test_without_a_head_the_rule_stands() -> None:
    assert weighed(RULE, None) == RULE


def test_a_head_of_the_same_side_changes_nothing() -> None:
    assert weighed(RULE, chances(background=0.9)) == RULE


def test_a_sure_head_turns_the_rule_and_both_are_told() -> None:
    verdict = weighed(RULE, chances(planned=0.9))
    assert verdict.status == "planned"
    assert "0.90" in verdict.why
    assert "by rule occurred: past tense" in verdict.why


def test_a_doubtful_head_turns_nothing() -> None:
    assert weighed(RULE, chances(occurred=0.5, possible=0.4)) == RULE


def test_a_word_that_says_no_is_believed() -> None:
    negated = Verdict("denied", '"not"')
    assert weighed(negated, chances(occurred=0.99)) == negated


def test_a_guess_of_grammar_takes_more_to_turn() -> None:
    guessed = Verdict("possible", "imperative")
    assert weighed(guessed, chances(occurred=0.4)) == guessed
    assert weighed(guessed, chances(occurred=0.97)).status == "occurred"


def test_a_word_that_says_so_stands_in_both_directions() -> None:
    continuing = Verdict("ongoing", '"continue"')
    assert weighed(continuing, chances(planned=0.95)) == continuing


@pytest.mark.parametrize(
    ("body", "word", "is_open"),
    [
        (
            "The ministry denied that the rebels had fled, saying that 200 had crossed the river.",
            "crossed",
            False,
        ),
        ("The ministry denied that the rebels had fled, saying that 200 had crossed the river.", "fled", True),
        ("The ministry denied it, saying that the rebels had not crossed the river.", "crossed", True),
        ("A witness said no more than 200 rebels had crossed the river.", "crossed", False),
        ("A witness said no rebels had crossed the river.", "crossed", True),
    ],
)
def test_only_a_word_that_denies_it_opens_an_act_to_denial(
    read_body: Callable[..., Reading], body: str, word: str, is_open: bool
) -> None:
    reading = read_body(body)
    head = next(token.index for token in reading.tokens if token.text == word)
    candidate = Candidate(load_codebook().predicates[0], head, head, head, "active", ())
    statuses = statuses_of(reading, candidate, _AlwaysDenied(), load_codebook().status_cues)
    assert statuses is not None
    assert (statuses["denied"] > 0) is is_open
