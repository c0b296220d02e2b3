"""The marks of later versions, in the usages of the agencies."""

from pathlib import Path

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.errors import CodebookError


@pytest.mark.parametrize(
    ("headline", "mark"),
    [
        ("UPDATE 2-Shells kill 15 at Marasha market", "UPDATE 2-"),
        ("WRAPUP 3-Shelling spreads along the river", "WRAPUP 3-"),
        ("CORRECTED-UPDATE 1-Shells kill 15", "CORRECTED-"),
        ("REFILE-UPDATE 1-Shells kill 15", "REFILE-"),
        ("(2nd LD) Ostland fires shells", "(2nd LD)"),
        ("(LEAD) Ostland fires shells", "(LEAD)"),
        ("2nd Ld-Writethru: Shells kill 15", "2nd Ld-Writethru:"),
        ("2ND LEAD: Shells kill 15", "2ND LEAD:"),
        ("Marasha Shelling, 3rd Ld-Writethru", ", 3rd Ld-Writethru"),
        ("Marasha shelling, 2nd lead", ", 2nd lead"),
        ("Update: 15 killed by shells", "Update:"),
        ("UPDATED Shells kill 15", "UPDATED "),
        ("Shells kill 15 (UPDATED)", "(UPDATED)"),
        ("Correction: Shells kill 15", "Correction:"),
        ("RPT-Shells kill 15", None),
        ("Update on the talks at Marasha", None),
        ("Updated rules for pilots", None),
        ("Lead: how a metal poisons a town", None),
        ("Corrections officer killed in riot", None),
        ("Shells kill 15 as talks lead nowhere", None),
    ],
)
def test_marks_of_headlines(headline: str, mark: str | None) -> None:
    found = load_codebook().version_marks.mark(headline)
    assert (found and headline[slice(*found)]) == mark


@pytest.mark.parametrize(
    "sentence",
    [
        "She put the dead at 15, up from 12",
        "The governor spoke of 15 dead, updating an earlier toll of 12",
        "The monitor had initially given a toll of 12",
        "Earlier reports had said 12",
        "The toll was earlier put at 12",
    ],
)
def test_words_before_an_earlier_toll(sentence: str) -> None:
    ends = load_codebook().version_marks.tolls(sentence)
    assert [sentence[end:].split()[-1] for end in ends][-1:] == ["12"]
    assert load_codebook().version_marks.tolls("Smoke rose from the market where 12 had died") != ends


def test_an_own_mark_is_added_and_mistakes_are_told(tmp_path: Path) -> None:
    table = tmp_path / "versions.tsv"
    table.write_text("where\tpattern\tagencies\nstart\tflash {DASH}\tPamir Wire\n", encoding="utf-8")
    assert load_codebook(tmp_path).version_marks.mark("FLASH - Shells kill 15") == (0, 7)
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "versions.tsv").write_text("where\tpattern\tagencies\nstart\t(\nmiddle\tx\n", encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        load_codebook(bad)
    assert "no regular expression" in str(caught.value)
    assert "where is one of start, end, toll, not 'middle'" in str(caught.value)
