"""The build keeps the names that news prints and draws discs that hold their places."""

import pytest

from dateline.gazetteer.build import middle, settlement_radius
from dateline.gazetteer.build_names import display_name, keys_of
from dateline.gazetteer.build_sources import SourcePlace, distance_km, is_usable


@pytest.mark.parametrize(
    ("name", "kept"),
    [("Raqqa", True), ("Сольдеу", False), ("swldw", False), ("QAR", False), ("Nur-Sultan", True), ("Area 51", False)],
)
def test_only_names_for_english_text_are_kept(name: str, kept: bool) -> None:
    assert is_usable(name) is kept


@pytest.mark.parametrize(
    ("name", "shown"), [("Ḩimş", "Hims"), ("São Paulo", "São Paulo"), ("Ryazan’", "Ryazan"), ("Dar‘ā", "Dara")]
)
def test_scholarly_marks_are_not_shown(name: str, shown: str) -> None:
    assert display_name(SourcePlace(1, name, "settlement", "SY")) == shown


def test_a_unit_is_found_without_the_word_for_its_type() -> None:
    assert keys_of(SourcePlace(1, "Tall Abyad District", "admin2", "SY"))["tall abyad"] == 2


def test_an_air_base_is_found_under_short_names() -> None:
    keys = keys_of(SourcePlace(-1, "Karsu Air Base", "airfield", "AF"))
    assert {"karsu airbase", "karsu base"} <= keys.keys()


def test_the_middle_of_places_holds_most_of_them() -> None:
    towns = [SourcePlace(index, "x", "settlement", "XX", lat=10 + index / 10, lon=20.0) for index in range(10)]
    lat, lon, radius = middle(towns, floor=10)
    assert (round(lat, 2), lon) == (10.45, 20.0)
    assert radius == pytest.approx(distance_km(lat, lon, 10.0, 20.0), abs=12)


def test_a_town_has_a_disc_of_its_size() -> None:
    assert settlement_radius(0) == 2.0
    assert settlement_radius(10_000_000) == 25.0
