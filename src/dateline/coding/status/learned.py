"""The verdict of the rules weighed against the learned head's: who is surer is believed, and both are told."""

from collections.abc import Mapping
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


def statuses_of(reading: Reading, candidate: Candidate, scores: Scores | None, cues: StatusCues) -> Chances | None:
    """The head's chances for each status of a candidate; None without a head, or where it has not read.

    A sentence without any word that denies denies nothing: what the head gives to "denied" there goes to the others.
    """
    if scores is None:
        return None
    head = reading.tokens[candidate.head]
    sentence = reading.sentences[head.sentence]
    chances = scores.statuses([(head.start, head.end)], (sentence.start, sentence.end))
    if chances is None:
        return None
    words = {word for token in reading.words(sentence) for word in (token.lemma, token.text.lower())}
    possible = [status for status in STATUSES if status != "denied" or not cues.denying.isdisjoint(words)]
    total = sum(chances[status] for status in possible)
    return {status: chances[status] / total if status in possible else 0.0 for status in STATUSES}


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
