"""When something happened, as far as the words say."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.span import Span

TimePrecision = Literal["day", "days", "week", "month", "year", "before", "after", "unknown"]


@dataclass(frozen=True, slots=True)
class Time(Span):
    """A time expression and the days it may mean.

    `edtf` is ISO 8601-2 (EDTF level 1) or None when nothing can be said; `earliest` and `latest` are ISO dates, each
    None when open; `part_of_day` is "morning", "night", ... or None.
    """

    edtf: str | None
    earliest: str | None
    latest: str | None
    precision: TimePrecision
    part_of_day: str | None
