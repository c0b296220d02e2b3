"""`dateline stories`: what the ledger has read."""

from typing import Any

import click

from dateline.cli.filter_options import filter_options
from dateline.cli.options import Options, shared_options

SHOWN = 50


@click.command(
    epilog="""\b
Examples:
  dateline stories --since 1d
  dateline stories --words "border crossing" --type RETREAT
"""
)
@filter_options
@click.option("--to", "latest", metavar="DATE", help="The same as --until.")
@click.option("--removed", "is_removed", is_flag=True, help="List the removed stories instead.")
@click.option(
    "--limit", type=click.IntRange(min=0), metavar="N", help=f"At most so many; 0 is all.  [default: {SHOWN}]"
)
@click.option("--json", "is_json", is_flag=True, help="Print one object a line, without a limit unless one is given.")
@shared_options
@click.pass_obj
def command(options: Options, /, limit: int | None, is_json: bool, **filters: Any) -> None:
    """List the stories of the ledger, the last added first.

    Options about claims ask for stories that have such a claim.
    """
    from dataclasses import asdict

    from dateline.actions.asked import asked
    from dateline.actions.stories import count_stories, stories
    from dateline.cli.json_output import print_json
    from dateline.cli.listing import listed
    from dateline.cli.tables import stories_table
    from dateline.cli.terminal import console, show

    settings = options.load()
    wanted = asked(codebook=settings.codebook, **filters)
    if is_json:
        for row in stories(settings, wanted, limit or None):
            print_json(asdict(row))
        return
    shown = SHOWN if limit is None else limit
    rows, total = list(stories(settings, wanted, shown or None)), count_stories(settings, wanted)
    screen = console()
    if rows:
        show(screen, stories_table(rows, screen.width))
    click.echo(listed(len(rows), total, "story", "stories"))
