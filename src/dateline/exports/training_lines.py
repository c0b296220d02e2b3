"""Sentences whose claims are decided, as marked lines for training (the form is that of `training/GUIDELINES.md`)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from typing import Any

from dateline.exports.common import CodedStoryRecord
from dateline.model.correction import CODED_FIELDS, FIELDS, NO_EVENT, correction_of, standing_value

HEAD = "# Sentences of stories, with the claims that people accepted, corrected and rejected.\n== news\n"
_PLAIN = str.maketrans("[]{}<>|", "()()()/")  # the form's own marks, which a story may hold
_LINE_SIGNS = "#~= "  # what a line of the form may not begin with
_PARTS = {"source": "s", "cue": "q", "content": "c"}

Record = Mapping[str, Any]


class LeftOut(Enum):
    """Why a sentence about whose claims something is decided is no line."""

    UNDECIDED = "a claim of it is not decided"
    OVERLAPPING = "triggers overlap"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a sentence, and what stands before and behind it."""

    start: int
    end: int
    opening: str
    closing: str
    is_trigger: bool = False


def training_lines(story: CodedStoryRecord) -> Iterator[str | LeftOut]:
    """A line for each sentence about whose claims something is decided, or why there is none.

    `story` has all its claims, rejected ones too, with their corrections. A sentence with a claim that is not decided
    gives no line, for words that stay without a mark teach that they are no trigger.
    """
    by_sentence: dict[int, list[Record]] = defaultdict(list)
    for claim in story["claims"]:
        by_sentence[claim["sentence"]].append(claim)
    for index, claims in sorted(by_sentence.items()):
        if any(correction_of(claim, field) for claim in claims for field in FIELDS):
            yield _line(story, story["sentences"][index], claims)


def _label(claim: Record) -> str | None:
    """What the trigger is marked with; None when the claim is not decided. Example: "COERCE occurred", "none"."""
    if correction_of(claim, "claim"):
        return NO_EVENT
    if not all(correction_of(claim, field) for field in CODED_FIELDS):
        return None
    return f"{standing_value(claim, 'type')} {standing_value(claim, 'status')}"


def _line(story: CodedStoryRecord, sentence: Record, claims: Sequence[Record]) -> str | LeftOut:
    marks: list[Mark] = []
    labels = [_label(claim) for claim in claims]
    if not all(labels):
        return LeftOut.UNDECIDED
    for claim, label in zip(claims, labels, strict=True):
        if not _added(marks, _marks(sentence, [claim["trigger"]], "[", f"|{label}]", is_trigger=True)):
            return LeftOut.OVERLAPPING
    for attribution in story["attributions"]:
        parts = [
            mark
            for part, letter in _PARTS.items()
            for mark in _marks(sentence, attribution[part], f"<{letter}>", f"</{letter}>")
        ]
        _added(marks, parts)
    line = " ".join(_written(story["story"]["text"][sentence["start"] : sentence["end"]], marks).split())
    return line.lstrip(_LINE_SIGNS).encode("utf-8", "replace").decode("utf-8")  # half surrogate pairs cannot be written


def _marks(
    sentence: Record, spans: Sequence[Record], opening: str, closing: str, *, is_trigger: bool = False
) -> list[Mark]:
    """Marks around what lies in the sentence of some spans of the story."""
    first, last = sentence["start"], sentence["end"]
    clipped = [(max(span["start"], first) - first, min(span["end"], last) - first) for span in spans]
    return [Mark(start, end, opening, closing, is_trigger) for start, end in clipped if start < end]


def _added(marks: list[Mark], more: Sequence[Mark]) -> bool:
    """Add marks if all of them nest with each other and with those there are; equal ones are one."""
    together = list(dict.fromkeys([*marks, *more]))
    if not all(_nest(*pair) for pair in combinations(together, 2)):
        return False
    marks[:] = together
    return True


def _nest(one: Mark, other: Mark) -> bool:
    """Whether two marks lie apart, or one around the other; a trigger holds no mark."""
    outer, inner = sorted((one, other), key=_order)
    return outer.end <= inner.start or (inner.end <= outer.end and not outer.is_trigger)


def _order(mark: Mark) -> tuple[int, int, bool]:
    return mark.start, -mark.end, mark.is_trigger


def _written(text: str, marks: Sequence[Mark]) -> str:
    """The text with its marks, nested as they are; the form's own signs in the text are replaced."""
    text = text.translate(_PLAIN)
    shown, at = "", 0
    opened: list[Mark] = []
    for mark in [*sorted(marks, key=_order), Mark(len(text), len(text), "", "")]:
        while opened and opened[-1].end <= mark.start:
            closed = opened.pop()
            shown += text[at : closed.end] + closed.closing
            at = closed.end
        shown += text[at : mark.start] + mark.opening
        at = mark.start
        opened.append(mark)
    return shown
