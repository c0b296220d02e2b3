"""What can go wrong with thousands of names of parties: clashes, ordinary words, places, kinds in the wrong file."""

import re
from collections.abc import Iterator

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.codebook.countries import read_countries
from dateline.codebook.names import PARTICLES, NameIndex, fold, is_acronym
from dateline.codebook.parties import COLUMNS, KnownParty, read_parties
from dateline.codebook.tables import Tables

ARMED = {"rebel", "militia", "criminal", "military", "police"}
STATE = {"government", "legislature", "judiciary", "military", "intelligence", "police", "militia", "igo", "rebel"}
KINDS_OF_FILE = {
    "parties/agencies.tsv": {"media", "business"},
    "parties/armed_groups": ARMED,
    "parties/ethnic.tsv": {"ethnic", "religious"},
    "parties/organisations.tsv": {
        "igo", "ngo", "civil-society", "labour", "religious", "medical", "education", "business", "judiciary",
        "government", "military",
    },
    "parties/political_parties.tsv": {"party", "opposition", "protester"},
    "parties/state_forces.tsv": STATE | {"medical", "religious", "business"},
}  # fmt: skip
# Names that are both, and mean both: a state's seat, what a movement calls the state it took, a people and its state.
COUNTRY_TOO = {"holy see", "vatican", "islamic emirate of afghanistan", "kachin"}
# Words of reports that wires write with a capital letter when they mean these.
WORDS_TOO = {"congress", "democrat", "republican", "naxal", "naxalite"}
COMMON = frozenset(
    re.findall(
        r"\w+",
        """alliance army attack azure balance battle black blue border brigade brothers cause change charity choice
    circle citizens civil command cross crown dawn day defence defense democracy dignity dream eagle eagles east faith
    falcon falcons fire flag force forces forward freedom front future generation glory green group guard guards hand
    hawk hawks home honor honour hope horizon house independence insider justice kin king knights land leader leopard
    liberty life light lion lions martyrs mercy mission morning movement nation national new north oath order park
    party patriot patriots peace people point popular power pride progress prosperity rally rebirth red reform renewal
    republic resistance return revival revolution rise river rock rose salvation scorpions service shield sons south
    spear spring standard star storm struggle sun sword table telegraph tiger tigers time times today torch tornado
    tribune triumph trust truth unity vanguard victory vision voice volunteers warriors watch west white will wind
    wolf wolves women workers youth""",
    )
)


@pytest.fixture(scope="module")
def parties() -> dict[str, KnownParty]:
    tables = Tables()
    return read_parties(tables, read_countries(tables))


def _names(parties: dict[str, KnownParty]) -> Iterator[tuple[KnownParty, str]]:
    return ((party, name) for party in parties.values() if not party.is_person for name in party.names)


def _capitals(name: str) -> set[int]:
    """Where a text must have a capital letter to be this name."""
    return {
        at
        for at, letter in enumerate(name)
        if letter.isupper()
        and (at == 0 or not name[at - 1].isalnum())
        and fold(name[at:]).split(" ", 1)[0] not in PARTICLES
    }


def _covers(one: str, other: str) -> bool:
    """Whether all that the other name matches is matched by this one."""
    if is_acronym(one) or is_acronym(other) or fold(one) != fold(other):
        return one == other
    return _capitals(one) <= _capitals(other)


def test_there_are_parties_of_every_kind_of_conflict_report(parties: dict[str, KnownParty]) -> None:
    kinds = [party.kind for party in parties.values() if not party.is_person]
    assert len(kinds) > 4000
    assert all(kinds.count(kind) > 200 for kind in ("rebel", "militia", "party", "media", "ngo", "igo", "ethnic"))


def test_each_kind_stands_in_its_file() -> None:
    strange = [
        f"{row.file}:{row.line}: {row['kind']}"
        for row in Tables().rows("parties/*.tsv", COLUMNS)
        for file, kinds in KINDS_OF_FILE.items()
        if row.file.startswith(file) and row["kind"] not in kinds
    ]
    assert strange == []


def test_no_party_is_named_like_a_country_its_people_or_its_places(parties: dict[str, KnownParty]) -> None:
    countries = read_countries(Tables())
    places = NameIndex(countries, {})
    assert sorted({fold(name) for _, name in _names(parties) if name in places} - COUNTRY_TOO) == []


def test_no_single_word_is_a_word_of_reports(parties: dict[str, KnownParty]) -> None:
    codebook = load_codebook()
    told = {fold(title) for title in codebook.titles} | {
        noun[0] for noun, role in codebook.role_nouns.nouns.items() if len(noun) == 1 and role.form != "name"
    }
    words = {
        fold(name)
        for party, name in _names(parties)
        if party.kind not in {"ethnic", "religious"}
        and " " not in fold(name)
        and not is_acronym(name)
        and fold(name) in COMMON | told
    }
    assert sorted(words - WORDS_TOO) == []


def test_no_name_begins_with_the_article_of_a_people(parties: dict[str, KnownParty]) -> None:
    """The article needs no capital: "The Islander" would take "the islander army"."""
    countries = NameIndex(read_countries(Tables()), {})
    assert [name for _, name in _names(parties) if name.startswith("The ") and name[4:] in countries] == []


def test_names_of_one_country_are_told_apart_however_they_are_written(parties: dict[str, KnownParty]) -> None:
    owners: dict[tuple[str, str | None, bool], KnownParty] = {}
    clashes = []
    for party, name in _names(parties):
        for year in (1985, 1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025):
            key = (f"{fold(name)} {year}", party.country, is_acronym(name))
            if party.existed_in(year) and owners.setdefault(key, party) is not party:
                clashes.append((name, party.id, owners[key].id, year))
    assert clashes == []


def test_every_alias_matches_what_no_other_name_of_its_party_does(parties: dict[str, KnownParty]) -> None:
    idle = [
        (party.id, other)
        for party in parties.values()
        if not party.is_person
        for at, one in enumerate(party.names)
        for other in party.names[at + 1 :]
        if _covers(one, other) or (_covers(other, one) and one != party.name)
    ]
    assert idle == []


def test_a_name_with_brackets_has_a_form_that_reports_use(parties: dict[str, KnownParty]) -> None:
    bare = [party.id for party, name in _names(parties) if name == party.name and "(" in name and not party.aliases]
    assert bare == []


def test_names_are_long_enough_to_mean_somebody(parties: dict[str, KnownParty]) -> None:
    short = {name for _, name in _names(parties) if len(name) < 3}
    known = "AP AQ AU DW EC EU F2 IS IU JI PA RT UN UP 3R G7 G8 G9"
    assert short <= set(known.split())


@pytest.mark.parametrize("id_", ["m23", "fatah", "unicef", "reuters", "kurds", "fdlr"])
def test_well_known_parties_keep_their_ids(parties: dict[str, KnownParty], id_: str) -> None:
    assert parties[id_].id == id_
