"""Candidates weighed by the learned heads: whether one is meant at all, of which type, and which the codebook lacks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from dateline.codebook.predicates import Predicate
from dateline.coding.candidate import Candidate
from dateline.coding.predicates import Match
from dateline.coding.syntax.grammar import is_verbal
from dateline.coding.syntax.homes import clause_of
from dateline.encoder.labels import NONE, TYPES
from dateline.encoder.scores import Scores
from dateline.model.claim import EventType, Plover
from dateline.model.reading import Reading, Sentence

Chances = Mapping[str, float]

NOT_MEANT = 1.0  # the doubt (log-odds) from which a candidate of the codebook is dropped
SURE_TYPE = 0.8  # the chance from which another type than the codebook's is believed,
DOUBTED_TYPE = 0.1  # if the head gives the codebook's no more than this
PROPOSED = 0.75  # the chance of a type from which a word that the codebook does not know is a trigger
# How a proposed predicate of each type takes its parties, and what it is called.
_FRAMES: dict[Plover, tuple[str, str]] = {
    "AGREE": ("mutual", "agreement"), "CONSULT": ("mutual", "consultation"), "SUPPORT": ("speak", "support"),
    "CONCEDE": ("handle", "concession"), "COOPERATE": ("mutual", "cooperation"), "AID": ("transfer", "aid"),
    "RETREAT": ("yield", "retreat"), "REQUEST": ("appeal", "request"), "ACCUSE": ("speak", "accusation"),
    "REJECT": ("speak", "rejection"), "THREATEN": ("speak", "threat"), "PROTEST": ("intransitive", "protest"),
    "SANCTION": ("impose", "sanction"), "MOBILIZE": ("deploy", "mobilisation"), "COERCE": ("transitive", "coercion"),
    "ASSAULT": ("transitive", "assault"),
}  # fmt: skip
# Words that stand for others or only help; no trigger.
_WORDLESS = frozenset({"be", "have", "do", "say", "tell", "make", "take", "go", "come", "get", "add"})


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


def is_meant(opinion: Opinion | None) -> bool:
    """Whether a candidate means what the codebook takes it for: "the film was shot" shoots nobody."""
    return opinion is None or opinion.doubt < NOT_MEANT


def _log_odds(chance: float) -> float:
    chance = min(max(chance, 1e-4), 1 - 1e-4)
    return log(chance / (1 - chance))


def retyped(candidate: Candidate, opinion: Opinion | None) -> Candidate:
    """The candidate with the head's type where it is sure and the codebook's is unlikely."""
    if opinion is None:
        return candidate
    chances = opinion.kinds
    best = max(TYPES, key=lambda kind: chances[kind])
    event = candidate.predicate.event
    if chances[best] < SURE_TYPE or chances[event.plover] > DOUBTED_TYPE or best == event.plover:
        return candidate
    plover: Plover = best  # type: ignore[assignment]  # the heads' types are PLOVER's
    key = f"{candidate.predicate.key} as {best} by the model"
    predicate = replace(candidate.predicate, key=key, event=EventType(plover, None, None, _FRAMES[plover][1]))
    return replace(candidate, predicate=predicate)


def proposed(reading: Reading, sentence: Sentence, matches: Sequence[Match], scores: Scores) -> Iterator[Match]:
    """Verbs and nouns that the trigger head is sure of and that no predicate of the codebook stands on."""
    taken = {index for match in matches for index in match.tokens}
    for token in reading.words(sentence):
        if token.index in taken or token.part_of_speech not in {"VERB", "NOUN"} or token.lemma in _WORDLESS:
            continue
        labels = scores.labels(token.start, token.end)
        if labels is None:
            continue
        best = max(TYPES, key=lambda kind: labels[kind])
        if labels[best] < PROPOSED:
            continue
        plover: Plover = best  # type: ignore[assignment]
        frame, label = _FRAMES[plover]
        predicate = Predicate(
            f"{token.lemma} proposed by the model",
            (frozenset({token.lemma}),),
            0,
            "v" if is_verbal(token) else "n",
            EventType(plover, None, None, label),
            frame,
            (),
            (),
            (),
        )
        yield Match(predicate, (token.index,), token.index, clause_of(reading, token.index))
