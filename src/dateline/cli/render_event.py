"""An event for people: what happened, who can know, the ladder of its figures, and the claims that tell of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli.borders_note import print_borders_note
from dateline.cli.event_tables import EVENT_STYLES, counted_words, when_words
from dateline.cli.render_claim import (
    LABEL_WIDTH,
    PLACE_LABELS,
    SHOWN_ID,
    STATUS_STYLES,
    party_words,
    place_words,
    source_words,
    time_words,
)
from dateline.cli.render_figure import figure_line, ladder
from dateline.cli.render_story import marked
from dateline.cli.tables import UNKNOWN, stretch_words
from dateline.cli.terminal import is_plain, show
from dateline.exports.wording import figure_words
from dateline.model.event import CREDIBILITY

if TYPE_CHECKING:
    from dateline.actions.contradictions import Contradiction
    from dateline.actions.events import ShownEvent
    from dateline.actions.trace import Traced
    from dateline.model.event import Change, Event

INDENT = 4
LONG_ID, SHORT = re.compile(r"\b([0-9a-f]{8})[0-9a-f]{8}\b"), r"\1"  # ids are told short
REVIEWS = {
    "candidate": "not reviewed",
    "reviewed": "reviewed",
    "signed-off": "signed off",
    "changed-since": "changed since its review",
}


def print_event(console: Console, shown: "ShownEvent", *, is_why: bool, is_history: bool) -> None:
    """Print an event."""
    event = shown.event
    show(console, _head(event), _details(event))
    print_borders_note(console, [asdict(place) for place in event.places])
    for figure in event.figures:
        show(console, Padding(Group(figure_line(figure), ladder(figure)), (1, 0, 0, 0)))
    show(console, Padding(Group(Text("Claims", style="bold"), _claims(shown)), (1, 0, 0, 0)))
    if is_why:
        rows = [(f"{one[:SHOWN_ID]} {other[:SHOWN_ID]}", words) for one, other, words in shown.why]
        title = "Why they are one event: the best pair of each story"
        show(console, Padding(_block(title, rows or [("", "one story tells of it")]), (1, 0, 0, 0)))
    if is_history:
        show(console, Padding(_block("History", _changes(event.history)), (1, 0, 0, 0)))


def print_contradiction(console: Console, one: "Contradiction") -> None:
    """Print one contradiction: the event, and who says what."""
    head = Text(f"{one.event.id[:SHOWN_ID]}  ")
    head.append(f"{when_words(one.event)}  {one.event.label}", style="bold")
    if one.figure:
        lines = Group(Text(f"how many {counted_words(one.figure)}"), ladder(one.figure, is_standing_only=True))
    else:
        sides = Table.grid(padding=(0, 2, 0, 0))
        for said in one.said:
            verb = "denies it" if said.status == "denied" else "tells it"
            sides.add_row(said.said_on or UNKNOWN, verb, said.who, Text(said.claim[:SHOWN_ID], style="dim"))
        lines = Group(Text("whether it happened"), Padding(sides, (0, 0, 0, INDENT)))
    show(console, Padding(Group(head, Padding(lines, (0, 0, 0, INDENT))), (0, 0, 1, 0)))


def print_traced(console: Console, found: Sequence["Traced"]) -> None:
    """Print values, each in its sentence, and where else the same value stands in the same words."""
    alike: dict[tuple[str, str, str], list[Traced]] = {}
    for one in found:
        alike.setdefault((_value(one), one.note, one.sentence), []).append(one)
    for (value, *_), group in alike.items():
        one = group[0]
        end = one.sentence_start + len(one.sentence)
        inside = [span for span in one.spans if one.sentence_start <= span["start"] and span["end"] <= end]
        sentence = marked(one.sentence, one.sentence_start, inside[:1], in_brackets=is_plain(console))
        lines = [Text(_whence(each), style="dim") for each in group]
        head = Text(value, style="bold")
        head.append(f" ({one.note})" if one.note else "", style="not bold")
        show(console, Group(head, Padding(Group(sentence, *lines), (0, 0, 1, INDENT))))
    print_borders_note(console, [one.value for one in found if one.field == "places"])


def _whence(one: "Traced") -> str:
    """Where a value stands. Example: "3f2a91c0, Pamir Wire, 2021-07-05, characters 32 to 42"."""
    start, end = one.spans[0]["start"], one.spans[0]["end"]
    about = one.outlet or "no outlet named", (one.published or "no date")[:10]
    return ", ".join((one.claim[:SHOWN_ID], *about, f"characters {start:,} to {end:,}"))


def _value(one: "Traced") -> str:
    value = one.value
    if one.field in ("actors", "targets"):
        return party_words(value)
    words = {"places": place_words, "time": time_words, "figures": figure_words, "attribution": source_words}
    if one.field in words:
        return words[one.field](value)
    return str(value if isinstance(value, str) else value["text"])


def _head(event: "Event") -> Text:
    head = Text(event.label, style="bold")
    head.append("\n" + event.event.plover, style="not bold cyan")
    if event.event.mode:
        head.append(f" {event.event.mode}", style="not bold")
    head.append(" · ", style="not bold")
    head.append(event.status, style=f"not bold {EVENT_STYLES[event.status]}")
    about = [
        f"{event.stories} {'story' if event.stories == 1 else 'stories'}",
        f"{event.copies} of them copies" if event.copies else None,
        f"{len(event.origins)} {'origin' if len(event.origins) == 1 else 'origins'}",
        REVIEWS[event.review],
        event.id[:SHOWN_ID],
        f"part of {event.part_of[:SHOWN_ID]}" if event.part_of else None,
        f"was {', '.join(alias[:SHOWN_ID] for alias in event.aliases)}" if event.aliases else None,
    ]
    head.append(" · " + " · ".join(part for part in about if part), style="not bold")
    return head


def _details(event: "Event") -> Table:
    details = Table.grid(padding=0)
    details.add_column(width=LABEL_WIDTH, style="dim", no_wrap=True)
    details.add_column(ratio=1, overflow="fold")
    last = None
    for label, value in _labelled(event):
        details.add_row("" if label == last else label, value)
        last = label
    return details


def _labelled(event: "Event") -> Iterator[tuple[str, str | Group]]:
    for party in event.actors:
        yield "who", party_words(asdict(party))
    for party in event.targets:
        yield "to whom", party_words(asdict(party))
    for place in event.places:
        yield PLACE_LABELS[place.role], place_words(asdict(place))
    if event.time:
        yield "when", when_words(event)
    if event.first_told:
        yield "told", stretch_words(event.first_told, event.last_told)
    for origin in event.origins:
        count = len(origin.claims)
        claims = f"{count} {'claim' if count == 1 else 'claims'}"
        credibility = f"{CREDIBILITY[origin.credibility]}: {origin.why}"
        notes = [f"also {', '.join(origin.also)}", credibility] if origin.also else [credibility]
        head = f"{origin.grade}{origin.credibility} {origin.name} ({claims})"
        yield "origin", Group(head, *(Padding(Text(note), (0, 0, 0, 3)) for note in notes))


def _claims(shown: "ShownEvent") -> Padding:
    lines = Table.grid(padding=(0, 2, 0, 0))
    for column in ("id", "said", "outlet", "status"):
        lines.add_column(column, no_wrap=True)
    lines.add_column("words", ratio=1, no_wrap=True, overflow="ellipsis")
    for one in sorted(shown.tellings, key=lambda one: (one.said_at or "", one.story, one.claim.start, one.claim.id)):
        lines.add_row(
            Text(one.claim.id[:SHOWN_ID], style="dim"),
            (one.said_at or "-")[:10],
            (one.outlet or "-"),
            Text(one.claim.status, style=STATUS_STYLES[one.claim.status]),
            f"“{' '.join(one.claim.trigger.text.split())}”",
        )
    return Padding(lines, (0, 0, 0, INDENT))


def _changes(history: Sequence["Change"]) -> list[tuple[str, str]]:
    """One row for each moment and cause, with all that it changed."""
    rows: dict[tuple[str, str], list[str]] = {}
    for change in history:
        rows.setdefault((change.at, change.because), []).append(change.what)
    return [
        (at[:16].replace("T", " "), f"{', '.join(what)} ({LONG_ID.sub(SHORT, because)})")
        for (at, because), what in rows.items()
    ]


def _block(title: str, rows: Sequence[tuple[str, str]]) -> Group:
    lines = Table.grid(padding=(0, 2, 0, 0))
    lines.add_column(no_wrap=True, style="dim")
    lines.add_column(ratio=1)
    for row in rows:
        lines.add_row(*row)
    return Group(Text(title, style="bold"), Padding(lines, (0, 0, 0, INDENT)))
