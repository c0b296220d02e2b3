"""The project's own places and a user's: tables of places that no public gazetteer has."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import CodebookError
from dateline.gazetteer.candidate import PLACE_KINDS, PlaceKind
from dateline.gazetteer.names import key_of

OWN_PLACES = Path(__file__).parent / "data" / "own_places.tsv"
OVERLAY_FILE = "places.tsv"
COLUMNS = ("name", "aliases", "country", "admin1", "lat", "lon", "kind", "radius_km", "note")


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A line of the table; `country` is ISO 3166-1 alpha-3 or None, `admin1` a name or None."""

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    kind: PlaceKind
    radius_km: float


def read_own_places(path: Path = OWN_PLACES, prefix: str = "own") -> tuple[OwnPlace, ...]:
    """The places of one table, in its order. Raises CodebookError with every mistake.

    UTF-8, tab-separated; lines that begin with `#` are comments; the first other line names the columns; aliases are
    separated by `|`.
    """
    problems: list[str] = []
    found: dict[str, OwnPlace] = {}
    for number, cells in _lines(path, problems):
        place = _place(cells, prefix, f"{path.name}:{number}", problems)
        if place is None:
            continue
        if place.id in found:
            problems.append(f"{path.name}:{number}: {place.id} stands twice")
        found[place.id] = place
    if problems:
        raise CodebookError(problems)
    return tuple(found.values())


def _lines(path: Path, problems: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    header: tuple[str, ...] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = tuple(cells)
            if header != COLUMNS:
                problems.append(f"{path.name}:{number}: the columns must be {', '.join(COLUMNS)}")
                return
            continue
        if len(cells) > len(COLUMNS):
            problems.append(f"{path.name}:{number}: {len(cells)} cells, but {len(COLUMNS)} columns")
            continue
        yield number, dict(zip(COLUMNS, cells + [""] * (len(COLUMNS) - len(cells)), strict=True))


def _place(cells: dict[str, str], prefix: str, where: str, problems: list[str]) -> OwnPlace | None:
    before = len(problems)
    numbers: dict[str, float] = {}
    for column, low, high in (("lat", -90, 90), ("lon", -180, 180), ("radius_km", 0, 10_000)):
        try:
            numbers[column] = float(cells[column])
        except ValueError:
            problems.append(f"{where}: {column} must be a number, not {cells[column]!r}")
            continue
        if not low <= numbers[column] <= high:
            problems.append(f"{where}: {column} must lie between {low} and {high}")
    kind = next((kind for kind in PLACE_KINDS if kind == cells["kind"]), None)
    if kind is None:
        problems.append(f"{where}: kind must be one of {', '.join(PLACE_KINDS)}, not {cells['kind']!r}")
    if cells["country"] and not (len(cells["country"]) == 3 and cells["country"].isupper()):
        problems.append(f"{where}: country must be three capital letters (ISO 3166-1) or empty")
    if not cells["name"]:
        problems.append(f"{where}: name must not be empty")
    if kind is None or len(problems) > before:
        return None
    slug = key_of(cells["name"]).replace(" ", "-")
    return OwnPlace(
        id=f"{prefix}:{slug}" + (f":{cells['country'].lower()}" if cells["country"] else ""),
        name=cells["name"],
        aliases=tuple(alias for part in cells["aliases"].split("|") if (alias := part.strip())),
        country=cells["country"] or None,
        admin1=cells["admin1"] or None,
        lat=numbers["lat"],
        lon=numbers["lon"],
        kind=kind,
        radius_km=numbers["radius_km"],
    )
