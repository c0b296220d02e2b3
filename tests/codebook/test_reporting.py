"""The tables of reporting words and of nouns around speaking."""

from pathlib import Path

import pytest

from dateline.codebook.reporting import STATEMENTS, Reporting, read_reporting
from dateline.codebook.tables import Tables

HEADER = "cue\tpos\tstance\tframe\tcontent\teffect\n"


@pytest.fixture(scope="module")
def reporting() -> Reporting:
    tables = Tables()
    found = read_reporting(tables)
    assert tables.problems == []
    return found


def test_the_shipped_table_is_rich_and_covers_every_stance(reporting: Reporting) -> None:
    assert len(reporting.cues) >= 250
    assert {cue.stance for cue in reporting.cues} >= STATEMENTS
    assert {"person", "title", "document", "audience", "medium", "voicing", "plain"} <= set(reporting.speakers)


@pytest.mark.parametrize(
    ("lemma", "key", "stance", "frame"),
    [
        ("say", "say", "report", "subject"),
        ("tell", "tell", "report", "addressee"),
        ("deny", "deny", "deny", "subject"),
        ("accuse", "accuse", "accuse", "subject"),
        ("allegedly", "allegedly", "hearsay", "none"),
        ("according", "according to", "report", "object"),
        ("vow", "vow", "plan", "subject"),
        ("want", "want", "demand", "subject"),
        ("quote", "quote as say", "report", "undergo"),
    ],
)
def test_entries(reporting: Reporting, lemma: str, key: str, stance: str, frame: str) -> None:
    found = next(cue for cue in reporting.by_head[lemma] if cue.key == key and cue.part_of_speech != "n")
    assert (found.stance, found.frame) == (stance, frame)


def test_the_longest_entry_of_a_head_comes_first(reporting: Reporting) -> None:
    lengths = [len(cue.slots) for cue in reporting.by_head["go"]]
    assert lengths == sorted(lengths, reverse=True)


def test_only_statements_say_that_somebody_said_it(reporting: Reporting) -> None:
    by_key = {(cue.key, cue.part_of_speech): cue for cue in reporting.cues}
    assert by_key["claim", "v"].is_statement
    assert not by_key["fear", "v"].is_statement
    assert by_key["allegedly", "a"].effect == "possible"


def test_an_overlay_replaces_a_row(tmp_path: Path) -> None:
    (tmp_path / "reporting.tsv").write_text(HEADER + "say\tv\tdeny\tsubject\tclause\tdenied\n", encoding="utf-8")
    tables = Tables(tmp_path)
    found = read_reporting(tables)
    assert tables.problems == []
    assert [cue.stance for cue in found.cues if cue.key == "say"] == ["deny"]


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("say\tx\treport\tsubject\tclause", "pos must be one of"),
        ("say\tv\tshouting\tsubject\tclause", "stance must be one of"),
        ("say\tv\treport\tnobody\tclause", "frame must be one of"),
        ("say\tv\treport\tsubject\t", "content names places"),
        ("say\tv\treport\tsubject\tclause\tmaybe", "effect must be"),
        ("^say ^so\tv\treport\tsubject\tclause", "one head"),
        ("+the +tally\tv\treport\tsubject\tobject", "a cue has words"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, row: str, complaint: str) -> None:
    (tmp_path / "reporting.tsv").write_text(HEADER + row + "\n", encoding="utf-8")
    tables = Tables(tmp_path)
    read_reporting(tables)
    assert len(tables.problems) == 1
    assert tables.problems[0].startswith("reporting.tsv:2: ")
    assert complaint in tables.problems[0]


def test_words_that_must_follow_belong_to_the_content(tmp_path: Path) -> None:
    row = "put +the +tally|sum\tv\treport\tsubject\tobject\t\n"
    (tmp_path / "reporting.tsv").write_text(HEADER + row, encoding="utf-8")
    tables = Tables(tmp_path)
    cue = next(cue for cue in read_reporting(tables).cues if cue.key == "put the tally|sum")
    assert (tables.problems, len(cue.slots), cue.ahead) == ([], 3, 2)
