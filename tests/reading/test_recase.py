"""Capitals to ordinary case."""

import pytest

from dateline.codebook.countries import Country
from dateline.codebook.names import NameIndex
from dateline.reading.aligned import Aligned
from dateline.reading.recase import Recaser, is_capitals

HONDURAS = Country("HND", "HN", "Honduras", (), ("Honduran",), (), ("Tegucigalpa",), (), ())


@pytest.fixture(scope="module")
def recaser() -> Recaser:
    places = {"PUERTO GRANDE", "LIMA", "SON"}
    names = NameIndex({"HND": HONDURAS}, {})
    return Recaser(names, places.__contains__, {"president", "colonel"}, {"jose", "hector", "said"}, {"street"})


@pytest.mark.parametrize(
    ("capitals", "expected"),
    [
        ("A HONDURAN UNIT LEFT ON 5 MAY. IT MAY RETURN.", "A Honduran unit left on 5 May. It may return."),
        ("COLONEL RENE CHAVEZ SAID, \"I LEFT LIMA.\"", 'Colonel Rene Chavez said, "I left Lima."'),
        ("TROOPS NEAR PUERTO GRANDE", "Troops near Puerto Grande"),
        ("PRESIDENT CARLOS XIMENEZ SPOKE", "President Carlos Ximenez spoke"),
        ("THE XPLN HIT THE U.S. EMBASSY", "The XPLN hit the U.S. embassy"),
        ("GUERRILLAS WOUNDED TEN ON 3 MARCH AND MARCH ON.", "Guerrillas wounded ten on 3 March and march on."),
    ],
)  # fmt: skip
def test_recasing(recaser: Recaser, capitals: str, expected: str) -> None:
    recased = recaser.recase(Aligned.of(capitals, 0, len(capitals)))
    assert recased.text == expected
    assert len(recased.text) == len(recased.origins) == len(capitals)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("JOSE COMET WAS HIT. COMET FELL.", {"JOSE", "COMET"}),  # a family name that is an English noun
        ("HECTOR XIMENEZ LEFT", {"HECTOR", "XIMENEZ"}),
        ("THEY HECTOR WORKERS", set()),  # the verb
        ("HE SAID XIMENEZ LEFT", set()),  # a first name elsewhere
        ("ON JOSE STREET", set()),
    ],
)
def test_family_names_are_known_by_first_names(recaser: Recaser, text: str, people: set[str]) -> None:
    assert recaser.people(text) == people


def test_a_family_name_is_written_large_wherever_no_article_stands_before_it(recaser: Recaser) -> None:
    capitals = "POLICE SAID COMET LEFT THE COMET WITH HIS SON."
    recased = recaser.recase(Aligned.of(capitals, 0, len(capitals)), (), {"COMET"})
    assert recased.text == "Police said Comet left the comet with his son."


def test_acronyms_are_those_that_the_story_introduces(recaser: Recaser) -> None:
    assert recaser.acronyms("THE FRONT (OPRA) MET THE LEAGUE [LIDE] (IN HONDURAS) [TEXT]") == {"OPRA", "LIDE"}


def test_capitals() -> None:
    assert is_capitals("THE ARMY LEFT THE TOWN.")
    assert not is_capitals("The army left the TOWN.")
    assert not is_capitals("FMLN")
