"""The command line with a coding made by hand, in a folder with two stories."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.actions.coding import Coding
from dateline.cli.main import cli
from dateline.cli.options import Options
from dateline.model.coded import CodedStory, Coder
from dateline.model.story import Story
from tests.conftest import TEXT

WHY = ("--because", "read again", "--by", "ana")
Run = Callable[..., Result]
Told = Callable[..., str]


@pytest.fixture
def dateline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_coded: Callable[[Story], CodedStory], coder: Coder
) -> Callable[..., Result]:
    """Run `dateline` beside 0.txt and 1.txt, two stories of one departure that have a shelling denied too."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    for number in range(2):
        Path(f"{number}.txt").write_text(TEXT.format(number), encoding="utf-8")

    def runs(*words: str) -> Result:
        coding = Coding(lambda stories: map(make_coded, stories), coder)
        return CliRunner().invoke(cli, list(words), obj=Options(coding=coding))

    return runs


@pytest.fixture
def run(dateline: Run) -> Run:
    """A ledger of one story with two claims."""
    assert dateline("add", "0.txt").exit_code == 0
    return dateline


@pytest.fixture
def left(run: Run) -> str:
    """The claim that at least 40 soldiers of the Karsu Army left Karsu (place2) for Ostan (place1)."""
    return str(json.loads(run("claims", "--type", "RETREAT", "--json").stdout)["id"])


@pytest.fixture
def told(run: Run, left: str) -> Told:
    """What a correction of that claim says of the values."""

    def tells(*words: str) -> str:
        done = run("correct", left, *words)
        assert done.exit_code == 0, done.stderr
        head, *values = done.stdout.splitlines()
        assert head.startswith(f"claim {left}: status occurred (not decided), type RETREAT (not decided)")
        assert all(line.startswith("    ") for line in values)
        return ", ".join(line.strip().replace("  ", " ", 1) for line in values)

    return tells
