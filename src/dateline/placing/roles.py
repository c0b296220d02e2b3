"""The role of a place in a claim, by the preposition or the bare relation that joins it to the trigger."""

from dataclasses import dataclass

from dateline.codebook.place_words import PlaceWords
from dateline.model.claim import Claim
from dateline.model.place import PlaceRole
from dateline.model.reading import Reading
from dateline.placing.mention import Mention
from dateline.placing.trees import Trees

SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
VIOLENT = frozenset({"ASSAULT", "COERCE"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
MODIFIERS = frozenset({"compound", "nmod", "amod", "poss"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "dative"})


@dataclass(frozen=True, slots=True)
class Way:
    """How a mention is joined to a word: the preposition between them or the bare relation, and what was passed.

    `is_direct` is True when no noun or verb stands between.
    """

    preposition: str | None
    relation: str
    is_direct: bool


def role_in(
    claim: Claim, trees: Trees, position: int, way: Way, mention: Mention, words: PlaceWords
) -> PlaceRole | None:
    """The role of a mention under a claim's trigger, or None when it is a party or something else."""
    reading = trees.reading
    if claim.event.plover in SPEECH:
        return None
    lemmas = {token.lemma for token in reading.within(claim.trigger.start, claim.trigger.end)}
    moving = bool(lemmas & words["moving"])
    if mention.offset is not None:
        return "destination" if moving and way.preposition in words["towards"] else "near"
    if way.preposition is None:
        return _bare_role(claim, reading, lemmas, way, mention, words)
    return _role_of_preposition(claim, way, moving, mention, words)


def _role_of_preposition(claim: Claim, way: Way, moving: bool, mention: Mention, words: PlaceWords) -> PlaceRole | None:
    preposition, violent = way.preposition, claim.event.plover in VIOLENT
    if preposition in words["near"]:
        return "near"
    if not way.is_direct and preposition not in words["where"]:
        return "origin" if preposition in words["away"] and violent else None
    is_country = _is_country(mention)
    if preposition == "on" and (mention.vague == "border" or "line" in mention.kinds):
        return "where"
    if preposition == "for":
        return "destination" if moving else None
    if preposition in words["towards"]:
        if moving or claim.event.plover in {"AID", "MOBILIZE", "RETREAT"}:
            return "destination"
        return "target" if violent and preposition == "into" else None
    if preposition in words["away"]:
        return "origin" if moving or violent or claim.event.plover in {"AID", "MOBILIZE", "RETREAT"} else None
    if preposition in words["through"] and moving:
        return "via"
    if preposition in {"of", "on", "against", "upon"}:
        if violent:
            is_party = is_country and (preposition == "against" or claim.status in {"planned", "possible"})
            return None if is_party else "target"
        if preposition == "of":
            return "origin" if moving else None
        return "where" if preposition == "on" and not is_country else None
    return "where" if preposition in words["where"] else None


def _bare_role(
    claim: Claim, reading: Reading, lemmas: set[str], way: Way, mention: Mention, words: PlaceWords
) -> PlaceRole | None:
    start, end = reading.tokens[mention.first].start, reading.tokens[mention.last].end
    if _is_country(mention) and claim.status in {"planned", "possible"} and way.relation in _OBJECTS:
        return None  # "threatened to attack X": whom, not where
    is_actor = any(party.start < end and start < party.end for party in claim.actors)
    if is_actor and way.relation in SUBJECTS | MODIFIERS:
        return None
    if way.relation in _OBJECTS:
        if lemmas & words["passing"]:
            return "via"
        if lemmas & words["leaving"]:
            return "origin"
        if lemmas & words["reaching"]:
            return "destination"
        return (
            "target" if claim.event.plover in VIOLENT | {"RETREAT"} else "where" if lemmas & words["visiting"] else None
        )
    if way.relation == "nsubj":
        if lemmas & words["suffering"] and claim.event.plover in VIOLENT:
            return "target"
        is_target = any(party.start < end and start < party.end for party in claim.targets)
        return "target" if is_target and claim.event.plover in VIOLENT and not _is_country(mention) else None
    if way.relation in MODIFIERS:
        is_event = claim.event.plover in VIOLENT | {"PROTEST"}
        return "where" if is_event and way.relation != "poss" and not _is_country(mention) else None
    return "where" if way.relation in {"npadvmod", "advmod", "appos"} else None


def _is_country(mention: Mention) -> bool:
    return bool(mention.candidates) and mention.candidates[0].kind == "country"
