"""Quotation marks in all the ways news texts write them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.reading import Quote
from dateline.reading.quotes import find_quotes


def paragraphs(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)]


def quotes(text: str) -> tuple[Quote, ...]:
    return find_quotes(text, paragraphs(text))


def words(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We left," he said. "We walked."', ["We left,", "We walked."]),
        ("“We left,” he said. “We walked.”", ["We left,", "We walked."]),
        ("``We left,'' he said.", ["We left,"]),
        ("«We left», he said.", ["We left"]),
        ("„We left“, he said.", ["We left"]),
        ("‘We left,’ he said. ‘It’s the boys’ turn.’", ["We left,", "It’s the boys’ turn."]),
        ("'We left,' he said.", ["We left,"]),
        ("the students’ release", []),
        ("the '90s and the boys' club, isn't it", []),
        ("a so-called 'safe zone' near the border", ["safe zone"]),
        ('"They gave up.""They came back," he said.', ["They gave up.", "They came back,"]),
        ('"""We hope so,"" he said, adding that it may rain."', ["We hope so,"]),
        ('He said ""it is"" true', ["it is"]),
        ('a 6" shell and a man of 5\'10" said "run" twice', ["run"]),
        ("He said \"they call it 'the pit' there\" and left", ["they call it 'the pit' there", "the pit"]),
        ("typed the wrong way: ”Go,“ she said", ["Go,"]),
        ('“Mixed marks are read," she said', ["Mixed marks are read,"]),
        ('"Nobody closed it, he said.', ["Nobody closed it, he said."]),
        ("no marks at all", []),
        ("", []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_quote_of_several_paragraphs_is_opened_in_each_and_closed_in_the_last() -> None:
    text = "“We saw it.\n\n“They burned the mill.\n\n“We ran,” she said. “Far.”"
    found = [(text[q.start : q.end], q.is_closed, q.continues) for q in quotes(text)]
    assert found == [
        ("We saw it.", False, False),
        ("They burned the mill.", False, True),
        ("We ran,", True, True),
        ("Far.", True, False),
    ]


def test_a_quote_may_run_on_without_a_mark() -> None:
    text = "“We saw it.\n\nThey burned the mill,” she said."
    assert [(q.is_closed, q.continues) for q in quotes(text)] == [(False, False), (True, True)]


def test_paragraphs_do_not_share_a_straight_quote() -> None:
    assert words('"We saw it," she said.\n\nNothing here.\n\n"We ran."') == ["We saw it,", "We ran."]


@given(st.lists(st.sampled_from(["word", '"', "“", "”", "‘", "’", "'", "''", "``", "«", "»", " ", "\n\n", ".", "6"])))
def test_every_quote_lies_in_one_paragraph(pieces: list[str]) -> None:
    text = "".join(pieces)
    ranges = paragraphs(text)
    found = find_quotes(text, ranges)
    assert list(found) == sorted(found, key=lambda quote: (quote.start, -quote.end))
    for quote in found:
        assert quote.start < quote.end
        assert any(start <= quote.start and quote.end <= end for start, end in ranges)
