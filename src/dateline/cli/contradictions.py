"""`dateline contradictions`: where those who can know do not agree."""

from typing import Any

import click

from dateline.cli.filter_options import filter_options
from dateline.cli.listing import SHOWN, list_options, listed, nothing_listed
from dateline.cli.options import Options, shared_options


@click.command(
    short_help="List where the reports contradict each other.",
    epilog="""\b
Examples:
  dateline contradictions --since 1d
  dateline contradictions --party taliban --json
""",
)
@filter_options("--to", "--until", is_of_events=True)
@list_options
@shared_options
@click.pass_obj
def command(options: Options, /, limit: int | None, is_json: bool, statuses: tuple[str, ...], **filters: Any) -> None:
    """List the contradictions of events: figures that cannot both be true, and what one tells and another denies.

    Each is shown with who says what; none is settled for you.
    """
    from dateline.actions.asked import asked
    from dateline.actions.contradictions import contradictions
    from dateline.actions.events import Asked
    from dateline.cli.json_output import print_json
    from dateline.cli.render_event import print_contradiction
    from dateline.cli.terminal import console

    settings = options.load()
    wanted = Asked(asked(codebook=settings.codebook, **filters), tuple(status.lower() for status in statuses))
    found = list(contradictions(settings, wanted))
    shown = found[: (limit if limit is not None else len(found) if is_json else SHOWN) or None]
    screen = console()
    for one in shown:
        if is_json:
            print_json(one.record())
        else:
            print_contradiction(screen, one)
    if not is_json:
        click.echo(
            listed(len(shown), len(found), "contradiction", "contradictions")
            if found
            else nothing_listed("contradictions", settings)
        )
