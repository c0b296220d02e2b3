"""A sentence as one line of lower-case words, each character of which knows where it stands in the story."""

from bisect import bisect_right
from collections.abc import Sequence

from dateline.model.token import Token

ALIKE = str.maketrans({"–": "-", "—": "-", "‑": "-", "’": "'", "‘": "'", "\u00a0": " "})


class Line:
    """The words of a sentence joined by single blanks. `text` is lower case, `cased` as parsed."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._token_starts: list[int] = []
        parts: list[str] = []
        position = 0
        for token in tokens:
            self._token_starts.append(position)
            parts.append(token.text)
            position += len(token.text) + 1
        self.cased = " ".join(parts).translate(ALIKE)
        lower = self.cased.lower()
        if len(lower) != len(self.cased):  # a few capitals, such as the dotted one of Turkish, become two characters
            lower = "".join(small if len(small := char.lower()) == 1 else char for char in self.cased)
        self.text = lower

    def token(self, position: int) -> Token:
        """The token that a character belongs to; a blank belongs to the token before it."""
        return self.tokens[max(0, bisect_right(self._token_starts, position) - 1)]

    def position(self, token: Token) -> int:
        """Where a token begins in the line."""
        return self._token_starts[token.index - self.tokens[0].index]

    def words(self, first: int, last: int) -> Sequence[Token]:
        """The tokens that [first, last) touches."""
        start = max(0, bisect_right(self._token_starts, first) - 1)
        return self.tokens[start : bisect_right(self._token_starts, last - 1)]

    def after(self, last: int) -> Token | None:
        """The token that begins at or after a position, or None."""
        index = bisect_right(self._token_starts, last - 1)
        return self.tokens[index] if index < len(self.tokens) else None

    def offset(self, position: int, is_end: bool) -> int:
        """The story's offset of a character, or of the end of the stretch that ends before `position`.

        Within a token that was mended for the parser (its length differs) it is the token's own start or end.
        """
        index = max(0, bisect_right(self._token_starts, position - 1 if is_end else position) - 1)
        token, inside = self.tokens[index], position - self._token_starts[index]
        if len(token.text) != token.end - token.start:
            return token.end if is_end else token.start
        return min(token.start + inside, token.end)
