"""`dateline stories`: what the ledger has read."""

from typing import Any

import click

from dateline.cli.filter_options import filter_options
from dateline.cli.listing import SHOWN, list_options, show_listed
from dateline.cli.options import Options, shared_options


@click.command(
    short_help="List the stories of the ledger.",
    epilog="""\b
Examples:
  dateline stories --since 1d
  dateline stories --words "border crossing" --type RETREAT
""",
)
@filter_options("--to", "--until")
@click.option("--removed", "is_removed", is_flag=True, help="List the removed stories instead.")
@list_options
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
    from dateline.cli.tables import stories_table

    settings = options.load()
    wanted = asked(codebook=settings.codebook, **filters)
    if is_json:
        for row in stories(settings, wanted, limit or None):
            print_json(asdict(row))
        return
    shown = SHOWN if limit is None else limit
    rows, total = list(stories(settings, wanted, shown or None)), count_stories(settings, wanted)
    show_listed(rows, total, "story", "stories", stories_table)
