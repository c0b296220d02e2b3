"""What the commands that list have in common: a limit, and a last line that says how much there is."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.settings import Settings

SHOWN = 50

Row = TypeVar("Row")
Command = TypeVar("Command", bound=Callable[..., Any])


def list_options(command: Command) -> Command:
    """Give a command `--limit` and `--json`."""
    limit_help = f"At most so many, 0 for all.  [default: {SHOWN}; with --json all]"
    command = click.option("--json", "is_json", is_flag=True, help="Print one object a line.")(command)
    return click.option("--limit", type=int, metavar="N", callback=_checked, help=limit_help)(command)


def listed(shown: int, total: int, one: str, many: str) -> str:
    """How much of how much. Example: "50 of 2,340 claims; --limit 0 shows all"."""
    things = f"{total:,} {one if total == 1 else many}"
    return things if shown == total else f"{shown:,} of {things}; --limit 0 shows all"


def show_listed(
    rows: Sequence[Row], total: int, one: str, many: str, table: Callable[[list[Row], int], "Table"]
) -> None:
    """Print rows as a table for the width of the screen, when there are any, and how much of how much they are."""
    from dateline.cli.terminal import console, show

    screen = console()
    if rows:
        show(screen, table(list(rows), screen.width))
    click.echo(listed(len(rows), total, one, many))


def nothing_listed(many: str, settings: "Settings") -> str:
    """What to say when no event answers. Example: "0 figures in the events asked for; the ledger has 49 events"."""
    from dateline.actions.events import count_events

    there = count_events(settings)
    if not there:
        return f"0 {many}; the stories of the ledger report no event, and `dateline stories` lists them"
    return f"0 {many} in what was asked for; the ledger has {there:,} event{'' if there == 1 else 's'}"


def _checked(context: click.Context, parameter: click.Parameter, limit: int | None) -> int | None:
    if limit is not None and limit < 0:
        raise click.BadParameter(f"{limit} is less than nothing; 0 shows all", context, parameter)
    return limit
