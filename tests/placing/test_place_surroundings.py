"""Places that no gazetteer has, places in countries a story does not speak of, and the reporter's "here"."""

from collections.abc import Callable

import pytest

from dateline.model.coded import CodedStory

Placed = Callable[..., CodedStory]

# text | trigger | part of the place's words | country | admin1 | precision
UNKNOWN = """
Gunmen killed six in the village of Xurvala in Borno state, Nigeria. | killed | Xurvala | NGA | Borno State | settlement
Soldiers shot two men at Xurvala Colony in Karachi, Pakistan. | shot | Xurvala Colony | PAK | Sindh | site
Shells hit the al-Xurvala neighbourhood in Aleppo, Syria. | hit | al-Xurvala | SYR | Aleppo | settlement
Rebels burned Xurvala district in Kachin state, Myanmar. | burned | Xurvala | MMR | Kachin State | district
LAHORE: Police shot two men at Xurvala Chowk here on Sunday. | shot | Xurvala Chowk | PAK | Punjab | site
"""


@pytest.mark.parametrize("case", UNKNOWN.strip().splitlines())
def test_an_unknown_place_lies_in_what_is_named_beside_it(placed: Placed, case: str) -> None:
    text, trigger, words, country, admin1, precision = (cell.strip() for cell in case.split("|"))
    story = placed(text, trigger)
    place = next(place for place in story.claims[0].places if words in place.text)
    assert (place.country, place.lat, place.lon, place.gazetteer_id) == (country, None, None, None)
    assert place.admin1 == admin1
    assert place.precision == precision
    assert any("named beside it" in issue.message for issue in story.issues)


def test_the_datelines_country_holds_an_unknown_place_when_all_others_lie_there(placed: Placed) -> None:
    text = "KABUL: Militants attacked the town of Xurvala on Monday. Two men were killed in Kunduz."
    first, second = placed(text, "attacked", "killed").claims
    assert [place.country for place in first.places] == ["AFG"]
    assert [place.country for place in second.places] == ["AFG"]


def test_without_another_place_in_that_country_nothing_is_known(placed: Placed) -> None:
    text = "BEIRUT: Militants attacked the town of Xurvala on Monday. Two men were killed in Idlib, Syria."
    first, _ = placed(text, "attacked", "killed").claims
    assert [place.country for place in first.places] == [None]


def test_here_is_the_datelines_town(placed: Placed) -> None:
    claim = placed("LAHORE: Three people were killed in a clash here on Sunday.", "killed").claims[0]
    assert [(place.text, place.name, place.role) for place in claim.places] == [("here", "Lahore", "where")]


def test_here_in_a_quote_is_where_the_speaker_is(placed: Placed) -> None:
    claim = placed(
        'LAHORE: "Three people were killed here on Sunday," a man in Multan said by phone.', "killed"
    ).claims[0]
    assert "here" not in [place.text for place in claim.places]


@pytest.mark.parametrize(
    ("text", "trigger", "wrong"),
    [
        ("Syrian rebels shelled Fouaa as Syrian troops left Idlib, Syria.", "shelled", "EGY"),
        ("Salvadoran rebels fired at troops in Santa Marta. El Salvador is at war, Salvadorans say.", "fired", "COL"),
        ("Iraqi protesters were shot in Baghdad's Tahrir Square, Iraq said.", "shot", "EGY"),
    ],
)
def test_a_wrong_country_is_worse_than_none(placed: Placed, text: str, trigger: str, wrong: str) -> None:
    assert wrong not in [place.country for place in placed(text, trigger).claims[0].places]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The war ended after talks in Astana.", "war"),
        ("Envoys met for talks on the war in Geneva.", "war"),
    ],
)
def test_a_town_of_talks_is_no_place_of_the_war(placed: Placed, text: str, trigger: str) -> None:
    assert placed(text, trigger).claims[0].places == ()
