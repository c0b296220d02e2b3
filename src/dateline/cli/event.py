"""`dateline event`: one event with its figures, claimant by claimant."""

import click

from dateline.cli.figure_rule import rule_option
from dateline.cli.options import Options, shared_options


@click.command(
    short_help="Show one event, figure by figure.",
    epilog="""\b
Examples:
  dateline event 3f2a91c0
  dateline event 3f2a91c0 --rule latest --why
""",
)
@click.argument("identity", metavar="ID")
@rule_option
@click.option("--why", "is_why", is_flag=True, help="Print why its claims are taken for one event.")
@click.option("--history", "is_history", is_flag=True, help="Print how the event changed.")
@click.option("--json", "is_json", is_flag=True, help="Print the record as JSON.")
@shared_options
@click.pass_obj
def command(options: Options, /, identity: str, rule: str, is_why: bool, is_history: bool, is_json: bool) -> None:
    """Show an event: what happened, who can know, who says how many, and which claims tell of it.

    ID is the id of the event or of a claim about it, or as much of its beginning as no other has. An id that the event
    had before it was joined with another is good too.
    """
    from dateline.actions.events import show_event
    from dateline.cli.json_output import print_json
    from dateline.cli.render_event import print_event
    from dateline.cli.terminal import console
    from dateline.model.event import event_record

    shown = show_event(identity, options.load(), rule)
    if is_json:
        print_json(event_record(shown.event))
        return
    print_event(console(), shown, is_why=is_why, is_history=is_history)
