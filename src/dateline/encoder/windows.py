"""Cuts a text into windows that the encoder reads at once."""

from collections.abc import Sequence

LONGEST = 192  # word pieces of a window, with the two that mark its ends

Span = tuple[int, int]


def windows(pieces: Sequence[Span], paragraphs: Sequence[Span], sentences: Sequence[int]) -> list[Span]:
    """The windows as (first, behind the last) of the word pieces; every piece inside a paragraph is in one window.

    `pieces` are the (start, end) offsets of the word pieces in the text, `paragraphs` those of the paragraphs and
    `sentences` the offsets at which sentences start, all in order. Whole paragraphs are packed together while they
    fit, so that words that go on in the next paragraph are read with those before them; a paragraph that is too
    long alone is cut before a sentence, and a sentence that is too long alone wherever it must be.
    """
    room = LONGEST - 2
    starts = set(sentences)
    found: list[Span] = []
    first = behind = at = 0
    for start, end in paragraphs:
        while at < len(pieces) and pieces[at][0] < start:
            at += 1
        begin = at
        while at < len(pieces) and pieces[at][0] < end:
            at += 1
        if at == begin:
            continue
        if behind > first and (begin != behind or at - first > room):
            found.append((first, behind))
            first = begin
        elif behind == first:
            first = begin
        while at - first > room:
            cut = next((place for place in range(first + room, first, -1) if pieces[place][0] in starts), first + room)
            found.append((first, cut))
            first = cut
        behind = at
    if behind > first:
        found.append((first, behind))
    return found
