"""`dateline corrections`: what people corrected, as a list and as sentences to train with."""

from pathlib import Path

import click

from dateline.cli.listing import SHOWN, list_options, show_listed
from dateline.cli.options import Options, shared_options


@click.group(
    name="corrections",
    short_help="List the corrections, or train with them.",
    epilog="""\b
Examples:
  dateline corrections list
  dateline corrections export-training --out my-corrections.txt
""",
)
def command() -> None:
    """List what people accepted, corrected and rejected, or make training sentences of it."""


@command.command(
    "list",
    short_help="List the corrections that stand.",
    epilog="""\b
Examples:
  dateline corrections list --all
  dateline corrections list --json
""",
)
@click.option("--all", "is_all", is_flag=True, help="Those that were superseded or taken back too.")
@list_options
@shared_options
@click.pass_obj
def list_command(options: Options, /, is_all: bool, limit: int | None, is_json: bool) -> None:
    """List the corrections that stand, the last first."""
    from dataclasses import asdict

    from dateline.actions.corrections import corrections
    from dateline.cli.json_output import print_json
    from dateline.cli.tables import corrections_table

    settings = options.load()
    shown = (0 if is_json else SHOWN) if limit is None else limit
    rows, total = corrections(settings, shown or None, is_all=is_all)
    if is_json:
        for row in rows:
            print_json(asdict(row))
        return
    show_listed(rows, total, "correction", "corrections", corrections_table)


@command.command(
    "export-training",
    short_help="Write decided sentences to train with.",
    epilog="""\b
Examples:
  dateline corrections export-training --out my-corrections.txt
  dateline corrections export-training | less
""",
)
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="The file.  [default: standard output]")
@shared_options
@click.pass_obj
def export_training_command(options: Options, /, out: Path | None) -> None:
    """Write the sentences whose claims are decided as labelled sentences, in the form of training/GUIDELINES.md.

    A claim is decided when its status and its type are accepted or corrected, or when it is rejected. A sentence is
    left out while one of its claims is not decided, for half a label teaches wrongly, and when triggers overlap. Who
    says what is marked as it was coded, where the marks nest. Brackets and bars of the text become ( ) and /. What was
    decided about parties, places and figures is counted and written nowhere: the model learns only triggers and who
    says what.

    The file holds sentences of the stories, with the names that stand in them; where it goes is your affair.
    """
    from dateline.actions.corrections import export_training
    from dateline.cli.terminal import output_for_programs

    done = export_training(out or output_for_programs(), options.load())
    words = [f"{done.written:,} sentence{'' if done.written == 1 else 's'} written"]
    if done.undecided:
        words.append(f"{done.undecided:,} left out with a claim that is not decided")
    if done.overlapping:
        words.append(f"{done.overlapping:,} left out with triggers that overlap")
    if done.values:
        decisions = "1 decision" if done.values == 1 else f"{done.values:,} decisions"
        words.append(f"{decisions} about single values in none, for no model learns them")
    click.echo(", ".join(words), err=True)
