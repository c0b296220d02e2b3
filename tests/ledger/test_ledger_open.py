"""A ledger is made, opened, brought up to date, and refused with one sentence."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import dateline.ledger.migrations
import dateline.ledger.sqlite
from dateline.errors import LedgerError
from dateline.ledger.decisions import decide
from dateline.ledger.open import open_ledger, open_writable_ledger
from dateline.ledger.stories import add_story
from dateline.ledger.tables import metadata
from dateline.ledger.versions import CURRENT, KNOWN
from dateline.model.coded import Coder
from dateline.model.record import coded_story_record


def test_a_new_ledger_has_the_tables_that_the_code_asks(tmp_path: Path) -> None:
    ledger = open_writable_ledger(tmp_path / "new.db")
    with ledger.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": "ledger_version"})
        differences = [
            difference
            for difference in compare_metadata(context, metadata)
            if not (difference[0] == "remove_table" and difference[1].name.startswith("story_words"))
        ]
    assert differences == []


def test_the_current_version_is_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(dateline.ledger.migrations.__file__).parent))
    script = ScriptDirectory.from_config(config)
    assert script.get_current_head() == CURRENT
    assert tuple(reversed([revision.revision for revision in script.walk_revisions()])) == KNOWN


def test_a_missing_ledger_is_not_made_by_reading(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    with pytest.raises(LedgerError, match=r"there is no ledger .*none\.db; make one with"):
        open_ledger(path)
    assert not path.exists()


def test_an_empty_file_becomes_a_ledger_when_written_and_is_refused_when_read(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(LedgerError, match="is empty; add stories"):
        open_ledger(path)
    open_writable_ledger(path)
    open_ledger(path)


@pytest.mark.parametrize("content", [b"Not a database at all, but long enough to have a header. " * 40, b"\x00" * 5000])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    for opened in (open_ledger, open_writable_ledger):
        with pytest.raises(LedgerError, match="not a ledger of Dateline"):
            opened(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    for opened in (open_ledger, open_writable_ledger):
        with pytest.raises(LedgerError, match="is a database, but not a ledger of Dateline"):
            opened(path)


def test_a_ledger_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "later.db"
    with open_writable_ledger(path).writing() as connection:
        connection.exec_driver_sql("UPDATE ledger_version SET version_num = '9999'")
    for opened in (open_ledger, open_writable_ledger):
        with pytest.raises(LedgerError, match=r"written by a later Dateline .*9999"):
            opened(path)


def test_a_folder_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        open_writable_ledger(tmp_path)
    with pytest.raises(LedgerError, match="make the folder first"):
        open_writable_ledger(tmp_path / "no" / "where.db")


def test_a_locked_ledger_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dateline.ledger.sqlite, "BUSY_SECONDS", 0.05)
    path = tmp_path / "busy.db"
    ledger = open_writable_ledger(path)
    with ledger.writing(), pytest.raises(LedgerError, match="in use by another program"):
        open_writable_ledger(path)


def test_a_read_only_ledger_says_so_and_can_be_read(tmp_path: Path) -> None:
    ledger = open_writable_ledger(tmp_path / "fixed.db")
    with pytest.raises(LedgerError, match="is read-only; make the file"), ledger.writing() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")  # what SQLite reports for a file it may not write
        decide(connection, "remove", "x", "me")
    with open_ledger(ledger.path).reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM decisions").scalar() == 0


def test_a_full_disk_says_so_and_keeps_what_was_added(tmp_path: Path, make_story, make_coded, coder: Coder) -> None:  # type: ignore[no-untyped-def]
    ledger = open_writable_ledger(tmp_path / "full.db")
    added = []
    with pytest.raises(LedgerError, match="the disk is full; free some space"):
        for number in range(1000):
            record = coded_story_record(make_coded(make_story(f"Story {number}. " + "Filler words. " * 200)), coder)
            with ledger.writing() as connection:
                connection.exec_driver_sql("PRAGMA max_page_count = 120")
                add_story(connection, record)
            added.append(record["story"]["id"])
    with open_ledger(ledger.path).reading() as connection:
        kept = connection.exec_driver_sql("SELECT id FROM stories ORDER BY number").scalars().all()
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    assert added
    assert kept == added


def test_stories_of_a_ledger_of_before_wait_to_be_linked_anew(tmp_path: Path) -> None:
    ledger = open_writable_ledger(tmp_path / "old.db")
    with ledger.writing() as connection:
        connection.exec_driver_sql("DROP INDEX ix_decisions_value")
        connection.exec_driver_sql("UPDATE ledger_version SET version_num = '0006'")
    with sqlite3.connect(ledger.path) as raw:  # without foreign keys: there is no story behind it
        raw.execute("INSERT INTO linked_stories VALUES ('one')")
    with open_ledger(ledger.path).reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM linked_stories").scalar_one() == 0
        plan = connection.exec_driver_sql("EXPLAIN QUERY PLAN SELECT * FROM decisions WHERE value = 'one'").all()
    assert "USING INDEX ix_decisions_value" in str(plan)
