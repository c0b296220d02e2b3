"""Named days and periods, and the dates of other calendars."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateline.codebook.calendar import NamedDay
from dateline.model.time import TimePrecision
from dateline.reading.dates.bounds import DAY, Bounds
from dateline.reading.dates.context import Context, nearest_year
from dateline.reading.dates.eras import easter, hijri_day, hijri_year, solar_day

MONTH_DAYS = 29


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
    """A Hijri or Solar Hijri date with its year; without a day the whole month. Lunar ones carry a day of doubt."""

    era: Literal["hijri", "solar"]
    year: int
    month: int
    day: int | None = None

    def bounds(self, context: Context) -> Bounds | None:
        convert = hijri_day if self.era == "hijri" else solar_day
        following = (self.year, self.month + 1) if self.month < 12 else (self.year + 1, 1)
        first = convert(self.year, self.month, self.day or 1)
        last = first if self.day else convert(*following, 1) - DAY
        if self.era == "solar":
            return Bounds(first, last)
        written = f"{first.isoformat()}~" if self.day else None
        precision: TimePrecision = "days" if self.day else "month"
        return Bounds(first - DAY, last + DAY, doubt="both", precision=precision, written=written)
