"""`dateline sources`: who says or prints what is in the ledger, and how reliable you hold them to be."""

import click

from dateline.cli.listing import SHOWN, list_options, show_listed
from dateline.cli.options import Options, shared_options


@click.group(
    name="sources",
    short_help="List the sources, or grade one.",
    epilog="""\b
Examples:
  dateline sources list
  dateline sources grade "Valley Post" B --because "right in nine of ten tolls of last year"
""",
)
def command() -> None:
    """List who says or prints something, or say how reliable they have proved to be."""


@command.command(
    "list",
    short_help="List who says or prints something.",
    epilog="""\b
Examples:
  dateline sources list --limit 0
  dateline sources list --json
""",
)
@list_options
@shared_options
@click.pass_obj
def list_command(options: Options, /, limit: int | None, is_json: bool) -> None:
    """List who says or prints something in the ledger, those of most stories first, with their grades."""
    from dataclasses import asdict

    from dateline.actions.grades import sources
    from dateline.cli.json_output import print_json
    from dateline.cli.tables import sources_table

    shown = (0 if is_json else SHOWN) if limit is None else limit
    rows, total = sources(options.load(), shown or None)
    if is_json:
        for row in rows:
            print_json(asdict(row))
        return
    show_listed(rows, total, "source", "sources", sources_table)


@command.command(
    "grade",
    short_help="Say how reliable a source is.",
    epilog="""\b
Examples:
  dateline sources grade "defence ministry" D --because "denied losses that it admitted later"
  dateline sources grade "Valley Post" F --because "under new owners" --by ana
""",
)
@click.argument("name", metavar="NAME")
@click.argument("grade", metavar="GRADE")
@click.option("--because", "--reason", "because", metavar="TEXT", help="The reason; needed.")
@click.option("--by", metavar="NAME", help="Who decides.  [default: the user of the machine]")
@shared_options
@click.pass_obj
def grade_command(options: Options, /, name: str, grade: str, because: str | None, by: str | None) -> None:
    """Say how reliable a source has proved to be: A completely, B usually, C fairly, D not usually reliable, E
    unreliable, F cannot be judged.

    NAME is as `dateline sources list` has it, in any case. Every source starts at F. A later grade goes before an
    earlier one; nothing is deleted.
    """  # fmt: skip
    from dateline.actions.grades import grade_source
    from dateline.model.source import GRADES

    graded = grade_source(name, grade, options.load(), because, by)
    unchanged = "" if graded.is_new else "; nothing changed"
    click.echo(f"{graded.name}: {graded.grade}, {GRADES[graded.grade]}{unchanged}")
