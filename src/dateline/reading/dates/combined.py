"""Meanings made of others: a phase of a month, a range, since and until."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dateline.codebook.calendar import Phase, Relation
from dateline.reading.dates.bounds import DAY, Bounds, Doubt, day_bounds, month_end
from dateline.reading.dates.context import Context, Meaning
from dateline.reading.dates.dated import Day, Month
from dateline.reading.dates.relative import Overnight, Shift, Weekday


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
        if self.is_earlier or self.is_later:
            return whole
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
class EventDay:
    """The day of an event that the text has dated once: "the attack" after "Friday's attack"; "" is no known event."""

    noun: str

    def bounds(self, context: Context) -> Bounds | None:
        day = context.events.get(self.noun)
        return day_bounds(day) if day else None


@dataclass(frozen=True, slots=True)
class Counted:
    """So many units from another day: two days after July 1, the day before Friday's vote, the day of the attack.

    `of` is None as long as it is not known what follows.
    """

    by: Shift
    of: Meaning | None = None

    def bounds(self, context: Context) -> Bounds | None:
        day = self.of.bounds(context) if self.of else None
        return replace(self.by, from_text=True).bounds(replace(context, last=day))


@dataclass(frozen=True, slots=True)
class Night:
    """The night tied to a day: that ends on it (`ends`, "the night to Monday"), or as with `Overnight`."""

    of: Meaning
    ends: bool = False

    def bounds(self, context: Context) -> Bounds | None:
        day = self.of.bounds(context)
        if day is None or day.one_day is None:
            return None
        return Bounds(day.one_day - DAY, day.one_day, "night") if self.ends else Overnight(day.one_day).bounds(context)


@dataclass(frozen=True, slots=True)
class Related:
    """Since, after, until, by or before something; `of` None is something without a date ("since the start of ...").

    What is past ends with the report: nothing that a report tells as past happened after it.
    """

    relation: Relation
    of: Meaning | None = None

    def bounds(self, context: Context) -> Bounds | None:
        if self.relation in ("until", "by") and context.tense == "perfect":
            context = replace(context, tense="future")  # "have kept it closed until Friday"
        if self.relation == "since":
            context = replace(context, tense="past", is_direct=True)
        found = self.of.bounds(context) if self.of else Bounds(None, None)
        if found is None and self.relation == "since" and isinstance(self.of, Counted):
            found = Bounds(None, context.published)  # "since the day of the attack" is past, whenever that was
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

    def _bounds(self, start: date | None, end: date | None, of: Bounds, side: Literal["after", "before"]) -> Bounds:
        doubt: Doubt = ("start" if side == "after" else "end") if of.doubt else ""
        bounds = Bounds(start, end, "days", doubt, precision=side)
        known = of.edtf
        if known is None or start == end or "/" in known or "X" in known or self.relation in ("after", "before"):
            return bounds
        if side == "after":
            return replace(bounds, written=f"{known}/{end.isoformat() if end else '..'}")
        return replace(bounds, written=f"../{known}")


def _cut(first: date, last: date, unit: str, cut: tuple[int, int]) -> tuple[date, date]:
    low, high = cut
    if unit == "month":
        return first.replace(day=low), first.replace(day=high) if high else last
    if unit == "week":
        return first + (low - 1) * DAY, first + (high - 1) * DAY if high else last
    if unit == "year":
        return first.replace(month=low), month_end(first.year, high) if high else last
    return date(first.year + low, 1, 1), date(first.year + high, 12, 31)
