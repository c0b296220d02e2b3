"""`dateline add`: stories into the ledger."""

import click

from dateline.cli.metadata_options import metadata_of, metadata_options
from dateline.cli.options import Options, shared_options


@click.command(
    short_help="Read stories into the ledger.",
    epilog="""\b
Examples:
  dateline add stories/
  dateline add report.html --outlet "Valley Post" --published 2021-07-05 --ledger july.db
""",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@metadata_options
@shared_options
@click.pass_obj
def command(options: Options, /, paths: tuple[str, ...], **given: str | None) -> int:
    """Read stories and keep them in the ledger.

    PATH is plain text or an HTML page, a folder of them, or - for standard input. What the ledger has already is left
    as it is. A run that is stopped keeps what it has added; the same command goes on from there.
    """
    from dateline.actions.add import add
    from dateline.actions.coding import Unread, shipped_coding
    from dateline.actions.sources import count_files
    from dateline.cli.progress import Progress
    from dateline.cli.unread import report_rules_only, report_unread

    settings = options.load()
    coding = options.coding or shipped_coding(settings)
    if options.coding is None:
        report_rules_only(coding, settings)
    expected = count_files(paths)
    progress, unread = Progress(expected.stories), list[Unread]()
    try:
        with progress:
            for event in add(paths, settings, metadata_of(given), coding):
                progress.show(event)
                if isinstance(event, Unread):
                    unread.append(event)
    finally:  # also when the disk is full or the user stops it: what was added so far is in the ledger
        for event in unread:
            report_unread(event, is_debug=options.debug)
        if progress.counts:
            click.echo(progress.summary(expected.skipped))
    return 1 if unread else 0
