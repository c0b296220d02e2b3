"""Stories and claims as tables that fit 80 columns and use more."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from dateline.cli.render_claim import STATUS_STYLES
from dateline.cli.render_story import SHOWN_ID

if TYPE_CHECKING:
    from dateline.ledger.queries import ClaimRow, StoryRow
    from dateline.model.claim import Claim

WIDE = 110  # columns from which a claim's source and outlet get a column


def stories_table(rows: Iterable["StoryRow"]) -> Table:
    """One line a story: id, day of publication, outlet, number of claims, headline."""
    table = _table()
    table.add_column("story", width=SHOWN_ID, no_wrap=True)
    table.add_column("published", width=10, no_wrap=True)
    table.add_column("outlet", max_width=18, no_wrap=True, overflow="ellipsis")
    table.add_column("claims", justify="right", width=6)
    table.add_column("headline", ratio=1, no_wrap=True, overflow="ellipsis")
    for row in rows:
        outlet, headline = row.outlet or row.credit or "-", " ".join((row.headline or row.path_or_url).split())
        table.add_row(row.id[:SHOWN_ID], (row.published or "-")[:10], outlet, str(row.claims), headline)
    return table


def claims_table(rows: Iterable["ClaimRow"], width: int) -> Table:
    """One line a claim: id, when, what, status, who to whom, where; in wide terminals how many and who says so too."""
    table, is_wide = _table(), width >= WIDE
    table.add_column("claim", width=SHOWN_ID, no_wrap=True)
    table.add_column("when", width=10, no_wrap=True)
    table.add_column("what", max_width=24 if is_wide else 17, no_wrap=True, overflow="ellipsis")
    table.add_column("status", width=10, no_wrap=True)
    table.add_column("who > whom", ratio=4, no_wrap=True, overflow="ellipsis")
    table.add_column("where", ratio=2, no_wrap=True, overflow="ellipsis")
    if is_wide:
        table.add_column("how many", ratio=2, no_wrap=True, overflow="ellipsis")
        table.add_column("says who", ratio=2, no_wrap=True, overflow="ellipsis")
    for row in rows:
        claim = row.claim
        cells: list[str | Text] = [
            claim.id[:SHOWN_ID],
            _when(claim),
            " ".join(part for part in (claim.event.plover, claim.event.mode) if part),
            Text(claim.status, style=STATUS_STYLES[claim.status]),
            _parties(claim),
            ", ".join(place.name for place in claim.places) or "-",
        ]
        if is_wide:
            cells.append(", ".join(figure.text for figure in claim.figures) or "-")
            cells.append(", ".join(source.name or "unnamed" for source in claim.attribution) or (row.outlet or "-"))
        table.add_row(*cells)
    return table


def _table() -> Table:
    return Table(box=None, padding=(0, 2, 0, 0), expand=True, header_style="dim", pad_edge=False)


def _when(claim: "Claim") -> str:
    if claim.time is None:
        return "-"
    if claim.time.earliest == claim.time.latest:
        return claim.time.earliest or "-"
    return claim.time.edtf or claim.time.earliest or f"-{claim.time.latest}"


def _parties(claim: "Claim") -> str:
    who, whom = (", ".join(party.name for party in parties) for parties in (claim.actors, claim.targets))
    if not whom:
        return who or "-"
    return f"{who or '?'} > {whom}"
