"""Ask the ledger: lists of stories and claims, records to export, and what an id stands for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from dateline.errors import UnknownIdError
from dateline.ledger.corrections import is_decided, with_corrections
from dateline.ledger.decisions import removals, removed_among
from dateline.ledger.filters import Filters, claim_conditions, story_conditions
from dateline.ledger.links import link_of, renewals_of
from dateline.ledger.stories import record_of
from dateline.ledger.tables import claims, stories
from dateline.model.claim import Claim
from dateline.model.link import Link
from dateline.model.record import Record, claim_from_record

SHOWN_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in a list. `claims` counts those that are not removed; instants are those of `ledger.instants`.

    `link` says which other story it is a copy or a version of, `renewed_by` which later version supersedes it.
    """

    id: str
    text_id: str
    path_or_url: str
    outlet: str | None
    credit: str | None
    headline: str | None
    published: str | None
    language: str | None
    claims: int
    added_at: str
    removed_at: str | None
    link: Link | None
    renewed_by: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list, with what tells its story.

    `record` is its public JSON with its corrections, `claim` what was coded; `sentence` is the sentence of its trigger,
    from `sentence_start` of its text on; `link` and `renewed_by` are those of its story, as in `StoryRow`.
    """

    claim: Claim
    record: Record
    sentence: str
    sentence_start: int
    story_id: str
    outlet: str | None
    credit: str | None
    headline: str | None
    published: str | None
    added_at: str
    link: Link | None = None
    renewed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What an id stands for."""

    kind: Literal["story", "claim"]
    id: str
    story_id: str


def list_stories(connection: Connection, filters: Filters, limit: int | None = None) -> Iterator[StoryRow]:
    """The stories asked for, the last added first. Conditions on claims ask for a story that has such a claim."""
    query = _story_rows().where(*_conditions_on_stories(filters)).order_by(stories.c.number.desc()).limit(limit)
    for row in connection.execute(query):
        yield _story_row(connection, row)


def story_row(connection: Connection, story_id: str) -> StoryRow:
    """One story, removed or not."""
    return _story_row(connection, connection.execute(_story_rows().where(stories.c.id == story_id)).one())


def _story_row(connection: Connection, row: Row[Any]) -> StoryRow:
    link, later = _repeats(connection, row.id)
    return StoryRow(**row._mapping, link=link, renewed_by=later)


def _story_rows() -> Select[Any]:
    gone = removals().subquery()
    count = (
        select(func.count())
        .select_from(claims)
        .where(claims.c.story_id == stories.c.id, *claim_conditions(Filters()))
        .scalar_subquery()
    )
    flat = (stories.c[name] for name in StoryRow.__dataclass_fields__ if name in stories.c)
    query = select(*flat, count.label("claims"), gone.c.at.label("removed_at"))
    return query.outerjoin(gone, gone.c.subject == stories.c.id)


def count_stories(connection: Connection, filters: Filters) -> int:
    """How many stories are asked for."""
    query = select(func.count()).select_from(stories).where(*_conditions_on_stories(filters))
    return connection.execute(query).scalar_one()


def coders_of_stories(connection: Connection, filters: Filters) -> list[tuple[str, dict[str, Any]]]:
    """The stories asked for, the first added first, each with what coded it."""
    query = select(stories.c.id, stories.c.coder).where(*_conditions_on_stories(filters)).order_by(stories.c.number)
    return [(row.id, row.coder) for row in connection.execute(query)]


def list_claims(connection: Connection, filters: Filters, limit: int | None = None) -> Iterator[ClaimRow]:
    """The claims asked for: those of the story added last first, within a story in the order of the text."""
    query = (
        _claims_asked(select(claims.c.record, claims.c.story_id), filters)
        .order_by(stories.c.number.desc(), claims.c.ordinal)
        .limit(limit)
    )
    for story_id, rows in groupby(connection.execute(query), key=lambda row: row.story_id):
        story = connection.execute(select(stories).where(stories.c.id == story_id)).one()
        records, repeats = [row.record for row in rows], _repeats(connection, story_id)
        for coded, record in zip(records, with_corrections(connection, records), strict=True):
            yield _claim_row(story, claim_from_record(coded), record, repeats)


def count_claims(connection: Connection, filters: Filters) -> int:
    """How many claims are asked for."""
    return int(connection.execute(_claims_asked(select(func.count()), filters)).scalar_one())


def coded_stories(connection: Connection, filters: Filters) -> Iterator[Record]:
    """The stories asked for as public JSON, the first added first, each with the claims asked for.

    When anything is asked of the claims, a story without such a claim is left out.
    """
    numbers = select(stories.c.number).where(*_conditions_on_stories(filters)).order_by(stories.c.number)
    for number in connection.execute(numbers).scalars().all():
        row = connection.execute(select(stories).where(stories.c.number == number)).one()
        asked = claims.c.story_id == row.id
        found = connection.execute(
            select(claims.c.record).where(asked, *claim_conditions(filters)).order_by(claims.c.ordinal)
        )
        yield record_of(row, with_corrections(connection, list(found.scalars())))


def decided_stories(connection: Connection) -> Iterator[Record]:
    """The stories with a corrected claim as public JSON, the first added first, with all their claims.

    Unlike in `coded_stories`, rejected and removed claims are among them; of what was decided about a removed claim
    only its rejection counts, for who removed it did not say why.
    """
    decided = select(claims.c.story_id).where(is_decided(claims.c.id))
    asked = select(stories).where(*story_conditions(Filters()), stories.c.id.in_(decided)).order_by(stories.c.number)
    for row in connection.execute(asked):
        coded = select(claims.c.record).where(claims.c.story_id == row.id).order_by(claims.c.ordinal)
        records = with_corrections(connection, list(connection.execute(coded).scalars()))
        for removed in removed_among(connection, [record["id"] for record in records]):
            record = next(record for record in records if record["id"] == removed)
            record["corrections"] = [one for one in record.get("corrections", ()) if one["field"] == "claim"]
        yield record_of(row, records)


def find(connection: Connection, beginning: str) -> Found:
    """The story or claim whose id begins so. Raises UnknownIdError when there is none, or several."""
    wanted = beginning.strip().lower()
    rows: list[Found] = []
    if wanted.isalnum():
        rows += [Found("story", *row) for row in _starting(connection, stories.c.id, stories.c.id, wanted)]
        rows += [Found("claim", *row) for row in _starting(connection, claims.c.id, claims.c.story_id, wanted)]
    exact = [found for found in rows if found.id == wanted]
    if len(rows) == 1 or exact:
        return (exact or rows)[0]
    if not rows:
        raise UnknownIdError(
            f"no story or claim has an id that begins with {beginning!r}; `dateline stories` lists them"
        )
    shown = ", ".join(f"{found.id} ({found.kind})" for found in rows[:SHOWN_CANDIDATES])
    more = ", ..." if len(rows) > SHOWN_CANDIDATES else ""
    raise UnknownIdError(f"several ids begin with {beginning!r}: {shown}{more}; give more of the id")


def claim_row(connection: Connection, found: Found) -> ClaimRow:
    """One claim by what `find` gave, removed or not."""
    story = connection.execute(select(stories).where(stories.c.id == found.story_id)).one()
    coded = connection.execute(select(claims.c.record).where(claims.c.id == found.id)).scalar_one()
    (record,) = with_corrections(connection, [coded])
    return _claim_row(story, claim_from_record(coded), record, _repeats(connection, found.story_id))


def stories_of_claims(connection: Connection, claim_ids: Sequence[str]) -> list[tuple[str, str]]:
    """Claims with their stories, by the order of adding and of the text."""
    query = select(claims.c.id, claims.c.story_id).where(claims.c.id.in_(claim_ids)).order_by(claims.c.number)
    return [(row.id, row.story_id) for row in connection.execute(query)]


def story_text(connection: Connection, story_id: str) -> str:
    """The text of a story."""
    return str(connection.execute(select(stories.c.story).where(stories.c.id == story_id)).scalar_one()["text"])


def sentence_at(connection: Connection, story_id: str, offset: int) -> tuple[str, int]:
    """The sentence of a story that an offset of its text lies in, and where it begins."""
    story = connection.execute(select(stories.c.story, stories.c.sentences).where(stories.c.id == story_id)).one()
    found = next(one for one in story.sentences if one["start"] <= offset < one["end"])
    return story.story["text"][found["start"] : found["end"]], found["start"]


def _repeats(connection: Connection, story_id: str) -> tuple[Link | None, str | None]:
    """The link of a story, and the later version that supersedes it."""
    renewals = renewals_of(connection, story_id)
    return link_of(connection, story_id), renewals[-1].story if renewals else None


def _claim_row(story: Row[Any], claim: Claim, record: Record, repeats: tuple[Link | None, str | None]) -> ClaimRow:
    sentence = story.sentences[record["sentence"]]
    return ClaimRow(
        claim=claim,
        record=record,
        sentence=story.story["text"][sentence["start"] : sentence["end"]],
        sentence_start=sentence["start"],
        story_id=story.id,
        outlet=story.outlet,
        credit=story.credit,
        headline=story.headline,
        published=story.published,
        added_at=story.added_at,
        link=repeats[0],
        renewed_by=repeats[1],
    )


def _conditions_on_stories(filters: Filters) -> list[ColumnElement[bool]]:
    conditions = story_conditions(filters)
    if filters.are_of_claims:
        conditions.append(stories.c.id.in_(select(claims.c.story_id).where(*claim_conditions(filters))))
    return conditions


def _claims_asked(query: Select[Any], filters: Filters) -> Select[Any]:
    joined = query.select_from(claims).join(stories, stories.c.id == claims.c.story_id)
    return joined.where(*story_conditions(filters), *claim_conditions(filters))


def _starting(
    connection: Connection, column: ColumnElement[str], story: ColumnElement[str], beginning: str
) -> list[tuple[str, str]]:
    query = select(column, story).where(column.startswith(beginning)).order_by(column).limit(SHOWN_CANDIDATES + 1)
    return [(row[0], row[1]) for row in connection.execute(query)]
