"""One name has the sense that the story gives it, and a name without one stays without a point."""

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "name", "country"),
    [
        ("Troops in Niger state killed two men. Nigeria sent soldiers.", "killed", "Niger", "NGA"),
        ("Jihadists killed two men in Niger. Niamey and Mali sent soldiers.", "killed", "Niger", "NER"),
        ("A gunman killed two people in Paris, Texas, police said.", "killed", "Paris", "USA"),
        ("France mourns. A gunman killed two people in Paris on Friday.", "killed", "Paris", "FRA"),
        ("Rebels killed a priest in Tripoli, Lebanon.", "killed", "Tripoli", "LBN"),
        ("Libya is at war. Rebels killed a judge in Tripoli.", "killed", "Tripoli", "LBY"),
        ("A storm hit Atlanta. Police in Georgia killed a man near Macon, Georgia.", "killed", "Georgia", "USA"),
        ("Tbilisi protested after Russian troops killed a man in Georgia.", "killed", "Georgia", "GEO"),
    ],
)
def test_the_story_tells_which_place_is_meant(placed, text: str, trigger: str, name: str, country: str) -> None:  # type: ignore[no-untyped-def]
    places = placed(text, trigger).claims[0].places
    assert any(name in place.text or place.country == country for place in places), places
    assert {place.country for place in places} == {country}


def test_an_unknown_village_keeps_its_name_and_raises_an_issue(placed) -> None:  # type: ignore[no-untyped-def]
    coded = placed("Gunmen killed nine people in the village of Xaruqabbe.", "killed")
    (place,) = coded.claims[0].places
    assert (place.name, place.lat, place.country, place.gazetteer_id) == ("Xaruqabbe", None, None, None)
    assert [issue.code for issue in coded.issues] == ["place-unresolved"]


def test_an_unknown_village_is_placed_by_what_is_near(placed) -> None:  # type: ignore[no-untyped-def]
    coded = placed("Gunmen killed nine people in the village of Xaruqabbe, about 45 km south of Mosul.", "killed")
    (place,) = coded.claims[0].places
    assert (place.text, place.country, place.precision) == ("Xaruqabbe", "IRQ", "near")
    assert place.lat is not None and abs(place.lat - 35.93) < 0.1


def test_a_country_and_a_vague_region_have_no_point(placed) -> None:  # type: ignore[no-untyped-def]
    coded = placed("Soldiers fled into Uganda. Fighting went on in the north.", ("fled", "RETREAT"), "Fighting")
    assert [place.lat for claim in coded.claims for place in claim.places] == [None, None]


def test_a_place_named_before_is_meant_by_a_common_noun(placed) -> None:  # type: ignore[no-untyped-def]
    coded = placed("Shells hit Bakhmut on Monday. Two men were killed in the city on Tuesday.", "hit", "killed")
    assert coded.claims[1].places[0].name == "Bakhmut"
    assert coded.claims[1].places[0].text == "the city"


def test_claims_of_one_sentence_share_a_place(placed) -> None:  # type: ignore[no-untyped-def]
    coded = placed(
        "Gunmen stormed a school in Kankara, killing two and wounding five.", "stormed", "killing", "wounding"
    )
    assert all(claim.places and claim.places[0].name == "Kankara" for claim in coded.claims)


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Gunmen killed four people in Côte d'Ivoire on Monday.", "killed", ["Ivory Coast"]),
        ("Gunmen killed four people in the People's Republic of China on Monday.", "killed", ["China"]),
        ("Gunmen killed two people in King's Lynn on Monday.", "killed", ["King's Lynn"]),
        ("Gunmen killed two people in Nigeria's Borno state on Monday.", "killed", ["Borno State"]),
        # A capital that is called by its country's name for short is not meant by it.
        ("Police in Ecatepec, Iztapalapa and Mexico City fled. Gunmen killed three in Mexico.", "killed", ["Mexico"]),
        ("Gunmen killed two people with US$ 300 in the town of Kagara, Nigeria.", "killed", ["Kagara"]),
    ],
)
def test_a_name_is_taken_whole_and_for_what_it_is(placed, text: str, trigger: str, names: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert [place.name for place in placed(text, trigger).claims[0].places] == names


@pytest.mark.parametrize("sickness", ["West Nile virus", "Marburg haemorrhagic fever", "Lassa fever"])
def test_a_sickness_that_is_named_after_a_place_is_none(placed, sickness: str) -> None:  # type: ignore[no-untyped-def]
    coded = placed(f"Gunmen killed two doctors who treated {sickness} in Kano, Nigeria.", "killed")
    assert [place.name for place in coded.claims[0].places] == ["Kano"]
