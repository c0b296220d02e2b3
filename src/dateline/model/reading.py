"""A story that has been read: its sentences, words, quotes and dates, parsed once."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from dateline.issues import Issue
from dateline.model.span import Span
from dateline.model.story import Story
from dateline.model.time import Time
from dateline.model.token import Token

Part = Literal["headline", "byline", "dateline", "lead", "body", "subhead", "caption", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one part of the story. Its words are `Reading.tokens[first:last]`.

    Furniture (byline, dateline, boilerplate) has a sentence too, so that every word of the story has a home, but no
    tokens. `paragraph` counts the paragraphs from 0; a headline and each furniture line are paragraphs of their own.
    """

    index: int
    start: int
    end: int
    part: Part
    paragraph: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch in quotation marks: [start, end) is what stands between the marks, within one paragraph.

    `is_closed` is False when the paragraph ends before the closing mark and the quote runs on in the next one.
    `continues` is True for a quote that goes on from the paragraph before. Scare quotes and titles are quotes too.
    """

    start: int
    end: int
    is_closed: bool = True
    continues: bool = False


@dataclass(frozen=True)
class Reading:
    """What reading made of a story. Nothing here interprets events.

    `times` are the resolved time expressions in the order of the text. Words are asked for by index.
    """

    story: Story
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    quotes: tuple[Quote, ...] = ()
    times: tuple[Time, ...] = ()
    issues: tuple[Issue, ...] = field(default=())

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its syntactic children, in text order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                below[token.head].append(token.index)
        return tuple(tuple(indices) for indices in below)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def subtree(self, index: int) -> list[int]:
        """The token and all that hang on it, in text order."""
        found, stack = [], [index]
        while stack:
            current = stack.pop()
            found.append(current)
            stack.extend(self.children[current])
        return sorted(found)

    def ancestors(self, index: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        while (head := self.tokens[index].head) != index:
            yield head
            index = head

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def token_at(self, offset: int) -> Token | None:
        """The token that covers a character of the story's text, or None."""
        position = bisect_right(self._starts, offset) - 1
        if position < 0 or self.tokens[position].end <= offset:
            return None
        return self.tokens[position]

    def within(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that begin inside [start, end) of the story's text."""
        return self.tokens[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def span(self, start: int, end: int) -> Span:
        """The story's words from start to end, exactly as received."""
        return Span(self.story.text[start:end], start, end)

    def span_of(self, first: int, last: int) -> Span:
        """The story's words from token `first` to token `last`, both included."""
        return self.span(self.tokens[first].start, self.tokens[last].end)
