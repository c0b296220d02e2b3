"""Stories in the ledger: add them, know them again, give them back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from sqlalchemy import Connection, Row, insert, select

from dateline.ledger.batches import batches
from dateline.ledger.claims import insert_claims
from dateline.ledger.corrections import is_rejected, with_corrections
from dateline.ledger.decisions import is_removed, removed_among
from dateline.ledger.folding import storable
from dateline.ledger.instants import instant
from dateline.ledger.search import index_words
from dateline.ledger.tables import claims, stories
from dateline.model.coded import SCHEMA
from dateline.model.reading import Part
from dateline.model.record import Record, story_from_record
from dateline.model.story import Story

FLAT = ("path_or_url", "outlet", "credit", "headline", "published", "language")  # columns beside the record
Presence = Literal["new", "known", "removed"]


def presence(connection: Connection, story_id: str) -> Presence:
    """Whether the ledger has a story, has it no more, or never had it."""
    if connection.execute(select(stories.c.number).where(stories.c.id == story_id)).first() is None:
        return "new"
    return "removed" if removed_among(connection, [story_id]) else "known"


def add_story(connection: Connection, record: Mapping[str, Any]) -> Presence:
    """Add a coded story, given as its public JSON, inside the caller's transaction.

    Returns what the story was before: only a new one is written, so adding twice changes nothing.
    """
    story = record["story"]
    if (found := presence(connection, story["id"])) != "new":
        return found
    added_at = instant()
    row = insert(stories).values(
        id=story["id"],
        text_id=story["text_id"],
        **{name: storable(story[name]) for name in FLAT},
        story=story,
        **{name: record[name] for name in ("sentences", "attributions", "issues", "coder")},
        added_at=added_at,
    )
    inserted = connection.execute(row).inserted_primary_key
    assert inserted is not None
    index_words(connection, inserted[0], story["headline"], story["text"])
    insert_claims(connection, story["id"], record["claims"], added_at)
    return "new"


def story_record(connection: Connection, story_id: str) -> Record:
    """A story of the ledger as its public JSON, with the claims that are neither removed nor rejected."""
    row = connection.execute(select(stories).where(stories.c.id == story_id)).one()
    is_left = (claims.c.story_id == story_id, ~is_removed(claims.c.id), ~is_rejected(claims.c.id))
    found = connection.execute(select(claims.c.record).where(*is_left).order_by(claims.c.ordinal)).scalars()
    return record_of(row, with_corrections(connection, list(found)))


def texts_of(connection: Connection, ids: Sequence[str]) -> Iterator[tuple[Story, list[tuple[int, int, Part]]]]:
    """Stories with their sentences as (start, end, part), in the order of their ids."""
    for batch in batches(sorted(ids)):
        query = select(stories.c.story, stories.c.sentences).where(stories.c.id.in_(batch)).order_by(stories.c.id)
        for row in connection.execute(query):
            yield story_from_record(row.story), [(one["start"], one["end"], one["part"]) for one in row.sentences]


def record_of(row: Row[Any], claim_records: list[Record]) -> Record:
    """The public JSON of a row of `stories` and some of its claims."""
    return {
        "schema": SCHEMA,
        "story": row.story,
        "sentences": row.sentences,
        "attributions": row.attributions,
        "claims": claim_records,
        "issues": row.issues,
        "coder": row.coder,
    }
