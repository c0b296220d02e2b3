"""The people the codebook knows: years of office, and family names that can hardly mean another."""

from functools import cache

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.codebook.names import NameIndex, fold
from dateline.codebook.parties import KnownParty
from dateline.gazetteer.gazetteer import open_gazetteer

LONGEST_OFFICE = 80  # years: a queen's
FIRST_OFFICE, LAST_OFFICE = 1920, 2026
LARGE_TOWN = 300_000  # inhabitants: a smaller namesake is the rarer meaning

KNOWN_BY_FIRST_NAME = frozenset({"abiy", "hailemariam", "hasina", "isaias", "najibullah"})

# Families of whom one member is meant when the name stands alone; a story that names another in full means that one.
FAMILIES = frozenset(
    {
        "aidid", "albanese", "aliyev", "barzani", "bhutto", "cheney", "dagalo", "deby", "duterte", "fujimori",
        "gaddafi", "garang", "gbagbo", "haftar", "humala", "izetbegovic", "jagan", "japarov", "kabila", "kadyrov",
        "lieberman", "maduro", "mandela", "mccain", "mitsotakis", "mubarak", "mugabe", "obiang", "orban", "ouattara",
        "prabowo", "rajapaksa", "sargsyan", "sinwar", "stoltenberg", "talabani", "trudeau", "tshisekedi", "zardari",
        "zebari", "guterres",
    }
)  # fmt: skip


@cache
def people() -> tuple[KnownParty, ...]:
    return tuple(party for party in load_codebook().parties.values() if party.is_person)


def aliases() -> list[tuple[KnownParty, str]]:
    """The names of one word that stand for a person, beside the full name."""
    return [(party, name) for party in people() for name in party.aliases if " " not in name and "-" not in name]


def test_every_state_of_the_news_has_its_people() -> None:
    known = people()
    assert len(known) >= 5000
    governed = {party.country for party in known if party.kind == "government"}
    assert len(governed) >= 190


def test_offices_lie_in_the_time_of_the_news() -> None:
    for party in people():
        first, last = party.first_year, party.last_year
        assert first is not None, party.id
        assert (last or LAST_OFFICE) - first <= LONGEST_OFFICE, party.id
        assert first >= FIRST_OFFICE and (last or first) <= LAST_OFFICE, party.id


def test_a_family_name_alone_is_no_word_of_another_meaning() -> None:
    codebook = load_codebook()
    speakers = codebook.reporting.speakers
    countries = {
        fold(name)
        for country in codebook.countries.values()
        for name in (country.name, *country.aliases, *country.adjectives, *country.people, *country.capitals)
    }
    for party, name in aliases():
        word = fold(name)
        assert (word,) not in codebook.role_nouns.nouns, (party.id, name)
        assert word not in codebook.titles, (party.id, name)
        assert word not in countries, (party.id, name)
        is_first_name = word in speakers["female"] | speakers["male"]
        assert not is_first_name or word in KNOWN_BY_FIRST_NAME, (party.id, name)


def test_a_family_name_alone_is_no_large_town() -> None:
    gazetteer = open_gazetteer()
    for party, name in aliases():
        towns = [place for place in gazetteer.lookup(name) if fold(place.name) == fold(name)]
        assert all((place.population or 0) < LARGE_TOWN for place in towns), (party.id, name)


def test_a_family_name_alone_belongs_to_one_of_those_in_office() -> None:
    bearers: dict[str, list[KnownParty]] = {}
    for party in people():
        bearers.setdefault(fold(party.name.split()[-1]), []).append(party)
    shared = {fold(name) for party, name in aliases() for other in bearers.get(fold(name), []) if other.id != party.id}
    assert shared <= FAMILIES


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Lula flew to Brasilia", "luiz-inacio-lula-da-silva"),
        ("Hans-Dietrich Genscher spoke", "hans-dietrich-genscher"),
        ("Zabihullah Mujahid said", "zabihullah-mujahid"),
        ("Avichay Adraee wrote", "avichay-adraee"),
        ("Rami Abdurrahman said", "rami-abdulrahman"),
        ("Stéphane Dujarric said", "stephane-dujarric"),
    ],
)
def test_people_are_found_by_their_names(text: str, known: str) -> None:
    codebook = load_codebook()
    found = [name.party.id for match in codebook.names.find(text) for name in match.meanings if name.party]
    assert found == [known]


def test_bearers_of_a_family_name() -> None:
    codebook = load_codebook()
    names = NameIndex(codebook.countries, codebook.parties)
    assert {"alan-garcia"} <= {party.id for party in names.bearers("García")}
    assert names.bearers("al") == names.bearers("Nobody") == ()
