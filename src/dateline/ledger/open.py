"""Open the ledger: make it, bring it up to date, and hand out its transactions."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect

from dateline.errors import LedgerError
from dateline.ledger.sqlite import (
    is_marked_as_ledger,
    ledger_errors,
    mark_as_ledger,
    sqlite_engine,
    use_write_ahead_log,
)
from dateline.ledger.versions import CURRENT, KNOWN, upgrade, version_of


@dataclass(frozen=True)
class Ledger:
    """An open ledger. All that happens inside one `writing()` is kept together or not at all."""

    path: Path
    engine: Engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger. Raises LedgerError."""
        with ledger_errors(self.path), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: on the disk when the block ends, undone when it raises. Raises LedgerError."""
        with ledger_errors(self.path), self.engine.begin() as connection:
            yield connection


def open_ledger(path: Path) -> Ledger:
    """The ledger in `path` for reading. Raises LedgerError when there is none, or it is of another version."""
    if not path.exists():
        raise LedgerError(
            f"there is no ledger {path}; make one with `dateline add PATH`, or name another with --ledger"
        )
    _refuse_folder(path)
    ledger = Ledger(path, sqlite_engine(path, is_writable=False))
    with ledger.reading() as connection:
        version = _checked_version(path, connection)
    if version is None:
        raise LedgerError(f"the ledger {path} is empty; add stories to it with `dateline add PATH`")
    return ledger if version == CURRENT else open_writable_ledger(path)


def open_writable_ledger(path: Path) -> Ledger:
    """The ledger in `path` for reading and writing, made or brought up to date when need be. Raises LedgerError."""
    _refuse_folder(path)
    if not path.absolute().parent.is_dir():
        raise LedgerError(f"the ledger {path} cannot be made, there is no folder {path.parent}; make the folder first")
    ledger = Ledger(path, sqlite_engine(path, is_writable=True))
    with ledger_errors(path), ledger.engine.connect() as connection:
        if (version := _checked_version(path, connection)) != CURRENT:
            upgrade(connection)
            if version is None:
                mark_as_ledger(connection)
            connection.commit()
    use_write_ahead_log(path)
    return ledger


def _checked_version(path: Path, connection: Connection) -> str | None:
    """The version of a ledger, None for an empty file. Raises LedgerError for any other file or a later version."""
    if not inspect(connection).get_table_names():
        return None
    version = version_of(connection) if is_marked_as_ledger(connection) else None
    if version is None:
        raise LedgerError(f"{path} is a database, but not a ledger of Dateline; name another file with --ledger")
    if version not in KNOWN:
        raise LedgerError(
            f"the ledger {path} was written by a later Dateline (version {version} of its tables, this one knows "
            f"{CURRENT}); install that Dateline, or name another ledger with --ledger"
        )
    return version


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise LedgerError(f"the ledger {path} is a folder; name a file in it, such as {path / 'dateline.db'}")
