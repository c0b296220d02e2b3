"""Organs of states by the words that mean them."""

from pathlib import Path

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.errors import CodebookError


def overlay(folder: Path, rows: str) -> Path:
    (folder / "organs.tsv").write_text(f"organ\tnames\n{rows}", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "organ", "words"),
    [
        ("the Ostland Ministry of Defence", "defence ministry", "Ministry of Defence"),
        ("MoD spokesman Amin Karimi", "defence ministry", "MoD"),
        ("the prime minister's office", "head of government", "prime minister's office"),
        ("border-guard service", "border guard", "border-guard service"),
    ],
)
def test_the_longest_name_counts(text: str, organ: str, words: str) -> None:
    found = load_codebook().organs.find(text)
    assert found is not None
    assert (found[0], text[found[1] : found[2]]) == (organ, words)


@pytest.mark.parametrize("text", ["the modern ministry", "Kano police", ""])
def test_other_words_name_no_organ(text: str) -> None:
    assert load_codebook().organs.find(text) is None


def test_an_overlay_adds_names_and_moves_them(tmp_path: Path) -> None:
    organs = load_codebook(overlay(tmp_path, "defence ministry\tWar Office\nnavy\tcoast guard\n")).organs
    assert organs.find("the War Office said") == ("defence ministry", 4, 14)
    assert organs.find("coast guard") == ("navy", 0, 11)


def test_an_organ_has_a_name(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="the organ must not be empty"):
        load_codebook(overlay(tmp_path, "\tWar Office\n"))
