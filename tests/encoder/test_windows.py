"""Every word piece of a paragraph is in one window, and no window is too long."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.encoder.windows import LONGEST, windows

ROOM = LONGEST - 2


def pieces(*lengths: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """(pieces, paragraphs): paragraphs of so many pieces of one character, an empty line between them."""
    found, paragraphs, at = [], [], 0
    for length in lengths:
        found += [(at + index, at + index + 1) for index in range(length)]
        paragraphs.append((at, at + length))
        at += length + 2
    return found, paragraphs


def test_short_paragraphs_are_read_together() -> None:
    found, paragraphs = pieces(50, 60, 70)
    assert windows(found, paragraphs, []) == [(0, 180)]


def test_a_paragraph_that_does_not_fit_begins_a_window() -> None:
    found, paragraphs = pieces(100, 100)
    assert windows(found, paragraphs, []) == [(0, 100), (100, 200)]


def test_a_long_paragraph_is_cut_before_a_sentence() -> None:
    found, paragraphs = pieces(300)
    assert windows(found, paragraphs, [0, 120, 250]) == [(0, 120), (120, 300)]


def test_a_long_sentence_is_cut_where_it_must_be() -> None:
    found, paragraphs = pieces(ROOM + 5)
    assert windows(found, paragraphs, [0]) == [(0, ROOM), (ROOM, ROOM + 5)]


def test_what_is_outside_paragraphs_is_not_read() -> None:
    found, paragraphs = pieces(10, 10, 10)
    assert windows(found, [paragraphs[0], paragraphs[2]], []) == [(0, 10), (20, 30)]


@given(st.lists(st.integers(0, 500), max_size=8), st.sets(st.integers(0, 2000)))
def test_each_piece_is_in_one_window(lengths: list[int], sentences: set[int]) -> None:
    found, paragraphs = pieces(*lengths)
    cut = windows(found, paragraphs, sorted(sentences))
    assert [index for first, behind in cut for index in range(first, behind)] == list(range(len(found)))
    assert all(behind - first <= ROOM for first, behind in cut)
