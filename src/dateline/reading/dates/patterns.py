"""Turns the grammar's patterns into regular expressions: the words in capitals are spelled out from the calendar."""

import re
from collections.abc import Callable, Iterable, Iterator

from dateline.codebook.calendar import Calendar
from dateline.reading.dates.context import Meaning
from dateline.reading.dates.found import Found

Build = Callable[[Found], Meaning | None]
ROUGH = "about|around|roughly|approximately|some|nearly|almost|over|more than|less than|at least|barely"
PLURAL = "hours|days|weeks|months|years|decades"
ZONES = "gmt|utc|local time|est|edt|cet|bst|hours|hrs"
# A match may not begin or end inside a word, a sum of money or a longer figure.
LEFT, RIGHT = r"(?<![\w$£€])(?<!\d[.,:/])(?<![$£€] )", r"(?!\w|[.,:/]\d)"
# What a line is searched for once, so that a pattern need not be tried on a line that lacks one of its words.
SIGNS = ("MONTH", "WEEKDAY", "SEASON", "UNIT", "PART", "NAMED", "HIJRI", "SOLAR", "YEAR", "DAY")
GROUP = re.compile(r"\((\?(?:P<\w+>|[:=!]|<[=!]))?([^()]*)\)([?*]?)")


class Patterns:
    """The regular expressions for one calendar."""

    def __init__(self, calendar: Calendar) -> None:
        self._vocabulary = vocabulary(calendar)
        self._names = re.compile("|".join(sorted(self._vocabulary, key=len, reverse=True)))
        self._signs = {sign: re.compile(rf"(?<!\w)(?:{self._vocabulary[sign]})(?!\w)") for sign in SIGNS}

    def compile(self, pattern: str) -> re.Pattern[str]:
        """The pattern with its words in capitals spelled out."""
        return re.compile(f"{LEFT}(?:{self._names.sub(lambda name: self._vocabulary[name[0]], pattern)}){RIGHT}")

    def needs(self, pattern: str) -> frozenset[str]:
        """Which of the signs a line must have for the pattern to match: those outside options and alternatives."""
        previous = ""
        while pattern != previous:
            previous = pattern
            pattern = GROUP.sub(lambda group: "" if _may_be_missing(group) else group[2], pattern)
        found = self._names.findall(pattern) if "|" not in pattern else []
        return frozenset(sign for sign in found if sign in self._signs)

    def signs(self, text: str) -> frozenset[str]:
        """The signs a line has."""
        return frozenset(sign for sign, pattern in self._signs.items() if pattern.search(text))


class Rule:
    """One pattern of the grammar and what its matches mean."""

    def __init__(self, patterns: Patterns, pattern: str, build: Build) -> None:
        self.build = build
        self._pattern = patterns.compile(pattern)
        self._needs = patterns.needs(pattern)

    def matches(self, text: str, signs: frozenset[str]) -> Iterator[re.Match[str]]:
        """The matches in a line that has these signs."""
        return self._pattern.finditer(text) if self._needs <= signs else iter(())


def spelled(words: Iterable[str]) -> str:
    """An alternation, longest first; the parts of a hyphened word may stand apart in the line."""
    escaped = (re.escape(word).replace(r"\-", " ?- ?").replace(r"\ ", " ") for word in words)
    return "|".join(sorted(escaped, key=len, reverse=True))


def _may_be_missing(group: re.Match[str]) -> bool:
    is_look_around = group[1] is not None and group[1][1:] in ("=", "!", "<=", "<!")
    return is_look_around or bool(group[3]) or "|" in group[2]


def vocabulary(calendar: Calendar) -> dict[str, str]:
    """What the words in capitals stand for."""
    number = rf"(?:\d{{1,3}}|(?:{spelled(calendar.numbers)})(?:(?: | ?- ?)(?:{spelled(calendar.numbers)}))?)"
    weekday = rf"(?P<weekday>{spelled(calendar.weekdays)})"
    return {
        "ON": rf"{weekday}(?: ?, ?| )(?:the )?",
        "WEEKDAY": weekday,
        "MONTH_NUMBER": r"(?P<month_number>0[1-9]|1[0-2])",
        "MONTH": rf"(?P<month>{spelled(calendar.months)})",
        "SEASON": rf"(?P<season>{spelled(calendar.seasons)})",
        "HIJRI": rf"(?P<hijri>{spelled(calendar.hijri_months)})",
        "SOLAR": rf"(?P<solar>{spelled(calendar.solar_months)})",
        "ORDINAL": rf"(?P<ordinal>{spelled(calendar.ordinals)})",
        "QUARTER": r"(?P<quarter>first|second|third|fourth|final|1st|2nd|3rd|4th)",
        "HALF": r"(?P<half>first|second|latter)",
        "NAMED": rf"(?P<name>{spelled(calendar.days)})",
        "PART": rf"(?P<part>{spelled(calendar.parts)})",
        "PHASE": rf"(?P<phase>{spelled(calendar.phase_words)})",
        "NUMBER": rf"(?P<number>{number})",
        "UNIT": rf"(?P<unit>{spelled(calendar.units)})",
        "PLURAL": rf"(?P<unit>{PLURAL})",
        "WHICH": "last|this|next|the previous|the following",
        "ROUGH": ROUGH,
        "ZONE": rf" ?(?:{ZONES})| ?[(\[] ?\d{{1,4}}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)? ?(?:{ZONES}) ?[)\]]"
        r"| ?[(\[] ?(?:gmt|utc) ?[+-] ?\d\d?(?::\d\d)? ?[)\]]",
        "DAY_NUMBER": r"(?P<day>[0-3]?\d)",
        "TO_DAY": r"(?P<second>0?[1-9]|[12]\d|3[01])(?: ?(?:st|nd|rd|th))?",
        "LISTED": r"(?:0?[1-9]|[12]\d|3[01])(?: ?(?:st|nd|rd|th))?",
        "ORDINAL_DAY": r"(?P<day>0?[1-9]|[12]\d|3[01]) ?(?:st|nd|rd|th)",
        "DAY": r"(?P<day>0?[1-9]|[12]\d|3[01])(?: ?(?:st|nd|rd|th))?",
        "YEAR": r"(?P<year>(?:1[5-9]|20)\d\d)",
        "COMMA": " ?,",  # commas and hyphens are often words of their own
        "DASH": " ?- ?",
        "ERA": r"(?P<era>1[34]\d\d)",
    }
