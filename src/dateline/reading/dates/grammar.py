"""Finds the time expressions in a line, by patterns with the calendar's words filled in."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dateline.codebook.calendar import Calendar
from dateline.reading.dates.context import Meaning
from dateline.reading.dates.expressions import CLOCKS, EXPRESSIONS, PARTS, Build
from dateline.reading.dates.found import Found, Item
from dateline.reading.dates.line import Line
from dateline.reading.dates.relative import Shift, Whole

ROUGH = "about|around|roughly|approximately|some|nearly|almost|over|more than|less than|at least|barely"
PLURAL = "hours|days|weeks|months|years|decades"
ZONES = "gmt|utc|local time|est|edt|cet|bst|hours|hrs"
# A match may not begin or end inside a word, a sum of money or a longer figure.
LEFT, RIGHT = r"(?<![\w$£€])(?<!\d[.,:/])(?<![$£€] )", r"(?!\w|[.,:/]\d)"


class Grammar:
    """The patterns for one calendar."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        vocabulary = _vocabulary(calendar)
        self._dates = [(_compile(pattern, vocabulary), build) for pattern, build in EXPRESSIONS]
        self._clocks = [_compile(pattern, vocabulary) for pattern in CLOCKS]
        self._parts = [_compile(pattern, vocabulary) for pattern in PARTS]
        self._names = _compile(_words(calendar.names), {})
        self._trigger = re.compile(_triggers(calendar))

    def items(self, line: Line) -> list[Item]:
        """The expressions of a line in text order, apart: the first and then the longest wins."""
        if not self._trigger.search(line.text):
            return []
        names = [match.span() for match in self._names.finditer(line.text)]
        # Of matches of one length a clock time goes before a year ("at 2030") and a date before a part of the day.
        found = [*self._found_clocks(line), *self._found_dates(line), *self._found_parts(line)]
        found.sort(key=lambda item: (item.first, -item.last))
        items: list[Item] = []
        for item in found:
            is_name = any(first < item.last and item.first < last for first, last in names)
            if not is_name and (not items or item.first >= items[-1].last):
                items.append(item)
        return items

    def _found_dates(self, line: Line) -> Iterator[Item]:
        for pattern, build in self._dates:
            for match in pattern.finditer(line.text):
                if (item := self._date(match, build)) is not None:
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
        part = "night" if found.word("relative") == "tonight" else None
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
    for limit, part in ((5, "early morning"), (12, "morning"), (13, "noon"), (17, "afternoon"), (21, "evening")):
        if hour < limit:
            return part
    return "night"


def _head_at(match: re.Match[str]) -> int:
    """The word by which the expression hangs in the sentence: its month, weekday or unit."""
    groups = match.groupdict()
    for group in ("month", "weekday", "unit", "season", "relative"):
        if groups.get(group):
            return match.start(group)
    return match.start()


def _vocabulary(calendar: Calendar) -> dict[str, str]:
    number = rf"(?:\d{{1,3}}|(?:{_words(calendar.numbers)})(?:(?: | ?- ?)(?:{_words(calendar.numbers)}))?)"
    weekday = rf"(?P<weekday>{_words(calendar.weekdays)})"
    return {
        "ON": rf"{weekday}(?: ?, ?| )(?:the )?",
        "WEEKDAY": weekday,
        "MONTH_NUMBER": r"(?P<month_number>0[1-9]|1[0-2])",
        "MONTH": rf"(?P<month>{_words(calendar.months)})",
        "SEASON": rf"(?P<season>{_words(calendar.seasons)})",
        "HIJRI": rf"(?P<hijri>{_words(calendar.hijri_months)})",
        "SOLAR": rf"(?P<solar>{_words(calendar.solar_months)})",
        "ORDINAL": rf"(?P<ordinal>{_words(calendar.ordinals)})",
        "QUARTER": r"(?P<quarter>first|second|third|fourth|final|1st|2nd|3rd|4th)",
        "NAMED": rf"(?P<name>{_words(calendar.days)})",
        "PART": rf"(?P<part>{_words(calendar.parts)})",
        "PHASE": rf"(?P<phase>{_words(calendar.phase_words)})",
        "NUMBER": rf"(?P<number>{number})",
        "UNIT": rf"(?P<unit>{_words(calendar.units)})",
        "PLURAL": rf"(?P<unit>{PLURAL})",
        "WHICH": "last|this|next|the previous|the following",
        "ROUGH": ROUGH,
        "ZONE": rf" ?(?:{ZONES})| ?[(\[] ?\d{{1,4}}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)? ?(?:{ZONES}) ?[)\]]",
        "DAY_NUMBER": r"(?P<day>[0-3]?\d)",
        "TO_DAY": r"(?P<second>0?[1-9]|[12]\d|3[01])(?: ?(?:st|nd|rd|th))?",
        "DAY": r"(?P<day>0?[1-9]|[12]\d|3[01])(?: ?(?:st|nd|rd|th))?",
        "YEAR": r"(?P<year>(?:1[5-9]|20)\d\d)",
        "COMMA": " ?,",  # commas and hyphens are often words of their own
        "DASH": " ?- ?",
        "ERA": r"(?P<era>1[34]\d\d)",
    }


def _compile(pattern: str, vocabulary: dict[str, str]) -> re.Pattern[str]:
    """Spells out the words in capitals."""
    names = "|".join(sorted(vocabulary, key=len, reverse=True))
    pattern = re.sub(names, lambda name: vocabulary[name[0]], pattern) if names else pattern
    return re.compile(f"{LEFT}(?:{pattern}){RIGHT}")


def _words(words: Iterable[str]) -> str:
    """An alternation, longest first; the parts of a hyphened word may stand apart in the line."""
    spelled = (re.escape(word).replace(r"\-", " ?- ?").replace(r"\ ", " ") for word in words)
    return "|".join(sorted(spelled, key=len, reverse=True))


def _triggers(calendar: Calendar) -> str:
    """What a line must hold to be looked at any further."""
    words = [
        *calendar.months, *calendar.weekdays, *calendar.seasons, *calendar.parts, *calendar.units, *calendar.days,
        "today", "yesterday", "tomorrow", "tonight", "overnight", "quarter", "occasion", "since",
    ]  # fmt: skip
    return rf"(?<!\w)(?:{_words(words)}|\d{{1,2}}(?=[:/. ]|\s?[ap]\.?m)|\d{{4}}|q[1-4])(?!\w)|\d0s"
