"""How surely a claim is an event of its status."""

from collections.abc import Mapping
from math import exp, log

from dateline.coding.candidate import Candidate
from dateline.encoder.labels import NONE
from dateline.encoder.scores import Scores
from dateline.model.claim import Status

# Agreement of a rule coder with human coders differs by how the event is told; round values for rules alone.
_RULES_ALONE = {"multiword": 0.9, "verb": 0.85, "noun": 0.7}
_WITHOUT_PARTY = 0.8
_LEAST = 0.002  # nearer to 0 or 1 a chance says no more


def by_rules(candidate: Candidate, has_party: bool) -> float:
    """The confidence of a claim that the rules made alone."""
    kind = "multiword" if candidate.last > candidate.first else "noun" if candidate.voice == "nominal" else "verb"
    return round(_RULES_ALONE[kind] * (1 if has_party else _WITHOUT_PARTY), 2)


def by_heads(status: Status, kinds: Mapping[str, float], statuses: Mapping[Status, float], scores: Scores) -> float:
    """The confidence of a claim that the heads have read: that it is an event, and of that status, calibrated.

    The mean of both log-odds goes through a logistic curve (Platt 1999) whose `slope` and `offset` were fitted on
    sentences that training left out and lie in the model's settings.
    """
    odds = (_log_odds(1 - kinds[NONE]) + _log_odds(statuses[status])) / 2
    slope, offset = scores.settings.get("slope", 1.0), scores.settings.get("offset", 0.0)
    return round(1 / (1 + exp(-(slope * odds + offset))), 2)


def _log_odds(chance: float) -> float:
    chance = max(_LEAST, min(1 - _LEAST, chance))
    return log(chance / (1 - chance))
