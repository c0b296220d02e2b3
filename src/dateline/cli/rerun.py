"""`dateline rerun`: code the ledger's stories anew."""

from typing import TYPE_CHECKING, Any

import click

from dateline.cli.filter_options import filter_options
from dateline.cli.options import Options, shared_options

if TYPE_CHECKING:
    from dateline.settings import Settings


@click.command(
    short_help="Code the stories anew; decisions are kept.",
    epilog="""\b
Examples:
  dateline rerun --diff --codebook my-codebook --since 30d
  dateline rerun --links --diff
""",
)
@filter_options("--to", "--until")
@click.option("--diff", "is_diff", is_flag=True, help="Only say what would change, and write nothing.")
@click.option("--all", "is_all", is_flag=True, help="Those too that this very coder coded.")
@click.option("--links", "is_links", is_flag=True, help="Compare all stories anew for copies and versions instead.")
@click.option("--json", "is_json", is_flag=True, help="Print one object for each story that changes.")
@shared_options
@click.pass_obj
def command(options: Options, /, is_diff: bool, is_all: bool, is_links: bool, is_json: bool, **filters: Any) -> int:
    """Code stories of the ledger anew with the program, codebook and model that are installed now, and the
    view of disputed borders that is set.

    Stories that they coded already are left out. The records of before are kept as versions. Every decision is kept:
    it stands for the same claim, or for the one whose trigger overlaps that of a claim that is gone; decisions about a
    claim that nothing is coded for any more are told.

    Which stories are copies and versions of others hangs on their texts alone, and stays as it was found. `--links`
    codes nothing; it finds them again with the rules of this program, for all stories, and tells what is other.
    """
    from dateline.actions.asked import asked
    from dateline.actions.coding import Unread, shipped_coding
    from dateline.actions.rerun import rerun, stories_to_rerun
    from dateline.cli.json_output import print_json
    from dateline.cli.progress import Progress
    from dateline.cli.render_rerun import RerunSum, print_recoded
    from dateline.cli.terminal import console
    from dateline.cli.unread import report_rules_only, report_unread

    settings = options.load()
    if is_links:
        if is_all or any(filters.values()):
            raise click.UsageError("--links compares all stories; it takes neither filters nor --all")
        return _links(settings, is_diff=is_diff, is_json=is_json)
    coding = options.coding or shipped_coding(settings)
    if options.coding is None:
        report_rules_only(coding, settings)
    wanted = asked(codebook=settings.codebook, **filters)
    stories = stories_to_rerun(settings, wanted, coding, is_all=is_all)
    progress, done, screen, unread = Progress(len(stories)), RerunSum(), console(), list[Unread]()
    try:
        with progress:
            for event in rerun(stories, settings, coding, is_diff=is_diff):
                progress.show(event)
                if isinstance(event, Unread):
                    unread.append(event)
                    continue
                done.count(event)
                if is_json and not event.changes.are_none:
                    print_json(event.record())
                elif is_diff and not event.changes.are_none:
                    print_recoded(screen, event)
    finally:  # what was coded anew before an error or Ctrl-C is in the ledger
        for event in unread:
            report_unread(event, is_debug=options.debug)
        click.echo(done.summary(len(stories), is_diff=is_diff), err=is_json)
    return 1 if unread else 0


def _links(settings: "Settings", *, is_diff: bool, is_json: bool) -> int:
    from dateline.actions.rerun_links import rerun_links
    from dateline.actions.stories import count_stories
    from dateline.cli.json_output import print_json
    from dateline.cli.progress import Progress
    from dateline.cli.render_rerun import print_relinked
    from dateline.cli.terminal import console

    total = count_stories(settings)
    progress, screen = Progress(total), console()
    with progress:
        changed = rerun_links(settings, is_diff=is_diff, at_each=progress.advance)
    for one in changed:
        if is_json:
            print_json(one.record())
        else:
            print_relinked(screen, one)
    verb = "would be" if is_diff else "are"
    click.echo(f"{total:,} compared anew, {len(changed):,} {verb} linked otherwise", err=is_json)
    return 0
