"""Versions and copies of a report on the command line: which renews which, what changed, what an old one said."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
REPORT = """Troops leave Karsu

At least 40 soldiers left Karsu for Ostan on Monday, the governor said.

The Northern Front denied shelling the bridge.

Rockets that fell on the bread market of Karsu before the soldiers went killed {dead} people, the hospital said.

Witnesses told of three loud blasts and of smoke that hung over the roofs of the old town for an hour.

The market has been hit twice since April, when the ceasefire along the river fell apart and guns were moved closer.
"""
FIRST, SECOND, LAST, COPY = (
    ("first.txt", 12, "10:00", "Valley Post"), ("second.txt", 15, "12:30", "Valley Post"),
    ("last.txt", 19, "18:00", "Valley Post"), ("copy.txt", 15, "20:00", "Hill Times"),
)  # fmt: skip


@pytest.fixture
def ids(dateline: Run) -> list[str]:
    """The ids of a report, of two later versions of it, and of a copy of the second."""
    found = []
    for name, dead, hour, outlet in (LAST, COPY, FIRST, SECOND):  # added in another order than they were published
        Path(name).write_text(REPORT.format(dead=dead), encoding="utf-8")
        done = dateline("add", name, "--outlet", outlet, "--published", f"2021-07-05T{hour}")
        assert done.exit_code == 0, done.stderr
        found.append(json.loads(dateline("stories", "--json", "--limit", "1").stdout)["id"])
    last, copy, first, second = found
    return [first, second, last, copy]


def short(ids: Sequence[str]) -> list[str]:
    return [one[:8] for one in ids]


def test_a_story_says_which_version_supersedes_it_and_what_changed(dateline: Run, ids: list[str]) -> None:
    first, second, last, copy = short(ids)
    shown = dateline("show", first).stdout.splitlines()
    assert shown[0].split(maxsplit=3) == ["renewed", "by", second, "figure: 12 -> 15"]
    assert shown[1].split(maxsplit=3) == ["superseded", "by", last, "figure: 15 -> 19"]
    shown = dateline("show", second).stdout.splitlines()
    assert shown[0].startswith(f"version of {first} ")
    assert "figure: 12 -> 15" in " ".join(shown[1:3])
    assert [line.split()[:3] for line in shown if line.startswith(("superseded", "copied"))] == [
        ["superseded", "by", last], ["copied", "by", copy],
    ]  # fmt: skip
    assert not any(line.startswith(("renewed", "superseded")) for line in dateline("show", last).stdout.splitlines())
    assert dateline("show", copy).stdout.startswith(f"copy of {second}  the same report word for word\n")


def test_a_claim_says_it_too(dateline: Run, ids: list[str]) -> None:
    first, _, last, _ = ids
    claims = [json.loads(line) for line in dateline("claims", "--json").stdout.splitlines()]
    of_story = {one["story"]["id"]: one for one in claims}
    assert of_story[first]["story"]["renewed_by"] == last
    assert (of_story[last]["story"]["renewed_by"], of_story[last]["story"]["link"]["kind"]) == (None, "version")
    shown = dateline("show", of_story[first]["id"]).stdout
    assert f"superseded by {last[:8]}  figure: 15 -> 19\n" in shown


def test_the_chain_is_listed_from_any_of_its_stories(dateline: Run, ids: list[str]) -> None:
    first, second, last, copy = short(ids)
    for asked, marked in ((first, first), (second, second), (last, last), (copy, second)):
        lines = dateline("show", asked, "--versions").stdout.splitlines()
        heads = [line for line in lines if not line.startswith(" ") and "Valley Post" in line]
        assert [line.split()[0] for line in heads] == [first, second, last]
        assert [line.split()[0] for line in heads if "asked for" in line] == [marked]
        assert [line.split()[0] for line in heads if line.endswith("latest") or "  latest  " in line] == [last]
        assert [line.strip() for line in lines if "->" in line] == ["figure: 12 -> 15", "figure: 15 -> 19"]
        assert f"    copied by {copy}" in lines
        assert lines[-1] == "3 versions, 1 copy"
        assert max(map(len, lines)) <= 80
    rows = [json.loads(line) for line in dateline("show", second, "--versions", "--json").stdout.splitlines()]
    assert [(row["story"][:8], row["is_asked"], row["is_latest"], len(row["copies"])) for row in rows] == [
        (first, False, False, 0), (second, True, False, 1), (last, False, True, 0),
    ]  # fmt: skip
    assert rows[2]["link"]["changed"] == ["figure: 15 -> 19"]


def test_lists_name_copies_and_versions(dateline: Run, ids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, last, copy = short(ids)
    told = {line[:8]: line for line in dateline("stories").stdout.splitlines()}
    says = ((first, f"now {last}"), (second, f"now {last}"), (last, f"version {second}"), (copy, f"copy {second}"))
    assert [one for one, words in says if f"  {words}  " not in told[one]] == []
    monkeypatch.setenv("COLUMNS", "160")
    lines = dateline("claims", "--type", "RETREAT").stdout.splitlines()
    assert lines[0].split()[-1] == "story"
    assert {" ".join(line.split()[-2:]) for line in lines[1:-1]} == {
        f"now {last}",
        f"version {second}",
        f"copy {second}",
    }


def test_a_removed_version_supersedes_nothing(dateline: Run, ids: list[str]) -> None:
    first, second, last, _ = ids
    assert dateline("remove", last).exit_code == 0
    rows = {row["id"]: row for row in map(json.loads, dateline("stories", "--json").stdout.splitlines())}
    assert (rows[first]["renewed_by"], rows[second]["renewed_by"]) == (second, None)


def test_a_story_alone_and_coded_anew(dateline: Run) -> None:
    dateline("add", "0.txt")
    story = json.loads(dateline("stories", "--json").stdout)["id"]
    assert dateline("show", story, "--versions").stdout.splitlines()[-1] == "1 version, 0 copies"
    assert dateline("rerun", "--all").exit_code == 0
    assert (
        dateline("show", story, "--versions").stdout.splitlines()[-1] == "1 version, 0 copies"
    )  # the very same coding
