"""Reads MUC-4 reports with their answer keys."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import UnreadableError
from dateline.evaluation.muc4.slots import SLOTS, Fill, Template

_EMPTY = frozenset({"-", "*", ""})
# What stands between alternatives, and between a value and its reference, outside quotation marks.
_QUOTED = r'"(?:\\.|[^"\\])*"'
_SLASH = re.compile(rf"({_QUOTED})|\s*/\s*")
_COLON = re.compile(rf"({_QUOTED})|:")
# These slots have one value of several words and no reference: a colon in them is part of the value.
_PLAIN = frozenset({"inc-date", "inc-loc"})


@dataclass(frozen=True, slots=True)
class Report:
    """A report and its key: no template for a report that tells of no relevant incident."""

    id: str
    text: str
    key: tuple[Template, ...]


def read_reports(path: Path) -> Iterator[Report]:
    """The reports of a file with one JSON object a line: `id`, `text` and `templates`."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        record = json.loads(line)
        if not {"id", "text", "templates"} <= record.keys():
            raise UnreadableError(f"{path.name}:{number} has no id, text and templates; is it a MUC-4 file?")
        yield Report(record["id"], record["text"], tuple(read_template(key) for key in record["templates"]))


def read_template(record: dict[str, Any]) -> Template:
    """A template from its key: for each slot the list of its lines.

    `? GUN: "RIFLE" / "M-16"` is an optional fill GUN that refers to what is called a rifle or an M-16.
    """
    fills = {
        slot: tuple(read for line in record.get(name, ()) if (read := read_fill(line, is_plain=slot in _PLAIN)))
        for slot, name in SLOTS.items()
    }
    return Template(fills, is_optional="OPTIONAL" in " ".join(record.get("MESSAGE: TEMPLATE", ())))


def read_fill(line: str, *, is_plain: bool = False) -> Fill | None:
    """The fill of one line of a key, or None for a null or inapplicable one."""
    value = line.strip()
    is_optional = value.startswith("?")
    value = value.lstrip("? ").strip()
    if value.startswith("(") and value.endswith(")"):
        value = value[1:-1]
    reference = ""
    if not is_plain:
        value, reference = _split_reference(value)
    options = _alternatives(value)
    if not options:
        return None
    return Fill(options, _alternatives(reference), is_optional)


def _split_reference(value: str) -> tuple[str, str]:
    for found in _COLON.finditer(value):
        if found.group(1) is None:
            return value[: found.start()], value[found.end() :]
    return value, ""


def _alternatives(value: str) -> tuple[str, ...]:
    parts, start = [], 0
    for found in _SLASH.finditer(value):
        if found.group(1) is None:
            parts.append(value[start : found.start()])
            start = found.end()
    parts.append(value[start:])
    plain = (_unquoted(part) for part in parts)
    return tuple(part for part in plain if part not in _EMPTY)


def _unquoted(value: str) -> str:
    value = value.strip().lstrip("?").strip()
    if len(value) > 1 and value.startswith('"') and value.endswith('"'):
        value = value[1:-1]
    return value.replace('\\"', '"').strip()
