"""List where the stories of the ledger contradict each other."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from dateline.actions.events import Asked, events
from dateline.linking.status import NEWS
from dateline.model.event import Event, EventFigure
from dateline.model.telling import Telling
from dateline.settings import Settings


@dataclass(frozen=True, slots=True)
class Said:
    """One side of a contradiction: in which claim, who, on which day, and with which status."""

    claim: str
    who: str
    said_on: str | None
    status: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Either a contested figure, or (when it is None) who tells of the event and who denies it."""

    event: Event
    figure: EventFigure | None
    said: tuple[Said, ...] = ()

    @property
    def told_by(self) -> tuple[str, ...]:
        """Who tells of the event as news."""
        return tuple(sorted({one.who for one in self.said if one.status in NEWS}))

    @property
    def denied_by(self) -> tuple[str, ...]:
        """Who denies it."""
        return tuple(sorted({one.who for one in self.said if one.status not in NEWS}))

    def record(self) -> dict[str, Any]:
        """A plain dictionary, for programs."""
        about = {"id": self.event.id, "label": self.event.label, "status": self.event.status}
        return {
            "event": about,
            "figure": asdict(self.figure) if self.figure else None,
            "told_by": list(self.told_by),
            "denied_by": list(self.denied_by),
            "said": [asdict(one) for one in self.said],
        }


def contradictions(settings: Settings | None = None, asked: Asked | None = None) -> Iterator[Contradiction]:
    """The contradictions of the events asked for, those of the event that changed last first. Raises LedgerError."""
    from dateline.ledger.open import open_ledger
    from dateline.ledger.tellings import tellings_of_claims

    for event in events(settings, replace(asked or Asked(), is_contested=True)):
        yield from (Contradiction(event, figure) for figure in event.figures if figure.contested)
        with open_ledger((settings or Settings()).ledger).reading() as connection:
            said = _said(event, tellings_of_claims(connection, event.claims))
        if any(one.status == "denied" for one in said):
            yield Contradiction(event, None, said)


def _said(event: Event, tellings: Sequence[Telling]) -> tuple[Said, ...]:
    """Who tells and who denies, each once, the first first.

    Who denies and tells in one breath ("not 1,000, but 200") denies a number, and no happening.
    """
    names = {claim: origin.name for origin in event.origins for claim in origin.claims}
    telling = {(names[one.claim.id], one.story) for one in tellings if one.claim.status in NEWS}
    found: dict[tuple[str, str], Said] = {}
    for one in sorted(tellings, key=lambda one: (one.said_at or "", one.claim.id)):
        who, status = names[one.claim.id], one.claim.status
        if status in NEWS or (status == "denied" and (who, one.story) not in telling):
            side = "denied" if status == "denied" else "news"
            found.setdefault((who, side), Said(one.claim.id, who, (one.said_at or "")[:10] or None, status))
    return tuple(found.values())
