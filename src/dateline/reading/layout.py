"""Cuts a story into the sections of its layout, and reads from them what the story says about itself."""

import re

from dateline.codebook.layout import Layout
from dateline.model.reading import Part
from dateline.model.story import Story
from dateline.reading import furniture
from dateline.reading.dateline import IsPlace, never
from dateline.reading.finds import Finds
from dateline.reading.head import is_headline, is_plain_headline, is_stamp, read_dateline, read_line, read_run_in
from dateline.reading.paragraphs import Stretch, paragraphs

HEAD_PARAGRAPHS = 8  # how far down bylines are looked for
DATELINE_PARAGRAPHS = 6  # how many paragraphs of summary may stand before the dateline
SUBHEAD_WORDS = 12
BULLET_WORDS = 40  # a longer bullet is a paragraph of the report

_ENDED = re.compile(r"[.!?:;,…][\"”’')\]]*$")
_BULLET = re.compile(r"[•▪●◦‣∙·*■►]|[-–—]\s(?![^-–—]+[-–—]$)|\d{1,2}[.)]\s")
_DASHED = re.compile(
    r"[-–—]{1,2}\s+(?P<words>[‘'“\"]?[A-Z][^.!?;]{1,70}?)\s+[-–—]{1,2}(?=\s+[A-Z“\"‘]|\s*$)",
)
_NAME = re.compile(r"[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|al|bin|de|van|von|el))*? [A-Z][\w'’-]+")
_FIRST_SENTENCE = re.compile(r"[^.!?]{40,400}?[.!?][\"”’')]*(?=\s)")


def lay_out(story: Story, layout: Layout, is_place: IsPlace = never) -> Finds:
    """The sections of a story, in order and apart, with all characters but white space in one of them.

    The fields of the result start from the story's metadata, which the text never overrides. `is_place` knows the
    names of towns.
    """
    finds = Finds.of(story, layout, is_place)
    stretches = paragraphs(story.text)
    report = 0  # how many paragraphs of the report there have been
    for index, stretch in enumerate(stretches):
        following = stretches[index + 1] if index + 1 < len(stretches) else None
        if index == 0 and following and not finds.headline and is_stamp(story.text[slice(*following)]):
            _add_headline(stretch, finds)
            continue
        if _is_outside(stretch, finds, index, report, has_next=following is not None):
            continue
        line = story.text[slice(*stretch)]
        if following and report == 0 and _is_name(line) and is_stamp(story.text[slice(*following)]):
            finds.byline = finds.byline or line.strip()
            finds.add(*stretch, "byline")
            continue
        if following and report and _is_subhead(line, story.text[slice(*following)], finds):
            finds.add(*stretch, "subhead")
            continue
        _read_paragraph(stretch, finds, report)
        report += not _BULLET.match(line) or len(line.split()) > BULLET_WORDS
    return finds


def _is_outside(stretch: Stretch, finds: Finds, index: int, report: int, *, has_next: bool) -> bool:
    """Adds a paragraph that is headline, furniture or head, and says whether it was."""
    start, end = stretch
    line = finds.text[start:end]
    is_first = not any(section.part == "headline" for section in finds.sections)
    if is_first and report == 0 and finds.headline and " ".join(line.split()) == " ".join(finds.headline.split()):
        finds.add(start, end, "headline")
        return True
    if index == 0 and has_next and not finds.headline and is_plain_headline(start, end, finds):
        return _add_headline(stretch, finds)
    if piece := furniture.whole(finds.text, start, end, finds.layout):
        finds.facts(piece.facts)
        finds.add(start, end, piece.part or "boilerplate")
        return True
    if index < HEAD_PARAGRAPHS and read_line(start, end, finds, is_open=report == 0):
        return True
    if report == 0 and has_next and not finds.headline and is_headline(line):
        position = len(finds.sections)
        if read_dateline(start, end, finds, is_first=False) == start:
            return _add_headline(stretch, finds)
        del finds.sections[position:]
        finds.filed = None
    return False


def _add_headline(stretch: Stretch, finds: Finds) -> bool:
    finds.headline = " ".join(finds.text[slice(*stretch)].split())
    finds.add(*stretch, "headline")
    return True


def _read_paragraph(stretch: Stretch, finds: Finds, report: int) -> None:
    """Adds the sections of a paragraph of the report."""
    start, end = stretch
    is_lead = report == 0 and not _BULLET.match(finds.text, start, end)
    if report == 0:
        start = read_run_in(start, end, finds)
    if not finds.filed and report < DATELINE_PARAGRAPHS and start < end:
        start = read_dateline(start, end, finds, is_first=report == 0)
    if dashed := _DASHED.match(finds.text, start, end):
        finds.add(start, dashed.end(), "subhead")
        start = dashed.end()
    start = end - len(finds.text[start:end].lstrip())
    if start >= end:
        return
    for piece in furniture.cut(finds.text, start, end, finds.layout):
        finds.facts(piece.facts)
        if piece.part:
            finds.add(piece.start, piece.end, piece.part)
        else:
            _add_report(piece.start, piece.end, "lead" if is_lead else "body", finds)
            is_lead = False


def _add_report(start: int, end: int, part: Part, finds: Finds) -> None:
    """Adds a stretch of the report; a first sentence that stands there twice is coded once."""
    text = finds.text
    first = _FIRST_SENTENCE.match(text, start, end) if part == "lead" else None
    if first:
        again = end - len(text[first.end() : end].lstrip())
        if text.startswith(first.group(), again):
            last = again + len(first.group())
            finds.add(start, first.end(), "lead")
            finds.add(again, last, "boilerplate")
            finds.add(last, end, "body")
            return
    finds.add(start, end, part)


def _is_subhead(line: str, following: str, finds: Finds) -> bool:
    """Whether a short line that no punctuation ends heads the paragraph after it: "– Tracking bandits –".

    A short line among others like it belongs to a list.
    """
    if _DASHED.fullmatch(line):
        return True
    if not _is_short(line) or _BULLET.match(line) or line[0].islower():
        return False
    before = finds.sections[-1] if finds.sections else None
    is_listed = before and before.part == "body" and _is_short(finds.text[before.start : before.end])
    return not is_listed and not _is_short(following)


def _is_name(line: str) -> bool:
    """Whether a line may be a reporter's name alone; what follows must say that it is: a date of publication."""
    return bool(_NAME.fullmatch(line.strip()))


def _is_short(line: str) -> bool:
    return len(line.split()) <= SUBHEAD_WORDS and not _ENDED.search(line)
