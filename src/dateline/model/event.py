"""What many stories say of one happening: an event of the public JSON, `dateline.event/1`."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from dateline.model.claim import EventType
from dateline.model.figure import Counts, Population
from dateline.model.party import Party
from dateline.model.place import Place
from dateline.model.source import UNGRADED, Grade
from dateline.model.time import TimePrecision

SCHEMA = "dateline.event/1"

EventStatus = Literal[
    "reported", "corroborated", "contested", "denied", "retracted", "planned", "possible", "background"
]  # fmt: skip
Credibility = Literal[1, 2, 3, 4, 5, 6]
CREDIBILITY: dict[Credibility, str] = {
    1: "confirmed by independent origins",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
Review = Literal["candidate", "reviewed", "signed-off", "changed-since"]


@dataclass(frozen=True, slots=True)
class EventTime:
    """The days that an event may have happened on, as `Time` has them, without words of one story."""

    edtf: str | None
    earliest: str | None
    latest: str | None
    precision: TimePrecision


@dataclass(frozen=True, slots=True)
class Origin:
    """One who can know, with the claims that go back to it.

    `grade` is how reliable people hold it to be, `credibility` how credible what it says here is, `why` the rule for
    that in words; `also` are the other names under which it speaks: its spokespeople, its short name.
    """

    name: str
    claims: tuple[str, ...]
    grade: Grade = UNGRADED
    credibility: Credibility = 6
    why: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """One step of the ladder: who said how many, and when.

    `superseded_by` is the claim in which the same origin renewed the figure, or counted this one into a greater, or
    which this one copies; None when the figure stands. `part_of` is the claim with the whole that this is a part of.
    """

    claim: str
    low: int | None
    high: int | None
    who: str
    said_on: str | None
    superseded_by: str | None = None
    part_of: str | None = None

    @property
    def stands(self) -> bool:
        """Whether nothing replaces or includes it."""
        return self.superseded_by is None and self.part_of is None


@dataclass(frozen=True, slots=True)
class EventFigure:
    """How many, as all who count it say: the bounds of what stands, and one number or None.

    `rule` tells in words why `best` was chosen; `contested` is true when origins contradict beyond their bounds.
    """

    counts: Counts
    unit: str
    population: Population
    side: str | None
    low: int | None
    best: int | None
    high: int | None
    rule: str
    contested: bool
    claims: tuple[FigureClaim, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """How the event changed: when that was noticed, what is other now, and because of which claim or decision."""

    at: str
    what: str
    because: str


@dataclass(frozen=True, slots=True)
class Event:
    """An event, shaped as in the public JSON.

    Parties and places are those of the claim that tells most; their spans belong to the text of that claim's story.
    `stories` counts all that tell of it and `copies` those that repeat another, `first_told` and `last_told` are the
    days of the first and the last of them; `origins` are those who can know.
    """

    id: str
    aliases: tuple[str, ...]
    label: str
    event: EventType
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    places: tuple[Place, ...]
    time: EventTime | None
    part_of: str | None
    status: EventStatus
    review: Review
    stories: int
    copies: int
    first_told: str | None
    last_told: str | None
    origins: tuple[Origin, ...]
    figures: tuple[EventFigure, ...]
    claims: tuple[str, ...]
    history: tuple[Change, ...]


def event_record(event: Event) -> dict[str, Any]:
    """The JSON object of an event."""
    return {"schema": SCHEMA, **asdict(event)}
