"""Events and their figures as tables that fit 80 columns and use more."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from dateline.cli.render_claim import SHOWN_ID
from dateline.cli.tables import UNKNOWN, WIDE, Column, fitted_table, stretch_words
from dateline.exports.wording import bounds_words, unit_words

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.actions.figures import FigureRow
    from dateline.model.event import Event, EventFigure, EventTime

EVENT_STYLES = {
    "reported": "green",
    "corroborated": "bold green",
    "contested": "bold yellow",
    "denied": "red",
    "retracted": "red",
    "planned": "blue",
    "possible": "yellow",
    "background": "dim",
}


def events_table(events: Iterable["Event"], width: int) -> "Table":
    """One line an event: id, when, what, status, stories, how many; in wide terminals who can know too."""
    columns = [
        Column("event"),
        Column("when", least=10),
        Column("what", least=20),
        Column("status", least=len("contested")),
        Column("stories", is_number=True),
        Column("how many", least=12),
    ]
    if is_wide := width >= WIDE:
        columns.append(Column("origins", least=16))
    cells = []
    for event in events:
        line = [
            Text(event.id[:SHOWN_ID]),
            Text(when_words(event.time)),
            Text(event.label),
            Text(event.status, style=EVENT_STYLES[event.status]),
            Text(str(event.stories)),
            Text("; ".join(map(short_figure, _weightiest(event.figures))) or UNKNOWN),
        ]
        if is_wide:
            line.append(Text(", ".join(origin.name for origin in event.origins)))
        cells.append(line)
    return fitted_table(columns, cells, width)


def figures_table(rows: Iterable["FigureRow"], width: int) -> "Table":
    """One line a figure: its event, what is counted, of whom, least, best, greatest, contested or not."""
    columns = [
        Column("event"),
        Column("when", least=10),
        Column("counts"),
        Column("of whom", least=12),
        Column("low", is_number=True),
        Column("best", is_number=True),
        Column("high", is_number=True),
        Column("", least=4),
    ]
    cells = [
        [
            Text(row.event.id[:SHOWN_ID]),
            Text(when_words(row.event.time)),
            Text(row.figure.counts),
            Text(of_whom(row.figure)),
            *(Text(number_words(number)) for number in (row.figure.low, row.figure.best, row.figure.high)),
            Text("contested", style=EVENT_STYLES["contested"]) if row.figure.contested else Text(""),
        ]
        for row in rows
    ]
    return fitted_table(columns, cells, width)


def when_words(time: "EventTime | None") -> str:
    """The days of an event, short."""
    if time is None:
        return UNKNOWN
    return time.earliest or UNKNOWN if time.earliest == time.latest else stretch_words(time.earliest, time.latest)


def short_figure(figure: "EventFigure") -> str:
    """A figure in a few words. Example: "1,037 fled", "4 to 40 killed (contested)"."""
    is_exact = figure.low == figure.best == figure.high
    if is_exact or (figure.best is not None and figure.contested):
        number = number_words(figure.best)
    else:
        number = bounds_words(figure.low, figure.high)
    counted = "" if figure.counts == "other" else f" {figure.counts}"
    return f"{number}{counted}{' (contested)' if figure.contested else ''}"


def of_whom(figure: "EventFigure") -> str:
    """Whom or what a figure counts. Example: "soldiers: Afghan soldiers", "civilians", "districts"."""
    if figure.population == "civilian" and figure.unit == "person":
        unit = "civilians"
    else:
        unit = unit_words(figure.unit, None, None)
    return f"{unit}: {figure.side}" if figure.side and figure.side.casefold() != unit else unit


def number_words(number: int | None) -> str:
    """A number, or the sign for an unknown one."""
    return UNKNOWN if number is None else f"{number:,}"


def _weightiest(figures: Sequence["EventFigure"]) -> list["EventFigure"]:
    """The dead before the wounded and others, as many as a line holds."""
    order = {"killed": 0, "injured": 1, "displaced": 1, "fled": 1}
    return sorted(figures, key=lambda figure: (order.get(figure.counts, 2), -(figure.low or 0)))[:2]
