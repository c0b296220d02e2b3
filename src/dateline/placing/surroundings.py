"""Where a place lies that no gazetteer has: in what is named beside it, or in the country the story is all about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.placing.choose import Choice
from dateline.placing.mention import Mention


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The country (alpha-3) and first-level unit that hold a place, and the rule that says so."""

    country: str | None = None
    admin1: str | None = None
    why: str = ""


NOWHERE = Surroundings()


def surroundings(
    mention: Mention, choices: Sequence[Choice | None], used: Iterable[int], dateline: str | None
) -> Surroundings:
    """What holds an unresolved mention.

    The place named beside it ("X, Cuscatlan department", "the village of X in Y province"), else the country of the
    dateline when at least one other place of the story's claims (`used`, indices of mentions) is resolved and all of
    them lie in that country. Otherwise nothing is known, and of a region without a name ("the north") nothing ever is:
    a story filed in one country often speaks of the north of another.
    """
    for index in mention.containers:
        beside = choices[index]
        if is_resolved(beside) and beside is not None and beside.candidate.country:
            place = beside.candidate
            unit = place.name if place.kind == "admin1" else place.admin1
            return Surroundings(place.country, unit, f"it lies in {place.name}, named beside it")
    if mention.vague is not None:
        return NOWHERE
    found = {
        choice.candidate.country
        for index in used
        if is_resolved(choice := choices[index]) and choice is not None and choice.candidate.country
    }
    if dateline is not None and found == {dateline}:
        return Surroundings(dateline, None, f"the dateline and all other places of the story lie in {dateline}")
    return NOWHERE


def is_resolved(choice: Choice | None) -> bool:
    """Whether a choice is good enough to give a claim a place."""
    return choice is not None and choice.is_convincing and not choice.is_ambiguous
