"""A user's own gazetteer: the shipped one with all populated places of a GeoNames dump, and P-codes."""

import csv
import hashlib
import io
import shutil
import sqlite3
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from dateline.errors import ResourceError, UnreadableError
from dateline.gazetteer.build_names import display_name, keys_of
from dateline.gazetteer.build_sources import SourcePlace
from dateline.gazetteer.candidate import PLACE_KINDS
from dateline.gazetteer.gazetteer import DEGREE, PLACES_FILE
from dateline.gazetteer.names import key_of

Advance = Callable[[int, int], None]  # bytes read, bytes in all
COLUMNS_OF_GEONAMES = 19
PCODE_COLUMNS = ("Location", "Admin Level", "P-Code", "Name", "Parent P-Code")
# GeoNames' feature codes that a report of conflict may name, apart from all populated places (class P).
_KINDS = {
    "AIRB": "airfield", "AIRF": "airfield", "CMPRF": "camp", "DAM": "facility", "INSM": "facility", "PRN": "facility",
    "PS": "facility", "PSN": "facility", "OILR": "facility", "CSTM": "crossing", "PASS": "crossing", "ISL": "region",
    "VAL": "region", "MTS": "region",
}  # fmt: skip
_RADIUS_KM = {"settlement": 2.0, "section": 3.0, "region": 25.0}
_FAST = "pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -200000;"  # unfinished is thrown away
_DISUSED = frozenset({"PPLH", "PPLQ", "PPLW"})


def build_gazetteer(target: Path, geonames: Path | None, pcodes: Path | None, advance: Advance) -> tuple[int, int]:
    """Writes `target` anew and gives the number of places and of P-codes that it has gained.

    It is the shipped file with what the two files add; `geonames` is allCountries.zip or a country's zip of GeoNames,
    `pcodes` the table of P-codes that HDX publishes. Raises UnreadableError for files of another kind.
    """
    rows = None if geonames is None else _open_dump(geonames)
    codes = [] if pcodes is None else _read_pcodes(pcodes)
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(PLACES_FILE, unfinished)
        connection = sqlite3.connect(unfinished)
        try:
            connection.executescript(_FAST)
            added = 0 if rows is None else _add_places(connection, rows, advance)
            coded = _add_pcodes(connection, codes)
            _sign(connection, [path for path in (geonames, pcodes) if path is not None])
            connection.commit()
        finally:
            connection.close()
        unfinished.replace(target)
    except (OSError, sqlite3.OperationalError) as error:
        raise ResourceError(
            f"the gazetteer {target} cannot be written ({error}); free space or name another"
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return added, coded


def _open_dump(path: Path) -> Iterator[tuple[int, int, list[str]]]:
    """The rows of a zip of GeoNames, each with the bytes read so far and in all."""
    try:
        archive = zipfile.ZipFile(path)
        member = next(info for info in archive.infolist() if info.filename.lower() not in {"readme.txt"})
        lines = archive.open(member)
        first = lines.readline().decode("utf-8")
    except (OSError, zipfile.BadZipFile, UnicodeDecodeError, StopIteration) as error:
        raise UnreadableError(
            f"{path} is no zip of GeoNames ({type(error).__name__}); "
            "load allCountries.zip from download.geonames.org/export/dump again"
        ) from error
    if first.count("\t") != COLUMNS_OF_GEONAMES - 1:
        raise UnreadableError(
            f"{member.filename} in {path} has {first.count(chr(9)) + 1} columns, GeoNames' tables have "
            f"{COLUMNS_OF_GEONAMES}; name allCountries.zip or the zip of a country"
        )

    def rows() -> Iterator[tuple[int, int, list[str]]]:
        read = len(first.encode())
        yield read, member.file_size, first.rstrip("\n").split("\t")
        for line in lines:
            read += len(line)
            yield read, member.file_size, line.decode("utf-8").rstrip("\n").split("\t")

    return rows()


def _add_places(connection: sqlite3.Connection, rows: Iterator[tuple[int, int, list[str]]], advance: Advance) -> int:
    """Adds the places whose ids are new; their countries and units are known when the whole table is read."""
    known = {number for (number,) in connection.execute("select id from place")}
    countries: dict[str, int] = {}
    units: dict[tuple[str, ...], int] = {}
    connection.execute("create temp table code (id integer primary key, iso2 text, admin1 text, admin2 text)")
    added = 0
    for count, (read, size, cells) in enumerate(rows):
        if count % 20_000 == 0:
            advance(read, size)
        number, feature, iso2 = int(cells[0]), cells[7], cells[8]
        if feature.startswith("PCL") and number in known:
            countries.setdefault(iso2, number)
        elif feature in {"ADM1", "ADM2"} and number in known:
            units[(iso2, cells[10], cells[11]) if feature == "ADM2" else (iso2, cells[10])] = number
        kind = "settlement" if cells[6] == "P" and feature not in _DISUSED else _KINDS.get(feature)
        if kind is None or number in known:
            continue
        _insert(connection, cells, "section" if feature == "PPLX" else kind)
        added += 1
    links = (
        (countries.get(iso2), units.get((iso2, first)), units.get((iso2, first, second)), number)
        for number, iso2, first, second in connection.execute("select id, iso2, admin1, admin2 from code")
    )
    connection.executemany("update place set country = ?, admin1 = ?, admin2 = ? where id = ?", links)
    return added


def _insert(connection: sqlite3.Connection, cells: list[str], kind: str) -> None:
    place = SourcePlace(int(cells[0]), cells[1], kind, cells[8], cells[10], cells[11])
    place.names.update(filter(None, (cells[2], *cells[3].split(","))))
    lat, lon, population = float(cells[4]), float(cells[5]), int(cells[14] or 0)
    connection.execute(
        "insert into place values (?, null, ?, ?, null, null, null, ?, ?, ?, ?, 0)",
        (
            place.id, display_name(place), PLACE_KINDS.index(kind), round(lat * DEGREE), round(lon * DEGREE),
            population, round(10 * _RADIUS_KM.get(kind, 5.0)),
        ),
    )  # fmt: skip
    connection.execute("insert into code values (?, ?, ?, ?)", (place.id, cells[8], cells[10], cells[11]))
    connection.executemany(
        "insert or ignore into name values (?, ?, ?)",
        [(key, place.id, match) for key, match in keys_of(place).items()],
    )


def _read_pcodes(path: Path) -> list[dict[str, str]]:
    """The rows of HDX's table of P-codes; the line of HXL tags below its header is passed over."""
    try:
        table = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")))
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(f"{path} cannot be read as a table ({error}); save it as CSV in UTF-8") from error
    missing = [name for name in PCODE_COLUMNS if name not in (table.fieldnames or ())]
    if missing:
        raise UnreadableError(
            f"{path} lacks the column{'s' if len(missing) > 1 else ''} {', '.join(missing)}; "
            "load global_pcodes.csv from data.humdata.org, or name your columns so"
        )
    return [row for row in table if not row["Location"].startswith("#")]


def _add_pcodes(connection: sqlite3.Connection, rows: list[dict[str, str]]) -> int:
    """Gives units of the first and second level their P-code as id: by country, name and the unit above them."""
    units: dict[tuple[str, str, str], list[tuple[int, int | None]]] = defaultdict(list)
    for key, iso3, kind, number, above in connection.execute(
        "select n.key, c.iso3, p.kind, p.id, p.admin1 from name n join place p on p.id = n.place "
        "join country c on c.number = p.country where p.kind in (1, 2) order by n.match, p.id"
    ):
        units[iso3, str(kind), key].append((number, above))
    found: dict[str, int] = {}
    for row in sorted(rows, key=lambda row: row["Admin Level"]):
        named = units.get((row["Location"], row["Admin Level"], key_of(row["Name"])), [])
        above = found.get(row["Parent P-Code"])
        fitting = [number for number, parent in named if parent == above or above is None] or [n for n, _ in named]
        if len(set(fitting)) == 1 or (fitting and row["Admin Level"] == "1"):
            found[row["P-Code"]] = fitting[0]
    codes = [(f"pcode:{code}", number) for code, number in found.items()]
    connection.executemany("update place set ref = ? where id = ?", codes)
    return len(codes)


def _sign(connection: sqlite3.Connection, files: list[Path]) -> None:
    """The digest that records name: of the shipped file and of what was added."""
    (shipped,) = connection.execute("select value from meta where key = 'digest'").fetchone()
    digest = hashlib.sha256(shipped.encode())
    for path in files:
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    connection.execute("update meta set value = ? where key = 'digest'", (digest.hexdigest(),))
