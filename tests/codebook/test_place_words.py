"""The words around names of places, shipped and with a user's own."""

from pathlib import Path

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.codebook.place_words import CLASSES, KINDS, PlaceWords, read_place_words
from dateline.codebook.tables import Tables


@pytest.fixture(scope="module")
def words() -> PlaceWords:
    tables = Tables()
    found = read_place_words(tables)
    assert tables.problems == []
    return found


def test_every_class_has_words(words: PlaceWords) -> None:
    assert [name for name in CLASSES if not words[name]] == []


def test_a_noun_may_name_several_kinds(words: PlaceWords) -> None:
    assert words.kinds["district"] >= {"admin2", "section"}
    assert set.union(*map(set, words.kinds.values())) == set(KINDS)


def test_an_own_row_adds_words_and_changes_the_digest(tmp_path: Path) -> None:
    (tmp_path / "place_words.tsv").write_text("class\twords\nsettlement\tkampong\n", encoding="utf-8")
    own = load_codebook(tmp_path)
    assert own.place_words.kinds["kampong"] == {"settlement"}
    assert "village" in own.place_words["settlement"]
    assert own.digest != load_codebook().digest


def test_an_unknown_class_is_told(tmp_path: Path) -> None:
    (tmp_path / "place_words.tsv").write_text("class\twords\nhamlets\tx\n", encoding="utf-8")
    tables = Tables(tmp_path)
    read_place_words(tables)
    assert tables.problems[0].startswith("place_words.tsv:2: unknown class 'hamlets'")
