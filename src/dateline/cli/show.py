"""`dateline show`: one story or claim in full."""

import click

from dateline.cli.options import Options, shared_options


@click.command(
    short_help="Show one story or claim in full.",
    epilog="""\b
Examples:
  dateline show 3f2a91c0
  dateline show 3f2a91c0 --json | jq .claims
""",
)
@click.argument("identity", metavar="ID")
@click.option("--json", "is_json", is_flag=True, help="Print the record as JSON.")
@click.option("--all", "is_all", is_flag=True, help="Print a story's sentences without claims too.")
@click.option("--why", "is_why", is_flag=True, help="Print the rule and the evidence behind each claim.")
@shared_options
@click.pass_obj
def command(options: Options, identity: str, is_json: bool, is_all: bool, is_why: bool) -> None:
    """Show a story with its claims, or one claim with its sentence.

    ID is the id of either, or as much of its beginning as no other has.
    """
    from dateline.actions.show import show
    from dateline.cli.json_output import claim_object, print_json
    from dateline.cli.render_story import Wanted, linked, print_claim, print_story
    from dateline.cli.terminal import console

    shown = show(identity, options.load())
    if is_json:
        print_json(claim_object(shown.claim) if shown.claim else shown.story)
        return
    screen = console()
    if shown.removed_at:
        click.echo(
            f"removed on {shown.removed_at[:16].replace('T', ' ')} UTC; `dateline restore {identity}` brings it back"
        )
    if shown.claim:
        print_claim(screen, shown.story, shown.claim.record)
        return
    if shown.link:
        click.echo(linked(shown.link))
    print_story(screen, shown.story, Wanted(is_all=is_all, is_why=is_why, is_kept=True))
