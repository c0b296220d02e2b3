"""`dateline bench` on a golden story of our own, with the real pipeline."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli.main import cli

TEXT = "Rebels seize a town\n\nRebels captured the town of Ostan on Monday, the governor said."
GOLDEN = {
    "story": "stories/ostan.txt",
    "story_fields": {"headline": "Rebels seize a town"},
    "claims": [
        {
            "id": "c1",
            "in": TEXT.splitlines()[-1],
            "trigger": ["captured"],
            "status": "occurred",
            "actor_contains": "rebels",
        }
    ],
    "never": [{"in": TEXT.splitlines()[-1], "trigger": ["captured"], "status": "denied", "why": "nobody denies it"}],
    "quotes": [{"in": "captured the town", "speaker": "governor"}],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    for folder in ("stories", "golden", "gold"):
        (tmp_path / folder).mkdir()
    (tmp_path / "stories" / "ostan.txt").write_text(TEXT)
    (tmp_path / "golden" / "ostan.json").write_text(json.dumps(GOLDEN))
    return tmp_path / "gold"


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, ["bench", *map(str, words)])


def test_a_table_of_scores(gold: Path) -> None:
    result = run("golden", "--gold", gold)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("golden  (1 documents, ")
    assert "  points                         1.000   95 % between 1.000 and 1.000\n" in result.stdout


def test_as_json_and_below_a_floor(gold: Path) -> None:
    floors = gold / "floors.json"
    floors.write_text('{"golden": {"points": 1.1}}')
    result = run("golden", "--gold", gold, "--json", "--floors", floors)
    assert result.exit_code == 1
    assert json.loads(result.stdout).keys() == {"task", "file", "n", "scores", "intervals"}
    assert result.stderr == "below its floor: golden: points is 1.000, below 1.1\n"


def test_sets_that_are_missing_are_named(gold: Path) -> None:
    (gold.parent / "golden" / "ostan.json").unlink()
    (gold.parent / "golden").rmdir()
    result = run("--gold", gold)
    assert result.exit_code == 0
    assert next(line for line in result.stdout.splitlines() if not line.startswith(" ")).startswith("lookalikes")
    assert "quotes: skipped, " in result.stderr


def test_wrong_use() -> None:
    result = run("golden")
    assert result.exit_code == 2
    assert "name the folder of gold sets with --gold" in result.stderr
    assert run("--file", "x").exit_code == 2
