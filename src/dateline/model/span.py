"""A stretch of a story's text: the words a value was read from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """`text` is exactly `story.text[start:end]`; offsets are Unicode code points, end exclusive."""

    text: str
    start: int
    end: int
