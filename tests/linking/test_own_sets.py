"""Three small sets of stories, reconciled field by field: 5 July 2021, a rising toll, two sides' tolls."""

from functools import cache
from pathlib import Path

import pytest

from dateline.linking.describe import event_of
from dateline.linking.memory import Memory
from dateline.model.event import Event, EventFigure
from tests.linking.conftest import coded_by_rules, flat

STORIES = Path(__file__).parent / "stories"
DEMO = Path(__file__).parents[2] / "demo" / "stories"


@cache
def events(folder: Path) -> tuple[Event, ...]:
    stories = coded_by_rules(folder)
    known = flat(stories)
    memory = Memory()
    for story in stories:
        memory.add(story)
    groups = [[claim for one in group for claim in one.claims] for group in memory.happenings()]
    return tuple(event_of(min(group), [known[claim] for claim in group]) for group in groups)


def the_event(folder: Path, plover: str, most_claims: bool = True) -> Event:
    found = [event for event in events(folder) if event.event.plover == plover]
    return max(found, key=lambda event: len(event.claims)) if most_claims else found[0]


def figure_of(event: Event, counts: str, side: str | None = None) -> EventFigure:
    (found,) = [one for one in event.figures if one.counts == counts and (side is None or side in (one.side or ""))]
    return found


def ladder(figure: EventFigure) -> set[tuple[int | None, int | None, str, bool]]:
    """Each step without its claim: bounds, who, and whether it stands."""
    return {(step.low, step.high, step.who, step.superseded_by is None) for step in figure.claims}


def test_the_crossing_of_5_july() -> None:
    event = the_event(DEMO, "RETREAT")
    assert event.label == "flight of troops: Afghan soldiers, Tajikistan"
    assert (event.event.mode, event.status, event.stories) == ("withdraw", "contested", 8)
    assert [party.name for party in event.actors] == ["Afghan soldiers"]
    assert event.places[0].name == "Tajikistan"
    assert event.time is not None
    assert (event.time.edtf, event.time.earliest, event.time.latest) == (
        "2021-07-04/2021-07-05",
        "2021-07-04",
        "2021-07-05",
    )
    assert [origin.name for origin in event.origins] == [
        "Afghan defence ministry official",
        "State Committee for National Security",
        "border guards",
    ]


def test_how_many_crossed_on_5_july() -> None:
    figure = figure_of(the_event(DEMO, "RETREAT"), "fled")
    assert (figure.unit, figure.population, figure.side) == ("soldier", "military", "Afghan soldiers")
    assert (figure.low, figure.best, figure.high, figure.contested) == (200, 1037, 1037, True)
    assert figure.rule == (
        "the exact number that fits 2 of 3 origins: State Committee for National Security, border guards"
    )
    assert {step for step in ladder(figure) if step[3]} == {
        (1001, None, "border guards", True),
        (1037, 1037, "State Committee for National Security", True),
        (None, 200, "Afghan defence ministry official", True),
    }


def test_other_waves_and_the_total_stay_apart() -> None:
    retreats = [event for event in events(DEMO) if event.event.plover == "RETREAT" and event.figures]
    assert {(event.figures[0].low, event.figures[0].high) for event in retreats} >= {(301, None), (1440, 1600)}


def test_soldiers_never_count_as_displaced() -> None:
    displaced = [figure for event in events(DEMO) for figure in event.figures if figure.counts == "displaced"]
    assert {(figure.unit, figure.low, figure.high) for figure in displaced} == {
        ("household", 180, 220),
        ("person", 20000, 99999),
    }


def test_a_rising_toll() -> None:
    event = the_event(STORIES / "rising_toll", "ASSAULT")
    assert (event.status, event.stories) == ("corroborated", 4)
    assert event.event.mode == "explosives"
    assert [place.name for place in event.places] == ["Mubi"]
    assert event.time is not None
    assert event.time.edtf == "2023-03-14"
    assert [origin.name for origin in event.origins] == ["doctors", "police"]
    killed = figure_of(event, "killed")
    assert (killed.low, killed.best, killed.high, killed.contested) == (23, 23, 23, False)
    assert ladder(killed) == {
        (12, None, "police", False),
        (19, 19, "police", False),
        (19, 19, "doctors", False),
        (23, 23, "police", True),
        (4, 4, "police", False),
    }
    injured = figure_of(event, "injured")
    assert (injured.low, injured.best, injured.high, injured.contested) == (34, 34, 34, False)


def test_look_alikes_stay_apart_from_a_rising_toll() -> None:
    others = [event for event in events(STORIES / "rising_toll") if event.figures and event.stories == 1]
    assert {(event.status, event.figures[0].low) for event in others} == {("reported", 6), ("background", 26)}


def test_the_tolls_of_two_sides() -> None:
    event = the_event(STORIES / "two_sides", "ASSAULT")
    assert (event.status, event.stories) == ("contested", 3)
    assert [place.name for place in event.places] == ["Hadrut"]
    assert event.time is not None
    assert event.time.edtf == "2020-10-02"
    assert [origin.name for origin in event.origins] == ["Armenia's defence ministry", "Azerbaijan's defence ministry"]
    armenian = figure_of(event, "killed", "Armenian")
    assert (armenian.low, armenian.best, armenian.high, armenian.contested) == (4, None, 40, True)
    assert armenian.rule.startswith("no number has more origins than another: 4")
    azerbaijani = figure_of(event, "killed", "Azerbaijani")
    assert (azerbaijani.low, azerbaijani.best, azerbaijani.high, azerbaijani.contested) == (25, 25, 25, False)
    injured = figure_of(event, "injured")
    assert (injured.side, injured.best) == ("Azerbaijani soldiers", 3)


@pytest.mark.parametrize("folder", [DEMO, STORIES / "rising_toll", STORIES / "two_sides"])
def test_every_claim_tells_of_one_event(folder: Path) -> None:
    claims = [claim for event in events(folder) for claim in event.claims]
    assert sorted(claims) == sorted({telling for story in coded_by_rules(folder) for telling in flat([story])})
