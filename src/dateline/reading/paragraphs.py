"""A story's text cut into paragraphs, whether blank lines, single line ends or indents of wrapped lines mark them."""

import re
from collections.abc import Sequence

from dateline.reading.stamps import stamp_at

Stretch = tuple[int, int]  # [start, end) in the story's text, without white space at its edges

_LINE = re.compile(r"[^\n\f\v\x85\u2028\u2029]+")
_BULLET = re.compile(r"\s*(?:[•▪●◦‣∙·*■►]|-\s|–\s|\d{1,2}[.)]\s)")
_TERMINAL = re.compile(r"[.!?:;][\"”’')\]]*\s*$")
_BYLINE = re.compile(
    r"(?:By|BY|From|Written by):? [A-ZÀ-Þ][\w’'.-]+(?: (?:al|bin|de|van|von|el))? [A-ZÀ-Þ][\w’'.-]+"
    r"(?:(?: and | in | for | with | ?[|,/] ?| )[A-ZÀ-Þ][\w’'.-]*)*"
)
HEAD_LINES = 4
WRAP_COLUMNS = 110  # no wire and no mail client wraps later; a paragraph on one line is nearly always longer
MOSTLY_ENDED = 0.6  # share of lines that end a sentence, above which each line is a paragraph


def paragraphs(text: str) -> list[Stretch]:
    """The paragraphs in order; together they hold every character that is not white space."""
    groups = _groups(text)
    groups = [*_head_apart(text, groups[0]), *groups[1:]] if groups else []
    is_wrapped = _is_wrapped(text, groups)
    found: list[Stretch] = []
    for lines in groups:
        joined: list[Stretch] = []
        for start, end in lines:
            if joined and is_wrapped and not _begins(text, joined[-1], (start, end)):
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        found.extend(joined)
    return found


def _groups(text: str) -> list[list[Stretch]]:
    """Lines between blank lines; each line without the white space at its edges."""
    groups: list[list[Stretch]] = []
    last_end = -1
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.strip():
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        between = text[last_end:start] if last_end >= 0 else ""
        if groups and between.count("\n") <= 1 and "\u2029" not in between:
            groups[-1].append((start, end))
        else:
            groups.append([(start, end)])
        last_end = end
    return groups


def _head_apart(text: str, lines: list[Stretch]) -> list[list[Stretch]]:
    """The first group with its head apart, where a byline or a date on a line of its own ends the headline."""
    head = [at for at, line in enumerate(lines[:HEAD_LINES]) if at and _is_head_line(text, *line)]
    is_capitals = text[lines[0][0] : lines[-1][1]].isupper()  # "BY" begins many a line of an old wire
    if not head or is_capitals or any(_TERMINAL.search(text, *line) for line in lines[: head[0]]):
        return [lines]
    last = max(head)
    apart = [lines[: head[0]], *([line] for line in lines[head[0] : last + 1]), lines[last + 1 :]]
    return [group for group in apart if group]


def _is_head_line(text: str, start: int, end: int) -> bool:
    stamp = stamp_at(text, start)
    return bool(_BYLINE.fullmatch(text, start, end)) or (stamp is not None and stamp.end >= end)


def _is_wrapped(text: str, groups: Sequence[Sequence[Stretch]]) -> bool:
    """Whether line ends are only where the line was full.

    True for "... ATTACKED A CONTINGENT / OF SOLDIERS IN ...", False for one paragraph a line.
    """
    inner = [line for lines in groups for line in lines[:-1]]
    if not inner:
        return False
    widest = max(end - start for lines in groups if len(lines) > 1 for start, end in lines)
    ended = sum(1 for start, end in inner if _TERMINAL.search(text, start, end))
    return widest <= WRAP_COLUMNS and ended / len(inner) < MOSTLY_ENDED


def _begins(text: str, before: Stretch, line: Stretch) -> bool:
    """Whether a wrapped text's line begins a paragraph: it is a bullet, or indented after the end of a sentence."""
    if _BULLET.match(text, line[0], line[1]):
        is_listed = bool(_BULLET.match(text, *before)) or text[line[0]] in "•▪●◦‣■►*"
        return is_listed or bool(_TERMINAL.search(text, *before))
    indent = line[0] - 1 - text.rfind("\n", 0, line[0])
    return indent >= 2 and bool(_TERMINAL.search(text, *before))
