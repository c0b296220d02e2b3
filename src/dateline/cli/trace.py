"""`dateline trace`: from a value to its words."""

import click

from dateline.cli.options import Options, shared_options


@click.command(
    short_help="Show the words that a value was read from.",
    epilog="""\b
Examples:
  dateline trace 3f2a91c0 figures
  dateline trace 3f2a91c0 places --json
""",
)
@click.argument("identity", metavar="ID")
@click.argument("field", metavar="FIELD")
@click.option("--json", "is_json", is_flag=True, help="Print one object a line.")
@shared_options
@click.pass_obj
def command(options: Options, /, identity: str, field: str, is_json: bool) -> None:
    """Show every value that a field of an event or claim has, in the sentence it was read from.

    ID is the id of an event or of a claim, or as much of its beginning as no other has. FIELD is type, status, actors,
    targets, instruments, places, time, figures or attribution.
    """
    from dateline.actions.trace import trace
    from dateline.cli.json_output import print_json
    from dateline.cli.render_event import print_traced
    from dateline.cli.terminal import console

    found = trace(identity, field, options.load())
    if is_json:
        for one in found:
            print_json(one.record())
        return
    print_traced(console(), found)
    nothing = "" if found else f": no claim says {'when' if field == 'time' else f'anything of {field}'}"
    click.echo(f"{len(found):,} value{'' if len(found) == 1 else 's'}{nothing}")
