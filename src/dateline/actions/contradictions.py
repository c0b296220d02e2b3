"""List where the stories of the ledger contradict each other."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from dateline.actions.events import Asked, events, told_by
from dateline.linking.status import NEWS
from dateline.model.event import Event, EventFigure
from dateline.settings import Settings


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Either a contested figure, or (when it is None) who tells of the event and who denies it."""

    event: Event
    figure: EventFigure | None
    told_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()

    def record(self) -> dict[str, Any]:
        """A plain dictionary, for programs."""
        about = {"id": self.event.id, "label": self.event.label, "status": self.event.status}
        figure = asdict(self.figure) if self.figure else None
        return {"event": about, "figure": figure, "told_by": list(self.told_by), "denied_by": list(self.denied_by)}


def contradictions(settings: Settings | None = None, asked: Asked | None = None) -> Iterator[Contradiction]:
    """The contradictions of the events asked for, those of the event that changed last first. Raises LedgerError."""
    for event in events(settings, replace(asked or Asked(), is_contested=True)):
        yield from (Contradiction(event, figure) for figure in event.figures if figure.contested)
        statuses = told_by(event, settings)
        denied = tuple(sorted(statuses.get("denied", ())))
        if denied:
            told = {name for status in NEWS for name in statuses.get(status, ())}
            yield Contradiction(event, None, tuple(sorted(told)), denied)
