"""List the events of the ledger, show one, and list what is contested."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from dateline.errors import ConfigurationError
from dateline.linking.reconcile import MOST_ORIGINS, RULES
from dateline.model.event import Event, EventStatus
from dateline.model.telling import Telling
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.ledger.filters import Filters

DECIDED = "a person said so"
EVENT_STATUSES: tuple[EventStatus, ...] = get_args(EventStatus)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which events are asked for: by filters of their claims, by their own status, or only those contested."""

    filters: "Filters | None" = None
    statuses: tuple[str, ...] = ()
    is_contested: bool = False


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event with the claims that tell of it, and why they hang together, as pairs of claims' ids with words.

    What people decided goes first; of what was compared, the fewest and best pairs that hold all together.
    """

    event: Event
    tellings: tuple[Telling, ...]
    why: tuple[tuple[str, str, str], ...]


def events(
    settings: Settings | None = None, asked: Asked | None = None, limit: int | None = None, rule: str = MOST_ORIGINS
) -> Iterator[Event]:
    """The events asked for, the last changed first, their figures by the rule. Raises LedgerError."""
    from dateline.actions.renew import linked_ledger, told_event
    from dateline.ledger.events import list_events
    from dateline.ledger.filters import Filters

    asked = asked or Asked()
    _check(asked.statuses, rule)
    with linked_ledger(settings).reading() as connection:
        found = list_events(
            connection, asked.filters or Filters(), asked.statuses, limit, is_contested=asked.is_contested
        )
        for event in found:
            yield told_event(connection, event, settings, rule)


def count_events(settings: Settings | None = None, asked: Asked | None = None) -> int:
    """How many events are asked for. Raises LedgerError."""
    from dateline.actions.renew import linked_ledger
    from dateline.ledger import events
    from dateline.ledger.filters import Filters

    asked = asked or Asked()
    with linked_ledger(settings).reading() as connection:
        return events.count_events(
            connection, asked.filters or Filters(), asked.statuses, is_contested=asked.is_contested
        )


def show_event(beginning: str, settings: Settings | None = None, rule: str = MOST_ORIGINS) -> ShownEvent:
    """The event whose id, or an id it had, begins so, or that such a claim tells of.

    Raises UnknownIdError and LedgerError.
    """
    from dateline.actions.renew import linked_ledger, told_event
    from dateline.ledger.events import find_event
    from dateline.ledger.profiles import LedgerProfiles
    from dateline.ledger.tellings import tellings_of_claims

    _check((), rule)
    with linked_ledger(settings).reading() as connection:
        event = told_event(connection, find_event(connection, beginning), settings, rule)
        known = LedgerProfiles(connection)
        pairs = known.why_joined([profile.id for profile in known.holding(event.claims)])
        decided = [(*pair, DECIDED) for pair, verdict in known.judgements(event.claims).items() if verdict == "same"]
        why = (*(one for one in decided if {one[0], one[1]} <= set(event.claims)), *holding_together(pairs))
        return ShownEvent(event, tuple(tellings_of_claims(connection, event.claims)), why)


def holding_together(pairs: Mapping[tuple[str, str], tuple[float, str]]) -> Iterator[tuple[str, str, str]]:
    """The fewest and best pairs over which all hang together, with why, the best first."""
    groups: dict[str, frozenset[str]] = {}
    for (one, other), (_, why) in sorted(pairs.items(), key=lambda item: (-item[1][0], item[0])):
        first, second = groups.get(one, frozenset((one,))), groups.get(other, frozenset((other,)))
        if first != second:
            groups |= dict.fromkeys(first | second, first | second)
            yield one, other, why


def rebuild(settings: Settings | None = None) -> int:
    """Tell all events anew from stories, claims and decisions; ids and history stay. Returns how many stories."""
    from dateline.actions.renew import catch_up
    from dateline.ledger.links import forget_links
    from dateline.ledger.open import open_ledger, open_writable_ledger
    from dateline.ledger.profiles import LedgerProfiles

    settings = settings or Settings()
    open_ledger(settings.ledger)  # rebuilding makes no ledger
    ledger = open_writable_ledger(settings.ledger)
    with ledger.writing() as connection:
        forget_links(connection)
        LedgerProfiles(connection).forget_all()
    return catch_up(ledger, settings)


def _check(statuses: Sequence[str], rule: str) -> None:
    unknown = [
        f"there is no status {name!r} of an event; it is one of {', '.join(EVENT_STATUSES)}"
        for name in statuses
        if name not in EVENT_STATUSES
    ]
    if rule not in RULES:
        unknown.append(f"there is no rule {rule!r} for figures; it is one of {', '.join(RULES)}")
    if unknown:
        raise ConfigurationError("; ".join(unknown))
