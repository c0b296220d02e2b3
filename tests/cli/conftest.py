"""The command line with a coding made by hand, in a folder with two stories."""

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
