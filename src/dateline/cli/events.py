"""`dateline events`: what happened, as all stories of the ledger tell it."""

from typing import Any

import click

from dateline.cli.filter_options import filter_options
from dateline.cli.listing import SHOWN, list_options, listed, nothing_listed
from dateline.cli.options import Options, shared_options


@click.command(
    short_help="List what happened, as all stories tell it.",
    epilog="""\b
Examples:
  dateline events --country AFG --from 2021-07 --status contested
  dateline events --since 1d --json
""",
)
@filter_options("--to", "--until", is_of_events=True)
@click.option("--rebuild", is_flag=True, help="First tell all events anew from stories, claims and decisions.")
@list_options
@shared_options
@click.pass_obj
def command(
    options: Options, /, limit: int | None, is_json: bool, rebuild: bool, statuses: tuple[str, ...], **filters: Any
) -> None:
    """List the events of the ledger, the last changed first.

    The options ask for events with a claim that they hold for; --status is that of the event, and --since asks for what
    changed since.
    """
    from dateline.actions.asked import asked
    from dateline.actions.events import Asked, count_events, events
    from dateline.actions.events import rebuild as tell_anew
    from dateline.cli.event_tables import events_table
    from dateline.cli.json_output import print_json
    from dateline.cli.terminal import console, show
    from dateline.model.event import event_record

    settings = options.load()
    wanted = Asked(asked(codebook=settings.codebook, **filters), tuple(status.lower() for status in statuses))
    if rebuild:
        click.echo(f"{tell_anew(settings):,} stories linked", err=True)
    if is_json:
        for event in events(settings, wanted, limit or None):
            print_json(event_record(event))
        return
    shown = SHOWN if limit is None else limit
    found, total = list(events(settings, wanted, shown or None)), count_events(settings, wanted)
    screen = console()
    if found:
        show(screen, events_table(found, screen.width))
    click.echo(listed(len(found), total, "event", "events") if total else nothing_listed("events", settings))
