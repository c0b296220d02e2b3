"""`dateline read`: stories in, claims on the screen, nothing kept."""

import click

from dateline.cli.metadata_options import metadata_of, metadata_options
from dateline.cli.options import Options, shared_options


@click.command(
    short_help="Print what stories say, and keep nothing.",
    epilog="""\b
Examples:
  dateline read story.txt --outlet "Khovar" --published 2021-07-05
  curl -s https://example.org/story.html | dateline read - --json
""",
)
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "is_json", is_flag=True, help="Print dateline.coded-story/1, one object a line.")
@click.option("--all", "is_all", is_flag=True, help="Print the sentences without claims too.")
@click.option("--why", "is_why", is_flag=True, help="Print the rule and the evidence behind each claim.")
@metadata_options
@shared_options
@click.pass_obj
def command(
    options: Options, /, paths: tuple[str, ...], is_json: bool, is_all: bool, is_why: bool, **given: str | None
) -> int:
    """Read stories and print what they say, each claim under the sentence it was read from.

    FILE is plain text or an HTML page, a folder of them, or - for standard input. Nothing is kept; `dateline add`
    does that.
    """
    from rich.rule import Rule

    from dateline.actions.coding import Unread, shipped_coding
    from dateline.actions.read import read
    from dateline.cli.json_output import print_json
    from dateline.cli.render_story import Wanted, print_story
    from dateline.cli.terminal import console, show
    from dateline.cli.unread import report_rules_only, report_unread
    from dateline.model.record import coded_story_record

    settings = options.load()
    coding = options.coding or shipped_coding(settings)
    if options.coding is None:
        report_rules_only(coding, settings)
    screen, is_first, has_unread = console(), True, False
    for item in read(paths, settings, metadata_of(given), coding):
        if isinstance(item, Unread):
            has_unread = True
            report_unread(item, is_debug=options.debug)
            continue
        record = coded_story_record(item, coding.coder)
        if is_json:
            print_json(record)
            continue
        if not is_first:
            show(screen, Rule(style="dim"))
        print_story(screen, record, Wanted(is_all=is_all, is_why=is_why))
        is_first = False
    return 1 if has_unread else 0
