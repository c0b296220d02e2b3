"""Finds the codebook's names in a text: countries, their people and places, and known parties."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from dateline.codebook.countries import Country
from dateline.codebook.parties import KnownParty

NameClass = Literal["country", "people", "capital", "residence", "place", "party"]
PARTICLES = frozenset(
    {"al", "el", "the", "ad", "ash", "as", "de", "del", "la", "le", "of", "ul", "bin", "ibn", "e", "i"}
)

# A word of so few letters in capitals is an acronym: "TWA".
SHORT_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class Name:
    """What a name may mean: a country (by alpha-3 code) in one of its forms, or a known party."""

    form: NameClass
    country: str | None
    party: KnownParty | None = None


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name at [start, end) of a text with all that it may mean; `is_acronym` for names in capitals only."""

    start: int
    end: int
    meanings: tuple[Name, ...]
    is_acronym: bool


class NameIndex:
    """All names of the codebook, found in one pass.

    Accents, hyphens and the shape of apostrophes do not matter; capitals do: "Islamic State" is not "an Islamic
    state", "US" is not "us". A text in capitals only, or in none, is matched as it is.
    """

    def __init__(self, countries: Mapping[str, Country], parties: Mapping[str, KnownParty]) -> None:
        self._meanings: dict[str, dict[str, list[Name]]] = {}
        for country in countries.values():
            self._add_country(country)
        for party in parties.values():
            meaning = Name("party", party.country, party)
            self._add(party.names, meaning)
            self._add((name.replace("'", "") for name in party.names if "'" in name), meaning)
        self._people = [party for party in parties.values() if party.is_person]

    def __contains__(self, name: object) -> bool:
        """Whether the words are a name as they stand, in any capitals."""
        return isinstance(name, str) and fold(name) in self._meanings

    def find(self, text: str, *, is_cased: bool = True) -> list[NameMatch]:
        """The names in a text, the longest at each place, in order; none overlap. Bounded by what is no letter.

        `find("Taliban fighters in Kunduz")` gives the party at 0 to 7 and the place at 20 to 26.
        """
        folded = fold(text)
        found: list[NameMatch] = []
        done = 0
        for _, start, end in sorted(
            self._automaton.find_matches_as_indexes(folded, overlapping=True), key=_longest_first
        ):
            if start < done or not _is_bounded(folded, start, end):
                continue
            written = text[start:end]
            meanings = [
                (surface, meaning)
                for surface, group in self._meanings[folded[start:end]].items()
                if _fits(surface, written, is_cased)
                for meaning in group
            ]
            if meanings:
                unique = tuple(dict.fromkeys(meaning for _, meaning in meanings))
                found.append(NameMatch(start, end, unique, all(is_acronym(surface) for surface, _ in meanings)))
                done = end
        return found

    def bearers(self, word: str) -> tuple[KnownParty, ...]:
        """The known people one of whose names ends in a word: all called "Ruiz"."""
        return self._bearers.get(fold(word), ())

    def _add_country(self, country: Country) -> None:
        people = [*country.people, *country.adjectives]
        people += [f"{word}s" for word in country.adjectives if not is_acronym(word)]
        self._add((country.name, *country.aliases), Name("country", country.alpha3))
        self._add(people, Name("people", country.alpha3))
        self._add(country.capitals, Name("capital", country.alpha3))
        self._add(country.residences, Name("residence", country.alpha3))
        self._add(country.places, Name("place", country.alpha3))

    def _add(self, names: Iterable[str], meaning: Name) -> None:
        for name in names:
            group = self._meanings.setdefault(fold(name), {}).setdefault(name, [])
            if not any(known.country == meaning.country and known.party is meaning.party for known in group):
                group.append(meaning)

    @cached_property
    def _bearers(self) -> dict[str, tuple[KnownParty, ...]]:
        found: dict[str, dict[str, KnownParty]] = {}
        for party in self._people:
            for name in party.names:
                found.setdefault(fold(name).rsplit(" ", 1)[-1], {})[party.id] = party
        return {word: tuple(bearers.values()) for word, bearers in found.items()}

    @cached_property
    def _automaton(self) -> Any:
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(list(self._meanings))


def fold(text: str) -> str:
    """The text in lower case without accents, with hyphens as blanks; each character stays at its place."""
    if text.isascii():
        return text.lower().replace("-", " ").replace("`", "'")
    return "".join(map(_fold_character, text))


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals only: "TTP", "U.S.", "M23"."""
    letters = [character for character in name if character.isalpha()]
    return bool(letters) and len(letters) <= 7 and all(letter.isupper() for letter in letters) and " " not in name


def _fold_character(character: str) -> str:
    if character in "-‐‑–":
        return " "
    if character in "’‘ʼ`´":
        return "'"
    if character.isascii():
        return character.lower()
    plain = unicodedata.normalize("NFKD", character)[0].lower()
    return plain if len(plain) == 1 else character


def _longest_first(match: tuple[int, int, int]) -> tuple[int, int]:
    return match[1], -match[2]


def _is_bounded(text: str, start: int, end: int) -> bool:
    return (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum())


def _fits(name: str, written: str, is_cased: bool) -> bool:
    """Whether the capitals of the text are those of the name."""
    if not is_cased or name == written:
        return True
    if is_acronym(name) or (len(written) <= SHORT_ACRONYM and written.isupper()):
        return False  # "Twa" are people, "TWA" an airline
    for position, letter in enumerate(name):
        is_initial = position == 0 or not name[position - 1].isalnum()
        if is_initial and letter.isupper() and not written[position].isupper():
            word = fold(name[position:]).split(" ", 1)[0]
            if word not in PARTICLES:
                return False
    return True
