"""The vocabulary of quantities: number words, vague counts, qualifiers with their bounds, and nouns of measure."""

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal, cast, get_args

from dateline.codebook.tables import Row, Tables

NumeralKind = Literal["unit", "ten", "hundred", "scale", "group", "half", "article"]
Place = Literal["before", "after", "open", "between"]
PLACES: tuple[Place, ...] = get_args(Place)
UnitKind = Literal[
    "time", "age", "distance", "weight", "money", "share",
    "label", "currency", "aged", "month", "size", "address", "known", "parent",
]  # fmt: skip
MEASURES: frozenset[str] = frozenset({"time", "age", "distance", "weight", "money", "share"})
CountNoun = Literal["killed", "injured", "missing", "casualty", "group", "case", "toll", "total"]
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number word: its value and how it joins its neighbours (see `data/numbers.tsv`)."""

    kind: NumeralKind
    value: int


@dataclass(frozen=True, slots=True)
class VagueCount:
    """A word for an unstated number, with inclusive bounds, None for open; one of the words `after` follows it."""

    rule: str
    low: int | None
    high: int | None
    after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a qualified number as a function of the number: n * factor + offset."""

    factor: Fraction
    offset: int

    def of(self, number: int | None, *, is_upper: bool) -> int | None:
        """The bound; an upper one is rounded up and a lower one down. An open number stays open.

        "nearly 1,600" with the factor 0.9 has the lower bound 1440.
        """
        if number is None:
            return None
        exact = number * self.factor + self.offset
        return max(0, math.ceil(exact) if is_upper else math.floor(exact))


@dataclass(frozen=True, slots=True)
class Qualifier:
    """Words beside a number that bound it; `low` and `high` are None for an open end.

    After one of the lemmas `not_after` the words mean something else ("took over two stations").
    """

    rule: str
    low: Bound | None
    high: Bound | None
    not_after: frozenset[str]

    def bounds(self, low: int | None, high: int | None) -> tuple[int | None, int | None]:
        """The qualified bounds of a number that lies from low to high."""
        return (
            self.low.of(low, is_upper=False) if self.low else None,
            self.high.of(high, is_upper=True) if self.high else None,
        )


@dataclass(frozen=True)
class QuantityRules:
    """The quantity words. Phrases are tuples of lower-case words; `units` and `nouns` give a word's kinds."""

    numerals: dict[str, Numeral]
    vague: dict[Phrase, VagueCount]
    qualifiers: dict[Place, dict[Phrase, Qualifier]]
    units: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]

    @cached_property
    def openings(self) -> frozenset[str]:
        """The words other than digits that may begin a number."""
        phrases = (*self.vague, *self.qualifiers["open"])
        return frozenset({*self.numerals, *(phrase[0] for phrase in phrases)})

    def noun_kinds(self, *words: str) -> frozenset[str]:
        """What the nouns of `data/count_nouns.tsv` among the words say of a number near them."""
        return frozenset[str]().union(*(self.nouns.get(word, frozenset()) for word in words))

    def is_a(self, word: str, *kinds: UnitKind) -> bool:
        """Whether a word, as it stands or as a lemma, is a unit of one of the kinds."""
        return not self.units.get(word, frozenset()).isdisjoint(kinds)

    def is_measure(self, word: str) -> bool:
        """Whether a number of these counts no people and no things: hours, miles, dollars, percent."""
        return not self.units.get(word, frozenset()).isdisjoint(MEASURES)


def read_quantities(tables: Tables) -> QuantityRules:
    """The rules from `numbers.tsv`, `vague_counts.tsv`, `qualifiers.tsv`, `units.tsv` and `count_nouns.tsv`."""
    return QuantityRules(
        _numerals(tables),
        _vague(tables),
        _qualifiers(tables),
        units=_kinds(tables, "units.tsv", get_args(UnitKind)),
        nouns=_kinds(tables, "count_nouns.tsv", get_args(CountNoun)),
    )


def _numerals(tables: Tables) -> dict[str, Numeral]:
    found: dict[str, Numeral] = {}
    for row in tables.rows("numbers.tsv", ("word", "kind", "value")):
        if row["kind"] not in get_args(NumeralKind):
            tables.problem(row, f"kind must be one of {', '.join(get_args(NumeralKind))}, not {row['kind']!r}")
        elif not row["value"].isdecimal():
            tables.problem(row, f"value must be a whole number, not {row['value']!r}")
        else:
            found[row["word"]] = Numeral(cast(NumeralKind, row["kind"]), int(row["value"]))
    return found


def _vague(tables: Tables) -> dict[Phrase, VagueCount]:
    found: dict[Phrase, VagueCount] = {}
    for row in tables.rows("vague_counts.tsv", ("rule", "phrases", "low", "high", "after")):
        phrases = [tuple(phrase.split()) for phrase in row.list("phrases")]
        if row["low"] == "off":
            for phrase in phrases:
                found.pop(phrase, None)
            continue
        if any(row[end] and not row[end].isdecimal() for end in ("low", "high")):
            tables.problem(row, "low and high must be whole numbers or empty")
            continue
        low, high = (int(row[end]) if row[end] else None for end in ("low", "high"))
        if low is None and high is None:
            tables.problem(row, "low and high must not both be empty; to switch a row off, write off as low")
        elif low is not None and high is not None and low > high:
            tables.problem(row, f"low {low} is above high {high}")
        for phrase in phrases:
            found[phrase] = VagueCount(row["rule"], low, high, frozenset(row.list("after")))
    return found


def _qualifiers(tables: Tables) -> dict[Place, dict[Phrase, Qualifier]]:
    found: dict[Place, dict[Phrase, Qualifier]] = {place: {} for place in PLACES}
    overlaid: set[tuple[str, str]] = set()
    for row in tables.rows("qualifiers.tsv", ("rule", "phrases", "place", "low", "high", "not_after")):
        place = next((found[place] for place in PLACES if place == row["place"]), None)
        if place is None:
            tables.problem(row, f"place must be one of {', '.join(PLACES)}, not {row['place']!r}")
            continue
        identity = (row["rule"], row["place"])
        if row.is_overlay and identity not in overlaid:
            overlaid.add(identity)
            for known in [known for known, other in place.items() if other.rule == row["rule"]]:
                del place[known]
        qualifier = Qualifier(
            row["rule"], _bound(tables, row, "low"), _bound(tables, row, "high"), frozenset(row.list("not_after"))
        )
        for phrase in row.list("phrases"):
            words = tuple(phrase.split())
            if words in place and not row.is_overlay:
                tables.problem(row, f"{phrase!r} stands twice")
            place[words] = qualifier
    return found


def _bound(tables: Tables, row: Row, column: str) -> Bound | None:
    """n, n+1, n-1, n*0.9 or nothing."""
    text = row[column].replace(" ", "")
    if not text:
        return None
    try:
        if not text.startswith("n"):
            raise ValueError(text)
        rest = text[1:]
        if rest.startswith("*"):
            return Bound(Fraction(rest[1:]), 0)
        return Bound(Fraction(1), int(rest) if rest else 0)
    except ValueError:
        tables.problem(row, f"{column} must be n, n+1, n-1 or n*0.9 (with your numbers) or empty, not {row[column]!r}")
        return None


def _kinds(tables: Tables, file: str, kinds: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """The kinds of each word of a table whose rows are a kind and its words."""
    found: dict[str, frozenset[str]] = {}
    for row in tables.rows(file, ("kind", "words")):
        if row["kind"] not in kinds:
            tables.problem(row, f"kind must be one of {', '.join(kinds)}, not {row['kind']!r}")
            continue
        for word in row.list("words"):
            found[word] = found.get(word, frozenset()) | {row["kind"]}
    return found
