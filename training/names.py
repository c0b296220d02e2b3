"""Names for the slots of the own sentences, drawn at random so that no name gives a label away."""

import random
import sqlite3
from collections.abc import Callable
from functools import cache

from dateline.codebook.codebook import Codebook, load_codebook
from dateline.gazetteer.gazetteer import PLACES_FILE

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_TEAM_WORDS = ("United", "City", "Rovers", "Athletic", "Rangers", "Wanderers", "Dynamo", "Sporting")
_TRADES = ("Motors", "Bank", "Airlines", "Telecom", "Steel", "Energy", "Holdings", "Foods", "Mining", "Insurance")
_PAPERS = ("Times", "Herald", "Tribune", "Post", "Observer", "Gazette", "Courier", "Mail")
_LEAST, _MOST = 30_000, 3_000_000  # inhabitants of the towns that are drawn


def draw(slot: str, chance: random.Random) -> str:
    """A value for a slot of the guidelines; the same generator gives the same values."""
    return SLOTS[slot](chance)


def _of(values: Callable[[], tuple[str, ...]]) -> Callable[[random.Random], str]:
    return lambda chance: chance.choice(values())


@cache
def _codebook() -> Codebook:
    return load_codebook()


@cache
def _towns() -> tuple[str, ...]:
    with sqlite3.connect(f"{PLACES_FILE.resolve().as_uri()}?mode=ro", uri=True) as connection:
        rows = connection.execute(
            "select name from place where population between ? and ? order by id", (_LEAST, _MOST)
        ).fetchall()
    return tuple(dict.fromkeys(name for (name,) in rows if name.isascii() and len(name.split()) < 3))


@cache
def _countries() -> tuple[str, ...]:
    return tuple(country.name for country in _codebook().countries.values() if "," not in country.name)


@cache
def _demonyms() -> tuple[str, ...]:
    return tuple(country.adjectives[0] for country in _codebook().countries.values() if country.adjectives)


def _parties(kinds: frozenset[str], longest: int = 4) -> tuple[str, ...]:
    parties = (party for party in _codebook().parties.values() if not party.is_person and party.kind in kinds)
    return tuple(dict.fromkeys(party.name for party in parties if len(party.name.split()) <= longest))


@cache
def _groups() -> tuple[str, ...]:
    return _parties(frozenset({"rebel", "militia"}))


@cache
def _agencies() -> tuple[str, ...]:
    return _parties(frozenset({"media"}), longest=2)


@cache
def _people() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """First names and surnames of people in the codebook, to be mixed."""
    names = [party.name.split() for party in _codebook().parties.values() if party.is_person]
    names = [name for name in names if len(name) > 1 and all(part.isalpha() for part in (name[0], name[-1]))]
    return tuple(dict.fromkeys(name[0] for name in names)), tuple(dict.fromkeys(name[-1] for name in names))


def _person(chance: random.Random) -> str:
    first, last = _people()
    return f"{chance.choice(first)} {chance.choice(last)}"


def _surname(chance: random.Random) -> str:
    return chance.choice(_people()[1])


def _made_of(words: tuple[str, ...]) -> Callable[[random.Random], str]:
    return lambda chance: f"{chance.choice(_towns())} {chance.choice(words)}"


SLOTS: dict[str, Callable[[random.Random], str]] = {
    "town": _of(_towns),
    "region": _of(_towns),
    "country": _of(_countries),
    "demonym": _of(_demonyms),
    "group": _of(_groups),
    "person": _person,
    "surname": _surname,
    "agency": _of(_agencies),
    "newspaper": _made_of(_PAPERS),
    "company": lambda chance: f"{_surname(chance)} {chance.choice(_TRADES)}",
    "team": _made_of(_TEAM_WORDS),
    "number": lambda chance: str(chance.randint(2, 90)),
    "day": lambda chance: chance.choice(_DAYS),
    "month": lambda chance: chance.choice(_MONTHS),
    "year": lambda chance: str(chance.randint(2005, 2025)),
}
