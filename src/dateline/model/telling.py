"""A claim with what linking needs to know of the story that makes it."""

from dataclasses import dataclass

from dateline.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim, with a person's corrections in the place of what was coded, and whose story makes it.

    `written_on` is the ISO day that the story reckons from, `said_at` its publication as far as it is known; `opening`
    is its headline with the first paragraphs, by which stories of one matter are told from others; `countries` are
    those that its claims name; `sources` pair the names of the story's sources with words that it has for them.
    """

    claim: Claim
    story: str
    outlet: str | None
    credit: str | None
    written_on: str | None
    said_at: str | None
    opening: str
    countries: tuple[str, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
