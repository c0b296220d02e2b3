"""`dateline show`: one story or claim in full."""

import click

from dateline.cli.options import Options, shared_options


@click.command(
    short_help="Show one story or claim in full.",
    epilog="""\b
Examples:
  dateline show 3f2a91c0 --json | jq .claims
  dateline show 3f2a91c0 --versions
""",
)
@click.argument("identity", metavar="ID")
@click.option("--json", "is_json", is_flag=True, help="Print the record as JSON.")
@click.option("--all", "is_all", is_flag=True, help="Print a story's sentences without claims too.")
@click.option("--versions", "is_versions", is_flag=True, help="List the versions of the report, and earlier codings.")
@click.option("--why", "is_why", is_flag=True, help="Print the rule and the evidence behind each claim.")
@shared_options
@click.pass_obj
def command(options: Options, identity: str, is_json: bool, is_all: bool, is_versions: bool, is_why: bool) -> None:
    """Show a story with its claims, or one claim with its sentence.

    ID is the id of either, or as much of its beginning as no other has. With --versions the stories are listed of which
    each renews an earlier one, the earliest first, with what it changed and which stories are copies of it; and how the
    story was coded before it was coded anew. `dateline show` with the id of an earlier version tells what that said.
    """
    from dateline.actions.show import show
    from dateline.cli.json_output import claim_object, print_json
    from dateline.cli.render_story import Wanted, print_claim, print_links, print_story
    from dateline.cli.terminal import console

    if is_versions:
        _show_versions(identity, options, is_json=is_json)
        return
    shown = show(identity, options.load())
    if is_json:
        print_json(claim_object(shown.claim) if shown.claim else shown.story)
        return
    screen = console()
    if shown.removed_at:
        click.echo(
            f"removed on {shown.removed_at[:16].replace('T', ' ')} UTC; `dateline restore {identity}` brings it back"
        )
    print_links(screen, shown.link, shown.copies, shown.renewals)
    if shown.claim:
        print_claim(screen, shown.story, shown.claim.record)
        return
    print_story(screen, shown.story, Wanted(is_all=is_all, is_why=is_why, is_kept=True))


def _show_versions(identity: str, options: Options, *, is_json: bool) -> None:
    from dateline.actions.versions import versions
    from dateline.cli.json_output import print_json
    from dateline.cli.render_versions import print_versions
    from dateline.cli.terminal import console

    found = versions(identity, options.load())
    if is_json:
        for version in found.chain:
            print_json(version.record())
        return
    print_versions(console(), found)
