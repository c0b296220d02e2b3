"""The table of countries, and what its loader refuses."""

from pathlib import Path

import pytest

from dateline.codebook.countries import COLUMNS, read_countries
from dateline.codebook.tables import Tables

SOME = {"AFG": "AF", "XKX": "XK", "TWN": "TW", "PSE": "PS", "NER": "NE", "NGA": "NG"}


def test_all_countries_are_there_and_distinct() -> None:
    tables = Tables()
    countries = read_countries(tables)
    assert tables.problems == []
    assert len(countries) == 250
    assert len({country.alpha2 for country in countries.values()}) == 250
    assert {code: countries[code].alpha2 for code in SOME} == SOME


def test_niger_is_not_nigeria() -> None:
    countries = read_countries(Tables())
    assert "Nigerien" in countries["NER"].adjectives
    assert "Nigerian" in countries["NGA"].adjectives
    assert not set(countries["NER"].adjectives) & set(countries["NGA"].adjectives)


def test_an_overlay_row_replaces_a_country(tmp_path: Path) -> None:
    (tmp_path / "countries.tsv").write_text("\t".join(COLUMNS) + "\nNER\tNE\tThe Niger\n", encoding="utf-8")
    tables = Tables(tmp_path)
    assert read_countries(tables)["NER"].name == "The Niger"
    assert tables.problems == []


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("nig\tNE\tNiger", "alpha3"),
        ("NER\tNER\tNiger", "alpha2"),
        ("NER\tNE", "name"),
        ("NER\tNE\tNiger\nNER\tNE\tNiger", "twice"),
    ],
)
def test_mistakes_are_collected(tmp_path: Path, row: str, word: str) -> None:
    (tmp_path / "countries.tsv").write_text("\t".join(COLUMNS) + f"\n{row}\n", encoding="utf-8")
    tables = Tables(tmp_path)
    read_countries(tables)
    assert len(tables.problems) == 1
    assert word in tables.problems[0]
