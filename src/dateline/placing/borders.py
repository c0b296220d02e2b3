"""The country that a place is listed under where states dispute it: as the chosen view has it, and never silently."""

from dataclasses import replace

from dateline.codebook.borders import Borders, Ring, Territory, View
from dateline.gazetteer.names import key_of
from dateline.model.place import Dispute, Place, PlacePrecision

# What is small enough to lie inside a ring. A unit, line or region is in a territory only when the table names it.
_SMALL: frozenset[PlacePrecision] = frozenset({"site", "settlement", "near", "district"})


def as_viewed(place: Place, borders: Borders, view: View, day: str | None) -> Place:
    """The place with its country as the view has it, and with the dispute; a place that nobody disputes stays.

    `day` is the story's (YYYY-MM-DD, or None): what was not yet claimed by others then, or is no more, is not disputed.

    A line without a country ("the border with Abkhazia") keeps none: it lies in more than one.
    """
    territory = territory_of(place, borders, day)
    if territory is None:
        return place
    dispute = Dispute(territory.name, territory.claimed_by, view.name)
    if place.precision == "line" and place.country is None:
        return replace(place, disputed=dispute)
    return replace(place, country=view.countries[territory.name], disputed=dispute)


def territory_of(place: Place, borders: Borders, day: str | None) -> Territory | None:
    """The first territory disputed that day that a place lies in; `place.country` is the gazetteer's."""
    return next((one for one in borders.territories if one.is_disputed_on(day) and _holds(one, place)), None)


def _holds(territory: Territory, place: Place) -> bool:
    if place.country in territory.countries or place.gazetteer_id in territory.ids:
        return True
    if place.country and place.admin1 and territory.units:
        unit = key_of(place.admin1)
        if any(place.country == country and unit == key_of(name) for country, name in territory.units):
            return True
    is_claimants = place.country is None or place.country in territory.claimed_by
    if not territory.area or not is_claimants or place.precision not in _SMALL:
        return False
    return place.lat is not None and place.lon is not None and is_inside(place.lat, place.lon, territory.area)


def is_inside(lat: float, lon: float, ring: Ring) -> bool:
    """Whether a point (degrees) lies inside a ring that crosses neither a pole nor the 180th meridian.

    A ray to the east crosses the ring's sides an odd number of times (Shimrat 1962).
    """
    crossings = 0
    for (lat1, lon1), (lat2, lon2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (lat1 > lat) != (lat2 > lat) and lon < lon1 + (lat - lat1) / (lat2 - lat1) * (lon2 - lon1):
            crossings += 1
    return crossings % 2 == 1
