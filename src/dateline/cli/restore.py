"""`dateline restore`: undo a removal."""

import click

from dateline.cli.options import Options, shared_options


@click.command(
    short_help="Bring a removed story or claim back.",
    epilog="""\b
Examples:
  dateline restore 3f2a91c0
  dateline stories --removed
""",
)
@click.argument("identity", metavar="ID")
@shared_options
@click.pass_obj
def command(options: Options, identity: str) -> None:
    """Bring back a story or claim that was removed.

    ID is the id of either, or as much of its beginning as no other has.
    """
    from dateline.actions.restore import restore

    decided = restore(identity, options.load())
    if decided.is_new:
        click.echo(f"restored {decided.kind} {decided.id}")
    else:
        click.echo(f"{decided.kind} {decided.id} is not removed; nothing changed")
