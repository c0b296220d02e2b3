"""The parts of the documentation that are made from the program: each a function from nothing to Markdown."""

import dataclasses
import inspect
import json
import re
import sqlite3
from collections.abc import Callable, Container, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

import dateline.errors
from dateline.cli.main import COMMANDS, EXIT_CODES, EXIT_OUR_FAULT, cli
from dateline.codebook.tables import DATA
from dateline.errors import DatelineError
from dateline.evaluation.tasks import TASKS
from dateline.exports.flat import COLUMNS
from dateline.exports.formats import FORMATS
from dateline.exports.schema import coded_story_schema, event_schema
from dateline.gazetteer.candidate import PLACE_KINDS
from dateline.gazetteer.gazetteer import PLACES_FILE
from dateline.settings import ENVIRONMENT_PREFIX, Settings
from transcripts import ROOT, run

RESULTS = ROOT / "gold" / "results.json"
SPEED = ROOT / "gold" / "speed.txt"
FLOORS = ROOT / "gold" / "floors.json"


def commands() -> str:
    """Every command's help as it is printed."""
    context = click.Context(cli)
    lines = [("##", "dateline")]
    for name in COMMANDS:
        lines.append(("##", f"dateline {name}"))
        command = cli.get_command(context, name)
        lines += [("###", f"dateline {name} {part}") for part in getattr(command, "commands", ())]
    return "\n\n".join(f"{level} {line}\n\n```text\n{run(f'{line} --help')}```" for level, line in lines)


def settings() -> str:
    """The settings with their defaults and variables of the environment."""
    kinds = {str(int): "whole number", str(bool): "true or false", str(str): "name"}
    rows = [
        (f"`{field.name}`", f"`{field.default}`" if field.default is not None else "none",
         f"`{ENVIRONMENT_PREFIX}{field.name.upper()}`", kinds.get(str(field.type), "path"))
        for field in dataclasses.fields(Settings)
    ]  # fmt: skip
    return table(("setting", "default", "variable", "type"), rows)


def formats() -> str:
    """The export formats, each in the words of its exporter."""
    return "\n\n".join(f"### {name}\n\n{_prose(maker.__doc__)}" for name, maker in FORMATS.items())


def columns() -> str:
    """The columns of the CSV."""
    return table(("column", "what it holds"), [(f"`{name}`", meaning) for name, meaning in COLUMNS.items()])


def errors() -> str:
    """The tree of exceptions with the exit code that each leads to."""
    rows = []
    for error in _tree(DatelineError):
        code = next((code for kind, code in EXIT_CODES.items() if issubclass(error, kind)), EXIT_OUR_FAULT)
        base = error.__bases__[0].__name__ if error is not DatelineError else "Exception"
        rows.append((f"`{error.__name__}`", f"`{base}`", str(code), _prose(error.__doc__)))
    return table(("exception", "is a", "exit code", "what it is"), rows)


def shapes() -> str:
    """The shapes of a coded story from its schema: each key with its type and meaning."""
    return _shapes(coded_story_schema(), ())


def event_shapes() -> str:
    """The shapes of an event from its schema, but for those that a coded story has too."""
    return _shapes(event_schema(), coded_story_schema()["$defs"])


def _shapes(schema: dict[str, Any], known: Container[str]) -> str:
    shown = [(schema["title"], schema), *((name, one) for name, one in schema["$defs"].items() if name not in known)]
    parts = []
    for name, shape in shown:
        if "properties" not in shape and "allOf" not in shape:
            continue
        rows = [(f"`{key}`", _type(value), value.get("description", "")) for key, value in _properties(shape)]
        if rows:
            lead = f"{shape['description']}\n\n" if "description" in shape else ""
            parts.append(f"### {name}\n\n{lead}{table(('key', 'type', 'meaning'), rows)}")
    return "\n\n".join(parts)


def record() -> str:
    """One real record, of the story that stands beside the page."""
    story = ROOT / "docs" / "reference" / "example-story.txt"
    output = run(f'dateline read {story} --json --outlet "Valley Post" --published 2021-07-06')
    shown = json.loads(output)
    shown["story"]["path_or_url"] = story.name
    return f"```json\n{json.dumps(shown, indent=1, ensure_ascii=False)}\n```"


def tables() -> str:
    """Every table of the codebook: its columns, how many entries it has, and the comment at its head."""
    return "\n\n".join(_tables_of(sorted(DATA.rglob("*.tsv"), key=lambda path: (len(path.parts), path))))


def tasks() -> str:
    """The tasks of the bench, each in the words of its scorer."""
    from importlib import import_module

    known = {result["task"]: sorted(result["scores"]) for result in _results()}
    parts = []
    for name, task in TASKS.items():
        scorer = getattr(import_module(f"dateline.evaluation.{task.module}"), task.function)
        scores = ", ".join(f"`{score}`" for score in known.get(name, ())) or "not measured yet"
        whose = "Own" if task.is_own else "Gold"
        parts.append(
            f"### {name}\n\n{task.about[:1].upper()}{task.about[1:]}. {whose} set: `{task.path}`. Scores: {scores}.\n\n"
            f"{_prose(scorer.__doc__, keep_paragraphs=True)}"
        )
    return "\n\n".join(parts)


def scores() -> str:
    """The scores of the last run of the bench with their intervals and floors."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    rows = []
    for result in _results():
        for name, value in result["scores"].items():
            low, high = result["intervals"].get(name, (None, None))
            bounds = floors.get(result["task"], {})
            floor = bounds.get(name, bounds.get(f"{name}_at_most"))
            word = "at most " if f"{name}_at_most" in bounds else ""
            rows.append(
                (result["task"], name, f"{value:.3f}", "" if low is None else f"{low:.3f} to {high:.3f}",
                 "" if floor is None else f"{word}{floor}", f"{result['n']:,}")
            )  # fmt: skip
    return table(("task", "score", "value", "95 % interval", "floor", "n"), rows)


def speed() -> str:
    """What benchmarks/speed.py printed last."""
    return f"```text\n{SPEED.read_text(encoding='utf-8').strip()}\n```"


def gazetteer() -> str:
    """How many places of each kind the gazetteer has."""
    connection = sqlite3.connect(f"{PLACES_FILE.as_uri()}?mode=ro&immutable=1", uri=True)
    counts = dict(connection.execute("select kind, count(*) from place group by kind"))
    (names,) = connection.execute("select count(*) from name").fetchone()
    connection.close()
    rows: list[tuple[str, str]] = [
        (kind, f"{counts[number]:,}") for number, kind in enumerate(PLACE_KINDS) if number in counts
    ]
    rows += [("all places", f"{sum(counts.values()):,}"), ("names, as keys", f"{names:,}")]
    return table(("kind", "entries"), rows)


PARTS: dict[str, Callable[[], str]] = {
    "commands": commands,
    "settings": settings,
    "formats": formats,
    "columns": columns,
    "errors": errors,
    "shapes": shapes,
    "event_shapes": event_shapes,
    "record": record,
    "tables": tables,
    "tasks": tasks,
    "scores": scores,
    "speed": speed,
    "gazetteer": gazetteer,
}


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [header, tuple("---" for _ in header), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |" for line in lines)


def _results() -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = json.loads(RESULTS.read_text(encoding="utf-8"))
    return results


def _tree(error: type[DatelineError]) -> Iterator[type[DatelineError]]:
    yield error
    for kind in error.__subclasses__():
        if kind.__module__ == dateline.errors.__name__:
            yield from _tree(kind)


def _tables_of(paths: list[Path]) -> Iterator[str]:
    for path in paths:
        lines = path.read_text(encoding="utf-8").splitlines()
        head = []
        for line in lines:
            if not line.startswith("#"):
                break
            head.append(line.removeprefix("#").removeprefix(" "))
        rows = [line for line in lines if line.strip() and not line.startswith("#")]
        names = ", ".join(f"`{name}`" for name in rows[0].split("\t"))
        about = "\n".join(head)
        yield f"### {path.relative_to(DATA)}\n\n{len(rows) - 1:,} rows of {names}.\n\n```text\n{about}\n```"


def _properties(shape: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for part in (*shape.get("allOf", ()), shape):
        yield from part.get("properties", {}).items()


def _type(value: dict[str, Any]) -> str:
    if "$ref" in value:
        return str(value["$ref"]).rsplit("/", 1)[-1]
    if "const" in value:
        return f"`{value['const']}`"
    if "enum" in value:
        return ", ".join("null" if one is None else str(one) for one in value["enum"])
    if "anyOf" in value or "oneOf" in value:
        return " or ".join(_type(one) for one in value.get("anyOf") or value["oneOf"])
    kinds = value.get("type", "any")
    if kinds == "array":
        return f"list of {_type(value.get('items', {}))}"
    if kinds == "object" and "properties" in value:
        return f"object of {', '.join(value['properties'])}"
    return " or ".join(kinds) if isinstance(kinds, list) else str(kinds)


def _prose(text: str | None, *, keep_paragraphs: bool = False) -> str:
    paragraphs = re.split(r"\n\s*\n", inspect.cleandoc(text or ""))
    return ("\n\n" if keep_paragraphs else " ").join(" ".join(paragraph.split()) for paragraph in paragraphs)
