"""What time expressions mean, before and after they are set against the day of the report."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Literal, Protocol

from dateline.codebook.calendar import NamedDay, Phase, Relation
from dateline.reading.dates.bounds import (
    DAY,
    Bounds,
    Doubt,
    day_bounds,
    month_bounds,
    shifted_month,
    week_bounds,
    years_bounds,
)
from dateline.reading.dates.eras import easter, hijri_day, hijri_year, solar_day

Which = Literal["", "this", "last", "next"]
Tense = Literal["past", "future", "unknown"]
PhaseTable = dict[tuple[Phase, str], tuple[int, int]]
# Against the tense of a verb that does not govern the date itself, a day counts as this many times farther off:
# "called off the rally on April 20" is tomorrow on the 19th, yet "fled in November" in June is last November.
AGAINST_TENSE = 4


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is set against.

    `published` is the day of the report or None, `moment` its clock time when known; `tense` that of the governing
    verb, `is_direct` whether the expression hangs on that verb and not on a noun; `last` the bounds of the day that
    the text spoke of last, for "the following day".
    """

    published: date | None
    phases: PhaseTable
    moment: datetime | None = None
    tense: Tense = "unknown"
    is_direct: bool = False
    last: Bounds | None = None

    @property
    def is_future(self) -> bool:
        return self.tense == "future"


class Meaning(Protocol):
    """An expression's meaning. `bounds` is None when the context does not say enough; nothing is guessed."""

    def bounds(self, context: Context) -> Bounds | None: ...


def nearest_year(context: Context, make: Callable[[int], Bounds]) -> Bounds | None:
    """The bounds in the year that suits the tense and lies nearest to the report."""
    today = context.published
    if today is None:
        return None
    best: tuple[float, Bounds] | None = None
    for year in (today.year, today.year - 1, today.year + 1):
        try:
            found = make(year)
        except ValueError:  # 29 February
            continue
        if found.earliest is None or found.latest is None:
            continue
        distance = float(max((found.earliest - today).days, (today - found.latest).days, 0))
        against = found.latest < today if context.is_future else found.earliest > today
        if against:
            distance *= 1000 if context.is_direct and context.tense != "unknown" else AGAINST_TENSE
        if best is None or distance < best[0]:
            best = distance, found
    return best[1] if best else None


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
class Month:
    """A month: July, July 2021."""

    month: int
    year: int | None = None

    def bounds(self, context: Context) -> Bounds | None:
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
class Quarter:
    """A quarter of a year, 1 to 4."""

    number: int
    year: int | None = None

    def bounds(self, context: Context) -> Bounds | None:
        return nearest_year(context, self._of) if self.year is None else self._of(self.year)

    def _of(self, year: int) -> Bounds:
        first, last = month_bounds(year, 3 * self.number - 2), month_bounds(year, 3 * self.number)
        return Bounds(first.earliest, last.latest, "quarter")


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
        precision = "days" if self.unit == "day" and first != last else None
        return Bounds(start.earliest, end.latest, start.unit, doubt, precision or start.precision)

    def _one(self, base: date, count: int) -> Bounds:
        if self.unit in ("day", "night"):
            found = day_bounds(base + count * DAY)
            return found.into_the_next_day() if self.unit == "night" else found
        if self.unit in ("week", "weekend", "fortnight"):
            return week_bounds(base + count * (14 if self.unit == "fortnight" else 7) * DAY)
        if self.unit == "month":
            return month_bounds(*shifted_month(base, count))
        if self.unit == "year":
            return years_bounds(base.year + count, base.year + count)
        width = 100 if self.unit == "century" else 10
        middle = base.year + count * width
        slack = width // 10
        return replace(years_bounds(middle - slack, middle + slack), doubt="both")

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
        return not last.is_open and last.earliest is not None and last.latest is not None and (
            (last.latest - last.earliest).days < length
        )


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
        return Bounds(first, first + length)

    def _lunar(self, year: int, month: int, day: int, length: timedelta) -> Bounds:
        """The one that begins in the given Gregorian year; in a year with two, the first."""
        start = hijri_year(date(year, 1, 1))
        first = next(found for era in (start, start + 1, start + 2) if (found := hijri_day(era, month, day)).year >= year)
        return Bounds(first - DAY, first + length + DAY, doubt="both")


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
        return Bounds(first - DAY, last + DAY, doubt="both", precision="days" if self.day else None, written=written)


@dataclass(frozen=True, slots=True)
class Unclear:
    """A date that can be read in two ways and is left open: 07/05/2021. Also what a bare clock time means."""

    def bounds(self, context: Context) -> Bounds | None:
        return None


@dataclass(frozen=True, slots=True)
class Phased:
    """A part of a month, year, decade or week: early July, the end of last year, earlier this week."""

    phase: Phase
    of: Meaning
    is_earlier: bool = False
    is_later: bool = False

    def bounds(self, context: Context) -> Bounds | None:
        whole = self.of.bounds(context)
        today = context.published
        if whole is None or whole.earliest is None or whole.latest is None:
            return whole
        if today and (self.is_earlier or self.is_later) and whole.earliest <= today <= whole.latest:
            ends = (whole.earliest, today) if self.is_earlier else (today, whole.latest)
            return Bounds(*ends, unit="days")
        cut = context.phases.get((self.phase, whole.unit))
        if cut is None:
            return replace(whole, doubt="both", written=None)
        first, last = _cut(whole.earliest, whole.latest, whole.unit, cut)
        doubt: Doubt = "end" if first == whole.earliest else "start" if last == whole.latest else "both"
        return Bounds(first, last, "days", doubt)


@dataclass(frozen=True, slots=True)
class Range:
    """From one to another."""

    first: Meaning
    last: Meaning

    def bounds(self, context: Context) -> Bounds | None:
        last = self.last.bounds(context)
        if last is None or last.earliest is None:
            return None
        # What is bare in the first is near the second: "from Friday to Monday", "from 30 June to 2 July 2021".
        near = replace(context, published=last.earliest, tense="past", is_direct=True)
        first = self.first.bounds(near if isinstance(self.first, Day | Month | Weekday) else context)
        if first is None or first.earliest is None or last.latest is None or first.earliest > last.latest:
            return None
        doubt: Doubt = "both" if first.doubt and last.doubt else "start" if first.doubt else "end" if last.doubt else ""
        return Bounds(first.earliest, last.latest, "days", doubt)


@dataclass(frozen=True, slots=True)
class Related:
    """Since, after, until, by or before something; `of` None is something without a date ("since the start of ...").

    What is past ends with the report: nothing that a report tells as past happened after it.
    """

    relation: Relation
    of: Meaning | None = field(default=None)

    def bounds(self, context: Context) -> Bounds | None:
        found = self.of.bounds(context) if self.of else Bounds(None, None)
        if found is None or (self.of and found.earliest is None and found.latest is None):
            return None
        if self.relation in ("since", "after"):
            end = None if context.is_future else context.published
            start = found.earliest
            if self.relation == "after" and found.latest:
                start = found.latest + DAY
            if end and start and start > end:
                end = None
            return self._bounds(start, end, found, "after")
        start, end = None, found.latest
        if self.relation == "before" and found.earliest:
            end = found.earliest - DAY
        return self._bounds(start, end, found, "before")

    def _bounds(self, start: date | None, end: date | None, of: Bounds, precision: Literal["after", "before"]) -> Bounds:
        bounds = Bounds(start, end, "days", precision=precision)
        known = of.edtf
        if known is None or "/" in known or self.relation in ("after", "before"):
            return bounds
        if precision == "after":
            return replace(bounds, written=f"{known}/{end.isoformat() if end else '..'}")
        return replace(bounds, written=f"../{known}")


def _far_day(day: date, unit: str, count: int) -> date:
    if unit in ("minute", "hour"):
        hours = abs(count) / (60 if unit == "minute" else 1)
        days = max(1, -int(-hours // 24))
        return day + (days if count > 0 else -days) * DAY
    if unit in ("month", "year", "decade", "century"):
        months = count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
        year, month = shifted_month(day, months)
        return min(day.replace(day=1, year=year, month=month) + (day.day - 1) * DAY, _month_end(year, month))
    return day + count * {"week": 7, "weekend": 7, "fortnight": 14}.get(unit, 1) * DAY


def _month_end(year: int, month: int) -> date:
    latest = month_bounds(year, month).latest
    assert latest is not None
    return latest


def _cut(first: date, last: date, unit: str, cut: tuple[int, int]) -> tuple[date, date]:
    low, high = cut
    if unit == "month":
        return first.replace(day=low), first.replace(day=high) if high else last
    if unit == "week":
        return first + (low - 1) * DAY, first + (high - 1) * DAY if high else last
    if unit == "year":
        return first.replace(month=low), _month_end(first.year, high) if high else last
    return date(first.year + low, 1, 1), date(first.year + high, 12, 31)
