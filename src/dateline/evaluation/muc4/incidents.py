"""Merges the claims of one story into incidents.

The guidelines make a new template for another type, place, date, category or perpetrator, and for nothing else. So a
claim joins the latest incident that it does not contradict; claims about other named people far apart do contradict.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dateline.evaluation.muc4.story import ARMED_OPPOSITION, STATE_ARMED, Told
from dateline.evaluation.muc4.targets import targets_of
from dateline.evaluation.muc4.victims import HumanTarget, PhysicalTarget, is_same_name
from dateline.evaluation.muc4.words import word_list
from dateline.model.claim import Claim
from dateline.model.place import Place

NEAR_SENTENCES = 1
FAR_SENTENCES = 1  # further off, other targets are those of another incident
RECENT_DAYS = 62  # "within two months of the date of the article"
LARGEST_TOLL = 200  # no single incident of those years and countries killed more
_LOCAL = frozenset({"site", "settlement", "near", "district"})
# What is told of the fighting as a whole is no incident.
_GENERAL = word_list("general events")


@dataclass
class Incident:
    """Claims that tell of one incident, with their targets."""

    family: str
    claims: list[Claim] = field(default_factory=list)
    people: list[HumanTarget] = field(default_factory=list)
    things: list[PhysicalTarget] = field(default_factory=list)

    def add(self, told: Told, claim: Claim) -> None:
        """Adds a claim with its targets."""
        people, things = targets_of(told, claim)
        self.claims.append(claim)
        self.people.extend(people)
        self.things.extend(things)

    @property
    def last_sentence(self) -> int:
        """The last sentence that tells of it."""
        return max(claim.sentence for claim in self.claims)


def incidents_of(told: Told) -> list[Incident]:
    """The incidents of a story, in the order in which they are first told."""
    found: list[Incident] = []
    for claim in told.coded.claims:
        if told.human_effects(claim) == {"REGAINED FREEDOM"}:
            _free(told, claim, found)
            continue
        family = told.family(claim)
        if family is None or claim.event.label in _GENERAL or exclusion(told, claim) is not None:
            continue
        single = Incident(family)
        single.add(told, claim)
        host = next((incident for incident in reversed(found) if _joins(incident, single)), None)
        if host is None:
            found.append(single)
            continue
        host.add(told, claim)
        if host.family == "ATTACK":
            host.family = family
    return found


def _free(told: Told, claim: Claim, found: list[Incident]) -> None:
    """A release or rescue is told of the kidnapping before it: of the same people, or of the only one there is."""
    people, _ = targets_of(told, claim)
    kidnappings = [incident for incident in found if incident.family == "KIDNAPPING"]
    host = next((i for i in kidnappings if any(_shares(p, other) for p in people for other in i.people)), None)
    if host is None and len(kidnappings) == 1 and len(kidnappings[0].people) == 1:
        host, people = kidnappings[0], [replace(kidnappings[0].people[0], effects=told.human_effects(claim))]
    if host is not None:
        host.people.extend(people)


def exclusion(told: Told, claim: Claim) -> str | None:
    """Why the guidelines leave a claim out of all incidents, or None when they do not."""
    if claim.status not in {"occurred", "ongoing", "background"} and not (
        claim.status == "denied" and claim.event.label == "explosion"
    ):
        return "not reported as a fact (1.0, 5)"
    if not _is_recent(told, claim):
        return "older than two months (1.0, 6)"
    if any((f.low or 0) >= LARGEST_TOLL or f.cumulative for f in claim.figures if f.counts in {"killed", "missing"}):
        return "a total of many incidents (1.0, 7)"
    if "operation" in claim.trigger.text.lower():
        return "fighting as a whole (1.0, 1b)"
    is_plural = claim.trigger.text.upper().endswith("S") and "(nominal" in claim.why
    if is_plural and not (claim.targets or claim.places or claim.time or claim.figures):
        return "neither the target nor the occasion is told (1.0, 7)"
    return None


def _is_recent(told: Told, claim: Claim) -> bool:
    """Whether what is said of its time lies within two months of the report."""
    times = [time for time in told.times_near(claim) if time.latest]
    if not told.published or not times:
        return True
    oldest = (date.fromisoformat(told.published[:10]) - timedelta(days=RECENT_DAYS)).isoformat()
    return any((time.latest or "") >= oldest and (time.earliest is None or time.earliest >= oldest) for time in times)


def _joins(incident: Incident, single: Incident) -> bool:
    claim = single.claims[0]
    if (claim.event.plover == "THREATEN") != (incident.claims[0].event.plover == "THREATEN"):
        return False
    distance = claim.sentence - incident.last_sentence
    same_people = any(_shares(person, other) for person in single.people for other in incident.people)
    is_bare = not single.people and not single.things
    if not _is_same_type(incident.family, single.family, distance, same_people, is_bare):
        return False
    if any(is_same_name(one, other) for one in _names(single) for other in _names(incident)):
        return True  # nobody is killed twice
    if _differ_in_time(incident, claim) or _differ_in_side(incident, claim):
        return False
    if same_people:
        return True
    if _differ_in_place(incident, claim):
        return False
    named, known = _names(single), _names(incident)
    if named and known and distance > 0:
        return False
    is_other = not is_bare and bool(incident.people or incident.things)
    return not is_other or distance <= FAR_SENTENCES


def _is_same_type(known: str, new: str, distance: int, same_people: bool, is_bare: bool) -> bool:
    """A killing near a bombing or of the one who was kidnapped belongs to it; arson and robbery stand alone."""
    if known == new:
        return True
    if "ATTACK" not in (known, new):
        return False
    if "BOMBING" not in (known, new):
        return same_people and "KIDNAPPING" in (known, new)
    if new == "BOMBING":
        return same_people or distance == 0
    return same_people or distance <= NEAR_SENTENCES or is_bare


def _shares(one: HumanTarget, other: HumanTarget) -> bool:
    if one.name and other.name:
        return is_same_name(one.name, other.name)
    return not one.name and not other.name and one.head == other.head


def _names(incident: Incident) -> set[str]:
    return {person.name for person in incident.people if person.name}


def _differ_in_time(incident: Incident, claim: Claim) -> bool:
    if claim.time is None or claim.time.earliest is None or claim.time.latest is None:
        return False
    for other in incident.claims:
        time = other.time
        if time is None or time.earliest is None or time.latest is None:
            continue
        if time.latest < claim.time.earliest or claim.time.latest < time.earliest:
            return True
    return False


def _differ_in_place(incident: Incident, claim: Claim) -> bool:
    ours, theirs = _local(claim.places), _local(place for other in incident.claims for place in other.places)
    return bool(ours and theirs and not ours & theirs)


def _local(places: Iterable[Place]) -> set[str]:
    return {place.name.upper() for place in places if place.precision in _LOCAL and place.role != "origin"}


def _differ_in_side(incident: Incident, claim: Claim) -> bool:
    """The state's forces and the armed opposition do not do the same thing."""
    ours, theirs = sides([claim]), sides(incident.claims)
    return bool(ours and theirs and not ours & theirs)


def sides(claims: list[Claim]) -> set[str]:
    """Which sides act: "state", "opposition"."""
    found = set()
    for claim in claims:
        for actor in claim.actors:
            if actor.kind in STATE_ARMED | {"government"}:
                found.add("state")
            elif actor.kind in ARMED_OPPOSITION:
                found.add("opposition")
    return found
