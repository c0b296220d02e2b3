"""The days that an expression may mean, and how they are written in EDTF."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from dateline.model.time import TimePrecision

Doubt = Literal["", "start", "end", "both"]
DAY = timedelta(days=1)
DAYS_OF = {"day": 1, "days": 6, "week": 7, "month": 31, "year": 366}


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last day, both included, each None when open.

    `unit` is what a phase cuts ("early" of a month); `doubt` says which end is approximate; `precision` and `written`
    replace what follows from the days: "since April" is "after", the spring of 2013 is written 2013-21.
    """

    earliest: date | None
    latest: date | None
    unit: str = "day"
    doubt: Doubt = ""
    precision: TimePrecision | None = None
    written: str | None = None

    @property
    def is_open(self) -> bool:
        return self.earliest is None or self.latest is None

    @property
    def one_day(self) -> date | None:
        """The day, when it is one and sure."""
        return self.earliest if self.earliest == self.latest and not self.doubt else None

    @property
    def edtf(self) -> str | None:
        """ISO 8601-2 level 1: 2021-07-05, 2021-07, 2021, 199X, 2021-07-03/2021-07-04, ../2021-07-05, 2011~."""
        if self.written is not None:
            return self.written
        if self.earliest is None or self.latest is None:
            ends = [".." if end is None else end.isoformat() for end in (self.earliest, self.latest)]
            return None if ends == ["..", ".."] else self._doubted(*ends)
        if whole := _whole(self.earliest, self.latest):
            return whole + ("~" if self.doubt else "")
        return self._doubted(*_ends(self.earliest, self.latest))

    def _doubted(self, first: str, last: str) -> str:
        start, end = ("~" if self.doubt in (side, "both") else "" for side in ("start", "end"))
        return f"{first}{start if first != '..' else ''}/{last}{end if last != '..' else ''}"

    @property
    def grain(self) -> TimePrecision:
        """The smallest named unit that holds the interval."""
        if self.precision:
            return self.precision
        if self.earliest is None or self.latest is None:
            return "unknown"
        days = (self.latest - self.earliest).days + 1
        for precision in ("day", "days", "week", "month", "year"):
            if days <= DAYS_OF[precision]:
                return precision
        return "unknown"

    def into_the_next_day(self) -> "Bounds":
        """A night begins on one day and ends on the next; other bounds stay."""
        return replace(self, latest=self.latest + DAY) if self.one_day and self.latest else self


def day_bounds(day: date) -> Bounds:
    """One day."""
    return Bounds(day, day, "day")


def month_bounds(year: int, month: int) -> Bounds:
    """A whole month."""
    return Bounds(date(year, month, 1), month_end(year, month), "month")


def quarter_bounds(year: int, month: int) -> Bounds:
    """The quarter of the year that holds a month."""
    first = month - (month - 1) % 3
    return Bounds(date(year, first, 1), month_end(year, first + 2), "quarter")


def years_bounds(first: int, last: int, unit: str = "year") -> Bounds:
    """Whole years, both included."""
    return Bounds(date(first, 1, 1), date(last, 12, 31), unit)


def week_bounds(day: date) -> Bounds:
    """The week of a day, Monday to Sunday."""
    monday = day - day.weekday() * DAY
    return Bounds(monday, monday + 6 * DAY, "week", precision="week")


def shifted_month(day: date, months: int) -> tuple[int, int]:
    """Year and month of the month so many months on."""
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def _whole(first: date, last: date) -> str | None:
    if first == last:
        return first.isoformat()
    if first.day != 1 or (last + DAY).day != 1:
        return None
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    if (first.month, last.month) == (1, 12):
        if first.year == last.year:
            return f"{first.year:04}"
        if first.year % 100 == 0 and last.year == first.year + 99:
            return f"{first.year // 100:02}XX"
        if first.year % 10 == 0 and last.year == first.year + 9:
            return f"{first.year // 10:03}X"
    return None


def _ends(first: date, last: date) -> tuple[str, str]:
    if first.day == 1 and (last + DAY).day == 1:
        if (first.month, last.month) == (1, 12):
            return f"{first.year:04}", f"{last.year:04}"
        return first.isoformat()[:7], last.isoformat()[:7]
    return first.isoformat(), last.isoformat()
