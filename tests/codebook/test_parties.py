"""The tables of known parties, what their loader refuses, and finding their names."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codebook.countries import read_countries
from dateline.codebook.names import NameIndex, fold
from dateline.codebook.parties import COLUMNS, read_parties
from dateline.codebook.tables import Tables


@pytest.fixture(scope="module")
def names() -> NameIndex:
    tables = Tables()
    countries = read_countries(tables)
    return NameIndex(countries, read_parties(tables, countries))


def meanings(names: NameIndex, text: str) -> list[str]:
    return [
        "/".join(sorted(str(name.party.id if name.party else name.country) for name in match.meanings))
        for match in names.find(text)
    ]


def test_the_shipped_parties_are_sound() -> None:
    tables = Tables()
    parties = read_parties(tables, read_countries(tables))
    assert tables.problems == []
    assert len(parties) > 1500
    assert {parties[one].kind for one in ("taliban", "unicef", "reuters")} == {"rebel", "igo", "media"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fighters of the Islamic State", ["islamic-state"]),
        ("to found an Islamic state", []),
        ("Daesh, ISIL and IS", ["islamic-state"] * 3),
        ("it told us so", []),
        ("the US envoy", ["USA"]),
        ("Al-Qaeda and al Qaida", ["al-qaida"] * 2),
        ("Nigerien and Nigerian officers", ["NER", "NGA"]),
        ("in Niger state", ["NGA"]),
        ("the RSF said", ["rapid-support-forces/reporters-without-borders"]),
        ("Sendero Luminoso guerrillas", ["shining-path"]),
        ("the Côte d’Ivoire army", ["CIV"]),
        ("Talibanesque", []),
    ],
)
def test_names_are_found(names: NameIndex, text: str, expected: list[str]) -> None:
    assert meanings(names, text) == expected


def test_the_longest_name_wins(names: NameIndex) -> None:
    assert meanings(names, "the Islamic State Khorasan Province") == ["islamic-state-khorasan"]
    assert meanings(names, "the Democratic Republic of the Congo") == ["COD"]


@given(st.text(max_size=60))
def test_folding_keeps_every_character_at_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.lists(st.sampled_from(["Taliban", "in", "Kunduz", "-", "US", "é", "’s", "Hezbollah"]), max_size=12))
def test_matches_are_in_order_and_apart(names: NameIndex, words: list[str]) -> None:
    found = names.find(" ".join(words))
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        ("A Group\tA group\trebel", "id"),
        ("a-group\tA group\tarmy", "kind"),
        ("a-group\tA group\trebel\tXYZ", "country"),
        ("a-group\tA group\trebel\tMLI\t2010\t2001", "backwards"),
        ("a-group\tA group\trebel\tMLI\tlong ago", "year"),
        ("a-group\tA group\trebel\tMLI\na-group\tB group\trebel\tMLI", "too"),
        ("a-group\tA group\trebel\tMLI\t2001\t2010\nb-group\tA group\trebel\tMLI\t2009", "same years"),
    ],
)
def test_mistakes_are_collected(tmp_path: Path, rows: str, word: str) -> None:
    (tmp_path / "parties").mkdir()
    (tmp_path / "parties" / "own.tsv").write_text("\t".join(COLUMNS) + f"\n{rows}\n", encoding="utf-8")
    tables = Tables(tmp_path)
    read_parties(tables, read_countries(tables))
    assert len(tables.problems) == 1
    assert word in tables.problems[0]


def test_years_or_countries_tell_namesakes_apart(tmp_path: Path) -> None:
    (tmp_path / "parties").mkdir()
    rows = "\n".join(
        f"{party}\tValley Front\trebel\t{rest}"
        for party, rest in (("x-one", "MLI\t1990\t1999"), ("x-two", "MLI\t2000"), ("x-three", "TCD"))
    )
    (tmp_path / "parties" / "own.tsv").write_text("\t".join(COLUMNS) + f"\n{rows}\n", encoding="utf-8")
    tables = Tables(tmp_path)
    read_parties(tables, read_countries(tables))
    assert tables.problems == []
