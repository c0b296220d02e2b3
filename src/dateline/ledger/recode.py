"""Put what a story is coded as now in the place of what it was coded as; the old record is kept as a version."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, text, update

from dateline.ledger.batches import batches
from dateline.ledger.claims import insert_claims
from dateline.ledger.corrections import index_decided
from dateline.ledger.folding import storable
from dateline.ledger.instants import instant
from dateline.ledger.judgements import PAIR
from dateline.ledger.stories import FLAT, record_of
from dateline.ledger.tables import (
    claim_parties,
    claim_places,
    claim_sources,
    claims,
    decisions,
    stories,
    story_versions,
)
from dateline.model.record import Record


def coded_record(connection: Connection, story_id: str) -> Record:
    """A story with all its claims as they are coded, whatever people decided about them."""
    row = connection.execute(select(stories).where(stories.c.id == story_id)).one()
    found = connection.execute(select(claims.c.record).where(claims.c.story_id == story_id).order_by(claims.c.ordinal))
    return record_of(row, list(found.scalars()))


def replace(connection: Connection, record: Mapping[str, Any], successors: Mapping[str, str]) -> None:
    """Keep the old record of a story as a version, and write the new one, in the caller's transaction.

    `successors` gives for a claim that is gone the one that it is now: what was decided about it is decided about
    that one too. A claim that stays as it was keeps the time of its adding.
    """
    story_id, now = record["story"]["id"], instant()
    old = coded_record(connection, story_id)
    kept = {**old, "story": {name: value for name, value in old["story"].items() if name != "text"}}
    connection.execute(insert(story_versions).values(story_id=story_id, record=kept, replaced_at=now))
    values = {name: record[name] for name in ("story", "sentences", "attributions", "issues", "coder")}
    values |= {name: storable(record["story"][name]) for name in FLAT}
    connection.execute(update(stories).where(stories.c.id == story_id).values(**values))
    _put_claims(connection, story_id, record["claims"], now)
    for gone, successor in sorted(successors.items()):
        _hand_on(connection, gone, successor)
    index_decided(connection, sorted(decided_among(connection, [claim["id"] for claim in record["claims"]])))


def versions_of(connection: Connection, story_id: str) -> list[tuple[str, Record]]:
    """What a story was coded as before, with when that was replaced, the first first."""
    query = select(story_versions).where(story_versions.c.story_id == story_id).order_by(story_versions.c.number)
    return [(row.replaced_at, row.record) for row in connection.execute(query)]


def decided_among(connection: Connection, claim_ids: Sequence[str]) -> set[str]:
    """The claims about which anything was decided, alone or in a pair."""
    found: set[str] = set()
    for batch in batches(claim_ids):
        is_about = or_(decisions.c.subject.in_(batch), (decisions.c.field == PAIR) & decisions.c.value.in_(batch))
        for row in connection.execute(select(decisions.c.subject, decisions.c.value).where(is_about)):
            found |= {row.subject, row.value} & set(batch)
    return found


def _put_claims(connection: Connection, story_id: str, records: Sequence[Record], now: str) -> None:
    """Write a story's claims anew; rows that events hang on may be missing until the transaction ends."""
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    found = connection.execute(
        select(claims.c.id, claims.c.record, claims.c.added_at).where(claims.c.story_id == story_id)
    )
    before = {row.id: (row.record, row.added_at) for row in found}
    for batch in batches(sorted(before)):
        for table in (claim_parties, claim_places, claim_sources):
            connection.execute(delete(table).where(table.c.claim_id.in_(batch)))
    connection.execute(delete(claims).where(claims.c.story_id == story_id))
    insert_claims(connection, story_id, records, now)
    for record in records:
        if record["id"] in before and before[record["id"]][0] == record:
            query = update(claims).where(claims.c.id == record["id"])
            connection.execute(query.values(added_at=before[record["id"]][1]))


def _hand_on(connection: Connection, gone: str, successor: str) -> None:
    """Append what was decided about a claim as decided about another, by the same person at the same time."""
    is_about = or_(decisions.c.subject == gone, (decisions.c.field == PAIR) & (decisions.c.value == gone))
    for row in connection.execute(select(decisions).where(is_about).order_by(decisions.c.id)).all():
        values = {name: value for name, value in row._mapping.items() if name != "id"}
        if row.field == PAIR:
            other = row.value if row.subject == gone else row.subject
            values["subject"], values["value"] = sorted((successor, other))
        else:
            values["subject"] = successor
        connection.execute(insert(decisions).values(**values))
