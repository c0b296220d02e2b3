"""Times, sources and instruments corrected on the command line, and values added that reading missed."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import WHY, Run, Told
from tests.conftest import TEXT


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("2021-07-04", "2021-07-04"),
        ("2021-07", "2021-07-01 to 2021-07-31"),
        ("2020", "2020-01-01 to 2020-12-31"),
        ("2021-07-03 to 2021-07", "2021-07-03 to 2021-07-31"),
        ("2021-07-03/2021-07-04", "2021-07-03 to 2021-07-04"),
        ("2021-07-03 or later", "2021-07-03 or later"),
        ("2021-07 or earlier", "2021-07-31 or earlier"),
        ("null", "no known day"),
    ],
)
def test_a_time(words: str, days: str, told: Told) -> None:
    assert told("--set", f"time={words}", *WHY) == f"time {days} (corrected by ana: 2021-07-05 → {days})"


def test_a_corrected_time_holds_in_lists_exports_and_events_until_it_is_undone(run: Run, left: str, told: Told) -> None:
    told("--set", "time=2021-06-29 to 2021-07-01", *WHY)
    assert "2021-06-29/07-01" in run("claims", "--to", "2021-07-02").stdout
    assert run("claims", "--type", "RETREAT", "--from", "2021-07-05").stdout.endswith("0 claims\n")
    row = next(csv.DictReader(io.StringIO(run("export", "--to", "csv").stdout)))
    assert (row["earliest"], row["latest"], row["edtf"]) == ("2021-06-29", "2021-07-01", "2021-06-29/2021-07-01")
    event = json.loads(run("events", "--type", "RETREAT", "--json").stdout)
    assert (event["time"]["earliest"], event["time"]["precision"]) == ("2021-06-29", "days")
    shown = run("show", left).stdout
    assert "Monday → 2021-06-29 to 2021-07-01 (corrected by ana: 2021-07-05 → 2021-06-29 to" in " ".join(shown.split())
    assert told("--undo", "time") == ""
    assert run("claims", "--type", "RETREAT", "--from", "2021-07-05").stdout.endswith("1 claim\n")


def test_who_says_so(run: Run, left: str, told: Told) -> None:
    shown = told("--set", "attribution1=unhcr", *WHY)
    assert shown == "attribution1 UNHCR (corrected by ana: Governor of Karsu → UNHCR; government → igo)"
    assert json.loads(run("claims", "--source", "UNHCR", "--json").stdout)["id"] == left
    (event,) = map(json.loads, run("events", "--type", "RETREAT", "--json").stdout.splitlines())
    assert [origin["name"] for origin in event["origins"]] == ["UNHCR"]
    traced = json.loads(run("trace", left, "attribution", "--json").stdout)
    assert [span["text"] for span in traced["spans"]] == ["the governor", "said"]
    assert "→ Upper Guard; government → military)" in told(
        "--set", "attribution1=Upper Guard", "--set", "attribution1.kind=military", *WHY
    )
    assert "→ nobody named;" in told("--set", "attribution1=null", *WHY)
    told("--reject", "attribution1", *WHY)
    assert run("claims", "--source", "Upper Guard").stdout.endswith("0 claims\n")


def test_values_that_were_missed(run: Run, left: str, told: Told) -> None:
    shown = told(
        "--add", "target=The   bridge=Bridge Guard", "--add", "instrument=shelling",
        "--add", "figure=Paragraph 0=7 to 9", "--add", "attribution=northern front", *WHY,
    )  # fmt: skip
    assert shown == ", ".join(
        [
            "target1 Bridge Guard (added by ana)",
            "instrument1 shelling (added by ana)",
            "figure2 7 to 9 people (added by ana)",
            "attribution2 northern front (added by ana)",
        ]
    )
    assert "figure2 7 to 9 people killed (added by ana)" in told("--set", "figure2.counts=killed", *WHY)
    assert json.loads(run("claims", "--party", "Bridge Guard", "--json").stdout)["id"] == left
    (event,) = map(json.loads, run("events", "--type", "RETREAT", "--json").stdout.splitlines())
    assert {(figure["counts"], figure["low"], figure["high"]) for figure in event["figures"]} == {
        ("fled", 40, None),
        ("killed", 7, 9),
    }
    traced = [json.loads(line) for line in run("trace", left, "figures", "--json").stdout.splitlines()]
    assert [one["spans"][0]["text"] for one in traced] == ["At least 40", "Paragraph 0"]
    assert "instrument1 shelling" in told("--undo", "figure2")
    assert "figure2" not in run("show", left).stdout


def test_words_tell_number_and_what_is_counted(dateline: Run) -> None:
    Path("2.txt").write_text(TEXT.format(0) + " Twelve killed on Sunday.", encoding="utf-8")
    dateline("add", "2.txt")
    claim = json.loads(dateline("claims", "--type", "ASSAULT", "--json").stdout)["id"]
    shown = dateline("correct", claim, "--add", "figure=twelve killed", "--add", "time=on Sunday=2021-07-04", *WHY)
    assert "    figure1  12 people killed (added by ana)" in shown.stdout.splitlines()
    assert "    time  2021-07-04 (added by ana)" in shown.stdout.splitlines()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--set", "time=Monday"), "'monday' are no days; write 2021-07-05"),
        (("--set", "time=2021-13"), "'2021-13' are no days"),
        (("--set", "time=2021-07-05 to 2021-07-03"), "runs backwards"),
        (("--set", "time.day=2021-07-05"), "a time has no 'day' to set"),
        (("--set", "attribution1.country=KRS"), "a source has no 'country' to set"),
        (("--add", "figure"), "--add takes WHAT=WORDS"),
        (("--add", "colour=the bridge"), "a claim has no 'colour' to add; it has actor, target"),
        (("--add", "actor=nobody here"), "the story has no words 'nobody here'"),
        (("--add", "actor="), "the story has no words ''"),
        (("--add", "figure=soldiers left"), "'soldiers left' tell no number"),
        (("--add", "figure=40 soldiers"), "the claim has figure1 already; set that: --set figure1=..."),
        (("--add", "time=the bridge=2021-07-04"), "the claim has time already"),
        (("--add", "place=Paragraph 0"), "the gazetteer has no place called 'Paragraph 0'"),
        (("--add", "place=the bridge"), "'the bridge' may be one of"),
    ],
)
def test_what_cannot_be_changes_nothing(run: Run, left: str, words: tuple[str, ...], message: str) -> None:
    done = run("correct", left, *words, *WHY)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr
    assert run("corrections", "list", "--all").stdout == "0 corrections\n"


def test_adding_needs_a_reason(run: Run, left: str) -> None:
    done = run("correct", left, "--add", "instrument=shelling")
    assert (done.exit_code, "give the reason with --because" in done.stderr) == (2, True)
