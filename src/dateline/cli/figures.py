"""`dateline figures`: how many, event by event."""

from typing import Any

import click

from dateline.cli.figure_rule import rule_option
from dateline.cli.filter_options import filter_options
from dateline.cli.listing import SHOWN, list_options, listed, nothing_listed
from dateline.cli.options import Options, shared_options


@click.command(
    short_help="List how many, event by event.",
    epilog="""\b
Examples:
  dateline figures --counts killed --country NGA --from 2023-03
  dateline figures --counts fled --rule lowest --json
""",
)
@filter_options("--to", "--until", is_of_events=True)
@click.option("--counts", multiple=True, metavar="WHAT", help="killed, injured, displaced, fled, captured, ...")
@rule_option
@list_options
@shared_options
@click.pass_obj
def command(
    options: Options,
    /,
    limit: int | None,
    is_json: bool,
    counts: tuple[str, ...],
    rule: str,
    statuses: tuple[str, ...],
    **filters: Any,
) -> None:
    """List the figures of events: the least, one number by a rule, and the greatest.

    A renewed figure replaces the one before; figures of several events are never added.
    """
    from dateline.actions.asked import asked
    from dateline.actions.events import Asked
    from dateline.actions.figures import figures
    from dateline.cli.event_tables import figures_table
    from dateline.cli.json_output import print_json
    from dateline.cli.tables import WIDE
    from dateline.cli.terminal import console, show

    settings = options.load()
    wanted = Asked(asked(codebook=settings.codebook, **filters), tuple(status.lower() for status in statuses))
    found = list(figures(settings, wanted, counts, rule))
    shown = found[: (limit if limit is not None else len(found) if is_json else SHOWN) or None]
    if is_json:
        for row in shown:
            print_json(row.record())
        return
    screen = console()
    if shown:
        show(screen, figures_table(shown, screen.width))
        if screen.width < WIDE and any(row.figure.contested for row in shown):
            click.echo("! is contested")
    click.echo(listed(len(shown), len(found), "figure", "figures") if found else nothing_listed("figures", settings))
