"""What stands in quotation marks, in all the ways news texts write them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model.reading import Quote

_DOUBLE, _SINGLE, _ANGLE = "double", "single", "angle"
_OPENING = {
    "“": _DOUBLE,
    "„": _DOUBLE,
    "‟": _DOUBLE,
    "``": _DOUBLE,
    "‘": _SINGLE,
    "‚": _SINGLE,
    "«": _ANGLE,
    "‹": _ANGLE,
}
_CLOSING = {"”": _DOUBLE, "''": _DOUBLE, "’": _SINGLE, "»": _ANGLE, "›": _ANGLE}
_MARK = re.compile(r"\"+|''|``|[“”„‟‘’‚«»‹›'`]")
_INCHES = re.compile(r"\d'\s?\d+$|\d$")
_ELIDED = re.compile(r"(?:em|til|tis|twas|cause|n|round|bout|\d0s)\b", re.IGNORECASE)
_BEFORE_OPENING = frozenset("([{—–-/:…=>*•")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…<*")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark: its family, and whether it may open and may close."""

    start: int
    end: int
    family: str
    opens: bool
    closes: bool


@dataclass(slots=True)
class _Open:
    """A quote whose closing mark has not been met."""

    mark: _Mark
    continues: bool = False


def find_quotes(text: str, ranges: Sequence[tuple[int, int]]) -> tuple[Quote, ...]:
    """All quotes of a story, in the order of their beginnings; `ranges` are its paragraphs' stretches.

    Curly, straight and doubled marks, guillemets, ``TeX marks'' and single marks are read; inch marks, apostrophes
    and marks that nothing answers are not. A quote of several paragraphs is one quote for each paragraph: its mark
    opens each of them and closes the last. Quotes inside a quote are listed too.

    Two that are glued together, `"They left.""They came back," he said`, give "They left." and "They came back,".
    """
    quotes: list[Quote] = []
    running = False
    for start, end in ranges:
        marks = list(_marks(text, start, end))
        found, running = _match(marks, start, end, running, text)
        quotes.extend(found)
    return tuple(sorted(quotes, key=lambda quote: (quote.start, -quote.end)))


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """The quotation marks of one paragraph, apostrophes left out as far as one mark alone can tell."""
    stripped_start, stripped_end = _stripped(text, start, end)
    if _is_escaped(text[stripped_start:stripped_end]):
        # A cell of a table: its own marks go, and what it doubles is one mark.
        start, end = stripped_start + 1, stripped_end - 1
    for match in _MARK.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        yield from _mark(match, before, after, text, start)


def _mark(match: re.Match[str], before: str, after: str, text: str, start: int) -> Iterator[_Mark]:
    first, last, sign = match.start(), match.end(), match.group()
    may_open = (before.isspace() or before in _BEFORE_OPENING or before in _OPENING) and not after.isspace()
    may_close = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING or after in _CLOSING)
    if sign.startswith('"'):
        glued = not before.isspace() and not after.isspace() and len(sign) > 1 and not (may_open or may_close)
        if glued:  # `left.""It is`: the end of one quote and the beginning of the next
            yield _Mark(first, first + 1, _DOUBLE, False, True)
            yield _Mark(last - 1, last, _DOUBLE, True, False)
        elif may_open == may_close:
            yield _Mark(first, last, _DOUBLE, True, True)
        else:
            yield _Mark(first, last, _DOUBLE, may_open, may_close)
    elif sign in {"'", "`", "‘", "’"}:
        if (before.isalnum() and after.isalnum()) or (may_open and _ELIDED.match(text, last)):
            return
        if sign in {"'", "`"} or may_open != may_close:
            yield _Mark(first, last, _SINGLE, may_open, may_close)
    elif sign in _OPENING:
        reversed_mark = may_close and not may_open  # typed the wrong way round: `left.“ he said`
        yield _Mark(first, last, _OPENING[sign], not reversed_mark, reversed_mark)
    else:
        reversed_mark = may_open and not may_close
        yield _Mark(first, last, _CLOSING[sign], reversed_mark, not reversed_mark)


def _match(marks: list[_Mark], start: int, end: int, running: bool, text: str) -> tuple[list[Quote], bool]:
    """The quotes of one paragraph, and whether the last of them runs on into the next."""
    found: list[Quote] = []
    stack: list[_Open] = []
    if running:
        begin = _stripped(text, start, end)[0]
        if marks and marks[0].start == begin and marks[0].opens:
            stack.append(_Open(marks.pop(0), continues=True))
        elif marks and marks[0].closes and not marks[0].opens and marks[0].family == _DOUBLE:
            stack.append(_Open(_Mark(begin, begin, _DOUBLE, True, False), continues=True))
    for number, mark in enumerate(marks):
        depth = next((d for d in range(len(stack) - 1, -1, -1) if stack[d].mark.family == mark.family), None)
        if mark.closes and depth is not None:
            if mark.family == _SINGLE and _is_possessive(mark, marks[number + 1 :], text):
                continue
            opened = stack[depth]
            del stack[depth:]
            found.append(Quote(opened.mark.end, mark.start, True, opened.continues))
        elif mark.opens and not (mark.closes and _INCHES.search(text, max(start, mark.start - 6), mark.start)):
            stack.append(_Open(mark))
    unclosed = next((opened for opened in stack if opened.mark.family != _SINGLE), None)
    if unclosed is not None:
        found.append(Quote(unclosed.mark.end, _stripped(text, start, end)[1], False, unclosed.continues))
    return [quote for quote in found if quote.end > quote.start], unclosed is not None


def _is_possessive(mark: _Mark, later: list[_Mark], text: str) -> bool:
    """Whether a single mark after an s ("the students’ release") leaves the closing to a later one."""
    if text[mark.start - 1 : mark.start].lower() != "s" or not re.match(r"\s[a-z]", text[mark.end : mark.end + 2]):
        return False
    following = next((other for other in later if other.family == _SINGLE), None)
    return following is not None and following.closes and not following.opens


def _is_escaped(paragraph: str) -> bool:
    """Whether a paragraph is a quoted cell of a table, with the marks inside it doubled."""
    if len(paragraph) < 4 or not (paragraph.startswith('"') and paragraph.endswith('"')):
        return False
    runs = re.findall(r'(?<!")"+(?!")', paragraph[1:-1])
    glued = re.search(r'[^\s"]""[^\s".,;:!?)]', paragraph[1:-1])
    return bool(runs) and all(len(run) % 2 == 0 for run in runs) and glued is None


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
