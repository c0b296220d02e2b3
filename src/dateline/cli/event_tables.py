"""Events and their figures as tables that fit 80 columns and use more."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from dateline.cli.render_claim import SHOWN_ID
from dateline.cli.tables import UNKNOWN, WIDE, Column, fitted_table, lines_with_labels, stretch_words
from dateline.exports.wording import COUNTED, bounds_words, unit_words

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dateline.actions.figures import FigureRow
    from dateline.model.event import Event, EventFigure

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


def events_table(events: Sequence["Event"], width: int) -> "RenderableType":
    """Id, when, what, status, stories, those who can know, how many: one line an event, or two in narrow terminals."""
    columns = [
        Column("event"),
        Column("when"),
        Column("status"),
        Column("stories", is_number=True),
        Column("origins", is_number=True),
        Column("how many", least=12),
    ]
    cells = [
        [
            Text(event.id[:SHOWN_ID]),
            Text(when_words(event)),
            Text(event.status, style=EVENT_STYLES[event.status]),
            Text(str(event.stories)),
            Text(str(len(event.origins))),
            Text("; ".join(map(short_figure, _weightiest(event.figures))) or UNKNOWN),
        ]
        for event in events
    ]
    labels = [Text(event.label) for event in events]
    if width >= WIDE:
        wide = [[*line[:2], label, *line[2:]] for line, label in zip(cells, labels, strict=True)]
        return fitted_table([*columns[:2], Column("what", least=36), *columns[2:]], wide, width)
    return lines_with_labels(columns, cells, labels, width)


def figures_table(rows: Iterable["FigureRow"], width: int) -> "RenderableType":
    """One line a figure: its event, what is counted, of whom, least, best, greatest, contested or not."""
    columns = [
        Column("event"),
        Column("when"),
        Column("counts"),
        Column("of whom", least=12),
        Column("low", is_number=True),
        Column("best", is_number=True),
        Column("high", is_number=True),
        Column(""),
    ]
    cells = [
        [
            Text(row.event.id[:SHOWN_ID]),
            Text(when_words(row.event)),
            Text(row.figure.counts),
            Text(of_whom(row.figure)),
            *(Text(number_words(number)) for number in (row.figure.low, row.figure.best, row.figure.high)),
            Text("contested" if width >= WIDE else "!", style=EVENT_STYLES["contested"])
            if row.figure.contested
            else Text(""),
        ]
        for row in rows
    ]
    return fitted_table(columns, cells, width)


def when_words(event: "Event") -> str:
    """The days of an event, short; of one whose days nobody names, the day of the first report."""
    time = event.time
    if time is None or not (time.earliest or time.latest):
        return f"told {event.first_told}" if event.first_told else UNKNOWN
    return stretch_words(time.earliest, time.latest)


def short_figure(figure: "EventFigure") -> str:
    """A figure in a few words. Example: "1,037 Afghan soldiers fled", "4 to 40 soldiers killed (contested)"."""
    is_exact = figure.low == figure.best == figure.high
    if is_exact or (figure.best is not None and figure.contested):
        number = number_words(figure.best)
    else:
        number = bounds_words(figure.low, figure.high)
    return f"{number} {counted_words(figure)}{' (contested)' if figure.contested else ''}"


def counted_words(figure: "EventFigure") -> str:
    """What stands behind the number. Example: "Afghan soldiers fled", "districts taken"."""
    return f"{of_whom(figure)} {COUNTED.get(figure.counts, figure.counts)}".strip()


def of_whom(figure: "EventFigure") -> str:
    """Whom or what a figure counts. Example: "Afghan soldiers", "soldiers (Taliban)", "civilians", "districts"."""
    of_population = {"civilian": "civilians", "military": "fighters"}.get(figure.population)
    unit = (figure.unit == "person" and of_population) or unit_words(figure.unit, None, None)
    if not figure.side or figure.side.casefold() == unit:
        return unit
    are_they = figure.unit in ("person", "soldier") and figure.side.split()[-1].islower()
    return figure.side if are_they else f"{unit} ({figure.side})"


def number_words(number: int | None) -> str:
    """A number, or the sign for an unknown one."""
    return UNKNOWN if number is None else f"{number:,}"


def _weightiest(figures: Sequence["EventFigure"]) -> list["EventFigure"]:
    """The dead before the wounded and others, as many as a line holds."""
    order = {"killed": 0, "injured": 1, "displaced": 1, "fled": 1}
    return sorted(figures, key=lambda figure: (order.get(figure.counts, 2), -(figure.low or 0)))[:2]
