"""What pages and wires put around a story: outlets and agencies, furniture, and the words that mark them."""

import re
from dataclasses import dataclass
from typing import Literal, cast, get_args

from dateline.codebook.tables import Row, Tables

OutletKind = Literal["agency", "outlet"]
Where = Literal["line", "paragraph", "start", "end", "sentence"]
FurniturePart = Literal["byline", "caption", "boilerplate", "subhead"]

# What a pattern of furniture.tsv may abbreviate. A name is two to four capitalised words.
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_NAME = r"(?-i:[A-Z][\w.'’\-]*(?: (?:[A-Z][\w.'’\-]*|al|bin|de|el|van|von|ul)){1,3})"
PLACEHOLDERS = {
    "{DATE}": (
        rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?),? (?:19|20)\d\d"
        r"|(?:19|20)\d\d-\d\d-\d\d|\d\d?[./-]\d\d?[./-](?:19|20)\d\d)"
    ),
    "{NAME}": _NAME,
    "{NAMES}": rf"{_NAME}(?:(?:, | and |, and | & ){_NAME})*",
    "{OUTLET}": r"(?-i:[A-Z][\w.&'’\-]*(?: (?:of|the|and|de|el|al|[A-Z0-9][\w.&'’\-]*)){0,4})",
}


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher or news agency by its usual name."""

    name: str
    kind: OutletKind


@dataclass(frozen=True, slots=True)
class Furniture:
    """A pattern of what does not belong to the report.

    `where` says what must match: "line" a whole paragraph; "paragraph" any words of a short paragraph, which then goes
    as a whole; "start" or "end" the first or last words of a paragraph; "sentence" any words of a sentence, which then
    goes as a whole. Named groups (outlet, credit, published, byline) give facts about the story.
    """

    where: Where
    part: FurniturePart
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Layout:
    """The layout vocabulary: outlets by any of their names (case-folded), furniture, lists of words (lower-case)."""

    outlets: dict[str, Outlet]
    furniture: tuple[Furniture, ...]
    words: dict[str, frozenset[str]]

    def outlet(self, name: str) -> Outlet | None:
        """The outlet or agency of this name, whatever its case and spacing: "ACAN - EFE" is ACAN-EFE."""
        return self.outlets.get(outlet_key(name))

    def furniture_at(self, where: Where) -> tuple[Furniture, ...]:
        """The furniture of one kind, in the order of the table."""
        return tuple(item for item in self.furniture if item.where == where)


def outlet_key(name: str) -> str:
    """The form in which outlets are compared: case-folded, no spaces around hyphens, one elsewhere."""
    return re.sub(r"\s*-\s*", "-", re.sub(r"\s+", " ", name.casefold().strip(" .,:;")))


def read_layout(tables: Tables) -> Layout:
    """The tables outlets.tsv, furniture.tsv and layout_words.tsv."""
    return Layout(_outlets(tables), _furniture(tables), _words(tables))


def _outlets(tables: Tables) -> dict[str, Outlet]:
    outlets: dict[str, Outlet] = {}
    for row in tables.rows("outlets.tsv", ("name", "kind", "aliases")):
        if row["kind"] not in get_args(OutletKind):
            tables.problem(row, f"the kind is {' or '.join(get_args(OutletKind))}, not {row['kind']!r}")
            continue
        outlet = Outlet(row["name"], cast(OutletKind, row["kind"]))
        names = (row["name"], *row.list("aliases"))
        # The article comes and goes, but not with one common word: "The Nation" is an outlet, "nation" is none.
        bare = tuple(name[4:] for name in names if name.startswith("The ") and " " in name[4:])
        for alias in dict.fromkeys((*names, *bare, *(f"The {name}" for name in names if not name.startswith("The ")))):
            key = outlet_key(alias)
            if key in outlets and outlets[key].name != outlet.name and not row.is_overlay:
                tables.problem(row, f"{alias!r} is already a name of {outlets[key].name}")
            outlets[key] = outlet
    return outlets


def _furniture(tables: Tables) -> tuple[Furniture, ...]:
    found: list[Furniture] = []
    for row in tables.rows("furniture.tsv", ("where", "part", "pattern")):
        pattern = _pattern(tables, row)
        for column, allowed in (("where", get_args(Where)), ("part", get_args(FurniturePart))):
            if row[column] not in allowed:
                tables.problem(row, f"{column} is one of {', '.join(allowed)}, not {row[column]!r}")
                pattern = None
        if pattern:
            found.append(Furniture(cast(Where, row["where"]), cast(FurniturePart, row["part"]), pattern))
    return tuple(found)


def _pattern(tables: Tables, row: Row) -> re.Pattern[str] | None:
    source = row["pattern"]
    for name, meaning in PLACEHOLDERS.items():
        source = source.replace(name, meaning)
    try:
        return re.compile(source, re.IGNORECASE)
    except re.error as error:
        tables.problem(row, f"{row['pattern']!r} is no regular expression: {error}")
        return None


def _words(tables: Tables) -> dict[str, frozenset[str]]:
    words: dict[str, frozenset[str]] = {}
    for row in tables.rows("layout_words.tsv", ("list", "words")):
        words[row["list"]] = words.get(row["list"], frozenset()) | {word.lower() for word in row.list("words")}
    return words
