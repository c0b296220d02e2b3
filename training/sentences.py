"""The project's own labelled sentences (`sentences/*.txt`, marked by GUIDELINES.md), read into text and spans."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from dateline.model.claim import PLOVER_TYPES, STATUSES
from training.names import SLOTS, draw

DIRECTORY = Path(__file__).parent / "sentences"
NONE = "none"
SEED = 20  # of all that training draws
FOLDS = 5  # of the sets that are measured by leaving a part out
_SECTION = re.compile(r"== (\w[\w -]*)")
_MARK = re.compile(r"\[(?P<words>[^\[\]|]+)\|(?P<label>[^\[\]|]+)\]|<(?P<close>/?)(?P<kind>[sqc])>|(?P<slot>\{\w*\})")
_SLOT = re.compile(r"\{([a-z]+)(\d?)\}")
_PARTS = {"s": "source", "q": "cue", "c": "content"}


class MarkError(ValueError):
    """A mark that the guidelines do not know; the message says where and what to mend."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that name a happening (`kind` of PLOVER's sixteen, `status` of the six) or only look so (`none`)."""

    start: int
    end: int
    kind: str
    status: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """An item with its slots filled: the text, its triggers, and the (start, end) spans of the attribution's parts."""

    text: str
    triggers: tuple[Trigger, ...]
    parts: dict[str, tuple[tuple[int, int], ...]]
    section: str
    group: str  # the same for an item and its contrasts, so that they are never parted into training and test

    @property
    def is_news(self) -> bool:
        return self.section == "news"


def lines(path: Path) -> Iterator[tuple[int, str, str, int]]:
    """The items of a file as (number of the line, section, marked text, number of the line that it contrasts with)."""
    section, first = "", 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("=="):
            match = _SECTION.fullmatch(line)
            if match is None:
                raise MarkError(f"{path.name}:{number}: a section is written '== name'")
            section = match[1]
            continue
        if not section:
            raise MarkError(f"{path.name}:{number}: no section ('== news') stands before the first item")
        if line.startswith("~"):
            line = line[1:].strip()
        else:
            first = number
        yield number, section, line, first


def read(seed: int, paths: Sequence[Path] | None = None) -> list[Sentence]:
    """All sentences of the files (without any, the project's own), with slots filled by a generator from `seed`."""
    chance = random.Random(seed)
    found: list[Sentence] = []
    for path in sorted(DIRECTORY.glob("*.txt")) if paths is None else paths:
        for number, section, line, first in lines(path):
            try:
                found.append(parse(line, section, f"{path.stem}:{first}", chance))
            except MarkError as error:
                raise MarkError(f"{path.name}:{number}: {error}") from None
    return found


def parted(sentences: list[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """(training, held out): about every tenth item with its contrasts is held out, whatever other files there are."""

    def is_held(sentence: Sentence) -> bool:
        return crc32(sentence.group.encode()) % 10 == 9

    return [one for one in sentences if not is_held(one)], [one for one in sentences if is_held(one)]


def parse(line: str, section: str, group: str, chance: random.Random) -> Sentence:
    """Read the marks of one item.

    Raises:
        MarkError: a mark, label or slot that the guidelines do not know, or a part that is not closed.
    """
    values: dict[str, str] = {}

    def fill(text: str) -> str:
        return _SLOT.sub(lambda match: _value(match, values, chance), text)

    pieces: list[str] = []
    triggers: list[Trigger] = []
    parts: dict[str, list[tuple[int, int]]] = {part: [] for part in _PARTS.values()}
    opened: list[tuple[str, int]] = []
    length = end = 0

    def put(text: str) -> None:
        nonlocal length
        pieces.append(text)
        length += len(text)

    for match in _MARK.finditer(line):
        put(_plain(line[end : match.start()]))
        end = match.end()
        if match["slot"]:
            put(fill(match["slot"]))
        elif match["words"]:
            start = length
            put(fill(match["words"]))
            triggers.append(_trigger(start, length, match["label"].strip()))
        elif not match["close"]:
            opened.append((match["kind"], length))
        else:
            if not opened or opened[-1][0] != match["kind"]:
                raise MarkError(f"</{match['kind']}> closes nothing that was opened last")
            kind, start = opened.pop()
            parts[_PARTS[kind]].append((start, length))
    put(_plain(line[end:]))
    if opened:
        raise MarkError(f"<{opened[-1][0]}> is never closed")
    return Sentence(
        "".join(pieces), tuple(triggers), {part: tuple(spans) for part, spans in parts.items()}, section, group
    )


def _plain(text: str) -> str:
    stray = re.search(r"[\[\]{}<>|]", text)
    if stray:
        raise MarkError(f"a stray {stray[0]!r} in {text.strip()!r}")
    return text


def _value(match: re.Match[str], values: dict[str, str], chance: random.Random) -> str:
    if match[1] not in SLOTS:
        raise MarkError(f"no slot {match[0]}; there are {', '.join(sorted(SLOTS))}")
    while match[0] not in values:
        drawn = draw(match[1], chance)
        if drawn not in values.values():
            values[match[0]] = drawn
    return values[match[0]]


def _trigger(start: int, end: int, label: str) -> Trigger:
    kind, _, status = label.partition(" ")
    if kind == NONE and not status:
        return Trigger(start, end, NONE, None)
    if kind not in PLOVER_TYPES:
        raise MarkError(f"no type {kind!r} in [{label}]")
    if status not in STATUSES:
        raise MarkError(f"no status {status!r} in [{label}]; there are {', '.join(STATUSES)}")
    return Trigger(start, end, kind, status)
