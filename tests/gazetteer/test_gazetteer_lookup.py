"""The shipped gazetteer answers with the places that news means."""

import sqlite3
from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.gazetteer.gazetteer import Gazetteer, open_gazetteer


@pytest.mark.parametrize(
    ("name", "country", "kind", "lat", "lon"),
    [
        ("Kagara", "NGA", "settlement", 10.2, 6.25),
        ("Bagram Air Base", "AFG", "airfield", 34.9, 69.3),
        ("al-Raqqa", "SYR", "settlement", 35.95, 39.0),
        ("Raqqah", "SYR", "settlement", 35.95, 39.0),
        ("Idlib", "SYR", "admin1", 35.8, 36.7),
        ("Feyzabad", "AFG", "settlement", 37.1, 70.6),
        ("Fayzabad", "AFG", "settlement", 37.1, 70.6),
        ("Bab el-Hawa", "SYR", "crossing", 36.24, 36.69),
        ("Sher Khan Bandar", "AFG", "crossing", 37.2, 68.6),
        ("Niger", "NER", "country", 16.0, 8.0),
        ("Niger", "NGA", "admin1", 9.9, 5.6),
        ("Sevastopol", "UKR", "settlement", 44.6, 33.5),
        ("Crimea", "UKR", "admin1", 45.3, 34.4),
        ("U.S.", "USA", "country", 39.8, -98.5),
        ("Ga.", "USA", "admin1", 32.6, -83.4),
        ("DR Congo", "COD", "country", -2.5, 23.5),
        ("Sahel", None, "region", 15.0, 2.0),
        ("Strait of Hormuz", None, "water", 26.6, 56.2),
        ("Darfur", "SDN", "region", 13.5, 24.5),
        ("Khan Younis", "PSE", "settlement", 31.3, 34.3),
    ],
)
def test_a_name_has_its_place_among_the_candidates(
    name: str, country: str | None, kind: str, lat: float, lon: float
) -> None:
    fitting = [found for found in open_gazetteer().lookup(name) if (found.country, found.kind) == (country, kind)]
    assert any(abs(found.lat - lat) < 0.4 and abs(found.lon - lon) < 0.4 for found in fitting), fitting


def test_an_unknown_name_has_no_candidate() -> None:
    assert open_gazetteer().lookup("Xyzzyville-on-Nowhere") == ()
    assert open_gazetteer().lookup("") == ()


def test_the_main_name_comes_before_other_names() -> None:
    found = open_gazetteer().lookup("Kherson")
    assert found[0].country == "UKR"
    assert [candidate.match for candidate in found] == sorted(candidate.match for candidate in found)


def test_the_digest_tells_the_content() -> None:
    assert len(open_gazetteer().digest) == 64


def test_the_file_is_read_only() -> None:
    gazetteer = Gazetteer()
    with pytest.raises(sqlite3.OperationalError):
        gazetteer._connection.execute("delete from place")
    gazetteer._connection.close()


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="install the package again"):
        Gazetteer(tmp_path / "none.sqlite").lookup("Kabul")


def test_a_users_own_places_come_first(tmp_path: Path) -> None:
    (tmp_path / "places.tsv").write_text(
        "name\taliases\tcountry\tadmin1\tlat\tlon\tkind\tradius_km\tnote\n"
        "Kagara\tOld Kagara\tNGA\tKaduna\t9.5\t7.5\tsettlement\t4\ta hamlet\n",
        encoding="utf-8",
    )
    gazetteer = open_gazetteer(tmp_path)
    assert gazetteer.lookup("Kagara")[0].id == "overlay:kagara:nga"
    assert gazetteer.lookup("old kagara")[0].match == 1
    assert len(gazetteer.lookup("Kagara")) == 2
    gazetteer._connection.close()


def test_a_place_is_found_by_its_id() -> None:
    gazetteer = open_gazetteer()
    for name in ("Kabul", "Bagram Air Base", "Sher Khan Bandar"):  # of GeoNames, of the airfields, of the own table
        first = gazetteer.lookup(name)[0]
        found = gazetteer.place(first.id)
        assert found is not None
        assert (found.id, found.name, found.lat, found.lon) == (first.id, first.name, first.lat, first.lon)
    for unknown in ("geonames:1", "geonames:x", "own:nowhere", "Kabul", ""):
        assert gazetteer.place(unknown) is None
