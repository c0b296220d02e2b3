"""`dateline gazetteer`: a gazetteer of one's own."""

from pathlib import Path

import click

from dateline.cli.options import Options, shared_options


@click.group(
    short_help="Build a gazetteer of your own.",
    epilog="""\b
Examples:
  dateline gazetteer build --geonames allCountries.zip
  dateline gazetteer build --geonames allCountries.zip --pcodes global_pcodes.csv
""",
)
@shared_options
def command() -> None:
    """Build a gazetteer of your own: more places, and the P-codes of districts."""


@command.command("build", short_help="The shipped places with those of GeoNames, and P-codes.")
@click.option("--geonames", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A zip of GeoNames.")
@click.option("--pcodes", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="HDX's table of P-codes.")
@click.option("--target", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@click.pass_obj
def build(options: Options, geonames: Path | None, pcodes: Path | None, target: Path | None) -> None:
    """Write the shipped gazetteer with what you have loaded on top, in your data folder or as --target says.

    Nothing is loaded from a network. Use the file by naming it in the setting `gazetteer`.
    """
    from rich.progress import Progress

    from dateline.actions.gazetteer import build as build_file
    from dateline.cli.terminal import console

    screen = console(is_error=True)
    with Progress(console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task("reading GeoNames", total=None, visible=geonames is not None)
        file, places, codes = build_file(
            geonames, pcodes, target, lambda read, size: bar.update(task, completed=read, total=size)
        )
    click.echo(f"{places:,} places and {codes:,} P-codes added: {file}")
    click.echo(f'use it with `gazetteer = "{file}"` in dateline.toml, or DATELINE_GAZETTEER={file}')
