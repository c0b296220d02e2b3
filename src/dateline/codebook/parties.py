"""Known parties: armed groups, forces, organisations, agencies and people, with country, kind, years and aliases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from dateline.codebook.countries import Country
from dateline.codebook.tables import Row, Tables
from dateline.model.party import KINDS, Kind

COLUMNS = ("id", "name", "kind", "country", "from", "to", "aliases")
FIRST_YEAR, LAST_YEAR = 1800, 2100
PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class KnownParty:
    """A party the codebook knows by name.

    `country` is an alpha-3 code, or None for a party of no single country; `first_year` and `last_year` (inclusive,
    None is open) are the years in which its names mean it; `is_person` tells people from organisations.
    """

    id: str
    name: str
    kind: Kind
    country: str | None
    first_year: int | None
    last_year: int | None
    aliases: tuple[str, ...]
    is_person: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)

    def existed_in(self, year: int) -> bool:
        """Whether the party's names meant it in a year."""
        return (self.first_year or FIRST_YEAR) <= year <= (self.last_year or LAST_YEAR)


def read_parties(tables: Tables, countries: Mapping[str, Country]) -> dict[str, KnownParty]:
    """All parties of `parties/*.tsv` by id. An overlay row replaces the row of its id."""
    parties: dict[str, KnownParty] = {}
    rows: dict[str, Row] = {}
    for row in tables.rows("parties/*.tsv", COLUMNS):
        if row["id"] in rows and rows[row["id"]].is_overlay == row.is_overlay:
            other = rows[row["id"]]
            tables.problem(row, f"the id {row['id']!r} stands in {other.file}:{other.line} too")
        party = _party(tables, row, countries)
        if party is not None:
            parties[party.id], rows[party.id] = party, row
    _check_names(tables, parties.values(), rows)
    return parties


def _party(tables: Tables, row: Row, countries: Mapping[str, Country]) -> KnownParty | None:
    before = len(tables.problems)
    if not row["id"] or row["id"] != row["id"].lower() or " " in row["id"]:
        tables.problem(row, f"an id is lower-case words joined by hyphens, not {row['id']!r}")
    if not row["name"]:
        tables.problem(row, "the name must not be empty")
    if row["kind"] not in KINDS:
        tables.problem(row, f"unknown kind {row['kind']!r}; the kinds are {', '.join(KINDS)}")
    if row["country"] and row["country"] not in countries:
        tables.problem(row, f"unknown country {row['country']!r}; countries are ISO 3166-1 alpha-3 codes")
    first, last = (_year(tables, row, column) for column in ("from", "to"))
    if first is not None and last is not None and first > last:
        tables.problem(row, f"the years run backwards: {first} to {last}")
    if len(tables.problems) > before:
        return None
    return KnownParty(
        id=row["id"],
        name=row["name"],
        kind=cast(Kind, row["kind"]),
        country=row["country"] or None,
        first_year=first,
        last_year=last,
        aliases=row.list("aliases"),
        is_person=row.file.rsplit("/", 1)[-1].startswith(PEOPLE),
    )


def _year(tables: Tables, row: Row, column: str) -> int | None:
    cell = row[column]
    if not cell:
        return None
    if not cell.isdigit() or not FIRST_YEAR <= int(cell) <= LAST_YEAR:
        tables.problem(row, f"{column!r} must be a year, not {cell!r}")
        return None
    return int(cell)


def _check_names(tables: Tables, parties: Iterable[KnownParty], rows: Mapping[str, Row]) -> None:
    """Two parties may share a name only when their years or their countries tell them apart."""
    owners: dict[str, list[KnownParty]] = {}
    for party in parties:
        for name in dict.fromkeys(party.names):
            for other in owners.get(name, ()):
                if other.id != party.id and other.country == party.country and _overlap(other, party):
                    tables.problem(rows[party.id], f"{name!r} is a name of {other.id!r} too, in the same years")
            owners.setdefault(name, []).append(party)


def _overlap(one: KnownParty, other: KnownParty) -> bool:
    return (one.first_year or FIRST_YEAR) <= (other.last_year or LAST_YEAR) and (other.first_year or FIRST_YEAR) <= (
        one.last_year or LAST_YEAR
    )
