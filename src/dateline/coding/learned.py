"""Candidates weighed by the learned heads: whether one is meant at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from dateline.coding.candidate import Candidate
from dateline.encoder.labels import NONE, TYPES
from dateline.encoder.scores import Scores
from dateline.model.reading import Reading

Chances = Mapping[str, float]

# The doubt from which a candidate of the codebook is dropped: in stories with words of conflict, and in others.
NOT_MEANT = 0.0
NOT_MEANT_ELSEWHERE = -4.0


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the heads say of a candidate: the chance of each type and of "none", that its sentence is news of conflict
    or politics, and that its words are the trigger of some type."""

    kinds: Chances
    news: float
    trigger: float

    @property
    def doubt(self) -> float:
        """The log-odds that the candidate is no event, of the three heads together."""
        return _log_odds(self.kinds[NONE]) - _log_odds(self.news) - _log_odds(self.trigger)


def opinion_of(reading: Reading, candidate: Candidate, scores: Scores | None) -> Opinion | None:
    """The opinion of the heads; None without them, or where they have not read."""
    if scores is None:
        return None
    sentence = reading.sentences[reading.tokens[candidate.head].sentence]
    spans = {
        role: [
            (reading.tokens[filler.first].start, reading.tokens[filler.last].end)
            for filler in candidate.fillers_of(role)
        ]
        for role in ("actor", "target")
    }
    words = [candidate.head] if candidate.last - candidate.first > 4 else range(candidate.first, candidate.last + 1)
    trigger = [(reading.tokens[index].start, reading.tokens[index].end) for index in words]
    whole = (sentence.start, sentence.end)
    kinds = scores.kinds(trigger, spans["actor"], spans["target"], whole)
    news, labels = scores.news(whole), scores.labels(trigger[0][0], trigger[-1][1])
    if kinds is None or news is None or labels is None:
        return None
    return Opinion(kinds, news, max(labels[kind] for kind in TYPES))


def is_meant(opinion: Opinion | None, limit: float) -> bool:
    """Whether a candidate means what the codebook takes it for: "the film was shot" shoots nobody."""
    return opinion is None or opinion.doubt < limit


def _log_odds(chance: float) -> float:
    chance = min(max(chance, 1e-4), 1 - 1e-4)
    return log(chance / (1 - chance))
