"""The tables of role nouns and titles, and what their loaders refuse."""

from pathlib import Path

import pytest

from dateline.codebook.role_nouns import read_role_nouns, read_titles
from dateline.codebook.tables import Tables


def test_the_shipped_role_nouns_are_sound() -> None:
    tables = Tables()
    nouns = read_role_nouns(tables)
    assert tables.problems == []
    assert len(nouns.nouns) > 1000


@pytest.mark.parametrize(
    ("noun", "kind", "population", "unit", "form"),
    [
        ("soldier", "military", "military", "soldier", "person"),
        ("police officer", "police", "unknown", "person", "person"),
        ("villager", "civilian", "civilian", "person", "person"),
        ("family", "civilian", "civilian", "household", "group"),
        ("outpost", "facility", "military", "base", "facility"),
        ("district", "facility", "unknown", "place", "facility"),
        ("truck", "facility", "unknown", "vehicle", "facility"),
        ("ministry", "government", "unknown", "government", "organ"),
        ("gunman", "unidentified-armed", "unknown", "person", "person"),
        ("hostage", "civilian", "unknown", "person", "apart"),
        ("dozen", "other", "unknown", "person", "quantity"),
    ],
)
def test_what_nouns_say(noun: str, kind: str, population: str, unit: str, form: str) -> None:
    role = read_role_nouns(Tables()).nouns[tuple(noun.split())]
    assert (role.kind, role.population, role.unit, role.form) == (kind, population, unit, form)


def test_things_are_no_party() -> None:
    nouns = read_role_nouns(Tables()).nouns
    assert all((word,) not in nouns for word in ("attack", "momentum", "operation", "ceasefire", "statement"))
    assert nouns["political", "settlement"].form == "thing"


def test_titles() -> None:
    titles = read_titles(Tables())
    assert titles["gen"] == "military"
    assert titles["mr"] is None


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("ranger\tarmy\tmilitary\tsoldier\tperson", "kind"),
        ("ranger\tmilitary\tfew\tsoldier\tperson", "population"),
        ("ranger\tmilitary\tmilitary\tsoldier\trole", "form"),
        ("Ranger\tmilitary\tmilitary\tsoldier\tperson", "lower-case"),
        ("ranger\tmilitary\tmilitary\tsoldier\tperson\tsomewhat", "weak"),
    ],
)
def test_mistakes_are_collected(tmp_path: Path, row: str, word: str) -> None:
    header = "noun\tkind\tpopulation\tunit\tform\tweak"
    (tmp_path / "role_nouns.tsv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    tables = Tables(tmp_path)
    read_role_nouns(tables)
    assert len(tables.problems) == 1
    assert word in tables.problems[0]
