"""Text that has been mended for the parser, each character of which still knows where it was received."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aligned:
    """A mended text. `origins[i]` is the offset in the story's text of `text[i]`; both have the same length.

    A character that was put in (a missing full stop) has the origin of the character before it and no width.
    """

    text: str
    origins: tuple[int, ...]

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Aligned":
        """The stretch [start, end) of a story's text, unmended."""
        return cls(text[start:end], tuple(range(start, end)))

    def slice(self, start: int, end: int) -> "Aligned":
        """A part of it, by offsets into the mended text."""
        return Aligned(self.text[start:end], self.origins[start:end])

    def replaced(self, changes: Iterable[tuple[int, int, str]]) -> "Aligned":
        """A copy in which each stretch [start, end) stands as the string given; changes are in order, and apart."""
        text: list[str] = []
        origins: list[int] = []
        done = 0
        for start, end, new in changes:
            text.append(self.text[done:start])
            origins.extend(self.origins[done:start])
            text.append(new)
            first = self.origins[start] if start < len(self.origins) else (self.origins[-1] if self.origins else 0)
            last = self.origins[end - 1] if end > start else first
            # A replacement is spread over the characters it stands for; what is longer than them stays on the last.
            origins.extend(min(first + offset, last) for offset in range(len(new)))
            done = end
        text.append(self.text[done:])
        origins.extend(self.origins[done:])
        return Aligned("".join(text), tuple(origins))
