"""Where something happened."""

from dataclasses import dataclass
from typing import Literal, get_args

from dateline.model.span import Span

PlaceRole = Literal["where", "origin", "destination", "via", "near", "target"]
PLACE_ROLES: tuple[PlaceRole, ...] = get_args(PlaceRole)
PlacePrecision = Literal["site", "settlement", "near", "district", "province", "line", "region", "country"]


@dataclass(frozen=True, slots=True)
class Dispute:
    """That a place lies in a territory whose borders are disputed.

    `claimed_by` are ISO 3166-1 alpha-3 codes, or words for authorities without one; `view` is the view of borders that
    chose the country which the place is listed under.
    """

    territory: str
    claimed_by: tuple[str, ...]
    view: str


@dataclass(frozen=True, slots=True)
class Place(Span):
    """A place of a claim, with its role and the most specific location that is certain.

    `lat` and `lon` are WGS 84 degrees, None when the name stays unresolved and for countries and vague regions;
    `uncertainty_km` is the radius of the disc the place lies in; `country` is ISO 3166-1 alpha-3, `admin1` a name.
    `disputed` is set in a disputed territory: there `country` follows a view of borders, and may be None.
    """

    role: PlaceRole
    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    uncertainty_km: float | None
    gazetteer_id: str | None
    disputed: Dispute | None = None
