"""The people and things that an incident hit, and which mentions of them are of the same."""

from dataclasses import dataclass, replace

from dateline.evaluation.muc4.words import word_list

# Heads that say nothing of who was hurt; they are kept only where nobody else is known.
_VAGUE = word_list("vague")


@dataclass(frozen=True, slots=True)
class HumanTarget:
    """A person or group that suffered. Words are as the story writes them; `effects` are fills of the effect slot."""

    name: str | None
    description: str | None
    head: str
    type: str
    number: str
    nation: str | None
    effects: frozenset[str]
    kind: str
    sentence: int

    @property
    def key(self) -> str:
        """What other slots refer to it by."""
        return self.name or self.description or self.head


@dataclass(frozen=True, slots=True)
class PhysicalTarget:
    """A thing that was attacked."""

    id: str
    head: str
    type: str
    number: str
    nation: str | None
    effect: str | None
    is_military: bool


def merge_people(people: list[HumanTarget]) -> list[HumanTarget]:
    """One entry for each person or group: the fullest name, the first description, all effects."""
    merged: list[HumanTarget] = []
    for person in people:
        position = next((i for i, other in enumerate(merged) if _is_same_person(person, other)), None)
        if position is None:
            merged.append(person)
            continue
        other = merged[position]
        merged[position] = replace(
            other,
            name=max((other.name, person.name), key=lambda name: len(name or "")),
            description=other.description or person.description,
            type=other.type if other.type != "CIVILIAN" else person.type,
            number=other.number if other.number != "PLURAL" else person.number,
            effects=other.effects | person.effects,
            nation=other.nation or person.nation,
        )
    telling = [person for person in merged if person.name or person.head not in _VAGUE]
    told_effects = {effect for person in telling for effect in person.effects}
    return [
        p
        for p in merged
        if p in telling or not (telling and (p.number in {"1", "PLURAL"} or p.effects <= told_effects))
    ]


def _is_same_person(one: HumanTarget, other: HumanTarget) -> bool:
    if one.name and other.name:
        return is_same_name(one.name, other.name)
    if one.name or other.name:
        return False
    return one.head == other.head and (one.number == other.number or "PLURAL" in (one.number, other.number))


def is_same_name(one: str, other: str) -> bool:
    """ "Vargas Gonzalez" is "Jorge Vargas": one name is a part of the other, or goes on where the other begins."""
    ours, theirs = one.split(), other.split()
    if set(ours) <= set(theirs) or set(theirs) <= set(ours):
        return True
    return ours[0] in theirs[1:] or theirs[0] in ours[1:]


def merge_things(things: list[PhysicalTarget]) -> list[PhysicalTarget]:
    """One entry for each thing by its head noun: the longest wording, the strongest effect."""
    merged: list[PhysicalTarget] = []
    for thing in things:
        position = next((i for i, other in enumerate(merged) if other.head == thing.head), None)
        if position is None:
            merged.append(thing)
            continue
        other = merged[position]
        longest = max(other, thing, key=lambda one: len(one.id))
        merged[position] = replace(longest, number=other.number, effect=_stronger(other.effect, thing.effect))
    return merged


def _stronger(one: str | None, other: str | None) -> str | None:
    return next((effect for effect in ("DESTROYED", "SOME DAMAGE", "NO DAMAGE") if effect in (one, other)), None)
