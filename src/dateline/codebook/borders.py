"""Territories whose borders are disputed, and the views that say which country a place inside is listed under."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from dateline.codebook.tables import Row, Tables
from dateline.errors import ConfigurationError

TERRITORY_COLUMNS = ("territory", "claimed_by", "since", "until", "places", "area")
VIEW_COLUMNS = ("view", "territory", "country", "basis")
NEUTRAL = "neutral"
COMPLETE = frozenset({NEUTRAL, "control"})  # shipped views: each says of every territory what it is listed under
NOBODY = "-"

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory that somebody disputes.

    `claimed_by` are ISO 3166-1 alpha-3 codes, or words for authorities without one. In it lie the whole `countries`,
    the first-level `units` (country and name), the places of the gazetteer with these `ids`, and what lies inside the
    ring `area` (latitude and longitude in degrees) and belongs to a claimant or to no country. `since` and `until` are
    the first and last day of its dispute (YYYY-MM-DD), empty where it is open.
    """

    name: str
    claimed_by: tuple[str, ...]
    since: str
    until: str
    countries: frozenset[str]
    units: frozenset[tuple[str, str]]
    ids: frozenset[str]
    area: Ring

    def is_disputed_on(self, day: str | None) -> bool:
        """Whether the dispute goes on that day (YYYY-MM-DD); what has no day is taken for today's."""
        if day is None:
            return not self.until
        return self.since <= day and (not self.until or day <= self.until)


@dataclass(frozen=True, slots=True)
class View:
    """A named view of disputed borders: by territory the country (alpha-3) that it is listed under, None for none."""

    name: str
    countries: Mapping[str, str | None]


@dataclass(frozen=True)
class Borders:
    """The territories in the order in which they are asked, and the views by name."""

    territories: tuple[Territory, ...]
    views: Mapping[str, View]

    def view(self, name: str) -> View:
        """The view of a name. Raises ConfigurationError with the names that there are."""
        if name not in self.views:
            raise ConfigurationError(
                f"there is no view of borders {name!r}; the views are {', '.join(sorted(self.views, key=_own_last))}"
            )
        return self.views[name]


def read_borders(tables: Tables, countries: Collection[str]) -> Borders:
    """The two tables; an overlay row replaces the row of its territory, or of its view and territory.

    Every shipped view says something of each territory. Any state that claims a territory gives a view of its name:
    its claims stand under it, the rest as in `neutral`. Other views fall back on `neutral`.
    """
    territories = _territories(tables, countries)
    stated = _stated(tables, territories, countries)
    for name in sorted(COMPLETE):
        if missing := sorted(territories.keys() - stated.get(name, {}).keys()):
            tables.problems.append(f"border_views.tsv: the view {name!r} has no row for {', '.join(missing)}")
    neutral = stated.get(NEUTRAL, {})
    claimants = {one for territory in territories.values() for one in territory.claimed_by if one in countries}
    views = {}
    for name in sorted(claimants | stated.keys()):
        claimed = {one.name: name for one in territories.values() if name in one.claimed_by}
        views[name] = View(name, {**neutral, **claimed, **stated.get(name, {})})
    return Borders(tuple(territories.values()), views)


def _territories(tables: Tables, countries: Collection[str]) -> dict[str, Territory]:
    """The territories by name; those of an overlay come first, for its user knows their corner of the world."""
    shipped: dict[str, Territory] = {}
    own: dict[str, Territory] = {}
    for row in tables.rows("disputed_territories.tsv", TERRITORY_COLUMNS):
        territory = _territory(tables, row, countries)
        into = own if row.is_overlay else shipped
        if territory.name in into:
            tables.problem(row, f"the territory {territory.name!r} stands twice")
        into[territory.name] = territory
    return {**own, **{name: one for name, one in shipped.items() if name not in own}}


def _territory(tables: Tables, row: Row, countries: Collection[str]) -> Territory:
    wholes, units, ids = set(), set(), set()
    for place in row.list("places"):
        country, slash, unit = place.partition("/")
        if ":" in place:
            ids.add(place)
        elif country not in countries:
            tables.problem(row, f"{place!r} is no country, unit (COUNTRY/UNIT) or id of a place")
        elif slash:
            units.add((country, unit.strip()))
        else:
            wholes.add(country)
    area = _ring(tables, row)
    if not row["territory"] or not row["claimed_by"]:
        tables.problem(row, "a territory has a name, and somebody who claims it")
    if not (wholes or units or ids or area):
        tables.problem(row, f"the territory {row['territory']!r} has neither places nor an area")
    for column in ("since", "until"):
        if row[column] and not _is_day(row[column]):
            tables.problem(row, f"{column} is a day such as 2014-03-18, not {row[column]!r}")
    return Territory(
        row["territory"],
        row.list("claimed_by"),
        row["since"],
        row["until"],
        frozenset(wholes),
        frozenset(units),
        frozenset(ids),
        area,
    )


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def _ring(tables: Tables, row: Row) -> Ring:
    points: list[tuple[float, float]] = []
    for written in filter(None, (part.strip() for part in row["area"].split(","))):
        try:
            lat, lon = (float(number) for number in written.split())
        except ValueError:
            tables.problem(row, f"a point of an area is a latitude and a longitude, not {written!r}")
            continue
        if abs(lat) > 90 or abs(lon) > 180:
            tables.problem(row, f"{written!r} is no point on the earth")
        points.append((lat, lon))
    if points and len(points) < 3:
        tables.problem(row, "an area has three points at least")
    return tuple(points)


def _stated(
    tables: Tables, territories: Mapping[str, Territory], countries: Collection[str]
) -> dict[str, dict[str, str | None]]:
    views: dict[str, dict[str, str | None]] = {}
    seen: set[tuple[bool, str, str]] = set()
    for row in tables.rows("border_views.tsv", VIEW_COLUMNS):
        name, territory, country = row["view"], row["territory"], row["country"]
        if not name:
            tables.problem(row, "a view has a name")
        if territory not in territories:
            tables.problem(row, f"unknown territory {territory!r}; the territories are in disputed_territories.tsv")
        if country != NOBODY and country not in countries:
            tables.problem(row, f"unknown country {country!r}; write an ISO 3166-1 alpha-3 code, or - for none")
        if (row.is_overlay, name, territory) in seen:
            tables.problem(row, f"the view {name!r} has {territory!r} twice")
        seen.add((row.is_overlay, name, territory))
        views.setdefault(name, {})[territory] = None if country == NOBODY else country
    return views


def _own_last(name: str) -> tuple[bool, bool, str]:
    """The order in which views are told: neutral, other words, codes of states."""
    return name != NEUTRAL, name.isupper(), name
