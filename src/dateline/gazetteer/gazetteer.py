"""The gazetteer file, opened read-only: names in, candidate places out."""

import sqlite3
from dataclasses import replace
from functools import cache, cached_property, lru_cache
from pathlib import Path

from dateline.errors import ResourceError
from dateline.gazetteer.candidate import PLACE_KINDS, RESPELLED, Candidate
from dateline.gazetteer.names import arabic_key, differs_by_a_letter, key_of, loose_key, without_article
from dateline.gazetteer.own import OVERLAY_FILE, read_own_places

PLACES_FILE = Path(__file__).parent / "places.sqlite"
SHORTEST_LOOSE = 5  # letters: below, too many names are alike
DEGREE = 10_000  # coordinates are stored as whole ten-thousandths of a degree, 11 m on the equator

_PLACE = "p.id, p.ref, p.name, p.kind, c.iso3, a1.name, a2.name, p.lat, p.lon, p.population, p.radius_km, p.capital"
_UNITS = """
left join country c on c.number = p.country
left join place a1 on a1.id = p.admin1 left join place a2 on a2.id = p.admin2"""
_BY_KEY = f"""
select {_PLACE}, n.match
from name n join place p on p.id = n.place {_UNITS}
where n.key = ? order by n.match, p.population desc, p.id"""
_BY_NUMBER = f"select {_PLACE}, 0 from place p {_UNITS} where p.id = ? and p.ref is null"
_BY_REF = f"select {_PLACE}, 0 from place p {_UNITS} where p.ref = ?"
_GEONAMES = "geonames:"


_NAMES_OF_COUNTRY = """
select distinct n.key from name n cross join place p on p.id = n.place
where p.country = (select number from country where iso3 = ?)"""

_NAME_OF_COUNTRY = "select name from place where id = (select number from country where iso3 = ?)"


class Gazetteer:
    """Names to candidates. The file is opened at the first question; one object serves one thread."""

    def __init__(self, path: Path | None = None, overlay: Path | None = None) -> None:
        self.path = path or PLACES_FILE
        self._overlay = _overlay_index(overlay)
        self._cached = lru_cache(maxsize=65536)(self._find)
        self._names_of = lru_cache(maxsize=64)(self._read_names)

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        if not self.path.is_file():
            raise ResourceError(
                f"the gazetteer {self.path.name} is missing; install the package again, "
                "or build it with python -m dateline.gazetteer.build"
            )
        return sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)

    @cached_property
    def digest(self) -> str:
        """The sha256 of all that the file holds, taken when it was built."""
        row = self._connection.execute("select value from meta where key = 'digest'").fetchone()
        return str(row[0])

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """All places of that name, main names first and then by population; empty when there is none.

        Case, diacritics, hyphens and apostrophes do not count. When the name as it stands is unknown, forms of the
        Arabic article are tried, and last the names that other writers would spell so (`match` is then RESPELLED).
        `lookup("Kagara")` gives the town in Nigeria's Niger state.
        """
        return self._cached(key_of(name))

    def respelled(self, name: str) -> tuple[Candidate, ...]:
        """The places whose names other writers would spell so, whether or not the name as it stands is known."""
        key = key_of(name)
        return self._by_key(loose_key(key)) if len(key) >= SHORTEST_LOOSE else ()

    def misspelt(self, name: str, country: str) -> tuple[Candidate, ...]:
        """The places of a country (alpha-3) whose names differ from this one by a letter, and by usual spellings.

        "Alishing" finds Alishang. It is a guess, for those who know the country but not the spelling; the first
        letter is taken to be right.
        """
        key = loose_key(key_of(name))
        if len(key) <= SHORTEST_LOOSE:
            return ()
        near = [other for other, loose in self._names_of(country) if differs_by_a_letter(key, loose)]
        found = {one.id: one for other in near for one in self._by_key(other) if one.country == country}
        return tuple(replace(one, match=RESPELLED) for one in found.values())

    def place(self, identity: str) -> Candidate | None:
        """The place with an id ("geonames:163843", "own:sher-khan-bandar:afg"), None when there is none."""
        own = (one for found in self._overlay.values() for one in found if one.id == identity)
        if (place := next(own, None)) is not None:
            return place
        number = identity.removeprefix(_GEONAMES)
        is_number = identity.startswith(_GEONAMES) and number.isascii() and number.isdigit()
        query, key = (_BY_NUMBER, int(number)) if is_number else (_BY_REF, identity)
        row = self._connection.execute(query, (key,)).fetchone()
        return _candidate(row) if row else None

    def country(self, alpha3: str) -> Candidate | None:
        """The country of a code, as a place."""
        row = self._connection.execute(_NAME_OF_COUNTRY, (alpha3,)).fetchone()
        found = self.lookup(row[0]) if row else ()
        return next((one for one in found if one.kind == "country" and one.country == alpha3), None)

    def _read_names(self, country: str) -> tuple[tuple[str, str], ...]:
        """Every key of a country's places, with its loose form."""
        rows = self._connection.execute(_NAMES_OF_COUNTRY, (country,))
        return tuple((key, loose_key(key)) for (key,) in rows if not key.startswith("~"))

    def _find(self, key: str) -> tuple[Candidate, ...]:
        if not key:
            return ()
        found = self._overlay.get(key, ()) + self._by_key(key)
        if found:
            return found
        for other in dict.fromkeys((arabic_key(key), without_article(arabic_key(key)))):
            if other != key and (found := self._overlay.get(other, ()) + self._by_key(other)):
                return found
        return self._by_key(loose_key(key)) if len(key) >= SHORTEST_LOOSE else ()

    def _by_key(self, key: str) -> tuple[Candidate, ...]:
        return tuple(_candidate(row) for row in self._connection.execute(_BY_KEY, (key,)))


def open_gazetteer(overlay: Path | None = None, path: Path | None = None) -> Gazetteer:
    """The shipped gazetteer or that of `path`, with `places.tsv` of the folder `overlay` on top when there is one."""
    return _opened(overlay and overlay.resolve(), path and path.resolve())


@cache
def _opened(overlay: Path | None, path: Path | None) -> Gazetteer:
    """One for each folder and file: by their whole paths, for a name means another one in another folder."""
    return Gazetteer(path, overlay / OVERLAY_FILE if overlay else None)


def _overlay_index(path: Path | None) -> dict[str, tuple[Candidate, ...]]:
    index: dict[str, tuple[Candidate, ...]] = {}
    if path is None or not path.is_file():
        return index
    for place in read_own_places(path, prefix="overlay"):
        for match, name in enumerate((place.name, *place.aliases)):
            candidate = Candidate(
                place.id, place.name, place.kind, place.country, place.admin1, None, place.lat, place.lon, 0,
                place.radius_km, match=min(match, 1),
            )  # fmt: skip
            key = key_of(name)
            index[key] = (*index.get(key, ()), candidate)
    return index


def _candidate(
    row: tuple[int, str | None, str, int, str | None, str | None, str | None, int, int, int, int, int, int],
) -> Candidate:
    number, ref, name, kind, country, admin1, admin2, lat, lon, population, radius, capital, match = row
    return Candidate(
        ref or f"geonames:{number}", name, PLACE_KINDS[kind], country, admin1, admin2, lat / DEGREE, lon / DEGREE,
        population, radius / 10, capital, match,
    )  # fmt: skip
