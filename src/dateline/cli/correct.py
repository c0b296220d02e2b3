"""`dateline correct`: accept or correct what was coded of a claim."""

import click

from dateline.cli.options import Options, shared_options


@click.command(
    short_help="Accept, correct or reject a claim.",
    epilog="""\b
Examples:
  dateline correct 3f2a91c0 --status planned --accept type --because "only vowed" --by ana
  dateline correct 3f2a91c0 --reject --because "a football match"
""",
)
@click.argument("identity", metavar="CLAIM_ID")
@click.option("--status", metavar="STATUS", help="occurred, ongoing, planned, possible, denied or background.")
@click.option("--type", "kind", metavar="TYPE", help="One of the sixteen event types: COERCE.")
@click.option(
    "--accept",
    is_flag=False,
    flag_value="all",
    metavar="[FIELD]",
    help="What was coded is right: status or type, or without FIELD all that no correction stands for.",
)
@click.option("--reject", "is_rejected", is_flag=True, help="The claim is no event; lists and exports leave it out.")
@click.option("--undo", metavar="FIELD", help="Take back what was decided last: status, type, or claim (a rejection).")
@click.option("--because", metavar="TEXT", help="The reason; needed to correct and to reject.")
@click.option("--by", metavar="NAME", help="Who decides.  [default: the user of the machine]")
@shared_options
@click.pass_obj
def command(
    options: Options,
    /,
    identity: str,
    status: str | None,
    kind: str | None,
    accept: str | None,
    is_rejected: bool,
    undo: str | None,
    because: str | None,
    by: str | None,
) -> None:
    """Accept, correct or reject what was coded of a claim.

    The claim itself stays as it was coded; what you decide is kept beside it, and a later decision about the same field
    goes before an earlier one. Nothing is deleted.

    CLAIM_ID is the claim's id, or as much of its beginning as no other has.
    """  # fmt: skip
    from dateline.actions.correct import Wanted, correct
    from dateline.cli.render_claim import SHOWN_ID
    from dateline.exports.wording import correction_note
    from dateline.model.correction import CODED_FIELDS, standing_value

    wanted = Wanted(status, kind, accept, is_rejected, undo)
    corrected = correct(identity, wanted, options.load(), because, by)
    claim = corrected.claim
    unchanged = "" if corrected.is_new else "; nothing changed"
    if rejected := correction_note(claim, "claim"):
        way_back = f"`dateline correct {claim['id'][:SHOWN_ID]} --undo claim` takes it back"
        click.echo(f"claim {claim['id']}: no event{rejected}; {unchanged[2:] or way_back}")
        return
    notes = [(field, correction_note(claim, field) or " (not decided)") for field in CODED_FIELDS]
    values = (f"{field} {standing_value(claim, field)}{note}" for field, note in notes)
    click.echo(f"claim {claim['id']}: {', '.join(values)}{unchanged}")
