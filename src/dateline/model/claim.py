"""One story's statement that something happened."""

from dataclasses import dataclass
from typing import Literal, get_args

from dateline.model.figure import Figure
from dateline.model.party import Party
from dateline.model.place import Place
from dateline.model.source import Source
from dateline.model.span import Span
from dateline.model.time import Time

Plover = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
PLOVER_TYPES: tuple[Plover, ...] = get_args(Plover)
Status = Literal["occurred", "ongoing", "planned", "possible", "denied", "background"]
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class EventType:
    """What kind of event: PLOVER type and mode, ACLED sub-event ("Battles/Armed clash"), and plain English."""

    plover: Plover
    mode: str | None
    acled: str | None
    label: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim, shaped as CLAIM in the public JSON. `sentence` is an index into the story's sentences.

    `attribution` runs from the one who first says it to the one who passes it on, and is empty when the outlet says
    it in its own voice. `evidence` lists spans outside the sentence that values come from.
    """

    id: str
    sentence: int
    start: int
    end: int
    trigger: Span
    event: EventType
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    instruments: tuple[Span, ...]
    places: tuple[Place, ...]
    time: Time | None
    figures: tuple[Figure, ...]
    status: Status
    attribution: tuple[Source, ...]
    evidence: tuple[Span, ...]
    confidence: float
    why: str
