"""List the figures of events."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from dateline.actions.events import Asked, events
from dateline.errors import ConfigurationError
from dateline.linking.reconcile import MOST_ORIGINS
from dateline.model.event import Event, EventFigure
from dateline.model.figure import COUNTS
from dateline.settings import Settings


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure with the event it is of."""

    event: Event
    figure: EventFigure

    def record(self) -> dict[str, Any]:
        """The figure's public JSON with the event's id, label, status and time."""
        time = asdict(self.event.time) if self.event.time else None
        about = {"id": self.event.id, "label": self.event.label, "status": self.event.status, "time": time}
        return {"event": about, **asdict(self.figure)}


def figures(
    settings: Settings | None = None,
    asked: Asked | None = None,
    counts: Sequence[str] = (),
    rule: str = MOST_ORIGINS,
) -> Iterator[FigureRow]:
    """The figures of the events asked for, those of the event that changed last first.

    `counts` asks for "killed", "fled" and so on. Raises LedgerError, and ConfigurationError for an unknown name.
    """
    if unknown := [name for name in counts if name not in COUNTS]:
        raise ConfigurationError(f"nothing counts {', '.join(map(repr, unknown))}; it is one of {', '.join(COUNTS)}")
    for event in events(settings, asked, rule=rule):
        yield from (FigureRow(event, one) for one in event.figures if not counts or one.counts in counts)
