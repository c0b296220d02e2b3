"""`dateline judge`: say whether two claims tell of one event."""

import click

from dateline.cli.options import Options, shared_options

VERDICT_WORDS = {"same": "are the same", "different": "are different", "unsure": "are left to the comparison"}


@click.command(
    short_help="Say whether two claims are one event.",
    epilog="""\b
Examples:
  dateline judge 3f2a91c0 77b01e4d --different --because "the crossing of Saturday, not of Sunday"
  dateline judge 3f2a91c0 77b01e4d --unsure
""",
)
@click.argument("one", metavar="CLAIM_ID")
@click.argument("other", metavar="CLAIM_ID")
@click.option("--same", "verdict", flag_value="same", help="Both tell of one event.")
@click.option("--different", "verdict", flag_value="different", help="They tell of two events.")
@click.option("--unsure", "verdict", flag_value="unsure", help="Leave it to the comparison; takes a decision back.")
@click.option("--because", metavar="TEXT", help="The reason.")
@click.option("--by", metavar="NAME", help="Who decides.  [default: the user of the machine]")
@shared_options
@click.pass_obj
def command(
    options: Options, /, one: str, other: str, verdict: str | None, because: str | None, by: str | None
) -> None:
    """Say that two claims tell of the same event, or of different ones.

    The events they belong to are told anew, and stay so when more stories come. Nothing is deleted; a later decision
    about the same two goes before an earlier one.
    """
    from dateline.actions.judge import judge
    from dateline.cli.render_claim import SHOWN_ID

    if verdict is None:
        raise click.UsageError("say --same, --different or --unsure")
    judged = judge(one, other, verdict, options.load(), because, by)
    events = sorted({(event or "no event")[:SHOWN_ID] for event in judged.events})
    words = f"{judged.one[:SHOWN_ID]} and {judged.other[:SHOWN_ID]} {VERDICT_WORDS[verdict]}"
    told = f"they tell of {'one event' if len(events) == 1 else 'two events'}, {' and '.join(events)}"
    if verdict == "same" and len(events) > 1:
        told += ", for another decision keeps claims of theirs apart"
    click.echo(f"{words}; {told}{'' if judged.is_new else '; nothing changed'}")
