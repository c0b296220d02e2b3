"""The set fills of MUC-4 and the words that stand for them, read from `words.tsv`; its countries and hierarchies."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from dateline.codebook.codebook import load_codebook

_TABLE = Path(__file__).parent / "words.tsv"
# The nine countries of interest, by ISO code.
COUNTRIES: dict[str, str] = {
    "ARG": "ARGENTINA", "BOL": "BOLIVIA", "CHL": "CHILE", "COL": "COLOMBIA", "ECU": "ECUADOR", "SLV": "EL SALVADOR",
    "GTM": "GUATEMALA", "HND": "HONDURAS", "PER": "PERU",
}  # fmt: skip
# Whose armed groups act in them; an acronym of another region is another word here.
REGION = frozenset({*COUNTRIES, "NIC", "PAN", "VEN", "BRA", "MEX"})
# Names on the set list that differ from the codebook's.
_OTHER_NAMES = {
    "USA": "UNITED STATES", "RUS": "USSR", "GBR": "UNITED KINGDOM", "DEU": "WEST GERMANY",
    "CHN": "PEOPLES REP OF CHINA",
}  # fmt: skip
_GUN_KINDS = ("MACHINE GUN", "MORTAR", "HANDGUN", "RIFLE")
_BOMB_KINDS = ("VEHICLE BOMB", "DYNAMITE", "MINE", "AERIAL BOMB")
# For each instrument type the wider types of the documentation's hierarchy.
INSTRUMENT_PARENTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_GUN_KINDS, ("GUN",)),
    **dict.fromkeys(_BOMB_KINDS, ("BOMB", "EXPLOSIVE")),
    **dict.fromkeys(("BOMB", "GRENADE", "MOLOTOV COCKTAIL"), ("EXPLOSIVE",)),
    **dict.fromkeys(("MISSILE", "ROCKET"), ("PROJECTILE",)),
}


@cache
def _nationalities() -> dict[str, str]:
    countries = load_codebook().countries.values()
    return {
        word.upper(): country.alpha3 for country in countries for word in (*country.adjectives, *country.people) if word
    }


def nationality(word: str) -> str | None:
    """The ISO code of the country that an adjective or noun of nationality names, or None."""
    return _nationalities().get(word.upper())


def country_name(alpha3: str | None) -> str | None:
    """A country's name on the set lists, or None."""
    if alpha3 is None:
        return None
    known = load_codebook().countries.get(alpha3)
    return COUNTRIES.get(alpha3) or _OTHER_NAMES.get(alpha3) or (known.name.upper() if known else None)


@cache
def _rows() -> tuple[tuple[str, str, bool, frozenset[str]], ...]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return tuple((slot, value, where == "head", frozenset(words.split("|"))) for slot, value, where, words in cells)


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of one of the table's lists, in lower case."""
    return next(words for slot, value, _, words in _rows() if slot == "list" and value == name)


def set_fill(slot: str, phrase: Sequence[str], lemmas: Sequence[str], more: str = "") -> str | None:
    """The first set fill of a slot whose words a phrase has, or None.

    `phrase` are the words as written, `lemmas` their lemmas, both in lower case, up to the head noun, which is
    last; `more` are words behind it, which count for rows that do not ask for the head.
    """
    written, base = " ".join(phrase), " ".join(lemmas)
    for row_slot, value, is_head, words in _rows():
        if row_slot != slot:
            continue
        for word in words:
            pattern = rf"(?<![\w-]){re.escape(word)}(?![\w-])" + (r"$" if is_head else "")
            places = (base, written) if is_head else (base, written, more)
            if any(re.search(pattern, place) for place in places):
                return value
    return None


@cache
def country_names() -> dict[str, tuple[str, ...]]:
    """For each country the words that speak of it, in capitals."""
    return {
        alpha3: tuple(
            dict.fromkeys(
                word.upper()
                for word in (country.name, *country.adjectives, *country.people, *country.capitals, *country.places)
            )
        )
        for alpha3, country in load_codebook().countries.items()
    }
