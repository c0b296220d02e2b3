"""Grade sources: how reliable somebody has proved to be, by the letters of the Admiralty system."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.actions.decide import who
from dateline.errors import ConfigurationError, UnknownIdError
from dateline.model.source import GRADES, grade_key
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.ledger.grades import SourceRow


@dataclass(frozen=True, slots=True)
class Graded:
    """A source with the grade that stands now; `is_new` is False when it stood already."""

    name: str
    grade: str
    is_new: bool


def grade_source(
    name: str, grade: str, settings: Settings | None = None, because: str | None = None, by: str | None = None
) -> Graded:
    """Append that a source of the ledger is of a grade, for a reason.

    Raises LedgerError, UnknownIdError for a name that nobody of the ledger has, and ConfigurationError for another
    letter or no reason.
    """
    from dateline.ledger import grades
    from dateline.ledger.open import open_ledger, open_writable_ledger

    letter, reason = grade.strip().upper(), " ".join((because or "").split())
    if letter not in GRADES:
        words = ", ".join(f"{known} ({meaning})" for known, meaning in GRADES.items())
        raise ConfigurationError(f"there is no grade {grade!r}; it is one of {words}")
    if not reason:
        raise ConfigurationError("whoever grades a source says why; give the reason with --because")
    path = (settings or Settings()).ledger
    open_ledger(path)  # a decision makes no ledger
    with open_writable_ledger(path).writing() as connection:
        known = {grade_key(row.name): row.name for row in reversed(grades.list_sources(connection))}
        if grade_key(name) not in known:
            raise UnknownIdError(f"no source of the ledger is called {name!r}; `dateline sources list` lists them")
        is_new = grades.grade(connection, name, letter, reason, (by or "").strip() or who())
    return Graded(known[grade_key(name)], letter, is_new)


def sources(settings: Settings | None = None, limit: int | None = None) -> "tuple[list[SourceRow], int]":
    """Who says or prints something, those of most stories first, and how many there are. Raises LedgerError."""
    from dateline.ledger.grades import list_sources
    from dateline.ledger.open import open_ledger

    with open_ledger((settings or Settings()).ledger).reading() as connection:
        found = list_sources(connection)
    return found[:limit], len(found)
