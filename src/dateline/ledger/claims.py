"""Claims in the ledger: the record, and beside it the rows that filters ask."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, update

from dateline.ledger.folding import folded, storable
from dateline.ledger.tables import claim_parties, claim_places, claim_sources, claims
from dateline.model.values import standing_claim

Rows = list[dict[str, Any]]


def insert_claims(connection: Connection, story_id: str, records: Sequence[Mapping[str, Any]], added_at: str) -> None:
    """Write a story's claims, given as public JSON in the order of the text."""
    _insert(connection, claims, [_claim(story_id, n, record, added_at) for n, record in enumerate(records)])
    _insert(connection, claim_parties, [row for record in records for row in _parties(record)])
    _insert(connection, claim_places, [row for record in records for row in _places(record)])
    _insert(connection, claim_sources, [row for record in records for row in _sources(record)])


def index_anew(connection: Connection, record: Mapping[str, Any]) -> None:
    """Let filters ask for the values that hold of a claim, given as public JSON with its corrections."""
    held = standing_claim(record)
    rows = {claim_parties: _parties(held), claim_places: _places(held), claim_sources: _sources(held)}
    for table in rows:
        connection.execute(delete(table).where(table.c.claim_id == record["id"]))
        _insert(connection, table, rows[table])
    connection.execute(update(claims).where(claims.c.id == record["id"]).values(**_days(held)))


def _insert(connection: Connection, table: Table, rows: Rows) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _claim(story_id: str, ordinal: int, record: Mapping[str, Any], added_at: str) -> dict[str, Any]:
    return {
        "id": record["id"],
        "story_id": story_id,
        "ordinal": ordinal,
        "plover": record["event"]["plover"],
        "mode": record["event"]["mode"],
        "status": record["status"],
        "trigger": storable(record["trigger"]["text"]),
        **_days(record),
        "record": record,
        "added_at": added_at,
    }


def _days(record: Mapping[str, Any]) -> dict[str, str | None]:
    time = record["time"] or {}
    return {"earliest": time.get("earliest"), "latest": time.get("latest")}


def _parties(record: Mapping[str, Any]) -> Rows:
    return [
        {
            "claim_id": record["id"],
            "role": role,
            "ordinal": ordinal,
            "name": storable(party["name"]),
            "folded": storable(folded(party["name"], party["text"], party["id"])),
            "country": party["country"],
            "kind": party["kind"],
            "party_id": party["id"],
        }
        for role, parties in (("actor", record["actors"]), ("target", record["targets"]))
        for ordinal, party in enumerate(parties)
    ]


def _places(record: Mapping[str, Any]) -> Rows:
    same = ("role", "country", "lat", "lon", "precision")
    return [
        {
            "claim_id": record["id"],
            "ordinal": ordinal,
            "name": storable(place["name"]),
            "folded": storable(folded(place["name"], place["text"], place["admin1"])),
            "admin1": storable(place["admin1"]),
            **{name: place[name] for name in same},
        }
        for ordinal, place in enumerate(record["places"])
    ]


def _sources(record: Mapping[str, Any]) -> Rows:
    return [
        {
            "claim_id": record["id"],
            "ordinal": ordinal,
            "name": storable(source["name"]),
            "folded": storable(folded(source["name"], source["text"])),
            "kind": source["kind"],
        }
        for ordinal, source in enumerate(record["attribution"])
    ]
