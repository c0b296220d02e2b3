"""Correcting, listing and exporting on the command line, the whole way to what training reads."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import WHY, Run
from training.check import main as check
from training.sentences import read


@pytest.fixture
def ids(run: Run) -> list[str]:
    """The ids of the claims: of a flight that occurred, and of a shelling that is denied."""
    return [json.loads(line)["id"] for line in run("claims", "--json").stdout.splitlines()]


def test_from_a_story_to_sentences_that_training_reads(run: Run, ids: list[str]) -> None:
    left, shelling = ids
    run("correct", left, "--status", "planned", "--type", "mobilize", *WHY)
    run("correct", shelling, "--accept")
    done = run("corrections", "export-training", "--out", "mine.txt")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "2 sentences written\n")
    assert check(["mine.txt"]) == 0
    first, second = read(1, [Path("mine.txt")])
    assert first.text == Path("0.txt").read_text(encoding="utf-8").split("\n\n")[1]
    assert first.is_news
    assert [(first.text[one.start : one.end], one.kind, one.status) for one in first.triggers] == [
        ("left", "MOBILIZE", "planned")
    ]
    parts = {part: [first.text[start:end] for start, end in spans] for part, spans in first.parts.items()}
    assert parts == {
        "source": ["the governor"],
        "cue": ["said"],
        "content": ["At least 40 soldiers left Karsu for Ostan on Monday"],
    }
    assert [(second.text[one.start : one.end], one.kind, one.status) for one in second.triggers] == [
        ("shelling", "ASSAULT", "denied")
    ]


def test_equal_lines_of_two_stories_are_written_once_and_undecided_ones_left_out(run: Run, ids: list[str]) -> None:
    run("add", "1.txt")
    for line in run("claims", "--json", "--type", "RETREAT").stdout.splitlines():
        run("correct", json.loads(line)["id"], "--reject", *WHY)
    run("correct", ids[1], "--accept", "status")
    done = run("corrections", "export-training")
    assert done.stderr == "1 sentence written, 1 left out with a claim that is not decided\n"
    assert done.stdout.splitlines()[1:] == [
        "== news",
        "<c>At least 40 soldiers [left|none] Karsu for Ostan on Monday</c>, <s>the governor</s> <q>said</q>.",
    ]


def test_what_a_correction_says(run: Run, ids: list[str]) -> None:
    left, shelling = ids
    for words, shown in (
        (("--status", "Denied", *WHY), "status denied (corrected by ana, was occurred), type RETREAT (not decided)"),
        (
            ("--accept", "--by", "bo"),
            "status denied (corrected by ana, was occurred), type RETREAT (accepted by bo)",
        ),
        (("--status", "occurred", "--by", "bo"), "status occurred (accepted by bo), type RETREAT (accepted by bo)"),
        (("--undo", "type"), "status occurred (accepted by bo), type RETREAT (not decided)"),
        (("--undo", "type"), "status occurred (accepted by bo), type RETREAT (not decided); nothing changed"),
    ):
        done = run("correct", left[:8], *words)
        assert (done.exit_code, done.stdout) == (0, f"claim {left}: {shown}\n")
    way_back = f"`dateline correct {shelling[:8]} --undo claim` takes it back"
    for shown in (way_back, "nothing changed"):
        done = run("correct", shelling, "--reject", *WHY)
        assert done.stdout == f"claim {shelling}: no event (rejected by ana); {shown}\n"


def test_shows_and_lists_have_both_values(run: Run, ids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    left, shelling = ids
    story = json.loads(run("claims", "--json").stdout.splitlines()[0])["story"]["id"]
    run("correct", left, "--status", "denied", "--type", "COERCE", *WHY)
    shown = run("show", left).stdout
    assert "left  COERCE (corrected by ana, was RETREAT) · denied (corrected by ana, was" in shown
    assert "      because  read again (ana, status)" in shown
    assert "sentences: 2 denied;" in run("show", story).stdout
    assert max(map(len, run("claims").stdout.splitlines())) <= 80
    monkeypatch.setenv("COLUMNS", "160")
    assert "COERCE (was RETREAT withdraw)  denied (was occurred)" in run("claims").stdout
    assert [json.loads(run("show", left, "--json").stdout)[key] for key in ("status", "event")] == [
        "occurred",
        {"plover": "RETREAT", "mode": "withdraw", "acled": "Strategic developments/Other",
         "label": "withdraw of something"},
    ]  # fmt: skip
    row = next(csv.DictReader(io.StringIO(run("export", "--to", "csv").stdout)))
    assert (row["event_type"], row["mode"], row["status"]) == ("COERCE", "", "denied")
    assert row["corrections"] == (
        "status denied (corrected by ana, was occurred); type COERCE (corrected by ana, was RETREAT)"
    )
    run("correct", shelling, "--reject", *WHY)
    assert "· no event (rejected by ana)" in run("show", shelling).stdout
    assert "shelling" not in run("show", story, "--json").stdout.partition('"claims"')[2]


def test_the_list_of_corrections(run: Run, ids: list[str]) -> None:
    assert run("corrections", "list").stdout == "0 corrections\n"
    run("correct", ids[0], "--status", "denied", *WHY)
    run("correct", ids[0], "--status", "possible", "--accept", "type", *WHY)
    run("correct", ids[0], "--undo", "type")
    lines = run("corrections", "list").stdout.splitlines()
    assert lines[1].split()[:6] == [ids[0][:8], "edit", "status", "possible", "occurred", "ana"]
    assert lines[-1] == "1 correction"
    assert run("corrections", "list", "--all", "--limit", "1").stdout.endswith(
        "1 of 4 corrections; --limit 0 shows all\n"
    )
    rows = [json.loads(line) for line in run("corrections", "list", "--all", "--json").stdout.splitlines()]
    assert [(row["kind"], row["value"], row["was"], row["reason"], row["stands"]) for row in rows] == [
        ("undo", None, "RETREAT", None, False),
        ("accept", "RETREAT", "RETREAT", None, False),
        ("edit", "possible", "occurred", "read again", True),
        ("edit", "denied", "occurred", "read again", False),
    ]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--status", "happened", *WHY), 2, "'happened' is no status of a claim; it is one of occurred, ongoing"),
        (("--type", "FIGHT", *WHY), 2, "'FIGHT' is no type of a claim; it is one of AGREE"),
        (("--type", "none", *WHY), 2, "give --reject instead of --type"),
        (("--status", "denied"), 2, "give the reason with --because"),
        (("--reject", "--because", "  "), 2, "give the reason with --because"),
        ((), 2, "nothing is decided; say what with --status"),
        (("--accept", "place"), 2, "there is no field 'place' to accept; it is one of status, type"),
        (("--undo", "place"), 2, "there is no field 'place' to undo; it is one of claim, status, type"),
        (("--reject", "--status", "denied", *WHY), 2, "two decisions contradict each other"),
        (("--undo", "status", "--status", "denied", *WHY), 2, "two decisions contradict each other"),
    ],
)
def test_wrong_use_changes_nothing(run: Run, ids: list[str], words: tuple[str, ...], code: int, message: str) -> None:
    done = run("correct", ids[0], *words)
    assert (done.exit_code, done.stdout) == (code, "")
    assert message in done.stderr
    assert run("corrections", "list", "--all").stdout == "0 corrections\n"


def test_wrong_ids_and_rejected_claims_are_told(run: Run, ids: list[str]) -> None:
    story = json.loads(run("stories", "--json").stdout)["id"]
    unknown, of_story = run("correct", "zzz", "--accept"), run("correct", story, "--accept")
    assert (unknown.exit_code, of_story.exit_code) == (1, 1)
    assert "no story or claim has an id that begins with 'zzz'" in unknown.stderr
    assert f"`dateline show {story}` lists its claims" in of_story.stderr
    run("correct", ids[0], "--reject", *WHY)
    again = run("correct", ids[0], "--accept")
    assert again.exit_code == 2
    assert f"take that back first with `dateline correct {ids[0][:8]} --undo claim`" in again.stderr
    assert "type RETREAT (accepted by bo)" in run("correct", ids[0], "--undo", "claim", "--accept", "--by", "bo").stdout
    missing = run("correct", ids[0], "--accept", "--ledger", "none.db")
    assert (missing.exit_code, Path("none.db").exists()) == (3, False)
