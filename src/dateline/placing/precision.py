"""A mention and its choice as a Place: the point, how exact it is, and how far off it may be."""

from dataclasses import replace

from dateline.gazetteer.candidate import Candidate, PlaceKind
from dateline.gazetteer.distance import moved
from dateline.model.place import Place, PlacePrecision, PlaceRole
from dateline.model.span import Span
from dateline.placing.choose import Choice
from dateline.placing.mention import Mention
from dateline.placing.surroundings import NOWHERE, Surroundings

PRECISION: dict[PlaceKind, PlacePrecision] = {
    "country": "country", "admin1": "province", "admin2": "district", "settlement": "settlement", "section": "site",
    "airfield": "site", "facility": "site", "crossing": "site", "camp": "site", "line": "line", "region": "region",
    "water": "region", "continent": "region",
}  # fmt: skip
_NEARED = frozenset({"settlement", "site", "district"})  # of these "near X" is another place than X
_AROUND_KM = 25.0  # "near X" with no distance: the radius that conventions draw for it
_OFFSET_ERROR = 0.25  # "about 45 km south": a quarter of the way, for the rounding of both numbers
_LARGEST_POINT_KM = 60.0  # a line or region wider than this is an area, not a point
# Of the kinds that a noun may mean, the first of these is taken: "district" rather for a unit than for a quarter.
_CUED: tuple[PlaceKind, ...] = (
    "settlement", "admin2", "admin1", "section", "facility", "airfield", "crossing", "camp", "line", "region", "water",
)  # fmt: skip


def place_of(
    mention: Mention,
    choice: Choice | None,
    role: PlaceRole,
    span: Span,
    anchor: Candidate | None = None,
    around: Surroundings = NOWHERE,
) -> Place:
    """The place of a mention in one role.

    `anchor` is the place that the mention is told by ("X, 45 km south of Y"), `around` what holds it when it is
    unresolved. The point is None for a country, a region without a border, a part of either, and for a name that stays
    unresolved or ambiguous.
    """
    if choice is None or not choice.is_convincing or choice.is_ambiguous:
        return _unresolved(mention, choice, role, span, anchor, around)
    candidate = choice.candidate
    precision = PRECISION[candidate.kind]
    lat: float | None = candidate.lat
    lon: float | None = candidate.lon
    radius: float | None = max(candidate.radius_km, 0.5)
    if mention.vague == "border":
        precision, lat, lon, radius = "line", None, None, None
    elif mention.offset is not None:
        precision, lat, lon, radius = _from_offset(mention, candidate)
    elif mention.vague == "part":
        lat, lon, radius, precision = _part(candidate, precision)
    elif role == "near" and precision in _NEARED:
        precision, radius = "near", candidate.radius_km + _AROUND_KM
    found = _resolved(candidate, role, span, (precision, lat, lon, radius))
    return replace(found, country=None) if mention.vague == "border" else found


def place_at(candidate: Candidate, role: PlaceRole, span: Span) -> Place:
    """The place that some words mean, when it is known which: a person chose it."""
    precision, radius = PRECISION[candidate.kind], max(candidate.radius_km, 0.5)
    if role == "near" and precision in _NEARED:
        precision, radius = "near", candidate.radius_km + _AROUND_KM
    return _resolved(candidate, role, span, (precision, candidate.lat, candidate.lon, radius))


def _resolved(
    candidate: Candidate,
    role: PlaceRole,
    span: Span,
    known: tuple[PlacePrecision, float | None, float | None, float | None],
) -> Place:
    """A place of the gazetteer, with its precision, point and radius; areas have no point."""
    precision, lat, lon, radius = known
    if precision == "country" or (precision in {"region", "line"} and (radius or 0) > _LARGEST_POINT_KM):
        lat = lon = None
    return Place(
        text=span.text,
        start=span.start,
        end=span.end,
        role=role,
        name=candidate.name,
        country=candidate.country,
        admin1=candidate.name if candidate.kind == "admin1" else candidate.admin1,
        lat=None if lat is None else round(lat, 4),
        lon=None if lon is None else round(lon, 4),
        precision=precision,
        uncertainty_km=None if radius is None else round(radius, 1),
        gazetteer_id=candidate.id,
    )


def _from_offset(mention: Mention, candidate: Candidate) -> tuple[PlacePrecision, float, float, float]:
    """ "20 km north of X" is a point 20 km away; without a distance or a direction it is a ring, so "near X"."""
    assert mention.offset is not None
    distance, bearing = mention.offset.distance_km, mention.offset.bearing
    if distance is not None and bearing is not None:
        lat, lon = moved(candidate, distance, bearing)
        return "near", lat, lon, max(3.0, candidate.radius_km + _OFFSET_ERROR * distance)
    return "near", candidate.lat, candidate.lon, candidate.radius_km + (distance or _AROUND_KM)


def _part(candidate: Candidate, precision: PlacePrecision) -> tuple[float | None, float | None, float, PlacePrecision]:
    """ "northern X" is a region without a border when X is a country or a unit; of a town it is the town."""
    if candidate.kind in {"settlement", "section", "facility", "camp", "crossing", "airfield"}:
        return candidate.lat, candidate.lon, candidate.radius_km + 5.0, precision
    return None, None, candidate.radius_km, "region"


def _unresolved(
    mention: Mention,
    choice: Choice | None,
    role: PlaceRole,
    span: Span,
    anchor: Candidate | None,
    around: Surroundings,
) -> Place:
    """A name without a place of its own: with an anchor and an offset it still has a point."""
    precision: PlacePrecision = PRECISION[next((kind for kind in _CUED if kind in mention.kinds), "settlement")]
    if mention.vague == "unnamed":
        precision = "region"
    lat = lon = radius = None
    if anchor is not None and mention.anchor is not None and mention.offset is not None:
        precision, lat, lon, radius = _from_offset(mention, anchor)
    return Place(
        text=span.text,
        start=span.start,
        end=span.end,
        role=role,
        name=" ".join(mention.name.split()),
        country=anchor.country if anchor else around.country,
        admin1=anchor.admin1 if anchor else around.admin1,
        lat=None if lat is None else round(lat, 4),
        lon=None if lon is None else round(lon, 4),
        precision=precision,
        uncertainty_km=None if radius is None else round(radius, 1),
        gazetteer_id=None,
    )
