"""The words around names of places: kinds, directions, prepositions, and names that are hardly ever a place."""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

WORDS_FILE = Path(__file__).parent / "data" / "place_words.tsv"
KINDS = (
    "settlement", "admin2", "admin1", "section", "airfield", "facility", "crossing", "camp", "line", "region", "water",
)  # fmt: skip


@dataclass(frozen=True)
class PlaceWords:
    """The classes of `data/place_words.tsv`, which says what each is for."""

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


@cache
def place_words() -> PlaceWords:
    """The shipped words."""
    lines = WORDS_FILE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return PlaceWords({name: frozenset(words.split("|")) for name, words in rows[1:]})
