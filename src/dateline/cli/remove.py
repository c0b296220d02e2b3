"""`dateline remove`: take a story or claim out of the record."""

import click

from dateline.cli.options import Options, shared_options


@click.command(
    short_help="Take a story or claim out of the record.",
    epilog="""\b
Examples:
  dateline remove 3f2a91c0
  dateline restore 3f2a91c0
""",
)
@click.argument("identity", metavar="ID")
@shared_options
@click.pass_obj
def command(options: Options, identity: str) -> None:
    """Take a story or claim out of the record.

    Lists and exports leave it out from now on. Nothing is deleted: `dateline restore` brings it back, and
    `dateline show` still shows it.

    ID is the id of either, or as much of its beginning as no other has.
    """
    from dateline.actions.remove import remove

    decided = remove(identity, options.load())
    if decided.is_new:
        click.echo(f"removed {decided.kind} {decided.id}; `dateline restore {decided.id[:8]}` brings it back")
    else:
        click.echo(f"{decided.kind} {decided.id} is removed already; nothing changed")
