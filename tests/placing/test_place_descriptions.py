"""Places told in a few words, without a sentence: the unit beside a name, a spelling, a way off, a middle."""

from dataclasses import replace

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.gazetteer.distance import distance_km
from dateline.gazetteer.gazetteer import open_gazetteer
from dateline.placing.described import described

# description | country | lat | lon | km it may be off
CASES = """
Goma town | COD | -1.68 | 29.22 | 5
Helmand province | AFG | 31.3 | 64.0 | 90
village of Qwrtzpf, Kunduz province | AFG | 36.8 | 68.9 | 40
20 km north of Gao | MLI | 16.45 | -0.04 | 5
between Goma and Sake | COD | -1.63 | 29.13 | 6
Kunduz bazaar (Kunduz district) | AFG | 36.73 | 68.86 | 15
Bakhmuut | UKR | 48.59 | 38.0 | 8
road outside the town of Monguno in Borno state | NGA | 12.67 | 13.61 | 5
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_a_description_has_a_point(case: str) -> None:
    text, country, *numbers = (cell.strip() for cell in case.split("|"))
    lat, lon, km = map(float, numbers)
    found = described([text], [country], open_gazetteer(), load_codebook().place_words)
    assert found is not None
    assert distance_km(found, replace(found, lat=lat, lon=lon)) <= km, found


def test_a_place_of_another_province_of_that_name_is_not_taken() -> None:
    words = load_codebook().place_words
    found = described(["Mansoura village, Deir ez-Zor governorate"], ["SYR"], open_gazetteer(), words)
    assert found is not None
    assert found.place.admin1 != "Ar Raqqah"


def test_with_no_name_known_the_country_is_told() -> None:
    found = described(["Qwrtzpf village"], ["AFG"], open_gazetteer(), load_codebook().place_words)
    assert found is not None and found.place.kind == "country"
    assert found.uncertainty_km > 300


@pytest.mark.parametrize(
    ("description", "country", "name"),
    [
        ("Tarnkot bazaar, Kunar province", "AFG", "Kunar"),  # a guessed spelling in another province is none
        ("North Western Province", "LKA", "North Western Province"),
        ("villages of Northern Darfur", "SDN", "North Darfur"),
        ("the outskirts of Deir ez Zor", "SYR", "Deir ez-Zor"),
        ("Qwrtz Kunduz Mills on the road to Bamyan", "AFG", "Bamyan"),  # a part of an unknown name is weak evidence
        ("Village: Qwrtzpf\nDistrict: Kunduz", "AFG", "Kunduz"),
    ],
)
def test_what_is_told_more_surely_wins(description: str, country: str, name: str) -> None:
    found = described([description], [country], open_gazetteer(), load_codebook().place_words)
    assert found is not None
    assert found.place.name == name
