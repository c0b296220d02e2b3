"""`dateline bench`: scores on gold sets."""

import json
from pathlib import Path

import click

from dateline.cli.options import Options, shared_options

PATH = click.Path(path_type=Path)


@click.command(
    epilog="""\b
Examples:
  dateline bench --gold gold-sets/
  dateline bench quotes --file my-coded-articles.jsonl --json
"""
)
@click.argument("task", required=False)
@click.option("--gold", type=PATH, metavar="DIR", help="Folder of gold sets, laid out as docs/reference/bench.md says.")
@click.option("--file", type=PATH, metavar="PATH", help="Another file of the task's format.")
@click.option("--floors", type=PATH, metavar="FILE", help="Fail when a score falls below these (JSON).")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a task.")
@shared_options
@click.pass_obj
def command(
    options: Options, /, task: str | None, gold: Path | None, file: Path | None, floors: Path | None, as_json: bool
) -> None:
    """Score Dateline on texts that others have coded.

    Without TASK every task whose gold set is there is scored; a missing set is named and left out.
    """
    from dateline.actions.bench import bench

    failures = []
    for benched in bench(task, file, gold, floors, options.load()):
        failures += [f"{benched.task}: {failure}" for failure in benched.failures]
        if benched.result is None:
            click.echo(f"{benched.task}: skipped, {benched.file} is not there", err=True)
            continue
        result = benched.result
        if as_json:
            record = {"task": benched.task, "file": str(benched.file), **result._asdict()}
            click.echo(json.dumps(record, ensure_ascii=False))
            continue
        click.echo(f"{benched.task}  ({result.n} documents, {benched.file})")
        for name, value in result.scores.items():
            low, high = result.intervals.get(name, (None, None))
            between = "" if low is None else f"   95 % between {low:.3f} and {high:.3f}"
            click.echo(f"  {name:<28}{value:>8.3f}{between}")
    for failure in failures:
        click.echo(f"below its floor: {failure}", err=True)
    if failures:
        click.get_current_context().exit(1)
