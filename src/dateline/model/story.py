"""A story as received, with what is known about where it comes from."""

from dataclasses import dataclass
from datetime import date

MONTH_DAYS = 31


@dataclass(frozen=True, slots=True)
class Dateline:
    """The line that says where and when a story was filed ("Kabul, July 5"). `date` is ISO (a day) or None."""

    place: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """One report. Fields and meanings are those of `story` in the public JSON.

    `id` hashes text_id, outlet or URL, and publication time as the input's metadata gives them, so that a story is
    known again before it is read; `text_id` is the sha256 of the text. `published` is an
    ISO date or date-time without a guessed time zone, `published_text` the words it was read from. What neither the
    input, its metadata nor the text says is None. Sources fill what the metadata says; reading fills what the text
    says and never overrides metadata.
    """

    id: str
    text_id: str
    path_or_url: str
    outlet: str | None
    credit: str | None
    headline: str | None
    byline: str | None
    dateline: Dateline | None
    published: str | None
    published_text: str | None
    language: str | None
    text: str

    @property
    def written_at(self) -> str | None:
        """What its "today" and "Monday" are reckoned from: the day of the dateline, else the publication.

        A story that is printed days after it was filed still says "on Monday". A dateline more than a month off is
        taken for a mistake; where both name one day the publication's clock time is kept.
        """
        filed = self.dateline.date if self.dateline else None
        if not filed or not self.published:
            return filed or self.published
        days = abs((date.fromisoformat(filed) - date.fromisoformat(self.published[:10])).days)
        return filed if 0 < days <= MONTH_DAYS else self.published
