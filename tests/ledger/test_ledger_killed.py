"""Killed in the middle of adding, nothing that was reported as added is lost, and the next run goes on."""

import subprocess
import sys
from pathlib import Path

from dateline.ledger.open import open_ledger

PROGRAM = """
import itertools, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from conftest import CODER, _coded, _story
from dateline.ledger.open import open_writable_ledger
from dateline.ledger.stories import add_story
from dateline.model.record import coded_story_record

ledger = open_writable_ledger(Path(sys.argv[1]))
for number in itertools.count():
    record = coded_story_record(_coded(_story(f"Story {number}. " + "More words. " * 2000)), CODER)
    with ledger.writing() as connection:
        before = add_story(connection, record)
    print(before, record["story"]["id"], flush=True)
"""


def run_until(path: Path, lines: int) -> list[tuple[str, str]]:
    """Add stories in another process, kill it after some reports, and give all that it had reported."""
    command = [sys.executable, "-c", PROGRAM, str(path), str(Path(__file__).parents[1])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        reported = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        reported += process.stdout.readlines()
    return [(line.split()[0], line.split()[1]) for line in reported if line.endswith("\n")]


def test_killed_while_adding(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    first = run_until(path, 5)
    assert {before for before, _ in first} == {"new"}
    with open_ledger(path).reading() as connection:
        kept = set(connection.exec_driver_sql("SELECT id FROM stories").scalars())
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert not connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        half = (
            "SELECT s.id FROM stories s LEFT JOIN claims c ON c.story_id = s.id GROUP BY s.id HAVING count(c.id) <> 2"
        )
        assert not connection.exec_driver_sql(half).all()
    assert {story for _, story in first} <= kept
    second = run_until(path, len(kept) + 2)
    assert [before for before, _ in second[: len(kept) + 1]] == ["known"] * len(kept) + ["new"]
