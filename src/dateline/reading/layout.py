"""Cuts a story into the sections of its layout, and reads from them what the story says about itself."""

import re

from dateline.codebook.layout import Layout
from dateline.model.reading import Part
from dateline.model.story import Story
from dateline.reading import furniture
from dateline.reading.finds import Finds
from dateline.reading.head import file_dateline, is_headline, read_line, read_run_in
from dateline.reading.paragraphs import Stretch, paragraphs

HEAD_PARAGRAPHS = 8  # how far down bylines are looked for
DATELINE_PARAGRAPHS = 6  # how many paragraphs of summary may stand before the dateline
SUBHEAD_WORDS = 12

_ENDED = re.compile(r"[.!?:;,…][\"”’')\]]*$")
_BULLET = re.compile(r"[•▪●◦‣∙·*■►]|[-–—]\s(?![^-–—]+[-–—]$)|\d{1,2}[.)]\s")
_DASHED = re.compile(
    r"[-–—]{1,2}\s+(?P<words>[‘'“\"]?[A-Z][^.!?;]{1,70}?)\s+[-–—]{1,2}(?=\s+[A-Z“\"‘]|\s*$)",
)
_FIRST_SENTENCE = re.compile(r"[^.!?]{40,400}?[.!?][\"”’')]*(?=\s)")


def lay_out(story: Story, layout: Layout) -> Finds:
    """The sections of a story, in order and apart, with all characters but white space in one of them.

    The fields of the result start from the story's metadata, which the text never overrides.
    """
    finds = Finds.of(story, layout)
    text = story.text
    known_headline = story.headline
    report = 0  # paragraphs of the report so far
    for index, (start, end) in enumerate(stretches := paragraphs(text)):
        line = text[start:end]
        if known_headline and line.casefold() == known_headline.strip().casefold():
            finds.add(start, end, "headline")
            known_headline = None
            continue
        if piece := furniture.whole(text, start, end, layout):
            finds.facts(piece.facts)
            finds.add(start, end, piece.part or "boilerplate")
            continue
        if index < HEAD_PARAGRAPHS and read_line(text, start, end, finds, is_open=report == 0):
            continue
        if not finds.headline and report == 0 and len(stretches) > 1 and _opens(text, start, end, layout):
            finds.headline = " ".join(line.split())
            finds.add(start, end, "headline")
            continue
        _read_paragraph(text, (start, end), finds, report, has_next=index + 1 < len(stretches))
        report += not _BULLET.match(line) or len(line.split()) > 40
    return finds


def _opens(text: str, start: int, end: int, layout: Layout) -> bool:
    """Whether a paragraph is the headline that opens a story."""
    from dateline.reading.dateline import find_dateline

    return is_headline(text[start:end]) and not find_dateline(text, start, end, layout)


def _read_paragraph(text: str, stretch: Stretch, finds: Finds, report: int, *, has_next: bool) -> None:
    """Adds the sections of a paragraph of the report."""
    start, end = stretch
    line = text[start:end]
    if report == 0:
        start = read_run_in(text, start, end, finds)
    if not finds.filed and report < DATELINE_PARAGRAPHS and start < end:
        start = file_dateline(text, start, end, finds)
    if start >= end:
        return
    is_lead = report == 0 and not _BULLET.match(line)
    if has_next and report > 0 and _is_subhead(line):
        finds.add(start, end, "subhead")
        return
    if dashed := _DASHED.match(text, start, end):
        finds.add(start, dashed.end(), "subhead")
        start = end - len(text[dashed.end() : end].lstrip())
    for piece in furniture.cut(text, start, end, finds.layout):
        finds.facts(piece.facts)
        if piece.part:
            finds.add(piece.start, piece.end, piece.part)
        else:
            _add_report(text, piece.start, piece.end, "lead" if is_lead else "body", finds)
            is_lead = False


def _add_report(text: str, start: int, end: int, part: Part, finds: Finds) -> None:
    """Adds a stretch of the report; a first sentence that stands there twice is coded once."""
    first = _FIRST_SENTENCE.match(text, start, end) if part == "lead" else None
    if first:
        again = first.end() + len(text[first.end() : end]) - len(text[first.end() : end].lstrip())
        if text.startswith(first.group(), again):
            last = again + len(first.group())
            finds.add(start, first.end(), "lead")
            finds.add(again, last, "boilerplate")
            finds.add(end - len(text[last:end].lstrip()), end, "body")
            return
    finds.add(start, end, part)


def _is_subhead(line: str) -> bool:
    """Whether a short line that no punctuation ends heads the paragraphs after it: "– Tracking bandits –"."""
    if _DASHED.fullmatch(line):
        return True
    if len(line.split()) > SUBHEAD_WORDS or _ENDED.search(line) or _BULLET.match(line):
        return False
    return not line[0].islower()
