"""Finds the time expressions in a line, by patterns with the calendar's words filled in."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.codebook.calendar import Calendar
from dateline.reading.dates.context import Meaning
from dateline.reading.dates.expressions import CLOCKS, EXPRESSIONS, PARTS
from dateline.reading.dates.found import Found, Item
from dateline.reading.dates.line import Line
from dateline.reading.dates.patterns import Build, Patterns, Rule, spelled
from dateline.reading.dates.relative import Overnight, Shift, Whole

# What has neither a word of the calendar nor a figure.
WORDS = re.compile("today|yesterday|tomorrow|tonight|overnight|occasion|quarter|then|that (?:date|time|point)|[0-9]")
CLOCK_PARTS = ((5, "early morning"), (12, "morning"), (13, "noon"), (17, "afternoon"), (21, "evening"), (24, "night"))


class Grammar:
    """The patterns for one calendar."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self._patterns = Patterns(calendar)
        self._dates = [Rule(self._patterns, pattern, build) for pattern, build in EXPRESSIONS]
        self._clocks = [self._patterns.compile(pattern) for pattern in CLOCKS]
        self._parts = [self._patterns.compile(pattern) for pattern in PARTS]
        self._names = re.compile(rf"(?<!\w)(?:{spelled(calendar.names)})(?!\w)")

    def items(self, line: Line) -> list[Item]:
        """The expressions of a line in text order, apart: the first and then the longest wins."""
        signs = self._patterns.signs(line.text)
        if not signs and not WORDS.search(line.text):
            return []
        names = [match.span() for match in self._names.finditer(line.text)]
        # Of matches of one length a clock time goes before a year ("at 2030") and a date before a part of the day.
        found = [*self._found_clocks(line), *self._found_dates(line, signs), *self._found_parts(line)]
        found.sort(key=lambda item: (item.first, -item.last))
        items: list[Item] = []
        for item in found:
            is_name = any(first < item.last and item.first < last for first, last in names)
            if not is_name and (not items or item.first >= items[-1].last):
                items.append(item)
        return items

    def _found_dates(self, line: Line, signs: frozenset[str]) -> Iterator[Item]:
        for rule in self._dates:
            for match in rule.matches(line.text, signs):
                if (item := self._date(match, rule.build)) is not None:
                    yield item

    def _date(self, match: re.Match[str], build: Build) -> Item | None:
        found = Found(match, self.calendar)
        weekday, month = found.word("weekday"), found.word("month")
        has_number = any(found.word(group) for group in ("day", "year", "short"))
        if not has_number and (weekday in self.calendar.needs_number or month in self.calendar.needs_number):
            return None
        meaning = build(found)
        if meaning is None:
            return None
        part = "night" if found.word("relative") == "tonight" or isinstance(meaning, Overnight) else None
        return Item(match.start(), match.end(), meaning, part, _head_at(match))

    def _found_clocks(self, line: Line) -> Iterator[Item]:
        for pattern in self._clocks:
            for match in pattern.finditer(line.text):
                yield Item(
                    match.start(), match.end(), None, _clock_part(Found(match, self.calendar)), match.start(), True
                )

    def _found_parts(self, line: Line) -> Iterator[Item]:
        for pattern in self._parts:
            for match in pattern.finditer(line.text):
                found = Found(match, self.calendar)
                words = found.word("part")
                part = self.calendar.parts.get(words) or self.calendar.parts[words.replace("-", " ")]
                yield Item(match.start(), match.end(), _of_part(found.word("this")), part, match.start("part"))


@cache
def grammar(calendar: Calendar) -> Grammar:
    """The grammar of a calendar, compiled once."""
    return Grammar(calendar)


def _of_part(word: str) -> Meaning | None:
    """The day that "this morning", "last night", "that evening" or "the next morning" belongs to."""
    if word in ("this", "last"):
        return Shift("day", *((1, 1) if word == "last" else (0, 0)), -1)
    offsets = {"that": 0, "the same": 0, "the next": 1, "the following": 1, "the previous": -1}
    return Whole("day", offsets[word], from_text=True) if word else None


def _clock_part(found: Found) -> str:
    hour = found.number("hours") // 100 if found.word("hours") else found.number("hour")
    if half := found.word("half").replace(".", ""):
        hour = hour % 12 + (12 if half == "pm" else 0)
    return next(part for limit, part in CLOCK_PARTS if hour % 24 < limit)


def _head_at(match: re.Match[str]) -> int:
    """The word by which the expression hangs in the sentence: its month, weekday or unit."""
    groups = match.groupdict()
    for group in ("month", "weekday", "unit", "season", "relative"):
        if groups.get(group):
            return match.start(group)
    return match.start()
