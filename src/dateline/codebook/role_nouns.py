"""Role nouns: what a noun says of a party without a name ("soldiers", "ministry"), and the titles before names."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, cast, get_args

from dateline.codebook.tables import Row, Tables
from dateline.model.figure import Population
from dateline.model.party import KINDS, Kind

Form = Literal["person", "group", "office", "organ", "apart", "facility", "quantity", "modifier", "name", "thing"]
FORMS: tuple[str, ...] = get_args(Form)
POPULATIONS: tuple[str, ...] = get_args(Population)


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun (or words that end in it) which makes a phrase a party.

    `lemmas` are its words; `unit` is what a number before it counts ("soldier", "household", "vehicle"); `form` is
    described in `data/role_nouns.tsv`; a weak noun takes its kind from its modifiers, when they say one
    ("leader" in "rebel leader").
    """

    lemmas: tuple[str, ...]
    kind: Kind
    population: Population
    unit: str
    form: Form
    is_weak: bool


@dataclass(frozen=True)
class RoleNouns:
    """All role nouns: `nouns` and `modifiers` by their lemmas; `longest` is the number of words of the longest.

    `names` are the kinds that words tell as heads of proper names: an observatory is a telescope, "the Valley
    Observatory" watches human rights.
    """

    nouns: dict[tuple[str, ...], RoleNoun]
    modifiers: dict[tuple[str, ...], RoleNoun]
    longest: int
    names: dict[str, Kind]

    @cached_property
    def heads(self) -> frozenset[str]:
        """The last words of all nouns: what is none of them ends no role noun."""
        return frozenset(lemmas[-1] for lemmas in self.nouns)


def read_role_nouns(tables: Tables) -> RoleNouns:
    """All rows of `role_nouns.tsv`. An overlay row replaces the row of its noun."""
    nouns: dict[tuple[str, ...], RoleNoun] = {}
    modifiers: dict[tuple[str, ...], RoleNoun] = {}
    names: dict[str, Kind] = {}
    seen: set[tuple[str, tuple[str, ...], bool]] = set()
    for row in tables.rows("role_nouns.tsv", ("noun", "kind", "population", "unit", "form", "weak")):
        role = _role_noun(tables, row)
        if role is None:
            continue
        table = role.form if role.form in {"modifier", "name"} else "noun"
        identity = (table, role.lemmas, row.is_overlay)
        if identity in seen:
            tables.problem(row, f"{row['noun']!r} stands twice")
        seen.add(identity)
        if table == "name":
            names[" ".join(role.lemmas)] = role.kind
        else:
            (modifiers if table == "modifier" else nouns)[role.lemmas] = role
    longest = max((len(lemmas) for lemmas in (*nouns, *modifiers)), default=0)
    return RoleNouns(nouns, modifiers, longest, names)


def read_titles(tables: Tables) -> dict[str, Kind | None]:
    """Forms of address before names, lower-case without a final stop, with the kind of party they tell, or None."""
    titles: dict[str, Kind | None] = {}
    from_overlay: dict[str, bool] = {}
    for row in tables.rows("titles.tsv", ("title", "kind")):
        title = row["title"].lower().rstrip(".")
        if not title:
            tables.problem(row, "the title must not be empty")
        if from_overlay.get(title) == row.is_overlay:
            tables.problem(row, f"the title {title!r} stands twice")
        if row["kind"] and row["kind"] not in KINDS:
            tables.problem(row, f"unknown kind {row['kind']!r}; the kinds are {', '.join(KINDS)}")
            continue
        from_overlay[title] = row.is_overlay
        titles[title] = next((kind for kind in KINDS if kind == row["kind"]), None)
    return titles


def _role_noun(tables: Tables, row: Row) -> RoleNoun | None:
    before = len(tables.problems)
    for column, allowed in (("kind", KINDS), ("population", POPULATIONS), ("form", FORMS), ("weak", ("", "yes"))):
        if row[column] not in allowed:
            tables.problem(row, f"{column} {row[column]!r} is none of {', '.join(filter(None, allowed))}")
    if not row["noun"] or row["noun"] != row["noun"].lower():
        tables.problem(row, f"a noun is lower-case lemmas, not {row['noun']!r}")
    if len(tables.problems) > before:
        return None
    return RoleNoun(
        lemmas=tuple(row["noun"].split()),
        kind=cast(Kind, row["kind"]),
        population=cast(Population, row["population"]),
        unit=row["unit"] or "person",
        form=cast(Form, row["form"]),
        is_weak=row["weak"] == "yes",
    )
