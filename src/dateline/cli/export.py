"""`dateline export`: the record for other programs."""

from pathlib import Path
from typing import Any

import click

from dateline.cli.filter_options import filter_options
from dateline.cli.options import Options, shared_options


@click.command(
    short_help="Write the record as JSON, CSV or GeoJSON.",
    epilog="""\b
Examples:
  dateline export --to csv --out july.csv --from 2021-07-01 --until 2021-07-31
  dateline export --to geojson --type RETREAT --country AFG > retreat.geojson
""",
)
@click.option("--to", "format_name", required=True, metavar="FORMAT", help="json (one record a line), csv or geojson.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="The file.  [default: standard output]")
@filter_options("--until")
@shared_options
@click.pass_obj
def command(options: Options, /, format_name: str, out: Path | None, **filters: Any) -> None:
    """Write the stories and claims of the ledger as a file for other programs.

    json is one dateline.coded-story/1 record a line, csv one row a claim, geojson one feature a claim. With filters, a
    story comes with the claims that fit. A place in a disputed territory says so, and by which view of borders (the
    setting `borders` when the story was coded) its country is told.
    """
    from dateline.actions.asked import asked
    from dateline.actions.export import export
    from dateline.cli.terminal import output_for_programs
    from dateline.exports.wording import NO_OPINION

    settings = options.load()
    wanted = asked(codebook=settings.codebook, **filters)
    exported = export(format_name, out or output_for_programs(), settings, wanted)
    click.echo(f"{exported.claims:,} claims of {exported.stories:,} stories written", err=True)
    click.echo(NO_OPINION, err=True)
