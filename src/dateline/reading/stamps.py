"""Dates and times of publication as pages and wires print them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?"
_FOREIGN = (
    "janvier|januar|jänner|enero|gennaio|janeiro|ocak|januari",
    "février|fevrier|februar|febrero|febbraio|fevereiro|şubat",
    "mars|märz|marzo|março|mart|maret",
    "avril|abril|aprile|nisan",
    "mai|mayo|maggio|maio|mayıs|mei",
    "juin|juni|junio|giugno|junho|haziran",
    "juillet|juli|julio|luglio|julho|temmuz",
    "août|agosto|ağustos|agustus",
    "septembre|septiembre|settembre|setembro|eylül",
    "octobre|oktober|octubre|ottobre|outubro|ekim",
    "novembre|noviembre|novembro|kasım",
    "décembre|dezember|diciembre|dicembre|dezembro|aralık|desember",
)
_NUMBERS = {name: number for number, names in enumerate(_FOREIGN, start=1) for name in names.split("|")}
_FOREIGN_MONTH = "(?:" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")\b"
_TIME = (
    r"(?:\s*(?:[|,/·•–—-]|\bat\b|à|um|T)?\s*"
    r"(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"(?P<zone>\s*\(?(?:GMT|UTC|Z\b|[+-]\d\d:?\d\d)\)?)?)?"
)
_STAMP = re.compile(
    rf"(?<![\w/.-])(?:{WEEKDAY}\s+)?(?:"
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?(?P<month>{MONTH}),?[ -](?P<year>(?:19|20)\d\d)"
    rf"|(?P<day5>\d{{1,2}})(?:er|\.)? (?:de )?(?P<month5>{_FOREIGN_MONTH}) (?:de |del )?(?P<year5>(?:19|20)\d\d)"
    rf"|(?P<month2>{MONTH})\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year2>(?:19|20)\d\d)"
    r"|(?P<year3>(?:19|20)\d\d)[-/](?P<month3>\d\d)[-/](?P<day3>\d\d)"
    r"|(?P<day4>\d{1,2})(?P<mark>[-./])(?P<month4>\d{1,2})(?P=mark)(?P<year4>(?:19|20)\d\d)"
    rf")(?!\d){_TIME}",
    re.IGNORECASE,
)
AGO = re.compile(
    r"\b(?:(?:\d+|an?|one|two|three|four|five) (?:second|sec|minute|min|hour|hr|day|week|month|year)s? ago|just now)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A full date, perhaps with a time. `iso` is None when day and month cannot be told apart (04/05/2021)."""

    start: int
    end: int
    text: str
    iso: str | None


def stamps(text: str) -> Iterator[Stamp]:
    """All date stamps of a text; "Mon 05th July 2021 | 04:20 PM" is 2021-07-05T16:20."""
    for match in _STAMP.finditer(text):
        yield Stamp(match.start(), match.end(), match.group(), _iso(match))


def stamp_at(text: str, position: int = 0) -> Stamp | None:
    """The stamp that begins at a position, or None."""
    match = _STAMP.match(text, position)
    return Stamp(match.start(), match.end(), match.group(), _iso(match)) if match else None


def month_number(name: str) -> int:
    """1 for "January", "JAN.", "jan" and, of the months that date stamps of other languages print, "janvier"."""
    return _NUMBERS.get(name.lower()) or MONTHS.index(name[:3].lower()) + 1


def iso_day(year: int, month: int, day: int) -> str | None:
    """The ISO date, or None when there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _iso(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    year = int(groups["year"] or groups["year2"] or groups["year3"] or groups["year4"] or groups["year5"])
    day = int(groups["day"] or groups["day2"] or groups["day3"] or groups["day4"] or groups["day5"])
    name = groups["month"] or groups["month2"] or groups["month5"]
    month = month_number(name) if name else int(groups["month3"] or groups["month4"])
    if groups["mark"]:
        # With slashes half of the world puts the month first: only a day above 12 tells.
        if groups["mark"] == "/" and day <= 12 and month <= 12 and day != month:
            return None
        if month > 12:
            day, month = month, day
    found = iso_day(year, month, day)
    if found and groups["hour"]:
        found += f"T{_hour(groups):02d}:{groups['minute']}{_zone(groups['zone'])}"
    return found


def _hour(groups: dict[str, str | None]) -> int:
    hour = int(groups["hour"] or 0)
    half = (groups["half"] or "").lower()
    if half and hour <= 12:
        return hour % 12 + (12 if half == "p" else 0)
    return hour


def _zone(zone: str | None) -> str:
    offset = re.search(r"([+-]\d\d):?(\d\d)", zone or "")
    return f"{offset[1]}:{offset[2]}" if offset else "+00:00" if zone else ""
