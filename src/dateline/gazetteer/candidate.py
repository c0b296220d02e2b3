"""A place that a name may mean."""

from dataclasses import dataclass
from typing import Literal, get_args

PlaceKind = Literal[
    "country", "admin1", "admin2", "settlement", "section", "airfield", "facility", "crossing", "camp", "line",
    "region", "water", "continent",
]  # fmt: skip
PLACE_KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)


RESPELLED = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place of the gazetteer.

    `id` is "geonames:163843", "airfield:OAIX" or "own:sher-khan-bandar"; `name` its main name; `country` is ISO
    3166-1 alpha-3 or None (seas, regions across borders); `admin1` and `admin2` are names; `lat` and `lon` are WGS 84
    degrees; `radius_km` is the radius of a disc around that point which holds the place. `capital` is 3 for the
    capital of a country, 2 for that of a first-level unit, 1 of a second-level unit, else 0. `match` says how the
    name fits: 0 as the main name, 1 as another name, 2 as a shortened form of one, 3 (RESPELLED) only when spelled
    as another writer would spell it.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    admin2: str | None
    lat: float
    lon: float
    population: int
    radius_km: float
    capital: int = 0
    match: int = 0
