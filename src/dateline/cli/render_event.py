"""An event for people: what happened, who can know, the ladder of its figures, and the claims that tell of it."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli.event_tables import EVENT_STYLES, number_words, of_whom, when_words
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
from dateline.cli.render_story import marked
from dateline.cli.terminal import is_plain, show
from dateline.exports.wording import bounds_words, figure_words

if TYPE_CHECKING:
    from dateline.actions.contradictions import Contradiction
    from dateline.actions.events import ShownEvent
    from dateline.actions.trace import Traced
    from dateline.model.event import Event, EventFigure, FigureClaim

INDENT = 4


def print_event(console: Console, shown: "ShownEvent", *, is_why: bool, is_history: bool) -> None:
    """Print an event."""
    event = shown.event
    show(console, _head(event), _details(event))
    for figure in event.figures:
        show(console, Padding(Group(_figure_line(figure), _ladder(figure)), (1, 0, 0, 0)))
    show(console, Padding(Group(Text("Claims", style="bold"), _claims(shown)), (1, 0, 0, 0)))
    if is_why:
        lines = [f"{one[:SHOWN_ID]} {other[:SHOWN_ID]}  {words}" for one, other, words in shown.why]
        show(console, Padding(_block("Why they are one event", lines or ["one story tells of it"]), (1, 0, 0, 0)))
    if is_history:
        lines = [f"{change.at[:16].replace('T', ' ')}  {change.what} ({change.because})" for change in event.history]
        show(console, Padding(_block("History", lines), (1, 0, 0, 0)))


def print_contradiction(console: Console, one: "Contradiction") -> None:
    """Print one contradiction: the event, and who says what."""
    head = Text(f"{one.event.id[:SHOWN_ID]}  ")
    head.append(f"{when_words(one.event.time)}  {one.event.label}", style="bold")
    if one.figure:
        body = _ladder(one.figure, is_standing_only=True)
        lines = Group(Text(f"{one.figure.counts}, {of_whom(one.figure)}"), body)
    else:
        lines = Group(
            Text(f"told by {', '.join(one.told_by) or 'nobody any more'}"),
            Text(f"denied by {', '.join(one.denied_by)}"),
        )
    show(console, Padding(Group(head, Padding(lines, (0, 0, 0, INDENT))), (0, 0, 1, 0)))


def print_traced(console: Console, found: Sequence["Traced"]) -> None:
    """Print values, each in its sentence."""
    for one in found:
        head = Text(f"{one.claim[:SHOWN_ID]}  ", style="dim")
        head.append(_value(one), style="bold not dim")
        head.append(f"  {one.outlet or 'no outlet named'}, {(one.published or 'no date')[:10]}")
        end = one.sentence_start + len(one.sentence)
        inside = [span for span in one.spans if one.sentence_start <= span["start"] and span["end"] <= end]
        sentence = marked(one.sentence, one.sentence_start, inside[:1], in_brackets=is_plain(console))
        place = Text(f"characters {one.spans[0]['start']:,} to {one.spans[0]['end']:,}", style="dim")
        show(console, Group(head, Padding(Group(sentence, place), (0, 0, 1, INDENT))))


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
        event.review,
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


def _labelled(event: "Event") -> Iterator[tuple[str, str]]:
    for party in event.actors:
        yield "who", party_words(asdict(party))
    for party in event.targets:
        yield "to whom", party_words(asdict(party))
    for place in event.places:
        yield PLACE_LABELS[place.role], place_words(asdict(place))
    if event.time:
        yield "when", when_words(event.time)
    for origin in event.origins:
        count = len(origin.claims)
        yield "origin", f"{origin.name} ({count} {'claim' if count == 1 else 'claims'})"


def _figure_line(figure: "EventFigure") -> Text:
    line = Text(f"{figure.counts}, {of_whom(figure)}: ", style="bold")
    line.append(number_words(figure.best))
    if (figure.low, figure.high) != (figure.best, figure.best):
        line.append(f" ({bounds_words(figure.low, figure.high)})", style="not bold")
    if figure.contested:
        line.append(" contested", style=EVENT_STYLES["contested"])
    line.append(f"\n{figure.rule}", style="not bold dim")
    return line


def _ladder(figure: "EventFigure", *, is_standing_only: bool = False) -> Padding:
    """One line for each who says so: on which day, how many, who, in which claim, and what became of it."""
    ladder = Table.grid(padding=(0, 2, 0, 0))
    ladder.add_column(no_wrap=True)
    ladder.add_column(no_wrap=True, justify="right")
    ladder.add_column(ratio=1)
    ladder.add_column(no_wrap=True, style="dim")
    if not is_standing_only:
        ladder.add_column(no_wrap=True, style="dim")
    for step in figure.claims:
        stands = step.superseded_by is None and step.part_of is None
        if is_standing_only and not stands:
            continue
        cells = [step.said_on or "-", bounds_words(step.low, step.high), step.who, step.claim[:SHOWN_ID]]
        ladder.add_row(
            *(Text(cell, style="" if stands else "dim") for cell in cells),
            *([] if is_standing_only else [_became(step)]),
        )
    return Padding(ladder, (0, 0, 0, INDENT))


def _became(step: "FigureClaim") -> str:
    if step.part_of:
        return "part of " + ("the same claim" if step.part_of == step.claim else step.part_of[:SHOWN_ID])
    return f"see {step.superseded_by[:SHOWN_ID]}" if step.superseded_by else "stands"


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


def _block(title: str, lines: Sequence[str]) -> Group:
    return Group(Text(title, style="bold"), *(Padding(Text(line), (0, 0, 0, INDENT)) for line in lines))
