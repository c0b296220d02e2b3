"""Scores places told in a few words by the points of UCDP's Georeferenced Event Dataset (Sundberg & Melander 2013)."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dateline.codebook.codebook import Codebook, load_codebook
from dateline.errors import UnreadableError
from dateline.evaluation.bootstrap import interval
from dateline.gazetteer.distance import distance_km
from dateline.gazetteer.gazetteer import Gazetteer, open_gazetteer
from dateline.placing.described import Described, described
from dateline.settings import SHIPPED, Settings

_PRECISE = frozenset({1, 2, 3, 4})  # where_prec: exact place, near one, district, province; the others are areas
# UCDP names the state of the time: events in these lands stand under the one that held or claims them.
_LANDS = {
    "RUS": ("ARM", "AZE", "BLR", "EST", "GEO", "KAZ", "KGZ", "LTU", "LVA", "MDA", "TJK", "TKM", "UKR", "UZB"),
    "SRB": ("XKX", "BIH", "HRV", "MKD", "MNE", "SVN"), "ISR": ("PSE",), "SDN": ("SSD",), "ETH": ("ERI",),
    "IDN": ("TLS",),
}  # fmt: skip
_FIELDS = frozenset({"where_prec", "where_coordinates", "where_description", "country", "latitude", "longitude"})


@dataclass(frozen=True, slots=True)
class Located:
    """One event: whether it was in Ukraine, whether a place below its country was found, how far off it was put.

    Errors are in km, with all that is told and with the description alone.
    """

    is_ukraine: bool
    is_placed: bool
    error_km: float | None
    error_by_description_km: float | None


@dataclass(frozen=True, slots=True)
class _Point:
    lat: float
    lon: float


def ucdp_scores(
    path: Path, settings: Settings = SHIPPED
) -> tuple[int, dict[str, float], dict[str, tuple[float, float]]]:
    """The number of events, the scores, and 95 % bootstrap intervals over events.

    `path` is a file of one JSON object a line with fields of the GED. The place is resolved from `where_coordinates`
    and `where_description`, with the country given; events told as lines, areas, countries or seas (where_prec 5 to 7)
    are left out. `within_25km` and `within_161km` are shares of the events outside Ukraine, which is more than half
    of the file and stands apart as `ukraine_...`; `description_...` are those outside Ukraine from the description
    alone. `placed` is the share outside Ukraine for which more than the country was found: the others are put in its
    middle, which in a small one is near enough.
    """
    codebook, events = load_codebook(settings.codebook), _events(path)
    gazetteer = open_gazetteer(settings.codebook, settings.gazetteer)
    names = {
        name.lower(): country.alpha3
        for country in codebook.countries.values()
        for name in (country.name, *country.aliases)
    }
    located = [_locate(event, names, codebook, gazetteer) for event in events]
    scores = _scores(located)
    return len(located), scores, {name: interval(located, partial(_score, name)) for name in scores}


def _locate(event: dict[str, str], names: dict[str, str], codebook: Codebook, gazetteer: Gazetteer) -> Located:
    country = _country(event["country"], names)
    truth = _Point(float(event["latitude"]), float(event["longitude"]))
    phrases = [event[field] for field in ("where_coordinates", "where_description") if event[field]]

    def place_of(some: Sequence[str]) -> Described | None:
        if country is None:
            return None
        return described(some, (country, *_LANDS.get(country, ())), gazetteer, codebook.place_words)

    found, alone = place_of(phrases), place_of(phrases[-1:])
    return Located(
        country == "UKR",
        found is not None and found.place.kind != "country",
        None if found is None else distance_km(found, truth),
        None if alone is None else distance_km(alone, truth),
    )


def _country(name: str, names: dict[str, str]) -> str | None:
    """The code of a country in UCDP's style: "Russia (Soviet Union)", "Bosnia-Herzegovina", "Macedonia, FYR"."""
    parts = (name, name.replace("-", " and "), *re.split(r"[(),]", name))
    return next((names[part.strip().lower()] for part in parts if part.strip().lower() in names), None)


def _scores(located: Sequence[Located]) -> dict[str, float]:
    rest = [one for one in located if not one.is_ukraine]
    ukraine = [one.error_km for one in located if one.is_ukraine]
    ours, alone = [one.error_km for one in rest], [one.error_by_description_km for one in rest]
    scores = {f"{name}within_{km}km": _within(errors, km) for name, errors in
              (("", ours), ("ukraine_", ukraine), ("description_", alone)) for km in (25, 161)}  # fmt: skip
    return {**scores, "placed": sum(one.is_placed for one in rest) / max(len(rest), 1)}


def _within(errors: Sequence[float | None], km: float) -> float:
    return sum(error is not None and error <= km for error in errors) / max(len(errors), 1)


def _score(name: str, located: Sequence[Located]) -> float:
    return _scores(located)[name]


def _events(path: Path) -> list[dict[str, str]]:
    events: list[dict[str, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        record = json.loads(line)
        if not record.keys() >= _FIELDS:
            raise UnreadableError(f"{path.name}:{number} lacks {', '.join(sorted(_FIELDS - record.keys()))}")
        if int(float(record["where_prec"])) in _PRECISE:
            events.append(record)
    return events
