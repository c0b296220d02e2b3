"""Pages to stories: the article's body, title, author, date, site and address, by trafilatura."""

from dataclasses import dataclass
from typing import Any

from dateline.errors import InputError, UnreadableError
from dateline.sources.metadata import Metadata, iso_time

MIN_CHARACTERS = 50  # less text than this is a menu or an error page, no article


@dataclass(frozen=True, slots=True)
class Page:
    """A page's article as text, and what the page says about it."""

    text: str
    metadata: Metadata


def read_page(html: str, name: str) -> Page:
    """The article of a page: its headline, a blank line, and its paragraphs between blank lines.

    The date is only what the page declares, never what its text suggests. Raises UnreadableError for a page without
    an article.
    """
    from trafilatura import bare_extraction

    # Without a list of formats trafilatura gives its Document, with which mypy cannot be helped.
    found: Any = bare_extraction(
        html,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        favor_precision=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    body = (getattr(found, "text", None) or "").strip() if found else ""
    if len(body) < MIN_CHARACTERS:
        raise UnreadableError(f"{name} is a page without an article; save the article's own page, or its text")
    metadata = Metadata(
        outlet=found.sitename or None,
        published=_time(found.date),
        url=found.url or None,
        headline=_line(found.title),
        byline=_line(found.author),
    )
    paragraphs = [line.strip() for line in body.splitlines() if line.strip()]
    if metadata.headline and paragraphs[0].casefold() != metadata.headline.casefold():
        paragraphs.insert(0, metadata.headline)
    return Page("\n\n".join(paragraphs), metadata)


def is_page(text: str) -> bool:
    """Whether a text is a page, by how it begins."""
    begin = text.lstrip()[:1000].lower()
    return begin.startswith(("<!doctype html", "<html", "<head", "<body")) or ("<html" in begin and "<?xml" in begin)


def _time(given: str | None) -> str | None:
    """A date that is no ISO date counts as none."""
    try:
        return iso_time(given) if given else None
    except InputError:
        return None


def _line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None
