"""`dateline claims`: what the ledger says happened."""

from typing import Any

import click

from dateline.cli.filter_options import filter_options
from dateline.cli.listing import SHOWN, list_options, show_listed
from dateline.cli.options import Options, shared_options


@click.command(
    short_help="List what they say happened.",
    epilog="""\b
Examples:
  dateline claims --type RETREAT --status occurred --country AFG --from 2021-07
  dateline claims --party taliban --words "border crossing" --since 1d --json
""",
)
@filter_options("--to", "--until")
@list_options
@shared_options
@click.pass_obj
def command(options: Options, /, limit: int | None, is_json: bool, **filters: Any) -> None:
    """List the claims of the ledger, those of the story added last first.

    An option given several times means any of its values; several options must all hold. Names are whole words in any
    case, with any accents; `*` at the end asks for the beginning of a word.
    """
    from dateline.actions.asked import asked
    from dateline.actions.claims import claims, count_claims
    from dateline.cli.borders_note import borders_note, places_of
    from dateline.cli.json_output import claim_object, print_json
    from dateline.cli.tables import claims_table

    settings = options.load()
    wanted = asked(codebook=settings.codebook, **filters)
    if is_json:
        for row in claims(settings, wanted, limit or None):
            print_json(claim_object(row))
        return
    shown = SHOWN if limit is None else limit
    rows, total = list(claims(settings, wanted, shown or None)), count_claims(settings, wanted)
    show_listed(rows, total, "claim", "claims", claims_table)
    if note := borders_note(places_of(row.record for row in rows)):
        click.echo(note)
