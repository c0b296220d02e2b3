"""Finds what pages put around and into a story, by the codebook's patterns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.codebook.layout import Furniture, FurniturePart, Layout

PARAGRAPH_WORDS = 120  # a longer paragraph is a report with furniture in it, never furniture as a whole

_SENTENCE_END = re.compile(r"(?<=[.!?][\"”’') ])\s*(?=\S)|(?<=[.!?])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the story's text with the part it plays; None is text of the report. `facts` are named groups."""

    start: int
    end: int
    part: FurniturePart | None
    facts: tuple[tuple[str, str], ...] = ()


def whole(text: str, start: int, end: int, layout: Layout) -> Piece | None:
    """The paragraph as furniture, or None when it is none."""
    for item in layout.furniture_at("line"):
        if match := item.pattern.fullmatch(text, start, end):
            return Piece(start, end, item.part, _facts(match))
    paragraph = text[start:end]
    if len(paragraph.split()) > PARAGRAPH_WORDS:
        return None
    for item in layout.furniture_at("paragraph"):
        if match := item.pattern.search(paragraph):
            return Piece(start, end, item.part, _facts(match))
    return None


def cut(text: str, start: int, end: int, layout: Layout) -> list[Piece]:
    """A paragraph of the report with the furniture at its ends and among its sentences apart, in order."""
    before: list[Piece] = []
    after: list[Piece] = []
    while found := edge(text, start, end, layout, "start"):
        before.append(found)
        start = _skip(text, found.end, end)
    while found := edge(text, start, end, layout, "end"):
        after.insert(0, found)
        end = start + len(text[start : found.start].rstrip())
    middle = list(_sentences(text, start, end, layout)) if start < end else []
    return [*before, *middle, *after]


def edge(text: str, start: int, end: int, layout: Layout, where: Literal["start", "end"]) -> Piece | None:
    """The furniture that begins or ends a paragraph, or None."""
    if start >= end:
        return None
    for item in layout.furniture_at(where):
        match = item.pattern.match(text, start, end) if where == "start" else _last(item, text, start, end)
        if match and match.end() > match.start():
            return Piece(match.start(), match.end(), item.part, _facts(match))
    return None


def _last(item: Furniture, text: str, start: int, end: int) -> re.Match[str] | None:
    """The match that reaches the end of the paragraph; only its last 400 characters are looked at."""
    position = max(start, end - 400)
    while match := item.pattern.search(text, position, end):
        if match.end() == end:
            return match
        position = match.start() + 1
    return None


def _sentences(text: str, start: int, end: int, layout: Layout) -> Iterator[Piece]:
    """The paragraph with furniture sentences cut out."""
    kept = start
    for first, last in _sentence_stretches(text, start, end):
        for item in layout.furniture_at("sentence"):
            if item.pattern.search(text[first:last]):
                if text[kept:first].strip():
                    yield Piece(kept, kept + len(text[kept:first].rstrip()), None)
                yield Piece(first, last, item.part)
                kept = _skip(text, last, end)
                break
    if kept < end:
        yield Piece(kept, end, None)


def _sentence_stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if match.end() > position:
            yield position, position + len(text[position : match.start()].rstrip())
            position = match.end()
    if position < end:
        yield position, end


def _skip(text: str, start: int, end: int) -> int:
    """The first character at or after start that is not white space."""
    return end - len(text[start:end].lstrip())


def _facts(match: re.Match[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value.strip()) for name, value in match.groupdict().items() if value)
