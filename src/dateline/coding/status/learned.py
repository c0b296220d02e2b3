"""The verdict of the rules weighed against the learned head's: who is surer is believed, and both are told."""

import re
from collections.abc import Mapping, Sequence
from math import log

from dateline.codebook.status import StatusCues
from dateline.coding.candidate import Candidate
from dateline.coding.status.tenses import Verdict
from dateline.encoder.scores import Scores
from dateline.model.claim import STATUSES, Status
from dateline.model.reading import Reading

HAPPENED: tuple[Status, ...] = ("occurred", "ongoing", "background")
NOT_HAPPENED: tuple[Status, ...] = ("planned", "possible", "denied")
# What a verdict of the rules weighs, in log-odds of "it happened".
FOR_HAPPENED = 0.5
FOR_NOT = -0.75
# Verdicts that no head turns: those that quote a word of the text, aims, questions, and what is done in being said.
STANDING = ('"', "infinitive of purpose", "question", "in the first person")
Chances = Mapping[Status, float]
_BOUND = re.compile(r"\bno (?:more|fewer|less) than\b")


def statuses_of(reading: Reading, candidate: Candidate, scores: Scores | None, cues: StatusCues) -> Chances | None:
    """The head's chances for each status of a candidate; None without a head, or where it has not read.

    What no word denies is not denied: what the head gives to "denied" there goes to the others.
    """
    if scores is None:
        return None
    head = reading.tokens[candidate.head]
    sentence = reading.sentences[head.sentence]
    chances = scores.statuses([(head.start, head.end)], (sentence.start, sentence.end))
    if chances is None:
        return None
    words = _words(reading, _said_with(reading, candidate.head) or range(sentence.first, sentence.last))
    possible = [status for status in STATUSES if status != "denied" or not cues.denying.isdisjoint(words)]
    total = sum(chances[status] for status in possible)
    return {status: chances[status] / total if status in possible else 0.0 for status in STATUSES}


def _said_with(reading: Reading, head: int) -> list[int]:
    """The words of an aside that says something: of "denied it, saying that 200 fled" those from "saying" on.

    Empty for what is in no such aside. What is said beside a denial is not what is denied.
    """
    below = head
    for above in reading.ancestors(head):
        if reading.tokens[below].relation == "ccomp" and reading.tokens[above].relation == "advcl":
            return reading.subtree(above)
        below = above
    return []


def _words(reading: Reading, near: Sequence[int]) -> set[str]:
    """Words and their lemmas, but for the bounds of numbers: "no more than 200" denies nothing."""
    forms = [(reading.tokens[index].text.lower(), reading.tokens[index].lemma) for index in near]
    words = {word for pair in forms for word in pair}
    if not {"no", "than"} <= words:
        return words
    kept = set(_BOUND.sub("", " ".join(text for text, _ in forms)).split())
    return {word for pair in forms if pair[0] in kept for word in pair}


def weighed(verdict: Verdict, chances: Chances | None) -> Verdict:
    """The verdict that rules and head come to together.

    What a word of the text says ("vowed", "no", "continue") stands, whatever the head says. Else, where they
    differ in whether it happened at all, the log-odds are added up, and a status that the head brings in is the
    likeliest of its side.
    """
    if chances is None or any(sign in verdict.why for sign in STANDING):
        return verdict
    happened = min(max(sum(chances[status] for status in HAPPENED), 1e-4), 1 - 1e-4)
    by_rules = verdict.status in HAPPENED
    odds = log(happened / (1 - happened)) + (FOR_HAPPENED if by_rules else FOR_NOT)
    if (odds >= 0) == by_rules:
        return verdict
    status = max(NOT_HAPPENED if by_rules else HAPPENED, key=lambda status: chances[status])
    return Verdict(status, f"the model: {chances[status]:.2f}; by rule {verdict.status}: {verdict.why}")
