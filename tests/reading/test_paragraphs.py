"""Paragraphs by blank lines, line ends and indents."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.paragraphs import paragraphs


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_blank_lines() -> None:
    assert cut("One.\n\n  Two.  \n \nThree.") == ["One.", "Two.", "Three."]


def test_one_paragraph_a_line() -> None:
    assert cut("Title\n\nThe first one.\nThe second one.\nThe third one.") == [
        "Title", "The first one.", "The second one.", "The third one.",
    ]  # fmt: skip


def test_wrapped_lines() -> None:
    text = "   The army said on Monday that\nten men had left the hills. Two\nmore came.\n   The rebels were\nsilent.\n"
    assert cut(text) == [
        "The army said on Monday that\nten men had left the hills. Two\nmore came.",
        "The rebels were\nsilent.",
    ]


def test_bullets_under_each_other() -> None:
    assert cut("Arms found in the old\nbarn of a farmer:\n• rifles\n• mines") == [
        "Arms found in the old\nbarn of a farmer:", "• rifles", "• mines",
    ]  # fmt: skip


@given(st.text(alphabet="ab. \n\t•-1", max_size=120))
def test_nothing_is_lost(text: str) -> None:
    stretches = paragraphs(text)
    assert "".join("".join(text[a:b].split()) for a, b in stretches) == "".join(text.split())
    assert all(a < b and not text[a].isspace() and not text[b - 1].isspace() for a, b in stretches)
    assert all(first[1] <= second[0] for first, second in pairwise(stretches))
