"""Disputed territory on the screen and in files: it is named wherever a place in it is printed."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli.main import cli
from dateline.exports.wording import NO_OPINION

STORY = """Shelling kills four in Tskhinvali

Four villagers were killed in shelling in Tskhinvali on Monday, a doctor said. Georgia sent ambulances.
"""
DISPUTE = "disputed: South Ossetia, claimed by GEO and authorities of South Ossetia"


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, [*words, "--no-model"])


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


def test_read_names_the_dispute_and_has_no_opinion(here: Path) -> None:
    shown = run("read", "story.txt", "--published", "2021-07-05").stdout
    assert f"{DISPUTE} (neutral)" in shown
    assert NO_OPINION in " ".join(shown.split())
    assert "Tskhinvali, GEO" in shown or "khinvali, GEO" in shown
    assert f"{DISPUTE} (control)" in run("read", "story.txt", "--borders", "control").stdout


def test_what_is_nowhere_disputed_has_no_note(here: Path) -> None:
    (here / "story.txt").write_text("Gunmen killed four villagers in Nairobi on Monday.\n", encoding="utf-8")
    shown = run("read", "story.txt").stdout
    assert "Nairobi" in shown
    assert "isputed" not in shown


def test_an_unknown_view_is_a_mistake_of_the_settings(here: Path) -> None:
    (here / "dateline.toml").write_text('borders = "mars"\n', encoding="utf-8")
    result = run("read", "story.txt")
    assert result.exit_code == 2
    assert "no view of borders 'mars'" in result.stderr


def test_the_ledger_tells_it_everywhere(here: Path) -> None:
    run("add", "story.txt", "--published", "2021-07-05")
    claims = run("claims").stdout
    assert "Disputed (view of borders: neutral): South Ossetia." in claims
    claim, event = (json.loads(run(name, "--json").stdout.splitlines()[0])["id"] for name in ("claims", "events"))
    for words in (("show", claim), ("trace", claim, "places"), ("event", event)):
        shown = " ".join(run(*words).stdout.split())
        assert DISPUTE in shown and NO_OPINION in shown, words


def test_exports_have_it(here: Path) -> None:
    run("add", "story.txt", "--published", "2021-07-05")
    result = run("export", "--to", "csv")
    assert NO_OPINION in result.stderr
    row = next(csv.DictReader(io.StringIO(result.stdout)))
    assert row["country"] == "GEO"
    assert row["disputed"] == "South Ossetia, claimed by GEO and authorities of South Ossetia (neutral)"
    assert json.loads(run("export", "--to", "geojson").stdout)["note"] == NO_OPINION
    record = json.loads(run("export", "--to", "json").stdout)
    assert record["claims"][0]["places"][0]["disputed"]["view"] == "neutral"


@pytest.mark.parametrize("command", ["read", "add", "rerun", "export"])
def test_help_names_the_setting(command: str) -> None:
    assert "--borders VIEW" in run(command, "--help").stdout
