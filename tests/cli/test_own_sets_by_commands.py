"""A rising toll and two sides' tolls from files to the printed event: the whole record, field by field."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from dateline.cli.main import cli
from dateline.exports.schema import event_schema

STORIES = Path(__file__).parents[1] / "linking" / "stories"
Run = Callable[..., Result]


@pytest.fixture(scope="module", params=["forwards", "backwards"])
def order(request: pytest.FixtureRequest) -> str:
    """The order of adding, which must not matter."""
    return str(request.param)


def ledger_of(name: str, order: str, folder: Path) -> Run:
    def run(*words: str) -> Result:
        return CliRunner().invoke(cli, [*words, "--no-model", "--ledger", str(folder / f"{name}.db")])

    paths = sorted((STORIES / name).glob("*.txt"), reverse=order == "backwards")
    assert run("add", *map(str, paths)).exit_code == 0
    return run


@pytest.fixture(scope="module")
def rising(order: str, tmp_path_factory: pytest.TempPathFactory) -> Run:
    return ledger_of("rising_toll", order, tmp_path_factory.mktemp(order))


@pytest.fixture(scope="module")
def sides(order: str, tmp_path_factory: pytest.TempPathFactory) -> Run:
    return ledger_of("two_sides", order, tmp_path_factory.mktemp(order))


def the_event(run: Run) -> dict[str, Any]:
    """The event with most claims."""
    lines = run("events", "--type", "ASSAULT", "--json").stdout.splitlines()
    found: list[dict[str, Any]] = [json.loads(line) for line in lines]
    for event in found:
        jsonschema.validate(event, event_schema())
    return max(found, key=lambda event: len(event["claims"]))


def ladder(figure: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Each step without its claim: when, bounds, who, and whether it stands."""
    return sorted(
        (one["said_on"], one["low"], one["high"] or 0, one["who"], not (one["superseded_by"] or one["part_of"]))
        for one in figure["claims"]
    )


def plain(figure: dict[str, Any]) -> tuple[Any, ...]:
    names = ("counts", "unit", "population", "side", "low", "best", "high", "contested", "rule")
    return tuple(figure[name] for name in names)


def test_the_event_of_a_rising_toll(rising: Run) -> None:
    event = the_event(rising)
    assert event["label"] == "explosion: crowded market, Mubi"
    assert (event["event"]["plover"], event["event"]["mode"]) == ("ASSAULT", "explosives")
    assert (event["actors"], [party["kind"] for party in event["targets"]]) == ([], ["facility"])
    assert [(place["name"], place["country"], place["role"]) for place in event["places"]] == [("Mubi", "NGA", "where")]
    assert event["time"] == {
        "edtf": "2023-03-14", "earliest": "2023-03-14", "latest": "2023-03-14", "precision": "day"
    }  # fmt: skip
    assert (event["status"], event["review"], event["part_of"]) == ("corroborated", "candidate", None)
    assert (event["stories"], event["copies"], len(event["claims"])) == (4, 0, 16)
    assert [(one["name"], len(one["claims"]), one["grade"], one["credibility"]) for one in event["origins"]] == [
        ("doctors", 2, "F", 1),
        ("police", 14, "F", 2),
    ]


def test_the_figures_of_a_rising_toll(rising: Run) -> None:
    figures = {figure["counts"]: figure for figure in the_event(rising)["figures"]}
    only = "the exact number by the only origin, police"
    assert sorted(figures) == ["injured", "killed"]
    assert plain(figures["killed"]) == ("killed", "person", "civilian", None, 23, 23, 23, False, only)
    assert plain(figures["injured"]) == ("injured", "person", "civilian", None, 34, 34, 34, False, only)
    assert ladder(figures["killed"]) == [
        ("2023-03-14", 12, 0, "police", False),
        ("2023-03-14", 19, 19, "police", False),
        ("2023-03-14", 19, 19, "police", False),  # in the headline, too
        ("2023-03-15", 19, 19, "doctors", False),
        ("2023-03-16", 4, 4, "police", False),
        ("2023-03-16", 23, 23, "police", True),
    ]
    assert ladder(figures["injured"]) == [
        ("2023-03-14", 20, 20, "police", False),
        ("2023-03-14", 34, 34, "police", True),
    ]


def test_a_rising_toll_is_printed(rising: Run) -> None:
    shown = rising("event", the_event(rising)["id"]).stdout
    assert "23 civilians killed\nthe exact number by the only origin, police\n" in shown
    assert "overtaken by" in shown
    assert rising("contradictions").stdout.startswith("0 contradictions")
    tolls = rising("figures", "--counts", "killed", "--status", "corroborated", "--json").stdout.splitlines()
    assert [json.loads(line)["best"] for line in tolls] == [23]


def test_the_event_of_two_sides(sides: Run) -> None:
    event = the_event(sides)
    assert (event["event"]["plover"], event["status"], event["stories"], event["copies"]) == (
        "ASSAULT", "contested", 3, 0
    )  # fmt: skip
    assert {(party["country"], party["kind"]) for party in event["targets"]} == {
        ("ARM", "military"),
        ("AZE", "military"),
    }
    assert {party["country"] for party in event["actors"]} == {"ARM", "AZE"}
    assert [(place["name"], place["country"]) for place in event["places"]] == [("Hadrut", "AZE")]
    assert (event["time"]["edtf"], event["time"]["precision"], len(event["claims"])) == ("2020-10-02", "day", 11)
    assert [(one["name"], one["grade"], one["credibility"], one["why"]) for one in event["origins"]] == [
        ("Armenia's defence ministry", "F", 3, "Azerbaijan's defence ministry contradicts it, and as many say it"),
        ("Azerbaijan's defence ministry", "F", 3, "Armenia's defence ministry contradicts it, and as many say it"),
    ]


def test_the_tolls_of_two_sides_stand_side_by_side(sides: Run) -> None:
    figures = {(figure["counts"], figure["side"]): figure for figure in the_event(sides)["figures"]}
    assert sorted(figures) == [
        ("injured", "Azerbaijani soldiers"),
        ("killed", "Armenian soldiers"),
        ("killed", "Azerbaijani soldiers"),
    ]
    contested = figures["killed", "Armenian soldiers"]
    assert plain(contested) == (
        "killed", "soldier", "military", "Armenian soldiers", 4, None, 40, True,
        "no number has more origins than another: 4 by Armenia's defence ministry, 40 by Azerbaijan's defence ministry",
    )  # fmt: skip
    assert {step[1:] for step in ladder(contested) if step[-1]} == {
        (4, 4, "Armenia's defence ministry", True),
        (40, 40, "Azerbaijan's defence ministry", True),
    }
    assert plain(figures["killed", "Azerbaijani soldiers"])[4:8] == (25, 25, 25, False)
    assert plain(figures["injured", "Azerbaijani soldiers"])[4:8] == (3, 3, 3, False)


def test_two_sides_are_one_contradiction(sides: Run) -> None:
    (record,) = map(json.loads, sides("contradictions", "--json").stdout.splitlines())
    assert (record["figure"]["counts"], record["figure"]["side"]) == ("killed", "Armenian soldiers")
    printed = sides("contradictions").stdout
    assert "how many Armenian soldiers killed" in printed
    assert printed.splitlines()[-1] == "1 contradiction"
    questions = [json.loads(line) for line in sides("review", "--json").stdout.splitlines()]
    assert [question["kind"] for question in questions].count("figure") == 1
