"""The command line with the real pipeline, on a story of our own: everything points at its words."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from dateline.cli.main import cli
from dateline.exports.schema import coded_story_schema

STORY = """Rebels seize river town as troops pull back

Tue 06th July 2021 | 09:15 AM

NAIROBI, July 6 (Reuters) - More than 300 government soldiers fled across the river on Monday after rebels captured
the town of Bossaso, the interior ministry said.

"They attacked us from three sides," said Ali Warsame, a trader. At least 12 civilians were killed in the shelling,
a hospital official said. The army denied that its troops had surrendered.

The government vowed to launch a counteroffensive within days.
"""


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, list(words))


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stories") / "river.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def record(story: Path) -> dict[str, Any]:
    result = run("read", str(story), "--json", "--outlet", "Example Wire")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)  # type: ignore[no-any-return]


def spans(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def test_the_record_fits_the_schema(record: dict[str, Any]) -> None:
    jsonschema.validate(record, coded_story_schema())
    assert record["claims"]


def test_every_span_is_exact(record: dict[str, Any]) -> None:
    text = record["story"]["text"]
    found = list(spans(record))
    assert len(found) > 20
    assert [span for span in found if text[span["start"] : span["end"]] != span["text"]] == []


def test_from_the_story_to_the_export(story: Path, tmp_path: Path, record: dict[str, Any]) -> None:
    ledger = ("--ledger", str(tmp_path / "test.db"))
    assert run("add", str(story), "--outlet", "Example Wire", *ledger).stdout == "1 new, 0 already known\n"
    assert run("add", str(story), "--outlet", "Example Wire", *ledger).stdout == "0 new, 1 already known\n"
    shown = run("show", record["story"]["id"], "--json", *ledger)
    assert json.loads(shown.stdout) == record
    assert run("export", "--to", "json", *ledger).stdout == run("show", record["story"]["id"], "--json", *ledger).stdout
    rows = list(csv.DictReader(io.StringIO(run("export", "--to", "csv", *ledger).stdout, newline="")))
    assert [row["claim_id"] for row in rows] == [claim["id"] for claim in record["claims"]]
    assert run("claims", "--type", "RETREAT", "--words", "soldiers fled", *ledger).stdout.count("RETREAT") >= 1
