"""Time counted from the day of the report, or from the day that the text spoke of last."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.model.time import TimePrecision
from dateline.reading.dates.bounds import (
    DAY,
    Bounds,
    Doubt,
    day_bounds,
    month_bounds,
    month_end,
    quarter_bounds,
    shifted_month,
    week_bounds,
    years_bounds,
)
from dateline.reading.dates.context import Context, Which


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0. `week` sets it in the week before (-1), the running (0) or the next one (1).

    Bare, it is the nearest one in the verb's tense, the day of the report included: on Monday 5 July 2021 "attacked on
    Monday" is that day and "attacked on Tuesday" 29 June. "last" and "next" leave that day out.
    """

    number: int
    which: Which = ""
    week: int | None = None

    def bounds(self, context: Context) -> Bounds | None:
        today = context.published
        if today is None:
            return None
        if self.week is not None:
            monday = week_bounds(today + 7 * self.week * DAY).earliest
            return day_bounds(monday + self.number * DAY) if monday else None
        back, ahead = (today.weekday() - self.number) % 7, (self.number - today.weekday()) % 7
        if self.which == "last":
            return day_bounds(today - (back or 7) * DAY)
        if self.which == "next":
            return day_bounds(today + (ahead or 7) * DAY)
        return day_bounds(today + ahead * DAY if context.is_future else today - back * DAY)


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before (`sign` -1) or after the report, or the last day of the text: two weeks ago, a day earlier.

    Days are days; larger units are as wide as the unit, since "two months ago" means no certain day.
    """

    unit: str
    low: int
    high: int
    sign: int
    from_text: bool = False
    is_rough: bool = False

    def bounds(self, context: Context) -> Bounds | None:
        base = (context.last.one_day if context.last else None) if self.from_text else context.published
        if base is None:
            return None
        if self.unit in ("minute", "hour"):
            return self._by_the_clock(base, context)
        first, last = sorted((self.sign * self.low, self.sign * self.high))
        start, end = self._one(base, first), self._one(base, last)
        doubt: Doubt = "both" if self.is_rough or self.low != self.high else ""
        precision: TimePrecision | None = start.precision
        if first != last:
            precision = "days" if self.unit == "day" else None
        written = start.written if first == last else None
        return Bounds(start.earliest, end.latest, start.unit, start.doubt or doubt, precision, written)

    def _one(self, base: date, count: int) -> Bounds:
        if self.unit in ("day", "night"):
            found = day_bounds(base + count * DAY)
            return found.into_the_next_day() if self.unit == "night" else found
        if self.unit in ("week", "weekend", "fortnight"):
            middle = base + count * (14 if self.unit == "fortnight" else 7) * DAY
            slack = min(3, abs(count)) * DAY  # "a week ago" is a day more or less, "a month of weeks" half a week
            precision: TimePrecision = "days" if abs(count) < 3 else "week"
            return Bounds(middle - slack, middle + slack, "days", "both", precision, f"{middle.isoformat()}~")
        if self.unit == "month":
            return month_bounds(*shifted_month(base, count))
        if self.unit == "year":
            return years_bounds(base.year + count, base.year + count)
        width = 100 if self.unit == "century" else 10
        year = base.year + count * width
        return replace(years_bounds(year - width // 10, year + width // 10), doubt="both")

    def _by_the_clock(self, base: date, context: Context) -> Bounds:
        hours = self.high / 60 if self.unit == "minute" else float(self.high)
        if context.moment is not None and not self.from_text:
            return day_bounds((context.moment + self.sign * timedelta(hours=hours)).date())
        days = int(hours // 24) + (1 if hours >= 1 else 0)
        ends = sorted((base, base + self.sign * days * DAY))
        return Bounds(ends[0], ends[1])


@dataclass(frozen=True, slots=True)
class Whole:
    """A named unit counted from the running one: last week (-1), this month (0), next year (1).

    With `from_text` it is counted from what the text spoke of last: "that year", "the following week".
    """

    unit: str
    offset: int
    from_text: bool = False

    def bounds(self, context: Context) -> Bounds | None:
        base = (context.last.earliest if context.last else None) if self.from_text else context.published
        if base is None:
            return None
        if self.from_text and context.last and not self._holds(context.last):
            return None
        if self.unit in ("day", "night"):
            found = day_bounds(base + self.offset * DAY)
            return found.into_the_next_day() if self.unit == "night" else found
        if self.unit == "week":
            return week_bounds(base + 7 * self.offset * DAY)
        if self.unit == "month":
            return month_bounds(*shifted_month(base, self.offset))
        if self.unit == "quarter":
            return quarter_bounds(*shifted_month(base, 3 * self.offset))
        if self.unit == "year":
            return years_bounds(base.year + self.offset, base.year + self.offset)
        width = 100 if self.unit == "century" else 10
        first = (base.year // width + self.offset) * width
        return years_bounds(first, first + width - 1, self.unit)

    def _holds(self, last: Bounds) -> bool:
        """Whether what the text spoke of lies within one such unit, so that counting from it is sound."""
        if self.unit in ("day", "night"):
            return last.one_day is not None
        length = {"week": 7, "month": 31, "year": 366}.get(self.unit, 3660)
        return (
            not last.is_open
            and last.earliest is not None
            and last.latest is not None
            and ((last.latest - last.earliest).days < length)
        )


@dataclass(frozen=True, slots=True)
class YearBefore:
    """What the text spoke of last, a year earlier: the same month last year, the same period a year earlier.

    `unit` is day, week, month, quarter or, for the period that was spoken of, whatever it was, period.
    """

    unit: str

    def bounds(self, context: Context) -> Bounds | None:
        last = context.last
        if last is None or last.earliest is None or last.latest is None or (last.latest - last.earliest).days > 365:
            return None
        day = _year_earlier(last.earliest)
        if self.unit == "period":
            return (
                None if last.one_day else replace(last, earliest=day, latest=_year_earlier(last.latest), written=None)
            )
        if self.unit == "month":
            return month_bounds(day.year, day.month)
        if self.unit == "quarter":
            return quarter_bounds(day.year, day.month)
        return week_bounds(day) if self.unit == "week" else day_bounds(day)


@dataclass(frozen=True, slots=True)
class Weekend:
    """Saturday and Sunday: on a weekend the running one, otherwise the one before, or the coming one if the verb's
    tense is future. "last" and "next" leave the running one out; "this" is the coming one unless it is past."""

    which: Which = ""

    def bounds(self, context: Context) -> Bounds | None:
        today = context.published
        if today is None:
            return None
        saturday = today - ((today.weekday() - 5) % 7) * DAY
        is_running = today.weekday() >= 5
        if self.which == "last" and is_running:
            saturday -= 7 * DAY
        elif self.which == "next" or (context.is_future and not is_running):
            saturday += 7 * DAY
        return Bounds(saturday, saturday + DAY, "weekend", precision="days")


@dataclass(frozen=True, slots=True)
class Window:
    """The last or the next so many units, the day of the report included: the past four days, in the last 24 hours."""

    unit: str
    low: int
    high: int
    sign: int

    def bounds(self, context: Context) -> Bounds | None:
        today = context.published
        if today is None:
            return None
        far = _far_day(today, self.unit, self.sign * self.high)
        first, last = sorted((today, far))
        return Bounds(first, last, "days", precision="week" if (self.unit, self.high) == ("week", 1) else None)


@dataclass(frozen=True, slots=True)
class Recent:
    """Up to the report without a beginning, or from it on without an end: in recent weeks, in the coming days."""

    sign: int

    def bounds(self, context: Context) -> Bounds | None:
        today = context.published
        if today is None:
            return None
        return Bounds(None, today, "days") if self.sign < 0 else Bounds(today, None, "days")


@dataclass(frozen=True, slots=True)
class Overnight:
    """The night before the report: overnight, during the night. `on` ties it to a day that the sentence names:
    the night that ends on the day of the report, or the one that begins on an earlier day."""

    on: date | None = None

    def bounds(self, context: Context) -> Bounds | None:
        today = context.published
        if self.on is not None and self.on != today:
            return Bounds(self.on, self.on + DAY, "night")
        return Bounds(today - DAY, today, "night") if today else None


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the text spoke of last: "then" of "since then"."""

    def bounds(self, context: Context) -> Bounds | None:
        return context.last


@dataclass(frozen=True, slots=True)
class Unclear:
    """A date that can be read in two ways and is left open: 07/05/2021. Also what a bare clock time means."""

    def bounds(self, context: Context) -> Bounds | None:
        return None


def _far_day(day: date, unit: str, count: int) -> date:
    if unit in ("minute", "hour"):
        hours = abs(count) / (60 if unit == "minute" else 1)
        days = max(1, -int(-hours // 24))
        return day + (days if count > 0 else -days) * DAY
    if unit in ("month", "year", "decade", "century"):
        months = count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
        year, month = shifted_month(day, months)
        return min(day.replace(day=1, year=year, month=month) + (day.day - 1) * DAY, month_end(year, month))
    return day + count * {"week": 7, "weekend": 7, "fortnight": 14}.get(unit, 1) * DAY


def _year_earlier(day: date) -> date:
    """The same day of the year before; a month's last day stays the last, so that whole months stay whole."""
    end = month_end(day.year - 1, day.month)
    return end if (day + DAY).day == 1 else day.replace(year=day.year - 1, day=min(day.day, end.day))
