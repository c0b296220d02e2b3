"""`dateline rerun` on real coding: a codebook of one's own changes a claim, and a decision about it stands."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dateline.actions.stories import stories
from dateline.cli.main import cli
from dateline.ledger.links import LedgerStories
from dateline.ledger.open import open_writable_ledger
from dateline.linking.shelf import NEAREST
from dateline.settings import Settings

STORY = """Drones swarm a village near Karsu

Fighters of the Upland Guard droned the village of Ostanabad on Sunday, killing two farmers, a teacher said.
"""
PREDICATES = (
    "predicate\tpos\tmode\tacled\tframe\tcounts\tlabel\tif\tunless\n"
    "drone\tv\taerial\tExplosions/Remote violence/Air/drone strike\ttransitive\t\tdrone attack\tobject=village|town\t\n"
)


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger with one story, and a codebook beside it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    Path("story.txt").write_text(STORY, encoding="utf-8")
    folder = tmp_path / "mine" / "predicates"
    folder.mkdir(parents=True)
    (folder / "assault.tsv").write_text(PREDICATES, encoding="utf-8")
    added = run("add", "story.txt", "--outlet", "Valley Post", "--published", "2021-07-05")
    assert added.exit_code == 0, added.output
    return tmp_path / "dateline.db"


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, [*words, "--no-model"])


def the_claims() -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("claims", "--json").stdout.splitlines()]


def test_a_codebook_of_ones_own_changes_the_record(ledger: Path) -> None:
    (killing,) = the_claims()
    run("correct", killing["id"], "--status", "background", "--because", "of last year", "--by", "ana")
    nothing = run("rerun")
    assert nothing.stdout.startswith("0 stories to code anew: all asked for were coded by this program")
    diff = run("rerun", "--diff", "--codebook", "mine")
    assert diff.exit_code == 0, diff.output
    assert "“droned” ASSAULT aerial, occurred" in diff.stdout
    assert "1 story would be coded anew, 1 with changes; claims: 0 gone, 1 new" in diff.stdout
    assert all(len(line) <= 100 for line in diff.stdout.splitlines()[:-1])
    (record,) = map(json.loads, run("rerun", "--diff", "--json", "--codebook", "mine").stdout.splitlines())
    assert [claim["trigger"]["text"] for claim in record["new"]] == ["droned"]
    assert len(the_claims()) == 1

    done = run("rerun", "--codebook", "mine")
    assert done.stdout.startswith("1 story coded anew, 1 with changes; claims: 0 gone, 1 new")
    by_id = {claim["id"]: claim for claim in the_claims()}
    assert len(by_id) == 2
    assert by_id[killing["id"]]["corrections"][0]["value"] == "background"
    assert run("rerun", "--codebook", "mine").stdout.startswith("0 stories")
    back = run("rerun")
    assert "claims: 1 gone, 0 new" in back.stdout
    assert [claim["trigger"]["text"] for claim in the_claims()] == ["killing"]
    shown = run("show", killing["story"]["id"], "--versions").stdout.splitlines()
    assert shown[-1] == "1 version, 0 copies, coded anew 2 times"
    assert [line.split()[:3] for line in shown if line.startswith("coded by")] == [["coded", "by", "dateline"]] * 2
    assert [line.split()[0] for line in shown if line.startswith("    new  ")] == ["new"]
    assert [line.split()[0] for line in shown if line.startswith("    gone  ")] == ["gone"]


def test_the_same_coding_again_changes_nothing(ledger: Path) -> None:
    assert "1 story would be coded anew, 0 with changes" in run("rerun", "--diff", "--all").stdout
    assert run("rerun", "--diff", "--all", "--country", "Kenya").stdout.startswith("0 stories to code anew")


def test_a_rerun_makes_no_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("rerun", "--ledger", "none.db")
    assert result.exit_code == 3
    assert "there is no ledger none.db" in result.stderr
    assert not Path("none.db").exists()


def test_links_are_compared_anew_when_asked(ledger: Path) -> None:
    Path("copy.txt").write_text(STORY, encoding="utf-8")
    run("add", "copy.txt", "--outlet", "Northern Courier", "--published", "2021-07-06")
    right = next(row.link for row in stories(Settings(ledger=ledger)) if row.link)
    wrong = replace(right, kind="version", why="of old", changed=("x",))
    with open_writable_ledger(ledger).writing() as connection:
        LedgerStories(connection, NEAREST).put_link(right.story, wrong)
    told = run("rerun", "--links", "--diff")
    assert (told.exit_code, told.stdout.splitlines()[-1]) == (0, "2 compared anew, 1 would be linked otherwise")
    of = right.of[:8]
    assert told.stdout.splitlines()[1:4] == [
        f"    gone  version of {of}: of old",
        "          x",
        f"    new   copy of {of}: the same report word for word",
    ]
    (record,) = map(json.loads, run("rerun", "--links", "--json").stdout.splitlines())
    assert (record["before"]["kind"], record["after"]["kind"]) == ("version", "copy")
    assert run("rerun", "--links").stdout == "2 compared anew, 0 are linked otherwise\n"
    assert run("rerun", "--links", "--since", "1d").exit_code == 2
