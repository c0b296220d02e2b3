"""The words around names of places: kinds, directions, prepositions, and names that are hardly ever a place."""

from dataclasses import dataclass
from functools import cached_property

from dateline.codebook.tables import Tables

KINDS = (
    "settlement", "admin2", "admin1", "section", "airfield", "facility", "crossing", "camp", "line", "region", "water",
)  # fmt: skip
CLASSES = (
    *KINDS, "named", "sickness", "sickly",
    "part", "direction", "near", "where", "towards", "away", "through", "moving", "leaving",
    "reaching", "passing", "seated", "seat", "area", "suffering", "visiting", "people", "title", "reporting",
    "talk", "capitals", "never",
)  # fmt: skip


@dataclass(frozen=True)
class PlaceWords:
    """The classes of `place_words.tsv`, which says what each is for."""

    classes: dict[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.classes[name]

    @cached_property
    def kinds(self) -> dict[str, frozenset[str]]:
        """For each noun the kinds of place it names: "district" may be a unit or a quarter of a town."""
        index: dict[str, frozenset[str]] = {}
        for kind in KINDS:
            for word in self.classes[kind]:
                index[word] = index.get(word, frozenset()) | {kind}
        return index


def read_place_words(tables: Tables) -> PlaceWords:
    """The words by class; an overlay row adds its words to the class."""
    classes: dict[str, frozenset[str]] = {}
    for row in tables.rows("place_words.tsv", ("class", "words")):
        if row["class"] not in CLASSES:
            tables.problem(row, f"unknown class {row['class']!r}; the classes are {', '.join(CLASSES)}")
        if row["class"] in classes and not row.is_overlay:
            tables.problem(row, f"the class {row['class']!r} stands twice")
        classes[row["class"]] = classes.get(row["class"], frozenset()) | frozenset(row.list("words"))
    if missing := [name for name in CLASSES if name not in classes]:
        tables.problems.append(f"place_words.tsv: has no row for {', '.join(missing)}")
    return PlaceWords(classes)
