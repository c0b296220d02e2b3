"""What is known about a story from outside its text: options, a sidecar file, a page's own metadata."""

import re
from dataclasses import dataclass, fields
from datetime import datetime

from dateline.errors import InputError

_EXTENDED = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a story's text does not need to say. `published` is an ISO date or date-time; None is not known."""

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    credit: str | None = None
    headline: str | None = None
    byline: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if self.published is not None:
            object.__setattr__(self, "published", iso_time(self.published))

    def over(self, other: "Metadata") -> "Metadata":
        """This metadata with the gaps filled from another."""
        return Metadata(
            **{
                field.name: value if (value := getattr(self, field.name)) is not None else getattr(other, field.name)
                for field in fields(Metadata)
            }
        )


def iso_time(text: str) -> str:
    """An ISO 8601 date or date-time in extended form, as it was given; a time zone is kept and never added.

    Raises InputError when it is neither. "2021-07-05 16:20:00" becomes "2021-07-05T16:20:00".
    """
    given = text.strip()
    extended = re.sub(r"^(\d{4}-\d\d-\d\d)[ T]+(?=\d\d:)", r"\1T", given)
    try:
        if not _EXTENDED.fullmatch(extended):
            raise ValueError
        datetime.fromisoformat(extended)
    except ValueError:
        message = (
            f"{text!r} is no time of publication; give a date such as 2021-07-05 or a date and time such as "
            "2021-07-05T16:20"
        )
        raise InputError(message) from None
    return extended
