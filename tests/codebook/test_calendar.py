"""The calendar's tables, what they refuse, and the numbers read with them."""

from pathlib import Path

import pytest

from dateline.codebook.calendar import Calendar, read_calendar
from dateline.codebook.tables import Tables

HEADER = "word\tkind\tvalue\twhen\n"


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    tables = Tables()
    found = read_calendar(tables)
    assert tables.problems == []
    return found


def test_shipped_words(calendar: Calendar) -> None:
    assert set(calendar.months.values()) == set(range(1, 13))
    assert set(calendar.weekdays.values()) == set(range(1, 8))
    assert set(calendar.hijri_months.values()) == set(calendar.solar_months.values()) == set(range(1, 13))
    assert set(calendar.ordinals.values()) == set(range(1, 32))
    assert calendar.units["centuries"] == "century"
    assert "may" in calendar.needs_capital and "sat" in calendar.needs_number
    assert calendar.days["9/11"].at == (2001, 9, 11)
    assert calendar.phases["early", "month"] == (1, 10)


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("24", (24, 24)),
        ("three", (3, 3)),
        ("twenty-four", (24, 24)),
        ("twenty - four", (24, 24)),
        ("a", (1, 1)),
        ("a couple of", (2, 2)),
        ("several", (3, 9)),
        ("umpteen", None),
        ("three-four", None),
    ],
)
def test_count(words: str, bounds: tuple[int, int] | None, calendar: Calendar) -> None:
    assert calendar.count(words) == bounds


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("thermidor\tmonat\t11", "unknown kind 'monat'"),
        ("Thermidor\tmonth\t11", "in lower case"),
        ("thermidor\tmonth\t13", "a number from 1 to 12"),
        ("eon\tunit\teon", "the value of a unit is one of"),
        ("umpteen\tnumber\tmany", "low-high"),
        ("thermidor\tmonth\t11\tsometimes", "when must be"),
    ],
)
def test_mistakes(row: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "calendar.tsv").write_text(HEADER + row + "\n", encoding="utf-8")
    tables = Tables(tmp_path)
    read_calendar(tables)
    assert len(tables.problems) == 1 and problem in tables.problems[0]
    assert tables.problems[0].startswith("calendar.tsv:2: ")


@pytest.mark.parametrize(
    "row", ["x\tdate\t13/1\t1", "x\tnever\t01-01\t1", "x\teaster\t01-01\t1", "x\tdate\t01-01\tlong"]
)
def test_mistakes_of_days(row: str, tmp_path: Path) -> None:
    (tmp_path / "calendar-days.tsv").write_text(f"name\trule\tat\tdays\n{row}\n", encoding="utf-8")
    tables = Tables(tmp_path)
    read_calendar(tables)
    assert len(tables.problems) == 1


@pytest.mark.parametrize("row", ["early\thour\t1\t2", "dusky\tmonth\t1\t2", "early\tmonth\tx\t2"])
def test_mistakes_of_phases(row: str, tmp_path: Path) -> None:
    (tmp_path / "calendar-phases.tsv").write_text(f"phase\tunit\tfirst\tlast\n{row}\n", encoding="utf-8")
    tables = Tables(tmp_path)
    read_calendar(tables)
    assert len(tables.problems) == 1


def test_overlay_adds_and_replaces(tmp_path: Path) -> None:
    (tmp_path / "calendar.tsv").write_text(HEADER + "thermidor\tmonth\t7\nseveral\tnumber\t3-7\n", encoding="utf-8")
    tables = Tables(tmp_path)
    calendar = read_calendar(tables)
    assert tables.problems == []
    assert calendar.months["thermidor"] == 7 and calendar.months["july"] == 7
    assert calendar.count("several") == (3, 7)
