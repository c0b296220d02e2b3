"""Where sentences begin: rules that the parser's own splits must keep to."""

import re
from collections.abc import Collection
from typing import Any

_TERMINAL = re.compile(r"(?:[.!?]+|…)$")
_CLOSING = frozenset("\"')]")
_WORDLIKE = re.compile(r"\w")
COMPONENT = "dateline_sentence_starts"


def mark_starts(document: Any, titles: Collection[str], abbreviations: Collection[str], *, is_line: bool) -> None:
    """Sets each token's `is_sent_start`: True, False, or None where the parser may decide.

    A sentence never ends after a title ("Gen."), never begins with a lower-case word or a closing mark, and always
    begins after a full stop that is no abbreviation's. `is_line` is True for headlines and subheads, which have no
    other sentences than their full stops make.
    """
    tokens = list(document)
    for position in range(1, len(tokens)):
        tokens[position].is_sent_start = _starts(tokens, position, titles, abbreviations, is_line)


def _starts(
    tokens: list[Any], position: int, titles: Collection[str], abbreviations: Collection[str], is_line: bool
) -> bool | None:
    token = tokens[position]
    if token.is_space:
        return False
    last = position - 1
    while last > 0 and tokens[last].is_space:
        last -= 1
    closings = 0
    while last > 0 and tokens[last].text in _CLOSING and _is_closing(tokens, last):
        last, closings = last - 1, closings + 1
    if _is_closing(tokens, position):
        return False
    opens = token.text in {'"', "'", "(", "["} and position + 1 < len(tokens)
    word = tokens[position + 1].text if opens else token.text
    if not _WORDLIKE.search(word) or word[0].islower():
        return False
    if tokens[last].text in {'"', "'", "(", "["}:
        return False  # the mark that opens a quote begins its sentence: `He left."They stayed."`
    if _TERMINAL.search(tokens[last].text):
        return _after_stop(tokens, last, titles, abbreviations, has_closing=closings > 0)
    if is_line or tokens[last].text in {",", "-", "/", "&"} or token.text in {"(", "["}:
        return False
    return None


def _after_stop(
    tokens: list[Any], last: int, titles: Collection[str], abbreviations: Collection[str], *, has_closing: bool
) -> bool | None:
    """Whether a capitalised word after a full stop begins a sentence."""
    stop = tokens[last].text
    before = stop.rstrip(".") or (tokens[last - 1].text if last and not tokens[last - 1].whitespace_ else "")
    word = before.lower()
    if stop.startswith("..") or stop == "…":
        return None
    if stop.endswith("."):
        if before.isdigit() and last <= 1:
            return False  # the number of a list's item
        if word in titles and not has_closing:
            return False
        if re.fullmatch(r"[A-Z]", before) and not has_closing:
            return None if before != "I" else True  # an initial
        if word in abbreviations:
            return None
    return True


def _is_closing(tokens: list[Any], position: int) -> bool:
    """Whether a token closes a quote or bracket: it stands close to the word before, and not to the one after."""
    token = tokens[position]
    if token.text in {")", "]"}:
        return True
    if token.text not in {'"', "'"} or position == 0:
        return False
    return not tokens[position - 1].whitespace_ and (
        bool(token.whitespace_) or position + 1 == len(tokens) or not _WORDLIKE.match(tokens[position + 1].text)
    )
