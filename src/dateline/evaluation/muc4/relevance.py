"""Which incidents the guidelines want in the database: each rule with the section it comes from."""

from dateline.evaluation.muc4.incidents import Incident
from dateline.evaluation.muc4.story import ARMED_OPPOSITION, Told
from dateline.evaluation.muc4.victims import HumanTarget
from dateline.evaluation.muc4.words import COUNTRIES, word_list
from dateline.model.claim import Claim

_NAMELESS = word_list("nameless")
_OUTLAWS = frozenset(
    {"cartel", "trafficker", "traffickers", "guerrilla", "guerrillas", "terrorist", "terrorists", "kingpin"}
)
_MILITARY = frozenset({"ACTIVE MILITARY", "LAW ENFORCEMENT"})


def irrelevance(told: Told, incident: Incident) -> str | None:
    """Why an incident does not belong in the database, or None when it does."""
    if all(claim.status == "background" and not told.times_near(claim) for claim in incident.claims):
        return "told as history (1.0, 6)"
    if _is_armed_opposition_hit(incident):
        return "done to members of an armed group (1.0, 1a)"
    if _is_purely_military(incident):
        return "a guerrilla act against the military or police (1.0, 1b)"
    if not _is_specific(incident):
        return "neither the target nor the kind of attack is told (1.0, 7)"
    if country_of(told, incident) not in COUNTRIES:
        return "outside the nine countries (1.0, 4)"
    return None


def country_of(told: Told, incident: Incident) -> str | None:
    """The ISO code of the country where it was: the first that its claims' places name and the story speaks of."""
    for claim in incident.claims:
        for place in claim.places:
            if place.country in COUNTRIES and told.mentions[place.country]:
                return place.country
    return told.country


def _is_armed_opposition_hit(incident: Incident) -> bool:
    return bool(incident.people) and not incident.things and all(_is_armed(person) for person in incident.people)


def _is_armed(person: HumanTarget) -> bool:
    words = set((person.description or "").lower().replace("-", " ").split())
    return person.kind in ARMED_OPPOSITION or bool(words & _OUTLAWS and not words & {"former", "judge", "victim"})


def _is_purely_military(incident: Incident) -> bool:
    """Only soldiers and police, by name or not, and what is theirs."""
    people = [person for person in incident.people if not _is_armed(person) and person.head not in _NAMELESS]
    if not people and not incident.things:
        return False
    return all(person.type in _MILITARY for person in people) and all(thing.is_military for thing in incident.things)


def _is_specific(incident: Incident) -> bool:
    if not incident.people and not incident.things:
        return False
    if all(claim.status == "ongoing" for claim in incident.claims):
        return False
    if not incident.things and all(person.number == "PLURAL" for person in incident.people):
        return any(_is_anchored(claim) for claim in incident.claims)
    return True


def _is_anchored(claim: Claim) -> bool:
    """Whether a day or a town ties a claim to one occasion."""
    is_dated = claim.time is not None and claim.time.precision in {"day", "days"}
    return is_dated or any(place.precision not in {"country", "region"} for place in claim.places)
