"""A coded story for people: its head, each sentence that has claims with the claims under it, the doubts, the sum."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli.borders_note import places_of, print_borders_note
from dateline.cli.render_claim import SHOWN_ID, STATUS_STYLES, claim_lines
from dateline.cli.terminal import is_plain, show
from dateline.model.correction import standing_value
from dateline.model.link import Link

GUTTER = 4  # columns for a sentence's number
LONGEST_QUOTED = 60  # characters of a story that a doubt quotes
QUIET_PARTS = frozenset({"byline", "dateline", "boilerplate"})

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a story is printed.

    `is_all` adds the sentences without claims, `is_why` the rule and evidence of each claim, `is_kept` its id in the
    ledger, `has_handles` the names by which its values are corrected; `in_brackets` marks triggers where bold and
    underline would be lost.
    """

    is_all: bool = False
    is_why: bool = False
    is_kept: bool = False
    has_handles: bool = False
    in_brackets: bool = False


def print_story(console: Console, record: Record, wanted: Wanted) -> None:
    """Print a story with its claims."""
    wanted = replace(wanted, in_brackets=is_plain(console))
    show(console, _head(record))
    for block in _sentences(record, wanted):
        show(console, block)
    if doubts := list(_doubts(record)):
        show(console, _doubts_block(doubts))
    print_borders_note(console, places_of(record["claims"]))
    show(console, Padding(_sum(record), (1, 0, 0, 0)))


def print_claim(console: Console, record: Record, claim: Record) -> None:
    """Print one claim of a story with its head, its sentence and its rule."""
    show(console, _head(record))
    wanted = Wanted(is_why=True, is_kept=True, has_handles=True, in_brackets=is_plain(console))
    show(console, _with_claims(record, claim["sentence"], [claim], wanted))
    print_borders_note(console, claim["places"])


def print_links(console: Console, link: Link | None, copies: Sequence[str], renewals: Sequence[Link]) -> None:
    """Print what a story repeats and why, which versions renew and supersede it with what they changed, its copies."""
    lines: list[tuple[str, str]] = []
    if link:
        lines.append((f"{link.kind} of {link.of[:SHOWN_ID]}", link.why))
        lines += [("", change) for change in link.changed]
    for at, one in enumerate(renewals, 1):
        verb = "superseded by" if at == len(renewals) else "renewed by"
        lines.append((f"{verb} {one.story[:SHOWN_ID]}", ", ".join(one.changed) or one.why))
    if copies:
        lines.append(("copied by", ", ".join(copy[:SHOWN_ID] for copy in copies)))
    if lines:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True, style="dim")
        table.add_column(ratio=1)
        for label, words in lines:
            table.add_row(label, words)
        show(console, table)


def _head(record: Record) -> Text:
    story = record["story"]
    head = Text(_line(story["headline"] or "(no headline)"), style="bold")
    filed = story["dateline"]
    dateline = ", ".join(part for part in (filed["place"], filed["date"]) if part) if filed else None
    about = [
        story["outlet"],
        (story["published"] or "no publication date").replace("T", " "),
        dateline and f"filed {dateline}",
        story["byline"] and f"by {_line(story['byline'])}",
        story["credit"] and f"credit {story['credit']}",
    ]
    address = story["path_or_url"]
    shown = address if "://" in address else PurePath(address).name
    head.append("\n" + " · ".join(part for part in about if part), style="not bold")
    head.append(f"\nstory {story['id'][:SHOWN_ID]} · {shown}", style="not bold dim")
    return head


def _sentences(record: Record, wanted: Wanted) -> Iterator[RenderableType]:
    by_sentence: dict[int, list[Record]] = defaultdict(list)
    for claim in record["claims"]:
        by_sentence[claim["sentence"]].append(claim)
    for index, sentence in enumerate(record["sentences"]):
        if index in by_sentence:
            yield _with_claims(record, index, by_sentence[index], wanted)
        elif wanted.is_all and sentence["part"] not in QUIET_PARTS:
            text = Text(_line(_text(record, sentence)), style="dim")
            yield Padding(_numbered(index, text), (1, 0, 0, 0))


def _with_claims(record: Record, index: int, claims: Sequence[Record], wanted: Wanted) -> Padding:
    sentence = record["sentences"][index]
    triggers = [claim["trigger"] for claim in claims]
    text = marked(_text(record, sentence), sentence["start"], triggers, in_brackets=wanted.in_brackets)
    block = Table.grid(padding=0)
    block.add_row(_numbered(index, text))
    for claim in claims:
        lines = claim_lines(claim, is_why=wanted.is_why, is_kept=wanted.is_kept, has_handles=wanted.has_handles)
        block.add_row(Padding(lines, (0, 0, 0, GUTTER)))
    return Padding(block, (1, 0, 0, 0))


def _numbered(index: int, text: Text) -> Table:
    row = Table.grid(padding=0)
    row.add_column(width=GUTTER, style="dim")
    row.add_column(ratio=1)
    row.add_row(f"{index:>2}", text)
    return row


def marked(text: str, offset: int, triggers: Sequence[Record], *, in_brackets: bool) -> Text:
    """A sentence on one line with its triggers bold and underlined, or in brackets where that would be lost.

    The sentence begins at `offset` of the story's text, into which the triggers point.
    """
    shown, at = Text(), 0
    for start, end in sorted({(span["start"] - offset, span["end"] - offset) for span in triggers}):
        if start < at or end > len(text):
            continue  # a trigger inside another one is marked already
        shown.append(_spaced(text[at:start]))
        trigger = _spaced(text[start:end])
        shown.append(f"[{trigger}]" if in_brackets else trigger, style="bold underline")
        at = end
    shown.append(_spaced(text[at:]))
    return shown


def _doubts(record: Record) -> Iterator[tuple[str, str]]:
    """Each doubt of the record, with the words it is about when its message does not say them."""
    text = record["story"]["text"]
    for issue in record["issues"]:
        words = _line(text[issue["start"] : issue["end"]])
        is_told = not words or words in issue["message"] or len(words) > LONGEST_QUOTED
        yield issue["code"], issue["message"] if is_told else f"“{words}”: {issue['message']}"


def _doubts_block(doubts: Sequence[tuple[str, str]]) -> RenderableType:
    lines = Table.grid(padding=(0, 2, 0, 0))
    lines.add_column(style="yellow", no_wrap=True)
    lines.add_column(ratio=1)
    for code, message in doubts:
        lines.add_row(code, message)
    block = Table.grid(padding=0)
    block.add_row(Text("Doubts", style="bold"))
    block.add_row(Padding(lines, (0, 0, 0, GUTTER)))
    return Padding(block, (1, 0, 0, 0))


def _sum(record: Record) -> Text:
    claims = record["claims"]
    statuses = Counter(standing_value(claim, "status") for claim in claims)
    line = Text(f"{len(claims)} claim{'' if len(claims) == 1 else 's'}")
    with_claims = len({claim["sentence"] for claim in claims})
    line.append(f" in {with_claims} of {len(record['sentences'])} sentences")
    for position, status in enumerate(status for status in STATUS_STYLES if statuses[status]):
        line.append(": " if position == 0 else ", ")
        line.append(f"{statuses[status]} {status}", style=STATUS_STYLES[status])
    own_voice = sum(1 for claim in claims if not claim["attribution"])
    if own_voice:
        line.append(f"; {own_voice} by the outlet itself")
    return line


def _text(record: Record, sentence: Record) -> str:
    text: str = record["story"]["text"][sentence["start"] : sentence["end"]]
    return text


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _line(text: str) -> str:
    return " ".join(text.split())
