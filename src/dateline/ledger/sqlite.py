"""What is particular to SQLite: how a file is opened, and what its errors mean for the user."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from dateline.errors import LedgerError

APPLICATION_ID = 0x444C_4E45  # "DLNE", in the file's header: tells a ledger from any other SQLite file
BUSY_SECONDS = 10.0

_REMEDIES = {
    sqlite3.SQLITE_BUSY: "is in use by another program; wait until that is done and run again",
    sqlite3.SQLITE_LOCKED: "is in use by another program; wait until that is done and run again",
    sqlite3.SQLITE_READONLY: "is read-only; make the file and its folder writable, or name another with --ledger",
    sqlite3.SQLITE_PERM: "may not be opened; ask for the right to read and write it, or name another with --ledger",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; look whether its folder exists and whether you may read and write both",
    sqlite3.SQLITE_FULL: "cannot grow, the disk is full; free some space and run again: what was added is kept",
    sqlite3.SQLITE_IOERR: "cannot be read or written, the disk reports an error; check the disk and run again",
    sqlite3.SQLITE_NOTADB: "is not a ledger of Dateline; name another file with --ledger",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore a copy of it, or name another with --ledger",
}


def sqlite_engine(path: Path, *, is_writable: bool) -> Engine:
    """An engine for one file; a transaction of a writable one takes the write lock when it begins.

    Every commit is on the disk before it returns (`synchronous` FULL), for a story reported as added must outlive even
    a power cut.
    """
    address = f"{path.absolute().as_uri()}?mode={'rwc' if is_writable else _reading_mode(path)}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        if not is_writable:
            connection.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writable else "BEGIN")

    return engine


def use_write_ahead_log(path: Path) -> None:
    """Let readers go on while one program writes; the file keeps the setting."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.Error as error:
        raise LedgerError(f"the ledger {path} {_remedy(error)}") from error
    finally:
        connection.close()


def mark_as_ledger(connection: Connection) -> None:
    """Write into the file's header whose it is."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def is_marked_as_ledger(connection: Connection) -> bool:
    """Whether the file's header says that it is a ledger."""
    return bool(connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID)


@contextmanager
def ledger_errors(path: Path) -> Iterator[None]:
    """Turn an error of the database into one sentence with a remedy."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error) and (code := _primary_code(error.orig)) in _REMEDIES:
            raise LedgerError(f"the ledger {path} {_REMEDIES[code]}") from error
        if isinstance(error, OperationalError):
            raise LedgerError(f"the ledger {path} {_remedy(error.orig)}") from error
        raise


def _remedy(error: BaseException | None) -> str:
    known = _REMEDIES.get(_primary_code(error)) if isinstance(error, sqlite3.Error) else None
    return known or f"reports {str(error)!r}; check the file, or name another with --ledger"


def _primary_code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", -1)) & 0xFF


def _reading_mode(path: Path) -> str:
    """How SQLite opens a file that is only read.

    "rw" where it may, for only so the files of the write-ahead log are tidied away by the last who closes. A
    write-ahead ledger where nothing can be written beside it (a CD, another's folder) opens only when SQLite is told
    that nobody changes it ("immutable"), which is true as long as no log is pending.
    """
    if os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK):
        return "rw"
    pending = path.with_name(path.name + "-wal")
    is_pending = pending.exists() and pending.stat().st_size > 0
    return "ro" if is_pending or os.access(path.absolute().parent, os.W_OK) else "ro&immutable=1"
