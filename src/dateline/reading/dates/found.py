"""A match of the grammar, with its words looked up in the calendar."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.codebook.calendar import Calendar
from dateline.reading.dates.context import Meaning, Which

WHICH: dict[str, Which] = {
    "last": "last", "this past": "last", "the past": "last", "past": "last", "the previous": "last", "previous": "last",
    "next": "next", "coming": "next", "the coming": "next", "this coming": "next", "the following": "next",
    "this": "this", "the current": "this",
}  # fmt: skip
OFFSETS: dict[Which, int] = {"last": -1, "this": 0, "next": 1, "": 0}
CENTURY_TURN = 50  # a year of two digits is of the last century above it: "16 MAR 90"


@dataclass(frozen=True, slots=True)
class Item:
    """An expression found: the characters [first, last) of the line, what they mean, and the part of the day they name.

    `meaning` is None for a bare part of the day or clock time. `head_at` is a character of the word that carries the
    grammar, where the parse is asked for the governing verb.
    """

    first: int
    last: int
    meaning: Meaning | None
    part: str | None = None
    head_at: int = 0
    is_clock: bool = False


class Found:
    """One match. Groups that did not take part are empty strings and zeros."""

    def __init__(self, match: re.Match[str], calendar: Calendar) -> None:
        self.match, self.calendar = match, calendar
        self.groups: Mapping[str, str | None] = match.groupdict()

    def word(self, group: str) -> str:
        """The group's words, with hyphens closed up: the line has "mid - morning" where the text has a hyphen."""
        return re.sub(r" ?- ?", "-", self.groups.get(group) or "")

    def number(self, group: str) -> int:
        return int(self.groups.get(group) or 0)

    def look(self, group: str, table: Mapping[str, int]) -> int:
        word = self.word(group)
        return table[word] if word in table else table[word.replace("-", " ")]

    @property
    def day(self) -> int:
        return self.number("day")

    @property
    def second(self) -> int:
        return self.number("second")

    @property
    def month(self) -> int:
        return self.look("month", self.calendar.months)

    @property
    def weekday(self) -> int:
        """Monday is 0."""
        return self.look("weekday", self.calendar.weekdays) - 1

    @property
    def season(self) -> int:
        return self.look("season", self.calendar.seasons)

    @property
    def unit(self) -> str:
        return self.calendar.units[self.word("unit")]

    @property
    def year(self) -> int | None:
        if short := self.number("short") if self.groups.get("short") else None:
            return short + (1900 if short > CENTURY_TURN else 2000)
        return self.number("year") or None

    @property
    def which(self) -> Which:
        return WHICH.get(self.word("which"), "")

    @property
    def offset(self) -> int:
        return OFFSETS[self.which]

    @property
    def count(self) -> tuple[int, int]:
        return self.calendar.count(self.groups.get("number") or "") or (0, 0)
