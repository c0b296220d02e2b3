"""Events of the ledger: which claims make which, under ids that last, with what they were called before."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, select, update

from dateline.errors import UnknownIdError
from dateline.ledger.batches import batches
from dateline.ledger.filters import Filters, claim_conditions, story_conditions
from dateline.ledger.instants import instant
from dateline.ledger.tables import claims, event_aliases, event_claims, event_history, events, stories
from dateline.model.event import Change
from dateline.model.ids import hash_id

SHOWN_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Named:
    """A happening under its id: the claims that tell of it, and whether the id is new."""

    event: str
    claims: tuple[str, ...]
    is_new: bool


def name_happenings(connection: Connection, groups: Sequence[Sequence[str]], gone: Sequence[str]) -> list[Named]:
    """Give each group of claims the id of an event, and take claims that are `gone` out of theirs.

    An event goes on as the group with most of its claims, and a group keeps the id of the event that had most of its
    claims; the ids of others that ended up in it become aliases. Ties go to the lower id.
    """
    before = _events_of(connection, [claim for group in groups for claim in group])
    heirs: dict[str, int] = {}
    overlaps = [Counter(before[claim] for claim in group if claim in before) for group in groups]
    for event in sorted({event for overlap in overlaps for event in overlap}):
        heirs[event] = max(range(len(groups)), key=lambda at: (overlaps[at][event], -at))
    named: list[Named] = []
    taken = set[str]()
    _forget(connection, [*gone, *(claim for group in groups for claim in group)])
    for at, group in enumerate(groups):
        own = sorted(
            (event for event, heir in heirs.items() if heir == at), key=lambda event: (-overlaps[at][event], event)
        )
        event = own[0] if own else _new_id(connection, min(group), taken | heirs.keys())
        taken.add(event)
        for alias in own[1:]:
            _merge(connection, alias, event)
        connection.execute(insert(event_claims), [{"claim_id": claim, "event_id": event} for claim in group])
        named.append(Named(event, tuple(group), not own))
    return named


def note(
    connection: Connection, event: str, status: str, summary: dict[str, Any], *, is_contested: bool, because: str
) -> None:
    """Keep what an event now amounts to, and log how that differs from before.

    `summary` holds what is told in the log, by name; a value that is None is not told.
    """
    before = connection.execute(select(events.c.summary).where(events.c.id == event)).scalar()
    if before == summary:
        return
    at = instant()
    values = {"status": status, "is_contested": is_contested, "summary": summary, "changed_at": at}
    if before is None:
        connection.execute(insert(events).values(id=event, **values))
    else:
        connection.execute(update(events).where(events.c.id == event).values(**values))
    changes = _changes(before or {}, summary)
    connection.execute(
        insert(event_history), [{"event_id": event, "at": at, "what": what, "because": because} for what in changes]
    )


def _changes(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    if not before:
        return ["first told"]
    names = sorted(before.keys() | after.keys())
    differing = [(name, before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)]
    return [f"{name}: {'-' if old is None else old} -> {'-' if new is None else new}" for name, old, new in differing]


def claims_of(connection: Connection, event: str) -> list[str]:
    """The claims that tell of an event, sorted."""
    query = select(event_claims.c.claim_id).where(event_claims.c.event_id == event).order_by(event_claims.c.claim_id)
    return list(connection.execute(query).scalars())


def event_of_claim(connection: Connection, claim: str) -> str | None:
    """The event that a claim tells of, None when the claim is removed or rejected."""
    return _events_of(connection, [claim]).get(claim)


def aliases_of(connection: Connection, event: str) -> list[str]:
    """The ids of events that ended up in this one."""
    query = select(event_aliases.c.alias).where(event_aliases.c.event_id == event).order_by(event_aliases.c.alias)
    return list(connection.execute(query).scalars())


def history_of(connection: Connection, event: str) -> list[Change]:
    """How the event changed, the first change first."""
    query = select(event_history).where(event_history.c.event_id == event).order_by(event_history.c.number)
    return [Change(row.at, row.what, row.because) for row in connection.execute(query)]


def find_event(connection: Connection, beginning: str) -> str:
    """The event whose id, or an id it had, begins so, or that a claim with such an id tells of.

    Raises UnknownIdError when there is none, or several.
    """
    wanted = beginning.strip().lower()
    found: set[str] = set()
    if wanted.isalnum():
        living = select(event_claims.c.event_id).where(event_claims.c.event_id.startswith(wanted))
        former = select(event_aliases.c.event_id).where(event_aliases.c.alias.startswith(wanted))
        telling = select(event_claims.c.event_id).where(event_claims.c.claim_id.startswith(wanted))
        for query in (living, former, telling):
            found |= set(connection.execute(query.distinct().limit(SHOWN_CANDIDATES + 1)).scalars())
            if found:
                break
    if not found:
        raise UnknownIdError(f"no event has an id that begins with {beginning!r}; `dateline events` lists them")
    if len(found) > 1 and wanted not in found:
        shown = ", ".join(sorted(found)[:SHOWN_CANDIDATES])
        raise UnknownIdError(f"several events begin with {beginning!r}: {shown}; give more of the id")
    return wanted if wanted in found else found.pop()


def list_events(
    connection: Connection,
    filters: Filters,
    statuses: Sequence[str] = (),
    limit: int | None = None,
    *,
    is_contested: bool = False,
) -> list[str]:
    """The ids of the events asked for, the last changed first. `filters.since` asks for what changed since."""
    query = _asked(select(events.c.id), filters, statuses, is_contested=is_contested)
    return list(connection.execute(query.order_by(events.c.changed_at.desc(), events.c.id).limit(limit)).scalars())


def count_events(
    connection: Connection, filters: Filters, statuses: Sequence[str] = (), *, is_contested: bool = False
) -> int:
    """How many events are asked for."""
    query = _asked(select(func.count()).select_from(events), filters, statuses, is_contested=is_contested)
    return int(connection.execute(query).scalar_one())


def _asked(query: Select[Any], filters: Filters, statuses: Sequence[str], *, is_contested: bool) -> Select[Any]:
    conditions: list[ColumnElement[bool]] = [_is_told(filters)]
    if filters.since is not None:
        conditions.append(events.c.changed_at >= filters.since)
    if statuses:
        conditions.append(events.c.status.in_(statuses))
    if is_contested:
        conditions.append(events.c.is_contested)
    return query.where(*conditions)


def _is_told(filters: Filters) -> ColumnElement[bool]:
    """The condition that a claim that is asked for tells of the event."""
    telling = select(event_claims.c.event_id)
    if filters.are_of_claims or filters.words is not None or filters.stories:
        plain = Filters(**{**_fields(filters), "since": None})
        telling = telling.join(claims, claims.c.id == event_claims.c.claim_id)
        telling = telling.join(stories, stories.c.id == claims.c.story_id)
        telling = telling.where(*story_conditions(plain), *claim_conditions(plain))
    return events.c.id.in_(telling)


def _fields(filters: Filters) -> dict[str, Any]:
    return {name: getattr(filters, name) for name in Filters.__dataclass_fields__}


def _events_of(connection: Connection, claim_ids: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for batch in batches(claim_ids):
        query = select(event_claims).where(event_claims.c.claim_id.in_(batch))
        found |= {row.claim_id: row.event_id for row in connection.execute(query)}
    return found


def _forget(connection: Connection, claim_ids: Sequence[str]) -> None:
    for batch in batches(claim_ids):
        connection.execute(delete(event_claims).where(event_claims.c.claim_id.in_(batch)))


def _new_id(connection: Connection, first_claim: str, taken: set[str]) -> str:
    """An id that no event has or had; that of an event of which nobody tells any more may come back."""
    number = 0
    while True:
        event = hash_id("event", first_claim, *([number] if number else []))
        is_alias = connection.execute(select(event_aliases.c.alias).where(event_aliases.c.alias == event)).first()
        if event not in taken and not is_alias and not claims_of(connection, event):
            return event
        number += 1


def _merge(connection: Connection, alias: str, event: str) -> None:
    """An event that is told by no claim of its own any more goes on as another."""
    connection.execute(update(event_aliases).where(event_aliases.c.event_id == alias).values(event_id=event))
    connection.execute(insert(event_aliases).values(alias=alias, event_id=event))
    connection.execute(delete(events).where(events.c.id == alias))
    connection.execute(update(event_history).where(event_history.c.event_id == alias).values(event_id=event))
