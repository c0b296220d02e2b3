"""The ladder of a figure for people: who says how many, what stands, and what became of the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli.event_tables import EVENT_STYLES, counted_words, number_words
from dateline.cli.render_claim import SHOWN_ID
from dateline.cli.tables import UNKNOWN
from dateline.exports.wording import bounds_words

if TYPE_CHECKING:
    from dateline.model.event import EventFigure, FigureClaim

INDENT = 4


@dataclass(frozen=True, slots=True)
class Rung:
    """What one origin says: the step that stands, or the first that does not, and how often it says the same."""

    step: "FigureClaim"
    first_said: str
    times: int

    @property
    def stands(self) -> bool:
        """Whether nothing replaces or includes it."""
        return self.step.stands


def figure_line(figure: "EventFigure") -> Text:
    """The number, of whom, the bounds, and why this number."""
    bounds = bounds_words(figure.low, figure.high)
    is_exact = figure.low == figure.high == figure.best
    line = Text(f"{bounds if figure.best is None else number_words(figure.best)} {counted_words(figure)}", style="bold")
    if figure.best is not None and not is_exact:
        line.append(f" ({bounds})", style="not bold")
    if figure.contested:
        line.append(" · ", style="not bold")
        line.append("contested", style=EVENT_STYLES["contested"])
    line.append(f"\n{figure.rule}", style="not bold dim")
    return line


def ladder(figure: "EventFigure", *, is_standing_only: bool = False) -> Padding:
    """One line for each number of each who says so: first said when, how many, who, in which claim, what became."""
    steps = [rung for rung in rungs(figure.claims) if rung.stands or not is_standing_only]
    lines = Table.grid(padding=(0, 2, 0, 0))
    lines.add_column(no_wrap=True)
    lines.add_column(no_wrap=True, justify="right")
    lines.add_column(ratio=1)
    lines.add_column(no_wrap=True, style="dim")
    if not is_standing_only:
        lines.add_column(no_wrap=True, style="dim")
    for rung in steps:
        step = rung.step
        cells = [rung.first_said or UNKNOWN, bounds_words(step.low, step.high), step.who, step.claim[:SHOWN_ID]]
        lines.add_row(
            *(Text(cell, style="" if rung.stands else "dim") for cell in cells),
            *([] if is_standing_only else [_became(rung, figure.claims)]),
        )
    return Padding(lines, (0, 0, 0, INDENT))


def rungs(steps: Sequence["FigureClaim"]) -> list[Rung]:
    """The steps of a ladder, those of one origin with the same number taken together, the first said first.

    What became of them is told by the one that stands, else by one that another number replaced.
    """
    alike: dict[tuple[str, int | None, int | None, bool], list[FigureClaim]] = {}
    for step in steps:
        alike.setdefault((step.who, step.low, step.high, step.part_of is not None), []).append(step)
    found = []
    for group in alike.values():
        own = {step.claim for step in group}
        chosen = min(group, key=lambda step: (step.superseded_by is not None, step.superseded_by in own))
        found.append(Rung(chosen, min(step.said_on or "" for step in group), len(group)))
    return sorted(found, key=lambda rung: rung.first_said)


def _became(rung: Rung, steps: Sequence["FigureClaim"]) -> str:
    step = rung.step
    often = f" ×{rung.times}" if rung.times > 1 else ""
    if step.part_of:
        return "part of " + ("the same claim" if step.part_of == step.claim else step.part_of[:SHOWN_ID]) + often
    if step.superseded_by is None:
        return f"stands{often}"
    by = next((one for one in steps if one.claim == step.superseded_by), None)
    is_own = by is None or by.who == step.who
    return f"{'now' if is_own else 'overtaken by'} {step.superseded_by[:SHOWN_ID]}{often}"
