"""The perpetrator slots: who did it, which organisation, and how sure the report is of that."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.evaluation.muc4.incidents import Incident, sides
from dateline.evaluation.muc4.phrases import phrase_of
from dateline.evaluation.muc4.slots import Fill, fill
from dateline.evaluation.muc4.story import ARMED_OPPOSITION, STATE_ARMED, Told, plain_words
from dateline.model.claim import Claim
from dateline.model.party import Party

_AUTHORITIES = frozenset({"government", "military", "police", "intelligence", "judiciary", "legislature"})
FAR_SENTENCES = 8
FAR_WORDS = 12
_CLAIMED = frozenset({"responsibility claimed", "responsibility accepted", "admission"})
_BLAMED = frozenset({"blame", "attribution of an attack", "accusation", "charge", "allegation"})
_PERPETRATORS = ARMED_OPPOSITION | STATE_ARMED | {"government", "party"}


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation that did it, by name, the fill of the confidence slot, and whether it is the state's.

    The confidence is None when nothing but its nearness speaks for the organisation.
    """

    name: str
    confidence: str | None
    is_state: bool


def perpetrator_fills(told: Told, incident: Incident) -> dict[str, tuple[Fill, ...]]:
    """The fills of the four perpetrator slots."""
    individuals: dict[str, str] = {}
    organisations: dict[str, Organisation] = {}
    for claim in incident.claims:
        for actor in claim.actors:
            if actor.certainty == "denied" and claim.status != "denied":
                continue
            if name := _organisation(told, actor):
                organisations.setdefault(name, Organisation(name, _confidence(claim, actor), _is_state(actor)))
            individual = _individual(told, actor)
            if individual:
                individuals.setdefault(individual.split()[-1].lower(), individual)
    for organisation in responsible(told, incident):
        organisations.setdefault(organisation.name, organisation)
    if not organisations and (nearest := _nearest_group(told, incident)) is not None:
        organisations[nearest.name] = nearest
    return {
        "perp-inc-cat": (fill(category(incident, organisations.values())),),
        "perp-ind-id": tuple(fill(text) for text in individuals.values()),
        "perp-org-id": tuple(fill(one.name) for one in organisations.values()),
        "perp-org-conf": tuple(fill(one.confidence, one.name) for one in organisations.values() if one.confidence),
    }


def responsible(told: Told, incident: Incident) -> list[Organisation]:
    """Those who claim the incident or are blamed for it, in sentences after it or beside it."""
    found: list[Organisation] = []
    for claim in told.coded.claims:
        if not -1 <= claim.sentence - incident.claims[0].sentence <= FAR_SENTENCES or claim.status == "denied":
            continue
        if claim.event.label in _CLAIMED:
            parties, confidence = claim.actors, "CLAIMED OR ADMITTED"
        elif claim.event.label in _BLAMED and claim.status in {"occurred", "ongoing"}:
            by_authority = any(actor.kind in _AUTHORITIES for actor in claim.actors)
            parties = claim.targets
            confidence = "SUSPECTED OR ACCUSED BY AUTHORITIES" if by_authority else "SUSPECTED OR ACCUSED"
        else:
            continue
        named = [(name, party) for party in parties if (name := _organisation(told, party))]
        found.extend(Organisation(name, confidence, _is_state(party)) for name, party in named)
    return found


def _nearest_group(told: Told, incident: Incident) -> Organisation | None:
    """The armed group that the story names nearest to an incident for which it names no author.

    How sure the report is of it stays open: the guess is right in four of ten.
    """
    acting = sides(incident.claims)
    if acting == {"state"}:
        return None
    sentences = {claim.sentence for claim in incident.claims}
    near = [(min(abs(index - own) for own in sentences), name) for index, name, _ in told.named_groups]
    if not near:
        return None
    return Organisation(min(near)[1], None, is_state=False)


def category(incident: Incident, organisations: Iterable[Organisation]) -> str:
    """State-sponsored when only the state's forces act or are blamed; terrorist otherwise, as is presumed."""
    acting = sides(incident.claims) or {"state" if one.is_state else "opposition" for one in organisations}
    return "STATE-SPONSORED VIOLENCE" if acting == {"state"} else "TERRORIST ACT"


def _is_state(party: Party) -> bool:
    return party.kind in STATE_ARMED | {"government"}


def _organisation(told: Told, actor: Party) -> str | None:
    """The organisation that a party is or belongs to, in the story's words."""
    if actor.kind not in _PERPETRATORS:
        return None
    known = told.codebook.parties.get(actor.id) if actor.id else None
    if known is not None:
        text = " ".join(actor.text.split())
        return next((name for name in told.written_names(known) if name.upper() in text.upper()), None) or next(
            iter(told.written_names(known)), None
        )
    text = plain_words(_with_what_hangs_on(told, actor))
    inside = next((name for name, _ in told.armed_parties if f" {name.upper()} " in text), None)
    if inside is not None:
        return inside
    phrase = phrase_of(told.reading, told.codebook, actor)
    if phrase is None:
        return None
    role = told.role_noun(phrase.lemmas)
    is_one_body = role is not None and role.form in {"group", "organ"} and not phrase.is_plural
    if actor.kind in STATE_ARMED | {"government"} and (is_one_body or "forces" in phrase.words):
        return phrase.description
    return None


def _with_what_hangs_on(told: Told, actor: Party) -> str:
    """The words of a party, with what its noun has behind it: "a group of rebels belonging to the Front"."""
    reading = told.reading
    tokens = reading.within(actor.start, actor.end)
    indices = {token.index for token in tokens}
    head = next((token for token in tokens if token.head not in indices), None)
    if head is None or head.part_of_speech == "PRON":
        return actor.text
    last = max(reading.subtree(head.index), default=head.index)
    behind = reading.tokens[head.index : last + 1][:FAR_WORDS]
    stop = next((n for n, token in enumerate(behind) if token.lemma in {"who", "which", ","}), len(behind))
    return actor.text + " " + " ".join(token.text for token in behind[:stop])


def _individual(told: Told, actor: Party) -> str | None:
    """The people who did it: a name, or a phrase such as "guerrillas", "a column of the group", "army patrols"."""
    phrase = phrase_of(told.reading, told.codebook, actor)
    if phrase is None:
        return actor.name if actor.id is None and actor.kind in ARMED_OPPOSITION | STATE_ARMED else None
    if phrase.head.relation in {"amod", "compound", "nmod"} and len(phrase.words) == 1:
        return None  # "terrorist attack" names nobody
    if phrase.name and actor.id is None:
        return told.full_name(phrase.name)
    role = told.role_noun(phrase.lemmas)
    if role is None or phrase.name is not None or phrase.head.part_of_speech != "NOUN":
        return None
    is_body = actor.kind in STATE_ARMED and phrase.head.lemma in {"force", "police"}
    is_group = role.form in {"group", "quantity"} and (phrase.is_plural or actor.kind in ARMED_OPPOSITION)
    is_group = is_group and not is_body
    if role.form in {"person", "office"} or is_group:
        return " ".join(told.reading.story.text[actor.start : actor.end].split())
    return None


def _confidence(claim: Claim, actor: Party) -> str:
    """The decision tree of the template documentation."""
    if actor.certainty == "claimed":
        return "CLAIMED OR ADMITTED"
    sources = [source for source in claim.attribution if source.name]
    if any(source.name == actor.name for source in sources):
        return "CLAIMED OR ADMITTED"
    if actor.certainty in {"accused", "suspected"}:
        by_authority = any(source.kind in _AUTHORITIES for source in sources)
        return "SUSPECTED OR ACCUSED BY AUTHORITIES" if by_authority else "SUSPECTED OR ACCUSED"
    if actor.certainty == "possible":
        return "POSSIBLE"
    return "REPORTED AS FACT"
