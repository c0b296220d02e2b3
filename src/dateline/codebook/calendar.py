"""The calendar: the words, named days and conventions that time expressions are read with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, cast, get_args

from dateline.codebook.tables import Row, Tables

Kind = Literal[
    "month", "weekday", "season", "part", "unit", "number", "ordinal", "phase", "relation", "forward", "telling",
    "happening", "hijri-month", "solar-month", "name-noun", "name",
]  # fmt: skip
KINDS: tuple[str, ...] = get_args(Kind)
Unit = Literal["minute", "hour", "day", "night", "week", "weekend", "fortnight", "month", "year", "decade", "century"]
Phase = Literal["early", "mid", "late", "start", "middle", "end"]
Relation = Literal["since", "after", "until", "by", "before"]
DayRule = Literal["date", "hijri", "solar", "easter"]
Condition = Literal["", "number", "cased"]
NUMERIC = {"month": 12, "weekday": 7, "season": 24, "ordinal": 31, "hijri-month": 12, "solar-month": 12}
NAMED = {"unit": get_args(Unit), "phase": get_args(Phase), "relation": get_args(Relation)}


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day or period with a name. `at` is (year or 0, month, day); for Easter's rule (0, 0, days after Easter)."""

    name: str
    rule: DayRule
    at: tuple[int, int, int]
    days: int


@dataclass(frozen=True, eq=False)  # one calendar is itself only, so that grammars can be kept for it
class Calendar:
    """The words of time by kind, each in lower case.

    `numbers` gives what a number word may count, both ends included ("several": 3 to 9). `phases` gives the first and
    last part of a unit that a phase covers; a last of 0 is the unit's end. `needs_number` are the abbreviations that
    count only beside a number ("sat"), `needs_capital` those that are common words without a capital ("may").
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, int]
    parts: dict[str, str]
    units: dict[str, Unit]
    numbers: dict[str, tuple[int, int]]
    ordinals: dict[str, int]
    phase_words: dict[str, Phase]
    relations: dict[str, Relation]
    hijri_months: dict[str, int]
    solar_months: dict[str, int]
    forward: frozenset[str]
    telling: frozenset[str]
    happening: frozenset[str]
    name_nouns: frozenset[str]
    names: frozenset[str]
    needs_number: frozenset[str]
    needs_capital: frozenset[str]
    days: dict[str, NamedDay]
    phases: dict[tuple[Phase, str], tuple[int, int]]

    def count(self, words: str) -> tuple[int, int] | None:
        """The bounds of a number in digits or words: "24" and "twenty-four" are (24, 24), "several" is (3, 9)."""
        words = words.replace(",", "").strip()
        if words.isdecimal():
            return int(words), int(words)
        if words in self.numbers:
            return self.numbers[words]
        tens, _, ones = re.sub(r"\s*-\s*", " ", words).partition(" ")
        if tens in self.numbers and ones in self.numbers and self.numbers[tens][0] % 10 == 0:
            total = self.numbers[tens][0] + self.numbers[ones][0]
            return total, total
        return None


def read_calendar(tables: Tables) -> Calendar:
    """The calendar of `calendar.tsv`, `calendar-days.tsv` and `calendar-phases.tsv`."""
    words: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    conditions: dict[str, str] = {}
    for row in tables.rows("calendar.tsv", ("word", "kind", "value", "when")):
        if _is_sound(tables, row, words):
            words[row["kind"]][row["word"]] = row["value"]
            conditions[row["word"]] = row["when"]
    return Calendar(
        months=_numbers(words["month"]),
        weekdays=_numbers(words["weekday"]),
        seasons=_numbers(words["season"]),
        parts=words["part"],
        units={word: cast(Unit, value) for word, value in words["unit"].items()},
        numbers={word: _bounds(value) for word, value in words["number"].items()},
        ordinals=_numbers(words["ordinal"]),
        phase_words={word: cast(Phase, value) for word, value in words["phase"].items()},
        relations={word: cast(Relation, value) for word, value in words["relation"].items()},
        hijri_months=_numbers(words["hijri-month"]),
        solar_months=_numbers(words["solar-month"]),
        forward=frozenset(words["forward"]),
        telling=frozenset(words["telling"]),
        happening=frozenset(words["happening"]),
        name_nouns=frozenset(words["name-noun"]),
        names=frozenset(words["name"]),
        needs_number=frozenset(_with(conditions, "number")),
        needs_capital=frozenset(_with(conditions, "cased")),
        days=_named_days(tables),
        phases=_phases(tables),
    )


def _is_sound(tables: Tables, row: Row, words: dict[str, dict[str, str]]) -> bool:
    kind, value = row["kind"], row["value"]
    before = len(tables.problems)
    if kind not in words:
        tables.problem(row, f"unknown kind {kind!r}; the kinds are {', '.join(KINDS)}")
        return False
    if not row["word"] or row["word"] != row["word"].lower():
        tables.problem(row, f"the word {row['word']!r} must be there, and in lower case")
    if row["word"] in words[kind] and not row.is_overlay:
        tables.problem(row, f"the {kind} {row['word']!r} stands twice")
    if row["when"] not in get_args(Condition):
        tables.problem(row, f"when must be number, cased or empty, not {row['when']!r}")
    if kind in NUMERIC and not (value.isdecimal() and 1 <= int(value) <= NUMERIC[kind]):
        tables.problem(row, f"the value of a {kind} is a number from 1 to {NUMERIC[kind]}, not {value!r}")
    if kind in NAMED and value not in NAMED[kind]:
        tables.problem(row, f"the value of a {kind} is one of {', '.join(NAMED[kind])}, not {value!r}")
    if kind == "number" and not re.fullmatch(r"\d+-\d+", value):
        tables.problem(row, f"the value of a number is low-high, not {value!r}")
    return len(tables.problems) == before


def _named_days(tables: Tables) -> dict[str, NamedDay]:
    days: dict[str, NamedDay] = {}
    for row in tables.rows("calendar-days.tsv", ("name", "rule", "at", "days")):
        rule, at = row["rule"], row["at"]
        pattern = r"-?\d+" if rule == "easter" else r"(\d{4}-)?\d\d-\d\d" if rule == "date" else r"\d\d-\d\d"
        if rule not in get_args(DayRule):
            tables.problem(row, f"unknown rule {rule!r}; the rules are {', '.join(get_args(DayRule))}")
        elif not re.fullmatch(pattern, at) or not row["days"].isdecimal():
            tables.problem(row, f"{at!r} and {row['days']!r} are no day of the rule {rule} and no number of days")
        elif row["name"] in days and not row.is_overlay:
            tables.problem(row, f"the day {row['name']!r} stands twice")
        else:
            parts = [0, 0, int(at)] if rule == "easter" else [int(part) for part in at.split("-")]
            year, month, day = [0, *parts][-3:]
            days[row["name"]] = NamedDay(row["name"], cast(DayRule, rule), (year, month, day), int(row["days"]))
    return days


def _phases(tables: Tables) -> dict[tuple[Phase, str], tuple[int, int]]:
    phases: dict[tuple[Phase, str], tuple[int, int]] = {}
    for row in tables.rows("calendar-phases.tsv", ("phase", "unit", "first", "last")):
        if row["phase"] not in get_args(Phase) or row["unit"] not in ("week", "month", "year", "decade"):
            tables.problem(row, f"{row['phase']!r} of {row['unit']!r} is no phase of a week, month, year or decade")
        elif not (row["first"].isdecimal() and row["last"].isdecimal()):
            tables.problem(row, "first and last are numbers")
        else:
            phases[cast(Phase, row["phase"]), row["unit"]] = int(row["first"]), int(row["last"])
    return phases


def _numbers(words: dict[str, str]) -> dict[str, int]:
    return {word: int(value) for word, value in words.items()}


def _bounds(value: str) -> tuple[int, int]:
    low, _, high = value.partition("-")
    return int(low), int(high)


def _with(conditions: dict[str, str], condition: str) -> Iterable[str]:
    return (word for word, given in conditions.items() if given == condition)
