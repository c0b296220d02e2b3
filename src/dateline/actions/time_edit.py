"""Other days for the words of a time, from what a person wrote."""

import re
from calendar import monthrange
from datetime import date

from dateline.errors import ConfigurationError
from dateline.model.record import Record
from dateline.model.time import TimePrecision

NEVER = "null"
_DAY = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_STRETCH = re.compile(rf"(?P<first>{_DAY})\s*(?:\.\.|/|\bto\b)\s*(?P<last>{_DAY})")
_OPEN = re.compile(rf"(?P<day>{_DAY})\s+or\s+(?P<which>later|earlier)")
_PRECISIONS: dict[int, TimePrecision] = {10: "day", 7: "month", 4: "year"}


def edited_time(record: Record, part: str | None, words: str) -> Record:
    """The time with other days: "2021-07-05", "2021-07", "2021", "2021-07-05 to 2021-07-07", "... or later", "null".

    Raises ConfigurationError for what are no days.
    """
    if part is not None:
        raise ConfigurationError(f"a time has no {part!r} to set; write its days: time=2021-07-05")
    words = words.strip().lower()
    if words == NEVER:
        return _with_days(record, None, None, None, "unknown")
    if found := _STRETCH.fullmatch(words):
        earliest, latest = _days(found["first"])[0], _days(found["last"])[1]
        if earliest > latest:
            raise ConfigurationError(f"{words!r} runs backwards; the first day comes first")
        return _with_days(record, f"{found['first']}/{found['last']}", earliest, latest, "days")
    if found := _OPEN.fullmatch(words):
        earliest, latest = _days(found["day"])
        if found["which"] == "later":
            return _with_days(record, f"{found['day']}/..", earliest, None, "after")
        return _with_days(record, f"../{found['day']}", None, latest, "before")
    return _with_days(record, words, *_days(words), _PRECISIONS.get(len(words), "unknown"))


def _with_days(
    record: Record, edtf: str | None, earliest: str | None, latest: str | None, precision: TimePrecision
) -> Record:
    return {**record, "edtf": edtf, "earliest": earliest, "latest": latest, "precision": precision}


def _days(words: str) -> tuple[str, str]:
    """The first and the last day of a day, a month or a year."""
    try:
        year, month, day = (int(part) for part in [*words.split("-"), "0", "0"][:3])
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        raise ConfigurationError(
            f"{words!r} are no days; write 2021-07-05, 2021-07, 2021, 2021-07-05 to 2021-07-07, 2021-07-05 or later, "
            "or null when nobody knows"
        ) from None
    return first.isoformat(), last.isoformat()
