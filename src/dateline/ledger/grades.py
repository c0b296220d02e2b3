"""How reliable people hold sources to be, appended: the last grade of a source stands."""

from dataclasses import dataclass

from sqlalchemy import Connection, distinct, func, insert, select

from dateline.ledger.decisions import is_removed
from dateline.ledger.folding import storable
from dateline.ledger.instants import instant
from dateline.ledger.tables import claim_sources, claims, decisions, stories
from dateline.model.source import UNGRADED, Grade, grade_key

GRADE, SOURCE = "grade", "source"  # the kind and the field of such a decision


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A name that says or prints something: in how many stories, and its grade with who gave it and why."""

    name: str
    stories: int
    is_outlet: bool
    grade: str = UNGRADED
    by: str | None = None
    at: str | None = None
    reason: str | None = None


def grade(connection: Connection, name: str, letter: str, reason: str | None, by: str) -> bool:
    """Append a grade. Returns False, and appends nothing, when it stands already."""
    if grades(connection).get(grade_key(name), UNGRADED) == letter:
        return False
    row = {"kind": GRADE, "field": SOURCE, "subject": grade_key(name), "value": letter}
    connection.execute(insert(decisions).values(at=instant(), by=storable(by), reason=storable(reason), **row))
    return True


def grades(connection: Connection) -> dict[str, Grade]:
    """The grades that stand, by the keys of names."""
    query = select(decisions.c.subject, decisions.c.value).where(decisions.c.kind == GRADE, decisions.c.field == SOURCE)
    return {row.subject: row.value for row in connection.execute(query.order_by(decisions.c.id))}


def list_sources(connection: Connection) -> list[SourceRow]:
    """All who say or print something in stories that are not removed, those of most stories first."""
    given = select(decisions).where(decisions.c.kind == GRADE, decisions.c.field == SOURCE).order_by(decisions.c.id)
    last = {row.subject: row for row in connection.execute(given)}
    said = select(claim_sources.c.name, func.count(distinct(claims.c.story_id)).label("stories"))
    said = said.join(claims, claims.c.id == claim_sources.c.claim_id).where(claim_sources.c.name.is_not(None))
    said = said.where(~is_removed(claims.c.story_id), ~is_removed(claims.c.id)).group_by(claim_sources.c.name)
    printed = select(stories.c.outlet, func.count().label("stories")).where(stories.c.outlet.is_not(None))
    printed = printed.where(~is_removed(stories.c.id)).group_by(stories.c.outlet)
    found = []
    for query, is_outlet in ((said, False), (printed, True)):
        for name, count in connection.execute(query):
            row = last.get(grade_key(name))
            known = (row.value, row.by, row.at, row.reason) if row else ()
            found.append(SourceRow(name, count, is_outlet, *known))
    return sorted(found, key=lambda one: (-one.stories, one.name, one.is_outlet))
