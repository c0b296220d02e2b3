"""The title of a web page that was run into the report without a space."""

import re
from dataclasses import dataclass

from dateline.codebook.layout import Layout
from dateline.reading.dateline import find_dateline

TITLE_MARK = re.compile(r"\s+(?:\||«|»|::|[-–—])\s+")

_STOP = re.compile(r"[a-z0-9]{3}[.!?][\"”’)]* +[A-Z\"“]")
_DOMAIN = re.compile(r"\b[\w-]+\.(?:com|org|net|tv|co\.\w\w)(?=[A-Z\"“(]|\d\d?\b)", re.IGNORECASE)
# Where two words touch that had a line end between them: "ChicagoPolice", "59CHICAGO", "WXYZPort", "tonightA man".
_SEAM = re.compile(
    r"(?<=[a-z])(?=[A-Z][A-Za-z]|[A-Z] |[\"“(][A-Z])|(?<=\d)(?=[A-Z]{3}|[A-Z][a-z]+ )"
    r"|(?<=[A-Z]{2})(?=[A-Z][a-z]|A [a-z])"
)
MIN_HEADLINE_WORDS = 4
MAX_NAME_WORDS = 12


@dataclass(frozen=True, slots=True)
class PageTitle:
    """A page title at the beginning of a text: the headline ends at `mark`, the outlet's names at `end`."""

    headline: str
    mark: int
    end: int
    names: tuple[str, ...]


def find_page_title(head: str, layout: Layout) -> PageTitle | None:
    """The page title that begins a text, or None.

    `Two shot in park | City Herald OnlineTwo people ...` has the headline "Two shot in park" and ends before the
    second "Two".
    """
    for mark in TITLE_MARK.finditer(head):
        title = head[: mark.start()].strip()
        if _STOP.search(title):
            return None
        if len(title.split()) >= 3 and (seam := _seam(head, mark.end(), layout)):
            names = TITLE_MARK.split(head[mark.end() : seam])
            return PageTitle(title, mark.start(), seam, tuple(name.strip() for name in reversed(names)))
    return _bare(head)


def _seam(head: str, first: int, layout: Layout) -> int | None:
    """Where the names behind the mark end and the report begins; a domain or a dateline tells best."""
    if domain := _DOMAIN.search(head, first):
        found = [domain.end()]
    else:
        found = [match.start() for match in _SEAM.finditer(head, first)]
        found.sort(key=lambda seam: not find_dateline(head, seam, len(head), layout))
    for seam in found:
        names = head[first:seam]
        if len(names.split()) <= MAX_NAME_WORDS and not _STOP.search(names):
            return seam
    return None


def _bare(head: str) -> PageTitle | None:
    """A headline alone that was run into the report: "... during foot chaseA man was shot ..."."""
    for match in _SEAM.finditer(head):
        title = head[: match.start()]
        last = title.split()[-1] if title.split() else ""
        if _STOP.search(title):
            return None
        # "YouTube", "McDonald": the word before the seam must be long, and small unless the headline has capitals.
        has_capitals = sum(word[0].isupper() for word in title.split()) > 0.7 * len(title.split())
        is_word = re.fullmatch(r"[a-z’']{3,}", last) or (has_capitals and re.fullmatch(r"[A-Z][a-z]{3,}", last))
        if len(title.split()) >= MIN_HEADLINE_WORDS and is_word:
            return PageTitle(title.strip(), match.start(), match.start(), ())
    return None
