"""What people decided, appended: a removal is a row, and so is its undoing."""

from typing import Literal

from sqlalchemy import ColumnElement, Connection, Select, insert, select

from dateline.ledger.instants import instant
from dateline.ledger.tables import decisions

DecisionKind = Literal["remove", "restore"]


def decide(connection: Connection, kind: DecisionKind, subject: str, by: str) -> bool:
    """Append a decision about a story or claim. Returns False, and appends nothing, when it stands already."""
    is_removed = subject in removed_among(connection, [subject])
    if is_removed == (kind == "remove"):
        return False
    connection.execute(insert(decisions).values(at=instant(), kind=kind, subject=subject, by=by))
    return True


def removed_among(connection: Connection, subjects: list[str]) -> dict[str, str]:
    """Which of the subjects are removed, with when."""
    found = removals().where(decisions.c.subject.in_(subjects))
    return {row.subject: row.at for row in connection.execute(found)}


def is_removed(subject: ColumnElement[str]) -> ColumnElement[bool]:
    """The condition that the story or claim with this id is removed."""
    return subject.in_(removals().with_only_columns(decisions.c.subject))


def removals() -> Select[tuple[str, str]]:
    """The removals that stand: decisions to remove that no later decision about the same subject follows.

    What is decided about a field of a claim neither removes it nor brings it back.
    """
    later = decisions.alias()
    is_about_the_same = (later.c.subject == decisions.c.subject) & later.c.field.is_(None)
    is_undone = select(later.c.id).where(is_about_the_same, later.c.id > decisions.c.id).exists()
    return select(decisions.c.subject, decisions.c.at).where(decisions.c.kind == "remove", ~is_undone)
