"""The days that a claim may speak of, as it states them or as the day of its report suggests."""

from dataclasses import dataclass
from datetime import date

from dateline.model.telling import Telling

DAYS_BEFORE_REPORT = 2  # what is told as news without a date has happened on the day of the report or just before
REACH = 7  # days before its report to which a claim of no day may go back, when place and number are those of another
LONGEST = 14  # days; a stated time that is longer is a stretch in which many things happen
_TOLLS = frozenset({"killed", "injured", "missing"})  # a running toll of these is mostly that of one event


@dataclass(frozen=True, slots=True)
class Days:
    """Ordinals of the first and last day, None when nothing is known; whether stated, and whether a stretch."""

    first: int | None
    last: int | None
    is_stated: bool
    is_total: bool


def days_of(telling: Telling) -> Days:
    """The days of a claim.

    A claim of news without a time is taken to speak of the last days before its report; one of background without a
    time of none. "Since Friday", news of a month, or a running total of other things than victims is a stretch.
    """
    claim, written = telling.claim, _ordinal(telling.written_on)
    time = claim.time
    is_running = any(figure.cumulative and figure.counts not in _TOLLS for figure in claim.figures)
    earliest, latest = (_ordinal(time.earliest), _ordinal(time.latest)) if time else (None, None)
    if earliest is None and latest is None:
        if written is None or claim.status == "background":
            return Days(None, None, False, is_running)
        return Days(written - DAYS_BEFORE_REPORT, written, False, is_running)
    if earliest is None:
        return Days((latest or 0) - DAYS_BEFORE_REPORT, latest, False, is_running)
    last = latest or max(written or earliest, earliest)
    assert time is not None
    is_stretch = time.precision == "after" or (claim.status != "background" and last - earliest > LONGEST)
    return Days(earliest, last, True, is_running or is_stretch)


def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day[:10]).toordinal() if day else None
