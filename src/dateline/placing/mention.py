"""A place named in a sentence, with the words that tell which and how exactly."""

from dataclasses import dataclass, field
from typing import Literal

from dateline.gazetteer.candidate import Candidate

Vagueness = Literal["part", "border", "unnamed"]


@dataclass(frozen=True, slots=True)
class Offset:
    """ "45 km south of": `distance_km` is None when only the direction is told; `bearing` is in degrees or None."""

    distance_km: float | None
    bearing: float | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a place at tokens `first` to `last` (included), whose words in the sentence's grammar end at `head`.

    `name` is what was looked up. `kinds` are the kinds that a noun beside the name tells ("the town of X"); empty
    when none does. `containers` are indices of the mentions that hold it ("X in Y state", "X, Y"). `vague` is "part"
    for "northern X", "border" for "the X-Y border", "unnamed" for "the north". `offset` is for "20 km north of X".
    `anchor` is the index of a mention that this one is told by: "X, 45 km south of Y"; `beside` of one
    that it is only near: "X near Y".
    `is_embedded` says that the name is a part of a longer proper name, `is_home` that it belongs to a party ("an
    X-based group", "X police"), `is_here` that it is the word "here", which means the dateline's town.
    """

    first: int
    last: int
    head: int
    name: str
    candidates: tuple[Candidate, ...]
    kinds: frozenset[str] = field(default=frozenset())
    containers: tuple[int, ...] = ()
    vague: Vagueness | None = None
    offset: Offset | None = None
    anchor: int | None = None
    beside: int | None = None
    is_embedded: bool = False
    is_home: bool = False
    is_cued: bool = False
    is_here: bool = False
