"""How far two places of claims lie apart, and whether one holds the other."""

from typing import NamedTuple

from dateline.gazetteer.distance import distance_km
from dateline.model.profile import Somewhere

FINE = frozenset({"site", "settlement", "near", "district"})
DEFAULT_KM = 10.0  # of a fine place whose uncertainty is not told
APART_KM = 15.0  # between the edges of two fine places that are not the same


class _At(NamedTuple):
    lat: float
    lon: float


def kilometres(one: Somewhere, other: Somewhere) -> float | None:
    """The great-circle distance of two places, None when one has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return distance_km(_At(one.lat, one.lon), _At(other.lat, other.lon))


def are_apart(one: Somewhere, other: Somewhere) -> bool:
    """Whether both are known to the settlement or so, and cannot be the same."""
    distance = kilometres(one, other)
    if distance is None or one.precision not in FINE or other.precision not in FINE:
        return False
    return distance > (one.uncertainty_km or DEFAULT_KM) + (other.uncertainty_km or DEFAULT_KM) + APART_KM


def may_hold(one: Somewhere, other: Somewhere) -> bool:
    """Whether the areas of the two overlap."""
    distance = kilometres(one, other)
    if distance is None:
        return False
    return distance <= max(one.uncertainty_km or DEFAULT_KM, other.uncertainty_km or DEFAULT_KM) + DEFAULT_KM
