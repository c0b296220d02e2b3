"""Days, months, quarters, seasons and years of the calendar, with or without their year."""

from dataclasses import dataclass, replace
from datetime import date

from dateline.reading.dates.bounds import DAY, Bounds, day_bounds, month_bounds, month_end, shifted_month, years_bounds
from dateline.reading.dates.context import Context, Meaning, Which, nearest_year


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month: 5 July, July 5 2021."""

    month: int
    day: int
    year: int | None = None

    def bounds(self, context: Context) -> Bounds | None:
        if self.year is None:
            return nearest_year(context, lambda year: day_bounds(date(year, self.month, self.day)))
        try:
            return day_bounds(date(self.year, self.month, self.day))
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day whose month is not said: the 15th, the 15th of this month (`offset` 0) or last month (-1).

    Without an offset it follows on the day the text spoke of last, else it is the nearest to the report in the tense.
    """

    day: int
    offset: int | None = None

    def bounds(self, context: Context) -> Bounds | None:
        last = context.last.one_day if context.last else None
        if self.offset is None and last and last.day < self.day <= month_end(last.year, last.month).day:
            return day_bounds(last.replace(day=self.day))
        today = context.published
        if today is None:
            return None
        if self.offset is not None:
            return self._in(today, self.offset)
        near = [found for offset in (-1, 0, 1) if (found := self._in(today, offset)) is not None]
        if context.is_future:
            return next((found for found in near if found.earliest and found.earliest >= today), None)
        return next((found for found in reversed(near) if found.latest and found.latest <= today), None)

    def _in(self, today: date, offset: int) -> Bounds | None:
        year, month = shifted_month(today, offset)
        return day_bounds(date(year, month, self.day)) if self.day <= month_end(year, month).day else None


@dataclass(frozen=True, slots=True)
class Month:
    """A month: July, July 2021, last July. "last" is the latest one that is over, "next" the first yet to begin."""

    month: int
    year: int | None = None
    which: Which = ""

    def bounds(self, context: Context) -> Bounds | None:
        today = context.published
        if self.year is None and today and self.which in ("last", "next"):
            is_now = today.month == self.month
            offset = -1 if self.which == "last" else 1
            is_other_year = is_now or (today.month < self.month) == (self.which == "last")
            return month_bounds(today.year + (offset if is_other_year else 0), self.month)
        if self.year is None:
            return nearest_year(context, lambda year: month_bounds(year, self.month))
        return month_bounds(self.year, self.month)


@dataclass(frozen=True, slots=True)
class Years:
    """A year, a decade or a century: 2016, the 1990s."""

    first: int
    last: int
    unit: str = "year"

    def bounds(self, context: Context) -> Bounds | None:
        return years_bounds(self.first, self.last, self.unit)


@dataclass(frozen=True, slots=True)
class Months:
    """A run of months of one year, both included: its second quarter, its first half, its first six months."""

    first: int
    last: int
    year: int | None = None

    def bounds(self, context: Context) -> Bounds | None:
        return nearest_year(context, self._of) if self.year is None else self._of(self.year)

    def _of(self, year: int) -> Bounds:
        return Bounds(date(year, self.first, 1), month_end(year, self.last), "months")


def quarter(number: int, year: int | None = None) -> Months:
    """A quarter of a year, 1 to 4."""
    return Months(3 * number - 2, 3 * number, year)


def half(number: int, year: int | None = None) -> Months:
    """A half of a year, 1 or 2."""
    return Months(6 * number - 5, 6 * number, year)


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its EDTF number (21 is spring), with a year or as this, last or next; northern months, December
    belonging to the winter of the year it ends in. "last spring" is the latest one that is over."""

    number: int
    year: int | None = None
    which: Which = ""

    def bounds(self, context: Context) -> Bounds | None:
        if self.year is not None:
            return self._of(self.year)
        today = context.published
        if today is None:
            return None
        seasons = [self._of(year) for year in range(today.year - 1, today.year + 3)]
        if self.which == "last":
            return [season for season in seasons if season.latest and season.latest < today][-1]
        if self.which == "next":
            return next(season for season in seasons if season.earliest and season.earliest > today)
        return nearest_year(context, self._of)

    def _of(self, year: int) -> Bounds:
        month = 3 * (self.number - 21) + 3
        first = date(year, month, 1) if month < 12 else date(year - 1, 12, 1)
        last = month_bounds(*shifted_month(first, 2)).latest
        return Bounds(first, last, "season", written=f"{year:04}-{self.number}")


@dataclass(frozen=True, slots=True)
class OfYear:
    """A day, month, quarter or season of a year that is named by itself: January next year."""

    part: Day | Month | Months | Season
    year: Meaning

    def bounds(self, context: Context) -> Bounds | None:
        year = self.year.bounds(context)
        return replace(self.part, year=year.earliest.year).bounds(context) if year and year.earliest else None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """A week of a month: the first week of July is the 1st to the 7th, the last (-1) its last seven days."""

    number: int
    month: Month

    def bounds(self, context: Context) -> Bounds | None:
        whole = self.month.bounds(context)
        if whole is None or whole.earliest is None or whole.latest is None:
            return None
        first = whole.latest - 6 * DAY if self.number < 0 else whole.earliest + 7 * (self.number - 1) * DAY
        return Bounds(first, first + 6 * DAY, "days", "both", "week")
