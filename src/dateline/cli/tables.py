"""Stories and claims as tables that fit 80 columns and use more."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from dateline.cli.render_claim import SHOWN_ID, STATUS_STYLES
from dateline.exports.wording import bounds_words, value_words
from dateline.model.correction import Field, coded_value, standing_value
from dateline.model.figure import BY_PERSON
from dateline.model.record import claim_from_record
from dateline.model.values import list_of, standing_claim

if TYPE_CHECKING:
    from dateline.ledger.corrections import CorrectionRow
    from dateline.ledger.grades import SourceRow
    from dateline.ledger.queries import ClaimRow, StoryRow
    from dateline.model.claim import Claim
    from dateline.model.figure import Figure

NARROW = 90  # columns from which a list of corrections has their days
WIDE = 110  # columns from which a claim's figures and source get a column
WIDEST = 140  # columns from which it says what its story repeats
GAP = 2
UNKNOWN = "-"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. One with `least` None is as wide as its content; others give way, down to `least`."""

    title: str
    least: int | None = None
    is_number: bool = False


def stories_table(rows: Iterable["StoryRow"], width: int) -> Table:
    """One line a story: id, day of publication, outlet or (agency), claims, what it repeats or is renewed by, title."""
    columns = [
        Column("story"),
        Column("published"),
        Column("outlet", least=12),
        Column("claims", is_number=True),
        Column("repeats", least=16),
        Column("headline", least=14),
    ]
    cells = [
        [
            Text(row.id[:SHOWN_ID]),
            Text((row.published or UNKNOWN)[:10]),
            Text(row.outlet or (f"({row.credit})" if row.credit else UNKNOWN)),
            Text(str(row.claims)),
            Text(_repeats(row)),
            Text(" ".join((row.headline or PurePath(row.path_or_url).name).split())),
        ]
        for row in rows
    ]
    return fitted_table(columns, cells, width)


def _repeats(row: "StoryRow | ClaimRow") -> str:
    """What a story repeats, or the version that supersedes it. Example: "copy 3f2a91c0", "now 3f2a91c0"."""
    if row.renewed_by:
        return f"now {row.renewed_by[:SHOWN_ID]}"
    return f"{row.link.kind} {row.link.of[:SHOWN_ID]}" if row.link else UNKNOWN


def sources_table(rows: Iterable["SourceRow"], width: int) -> Table:
    """One line a source: grade, in how many stories, whether it says or prints, name, who graded it and why."""
    columns = [
        Column("grade"),
        Column("stories", is_number=True),
        Column("", least=6),
        Column("source", least=24),
        Column("by", least=6),
        Column("because", least=12),
    ]
    cells = [
        [
            Text(row.grade),
            Text(str(row.stories)),
            Text("prints" if row.is_outlet else "says"),
            Text(row.name),
            Text(row.by or UNKNOWN),
            Text(row.reason or UNKNOWN),
        ]
        for row in rows
    ]
    return fitted_table(columns, cells, width)


def corrections_table(rows: Iterable["CorrectionRow"], width: int) -> Table:
    """One line a correction: claim, field, what was decided and what was coded, who, why; from NARROW on which day."""
    has_days = width >= NARROW
    columns = [
        Column("claim"),
        Column("decision"),
        Column("field"),
        Column("value", least=10),
        Column("was", least=8),
        Column("by", least=8),
        *([Column("on")] if has_days else []),
        Column("because", least=12),
    ]
    cells = []
    for row in rows:
        was = "no claim" if row.is_orphaned else _decided(row.field, row.was)
        told = [row.claim[:SHOWN_ID], row.kind, row.field, _decided(row.field, row.value), was, row.by]
        told += [*([row.at[:10]] if has_days else []), row.reason]
        cells.append([Text(value or UNKNOWN) for value in told])
    return fitted_table(columns, cells, width)


def _decided(field: str, value: Any) -> str | None:
    """A value of a correction in a few words."""
    return value_words(field, value) if list_of(field) and value is not None else value


def claims_table(rows: Iterable["ClaimRow"], width: int) -> Table:
    """One line a claim: id, when, what, status, who to whom, where; in wide terminals how many and who says so too.

    Where a claim's story is a copy or version, or is superseded by one, a table of WIDEST columns says so.
    """
    rows = list(rows)
    columns = [
        Column("claim"),
        Column("when", least=10),
        Column("what", least=14),
        Column("status", least=len("background")),
        Column("who > whom", least=16),
        Column("where", least=10),
    ]
    if is_wide := width >= WIDE:
        columns += [Column("how many", least=8), Column("says who", least=12)]
    if has_repeats := width >= WIDEST and any(row.link or row.renewed_by for row in rows):
        columns.append(Column("story", least=len("now 3f2a91c0")))
    cells = []
    for row in rows:
        claim = claim_from_record(standing_claim(row.record))
        line = [
            Text(claim.id[:SHOWN_ID]),
            Text(_when(claim)),
            Text(_value(row, "type", claim.event.mode)),
            Text(_value(row, "status"), style=STATUS_STYLES[standing_value(row.record, "status")]),
            _parties(claim),
            Text(", ".join(dict.fromkeys(place.name for place in claim.places)) or UNKNOWN),
        ]
        if is_wide:
            line += [Text(", ".join(map(_how_many, claim.figures)) or UNKNOWN), _says(row)]
        if has_repeats:
            line.append(Text(_repeats(row), style="dim"))
        cells.append(line)
    return fitted_table(columns, cells, width)


def fitted(natural: Sequence[int], least: Sequence[int | None], available: int) -> list[int]:
    """The widths of columns, shrunk to what is available: the widest that may give way gives first.

    Example: `fitted([8, 30, 50], [None, 10, 20], 60)` is [8, 26, 26].
    """
    widths = list(natural)
    while (excess := sum(widths) - available) > 0:
        yielding = [at for at, floor in enumerate(least) if floor is not None and widths[at] > floor]
        if not yielding:
            break
        widest = max(widths[at] for at in yielding)
        giving = [at for at in yielding if widths[at] == widest]
        below = [widths[at] for at in yielding if widths[at] < widest] + [least[at] or 0 for at in giving]
        step = max(1, min(widest - max(below), excess // len(giving)))
        for at in giving[:excess]:
            widths[at] -= step
    return widths


def fitted_table(columns: Sequence[Column], cells: Sequence[Sequence[Text]], width: int) -> Table:
    """A table of one line a row, whose columns give way to the width of the terminal."""
    natural = [max([len(column.title), *(line[at].cell_len for line in cells)]) for at, column in enumerate(columns)]
    widths = fitted(natural, [column.least for column in columns], width - GAP * (len(columns) - 1))
    table = Table(box=None, padding=(0, GAP, 0, 0), header_style="dim", pad_edge=False)
    for column, size in zip(columns, widths, strict=True):
        justify = "right" if column.is_number else "left"
        table.add_column(column.title, width=size, no_wrap=True, overflow="ellipsis", justify=justify)  # type: ignore[arg-type]
    for line in cells:
        table.add_row(*line)
    return table


def lines_with_labels(
    columns: Sequence[Column], cells: Sequence[Sequence[Text]], labels: Sequence[Text], width: int
) -> Group:
    """Two lines a row: the cells under their titles, and below them, behind the first column, a label of any length."""
    natural = [max([len(column.title), *(line[at].cell_len for line in cells)]) for at, column in enumerate(columns)]
    widths = fitted(natural, [column.least for column in columns], width - GAP * (len(columns) - 1))
    lines = [_aligned(columns, [Text(column.title, style="dim") for column in columns], widths)]
    for line, label in zip(cells, labels, strict=True):
        below = label.copy()
        below.truncate(max(1, width - widths[0] - GAP), overflow="ellipsis")
        lines += [_aligned(columns, line, widths), Text(" " * (widths[0] + GAP)).append_text(below)]
    return Group(*lines)


def _aligned(columns: Sequence[Column], cells: Sequence[Text], widths: Sequence[int]) -> Text:
    aligned = []
    for column, cell, size in zip(columns, cells, widths, strict=True):
        cut = cell.copy()
        cut.truncate(size, overflow="ellipsis")
        cut.align("right" if column.is_number else "left", size)
        aligned.append(cut)
    return Text(" " * GAP).join(aligned)


def _when(claim: "Claim") -> str:
    if claim.time is None or not (claim.time.earliest or claim.time.latest):
        return UNKNOWN
    return stretch_words(claim.time.earliest, claim.time.latest)


def stretch_words(earliest: str | None, latest: str | None) -> str:
    """The days between two days, short. Example: "2021-07-03/04", "2021-06-28/07-05", "2021-07-05/..", "2021-07"."""
    if earliest is not None and earliest == latest:
        return earliest
    if earliest is None or latest is None:
        return f"{earliest or '..'}/{latest or '..'}"
    if earliest[:4] == latest[:4] and (earliest[5:], latest[5:]) == ("01-01", "12-31"):
        return earliest[:4]
    if earliest[:7] == latest[:7]:
        year, month = int(earliest[:4]), int(earliest[5:7])
        is_whole = earliest.endswith("-01") and int(latest[8:]) == monthrange(year, month)[1]
        return earliest[:7] if is_whole else f"{earliest}/{latest[8:]}"
    return f"{earliest}/{latest[5:]}" if earliest[:4] == latest[:4] else f"{earliest}/{latest}"


def _value(row: "ClaimRow", field: Field, mode: str | None = None) -> str:
    """A value, with the coded one beside it when a person corrected it. Example: "denied (was occurred)"."""
    value, coded = standing_value(row.record, field), coded_value(row.record, field)
    whole = f"{coded} {mode}" if mode else coded
    return whole if value == coded else f"{value} (was {whole})"


def _parties(claim: "Claim") -> Text:
    """Who > whom; the trigger, dim and in quotation marks, when neither is known."""
    who, whom = (", ".join(party.name for party in parties) for parties in (claim.actors, claim.targets))
    if not who and not whom:
        return Text(f"“{' '.join(claim.trigger.text.split())}”", style="dim")
    return Text(f"{who or '?'} > {whom}" if whom else who)


def _how_many(figure: "Figure") -> str:
    """The words of a figure, or the number that a person set."""
    return bounds_words(figure.low, figure.high) if figure.rule == BY_PERSON else " ".join(figure.text.split())


def _says(row: "ClaimRow") -> Text:
    """The first who says so; the outlet, dim, when it says so itself."""
    if row.claim.attribution:
        return Text(" > ".join(source.name or source.text for source in row.claim.attribution))
    return Text(row.outlet or UNKNOWN, style="dim")
