"""How many: a number with its bounds, its unit and what it counts."""

from dataclasses import dataclass
from typing import Literal, get_args

from dateline.model.span import Span

Counts = Literal[
    "killed", "injured", "missing", "captured", "arrested", "abducted", "freed", "displaced", "fled", "returned",
    "deployed", "surrendered", "attacks", "places-taken", "other",
]  # fmt: skip
COUNTS: tuple[Counts, ...] = get_args(Counts)
Population = Literal["military", "civilian", "mixed", "unknown"]
POPULATIONS: tuple[Population, ...] = get_args(Population)
BY_PERSON = "person"  # the rule of a figure whose number a person set


@dataclass(frozen=True, slots=True)
class Figure(Span):
    """A count with inclusive bounds; None is an open bound, 0 is zero.

    `qualifier` is the wording of the bound ("more than") or None; `rule` names the rule that gave the bounds;
    `side` is the party it belongs to, by name; `cumulative` marks a running total; `part_of` is the index of the
    figure in the same claim that includes it.
    """

    counts: Counts
    unit: str
    population: Population
    side: str | None
    low: int | None
    high: int | None
    qualifier: str | None
    rule: str
    cumulative: bool = False
    part_of: int | None = None
