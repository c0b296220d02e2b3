"""Claims of the ledger as linking takes them: with their stories, and with what people corrected."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from sqlalchemy import Connection, Row, select

from dateline.ledger.batches import batches
from dateline.ledger.corrections import is_rejected, with_corrections
from dateline.ledger.decisions import is_removed
from dateline.ledger.tables import claims, stories
from dateline.model.claim import Claim, EventType, Plover, Status
from dateline.model.correction import standing_value
from dateline.model.record import Record, claim_from_record, story_from_record
from dateline.model.telling import Telling
from dateline.model.values import standing_claim

OPENING = 800  # characters of a text that tell what it is about


def tellings_of_story(connection: Connection, story_id: str) -> list[Telling]:
    """The claims of a story that are neither removed nor rejected; none when the story is removed."""
    is_left = (~is_removed(stories.c.id), ~is_removed(claims.c.id), ~is_rejected(claims.c.id))
    query = select(claims.c.record).join(stories, stories.c.id == claims.c.story_id)
    found = connection.execute(query.where(claims.c.story_id == story_id, *is_left).order_by(claims.c.ordinal))
    records = list(found.scalars())
    return _tellings(connection, [(story_id, record) for record in records]) if records else []


def tellings_of_claims(connection: Connection, claim_ids: Sequence[str]) -> list[Telling]:
    """Some claims, in the order of their ids."""
    found: list[tuple[str, Record]] = []
    for batch in batches(sorted(claim_ids)):
        query = select(claims.c.story_id, claims.c.record).where(claims.c.id.in_(batch)).order_by(claims.c.id)
        found += [(row.story_id, row.record) for row in connection.execute(query)]
    return _tellings(connection, found)


def _tellings(connection: Connection, found: Sequence[tuple[str, Record]]) -> list[Telling]:
    told: list[Telling] = []
    of_story = _stories(connection, sorted({story_id for story_id, _ in found}))
    records = with_corrections(connection, [record for _, record in found])
    countries = _countries([(story_id, record) for (story_id, _), record in zip(found, records, strict=True)])
    for (story_id, _), corrected in zip(found, records, strict=True):
        row = of_story[story_id]
        story = story_from_record(row.story)
        told.append(
            Telling(
                claim=_corrected(corrected),
                story=story_id,
                outlet=row.outlet,
                credit=row.credit,
                written_on=story.written_at,
                said_at=story.published or story.written_at,
                opening=story.text[:OPENING],
                countries=countries[story_id],
                sources=_sources(row.attributions),
            )
        )
    return told


def _corrected(record: Record) -> Claim:
    """A claim with the status, type, parties, places and figures that hold; a corrected type has no mode."""
    claim = claim_from_record(standing_claim(record))
    claim = replace(claim, status=cast(Status, standing_value(record, "status")))
    if (plover := standing_value(record, "type")) != claim.event.plover:
        claim = replace(claim, event=EventType(cast(Plover, plover), None, None, claim.event.label))
    return claim


def _sources(attributions: Sequence[Record]) -> tuple[tuple[str, str], ...]:
    """The names of a story's sources, each with the words of a phrase for it."""
    return tuple(sorted({(one["name"], span["text"]) for one in attributions if one["name"] for span in one["source"]}))


def _stories(connection: Connection, story_ids: Sequence[str]) -> dict[str, Row[Any]]:
    found: dict[str, Row[Any]] = {}
    for batch in batches(story_ids):
        query = select(stories.c.id, stories.c.outlet, stories.c.credit, stories.c.story, stories.c.attributions)
        found |= {row.id: row for row in connection.execute(query.where(stories.c.id.in_(batch)))}
    return found


def _countries(found: Sequence[tuple[str, Record]]) -> dict[str, tuple[str, ...]]:
    """The countries that the claims of each story name."""
    named: dict[str, set[str]] = {story_id: set() for story_id, _ in found}
    for story_id, coded in found:
        record = standing_claim(coded)
        values = (*record["places"], *record["actors"], *record["targets"])
        named[story_id] |= {value["country"] for value in values if value["country"]}
    return {story_id: tuple(sorted(codes)) for story_id, codes in named.items()}
