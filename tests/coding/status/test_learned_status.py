"""The verdict of the rules against the head's: agreement stays, a sure head turns it, and both are told."""

from dateline.coding.status.learned import weighed
from dateline.coding.status.tenses import Verdict
from dateline.model.claim import STATUSES, Status

RULE = Verdict("occurred", "past tense")


def chances(**of: float) -> dict[Status, float]:
    """The chances named, what is left shared by the others."""
    rest = (1 - sum(of.values())) / (len(STATUSES) - len(of))
    return {status: of.get(status, rest) for status in STATUSES}


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
