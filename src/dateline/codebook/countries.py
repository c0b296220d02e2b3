"""Countries: their names, adjectives and people, their capitals, and the places whose name tells them."""

from dataclasses import dataclass

from dateline.codebook.tables import Row, Tables

COLUMNS = ("alpha3", "alpha2", "name", "aliases", "adjectives", "people", "capital", "residences", "places")


@dataclass(frozen=True, slots=True)
class Country:
    """One country; `alpha3` and `alpha2` are its ISO 3166-1 codes.

    `adjectives` serve as nouns for its people too ("Afghan", "Afghans"), `people` are the other such nouns
    ("Spaniard"). `capitals` are the spellings of the capital, `residences` what stands for its government
    ("Kremlin"), `places` regions and towns whose name tells the country.
    """

    alpha3: str
    alpha2: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    residences: tuple[str, ...]
    places: tuple[str, ...]


def read_countries(tables: Tables) -> dict[str, Country]:
    """All countries by alpha-3 code. An overlay row replaces the row of its code."""
    countries: dict[str, Country] = {}
    from_overlay: set[str] = set()
    for row in tables.rows("countries.tsv", COLUMNS):
        country = _country(row)
        _check(tables, row, country)
        if country.alpha3 in countries and (not row.is_overlay or country.alpha3 in from_overlay):
            tables.problem(row, f"the country {country.alpha3!r} stands twice")
        if row.is_overlay:
            from_overlay.add(country.alpha3)
        countries[country.alpha3] = country
    return countries


def _country(row: Row) -> Country:
    return Country(
        alpha3=row["alpha3"],
        alpha2=row["alpha2"],
        name=row["name"],
        aliases=row.list("aliases"),
        adjectives=row.list("adjectives"),
        people=row.list("people"),
        capitals=row.list("capital"),
        residences=row.list("residences"),
        places=row.list("places"),
    )


def _check(tables: Tables, row: Row, country: Country) -> None:
    for column, length in (("alpha3", 3), ("alpha2", 2)):
        code = row[column]
        if len(code) != length or not (code.isascii() and code.isalpha() and code.isupper()):
            tables.problem(row, f"{column} must be {length} capital letters, not {code!r}")
    if not country.name:
        tables.problem(row, "the name must not be empty")
