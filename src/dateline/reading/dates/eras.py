"""Named days, and the days of the Islamic (Hijri), the Afghan and Iranian (Solar Hijri) and the Easter calendars."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateline.codebook.calendar import NamedDay
from dateline.model.time import TimePrecision
from dateline.reading.dates.bounds import DAY, Bounds
from dateline.reading.dates.context import Context, nearest_year

MONTH_DAYS = 29
HIJRI_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram 1 in the tabular civil calendar, proleptic Gregorian
SOLAR_MONTH_DAYS = (31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29)


@dataclass(frozen=True, slots=True)
class Named:
    """A named day or period, with its year or the nearest."""

    day: NamedDay
    year: int | None = None

    def bounds(self, context: Context) -> Bounds | None:
        year = self.day.at[0] or self.year
        return self._of(year) if year else nearest_year(context, self._of)

    def _of(self, year: int) -> Bounds:
        _, month, day = self.day.at
        length = (self.day.days - 1) * DAY
        if self.day.rule == "hijri":
            return self._lunar(year, month, day, length)
        if self.day.rule == "easter":
            first = easter(year) + day * DAY
        elif self.day.rule == "solar":
            first = solar_day(year - (621 if month < 10 else 622), month, day)
        else:
            first = date(year, month, day)
        return Bounds(first, first + length, precision=self._precision)

    @property
    def _precision(self) -> TimePrecision | None:
        """A month by its name stays a month, though the moon may shift it by a day."""
        return "month" if self.day.days >= MONTH_DAYS else None

    def _lunar(self, year: int, month: int, day: int, length: timedelta) -> Bounds:
        """The one that begins in the given Gregorian year; in a year with two, the first."""
        start = hijri_year(date(year, 1, 1))
        starts = (hijri_day(era, month, day) for era in (start, start + 1, start + 2))
        first = next(found for found in starts if found.year >= year)
        return Bounds(first - DAY, first + length + DAY, doubt="both", precision=self._precision)


@dataclass(frozen=True, slots=True)
class OtherEra:
    """A Hijri or Solar Hijri date, of the nearest year when it has none; without a day the whole month.

    Lunar ones carry a day of doubt.
    """

    era: Literal["hijri", "solar"]
    year: int | None
    month: int
    day: int | None = None

    def bounds(self, context: Context) -> Bounds | None:
        return nearest_year(context, self._in) if self.year is None else self._of(self.year)

    def _in(self, year: int) -> Bounds:
        """The one that begins in a Gregorian year."""
        if self.era == "solar":
            return self._of(year - (621 if self.month < 10 else 622))
        start = hijri_year(date(year, 1, 1))
        eras = (start, start + 1, start + 2)
        return self._of(next(era for era in eras if hijri_day(era, self.month, self.day or 1).year >= year))

    def _of(self, year: int) -> Bounds:
        convert = hijri_day if self.era == "hijri" else solar_day
        following = (year, self.month + 1) if self.month < 12 else (year + 1, 1)
        first = convert(year, self.month, self.day or 1)
        last = first if self.day else convert(*following, 1) - DAY
        if self.era == "solar":
            return Bounds(first, last)
        written = f"{first.isoformat()}~" if self.day else None
        precision: TimePrecision = "days" if self.day else "month"
        return Bounds(first - DAY, last + DAY, doubt="both", precision=precision, written=written)


def hijri_day(year: int, month: int, day: int) -> date:
    """A Hijri date by the tabular calendar (30-year cycle, civil epoch); sightings may differ by a day or two.

    1 Ramadan 1442 is 13 April 2021.
    """
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2 + day - 1
    return date.fromordinal(HIJRI_EPOCH + days)


def hijri_year(day: date) -> int:
    """The Hijri year that holds a day, by the tabular calendar."""
    year = int((day.toordinal() - HIJRI_EPOCH) / 354.367) + 1
    while hijri_day(year + 1, 1, 1) <= day:
        year += 1
    while hijri_day(year, 1, 1) > day:
        year -= 1
    return year


def solar_day(year: int, month: int, day: int) -> date:
    """A Solar Hijri date; exact for the years 1300 to 1500 but for a day around some new years.

    15 Saratan 1400 is 6 July 2021.
    """
    return _solar_new_year(year) + timedelta(days=sum(SOLAR_MONTH_DAYS[: month - 1]) + day - 1)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _solar_new_year(year: int) -> date:
    """1 Hamal (Farvardin): leap years by the 33-year cycle, with 1 Farvardin 1403 on 20 March 2024."""
    leaps = _leap_years_before(year) - _leap_years_before(1403)
    return date(2024, 3, 20) + timedelta(days=365 * (year - 1403) + leaps)


def _leap_years_before(year: int) -> int:
    """How many leap years there are before a year: of each 33 years eight, known by their remainder."""
    cycles, rest = divmod(year, 33)
    return 8 * cycles + sum(1 for leap in (1, 5, 9, 13, 17, 22, 26, 30) if leap < rest)
