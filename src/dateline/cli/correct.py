"""`dateline correct`: accept or correct what was coded of a claim."""

from typing import TYPE_CHECKING

import click

from dateline.cli.options import Options, shared_options

if TYPE_CHECKING:
    from dateline.model.record import Record


@click.command(
    short_help="Accept, correct or reject a claim.",
    epilog="""\b
Examples:
  dateline correct 3f2a91c0 --status planned --accept type --because "only vowed" --by ana
  dateline correct 3f2a91c0 --set figure1="12 to 15" --add place=Kabul --because "misread"
""",
)
@click.argument("identity", metavar="CLAIM_ID")
@click.option("--status", metavar="STATUS", help="occurred, ongoing, planned, possible, denied or background.")
@click.option("--type", "kind", metavar="TYPE", help="One of the sixteen event types: COERCE.")
@click.option(
    "--set", "values", multiple=True, metavar="VALUE=WORDS", help="Another party, place, figure or time: see below."
)
@click.option(
    "--add",
    "adds",
    multiple=True,
    metavar="WHAT=WORDS",
    help="A value that was missed, in the story's words: see below.",
)
@click.option(
    "--accept",
    multiple=True,
    is_flag=False,
    flag_value="all",
    metavar="[FIELD]",
    help="What was coded is right: status, type or a VALUE; without FIELD status and type, if nobody decided.",
)
@click.option(
    "--reject",
    multiple=True,
    is_flag=False,
    flag_value="claim",
    metavar="[VALUE]",
    help="The VALUE is wrong and no other is right; without VALUE the claim is no event, and lists leave it out.",
)
@click.option(
    "--undo", multiple=True, metavar="FIELD", help="Take back what was decided last: status, type, a VALUE, or claim."
)
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
    values: tuple[str, ...],
    adds: tuple[str, ...],
    accept: tuple[str, ...],
    reject: tuple[str, ...],
    undo: tuple[str, ...],
    because: str | None,
    by: str | None,
) -> None:
    """Accept, correct or reject what was coded of a claim.

    The claim itself stays as it was coded; what you decide is kept beside it, and a later decision about the same field
    goes before an earlier one. Nothing is deleted. Options of several decisions can be given several times.

    CLAIM_ID is the claim's id, or as much of its beginning as no other has.

    A VALUE is a party, place, figure and the like, named as `dateline show CLAIM_ID` names it: actor1, place1, time.

    \b
    figure1=NUMBER   12, "12 to 15", "12 or more", "15 or fewer"; also figure1.unit,
                     .counts, .population, .side (a party's name or null), .total (yes, no)
    place1=PLACE     a name or id of the gazetteer, the name with its province or country
                     when several bear it, or null when nobody knows; also place1.role
    actor1=PARTY     a name or id of the codebook, a country for its government, or any
                     other name; also actor1.kind, .country, .certainty
    time=DAYS        2021-07-05, 2021-07, "2021-07-05 to 2021-07-07", "2021-07-05 or later",
                     or null when nobody knows
    instrument1=WORDS      other words of the story
    attribution1=SOURCE    who says so, as for a party, or null; also attribution1.kind

    \b
    --add names actor, target, instrument, place, time, figure or attribution, and the words
    of the story that say it; what they mean stands behind a second "=" where they do not:
    figure="12 killed", place=Kunduz, time="on Monday=2021-07-05"
    """  # fmt: skip
    from dateline.actions.correct import Wanted, correct

    edits = tuple(_edit("--set", one) for one in values)
    missed = tuple(_edit("--add", one) for one in adds)
    wanted = Wanted(status, kind, edits, accept, reject, undo, missed)
    corrected = correct(identity, wanted, options.load(), because, by)
    click.echo(_told(corrected.claim, is_new=corrected.is_new))


def _edit(option: str, written: str) -> tuple[str, str]:
    what, sign, words = written.partition("=")
    if not sign:
        form = "VALUE=WORDS, such as figure1=12" if option == "--set" else 'WHAT=WORDS, such as figure="12 killed"'
        raise click.UsageError(f"{option} takes {form}, not {written!r}")
    return what.strip(), words.strip()


def _told(claim: "Record", *, is_new: bool) -> str:
    """The claim with what people decided about it: status and type on a line, each decided value on one below."""
    from dateline.cli.render_claim import SHOWN_ID
    from dateline.exports.wording import correction_note, value_note, value_words
    from dateline.model.correction import CODED_FIELDS, standing_value
    from dateline.model.values import values_of

    if rejected := correction_note(claim, "claim"):
        way_back = f"`dateline correct {claim['id'][:SHOWN_ID]} --undo claim` takes it back"
        return f"claim {claim['id']}: no event{rejected}; {way_back if is_new else 'nothing changed'}"
    told = [
        f"{field} {standing_value(claim, field)}{correction_note(claim, field) or ' (not decided)'}"
        for field in CODED_FIELDS
    ]
    values = [
        f"\n    {value.handle}  {value_words(value.field, known)}{value_note(value)}"
        for value in values_of(claim)
        if value.correction and (known := value.value or value.coded)
    ]
    return f"claim {claim['id']}: {', '.join(told)}{'' if is_new else '; nothing changed'}{''.join(values)}"
