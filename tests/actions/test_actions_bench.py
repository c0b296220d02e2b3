"""The bench: which tasks run, what is skipped, what falls below its floor."""

import json
from pathlib import Path

import pytest

from dateline.actions.bench import bench
from dateline.errors import ConfigurationError, UnreadableError
from dateline.evaluation.result import Result
from dateline.evaluation.tasks import Task


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the set of one of two tasks; a task's score is the length of its set."""
    two = {name: Task(f"{name}.txt", "made", name, "") for name in ("one", "two")}
    monkeypatch.setattr("dateline.evaluation.tasks.TASKS", two)
    monkeypatch.setattr("dateline.actions.bench.TASKS", two)
    monkeypatch.setattr(Task, "run", lambda _, file, settings: Result(1, {"length": float(len(file.read_text()))}, {}))
    (tmp_path / "one.txt").write_text("four")
    return tmp_path


def test_what_is_not_there_is_left_out(gold: Path) -> None:
    one, two = bench(gold=gold)
    assert (one.task, one.file, one.result) == ("one", gold / "one.txt", Result(1, {"length": 4.0}, {}))
    assert (two.task, two.result, two.failures) == ("two", None, [])


def test_what_is_long_is_run_when_named(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = {name: Task("one.txt", "made", name, "", is_long=name == "two") for name in ("one", "two")}
    monkeypatch.setattr("dateline.evaluation.tasks.TASKS", long)
    monkeypatch.setattr("dateline.actions.bench.TASKS", long)
    assert [benched.task for benched in bench(gold=gold)] == ["one"]
    assert [benched.task for benched in bench("two", gold=gold)] == ["two"]


def test_another_file_has_no_floors(gold: Path) -> None:
    floors = gold / "floors.json"
    floors.write_text(json.dumps({"one": {"length": 5, "length_at_most": 3}}))
    (held,) = bench("one", gold=gold, floors=floors)
    assert held.failures == ["length is 4.000, below 5", "length is 4.000, above 3"]
    other = gold / "other.txt"
    other.write_text("x")
    (free,) = bench("one", other, gold, floors)
    assert (free.file, free.failures) == (other, [])


def test_wrong_use(gold: Path) -> None:
    with pytest.raises(ConfigurationError, match="name the folder of gold sets"):
        next(bench())
    with pytest.raises(ConfigurationError, match="name the task that"):
        next(bench(file=gold / "one.txt"))
    with pytest.raises(ConfigurationError, match="there is no task 'three'; the tasks are one, two"):
        next(bench("three", gold=gold))


def test_a_named_task_needs_its_set(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="is not there"):
        next(bench("quotes", gold=tmp_path))
