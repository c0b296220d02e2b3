"""Another number, unit or meaning for a figure, from what a person wrote."""

import re
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from dateline.errors import ConfigurationError
from dateline.model.figure import BY_PERSON, COUNTS, POPULATIONS, Figure
from dateline.model.record import Record

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+"
_BOUNDS = (
    re.compile(rf"(?P<low>{_NUMBER})\s*(?:\.\.|-|–|\bto\b)\s*(?P<high>{_NUMBER})"),
    re.compile(rf"(?P<low>{_NUMBER})\s*(?:\.\.|\+|\bor more\b)"),
    re.compile(rf"(?:\.\.\s*(?P<high>{_NUMBER})|(?P<most>{_NUMBER})\s*\bor fewer\b)"),
    re.compile(rf"(?P<exact>{_NUMBER})"),
)
_TRUTHS = {"yes": True, "no": False}


def edited_figure(record: Record, part: str | None, words: str) -> Record:
    """The figure with one part as written: its number (part None), counts, unit, population, side or total.

    Raises ConfigurationError for what a figure cannot have.
    """
    figure = Figure(**record)
    edits: dict[str | None, Callable[[Figure, str], Figure]] = {
        None: _number,
        "number": _number,
        "counts": lambda one, word: replace(one, counts=_one_of(word, COUNTS, "counts")),
        "unit": _unit,
        "population": lambda one, word: replace(one, population=_one_of(word, POPULATIONS, "population")),
        "side": lambda one, name: replace(one, side=None if name.lower() == "null" else name),
        "total": lambda one, word: replace(one, cumulative=_TRUTHS[_one_of(word, tuple(_TRUTHS), "total")]),
    }
    if part not in edits:
        raise ConfigurationError(f"a figure has no {part!r}; it has {', '.join(filter(None, edits))}")
    return asdict(edits[part](figure, words))


def _number(figure: Figure, words: str) -> Figure:
    low, high = bounds_of(words)
    return replace(figure, low=low, high=high, qualifier=None, rule=BY_PERSON)


def bounds_of(words: str) -> tuple[int | None, int | None]:
    """The bounds that a person wrote, None is open: "12", "1,200 to 1,300", "12..15", "12 or more", "15 or fewer".

    Raises ConfigurationError.
    """
    for form in _BOUNDS:
        if found := form.fullmatch(words.strip().lower()):
            told = {name: int(digits.replace(",", "")) for name, digits in found.groupdict().items() if digits}
            low, high = told.get("low", told.get("exact")), told.get("high", told.get("most", told.get("exact")))
            if low is not None and high is not None and low > high:
                raise ConfigurationError(f"{words!r} runs backwards; the lower bound comes first")
            return low, high
    raise ConfigurationError(f"{words!r} is no number; write 12, 12 to 15, 12 or more, or 15 or fewer")


def _unit(figure: Figure, words: str) -> Figure:
    unit = " ".join(words.split()).lower()
    if not unit or any(letter.isdigit() for letter in unit):
        raise ConfigurationError(f"{words!r} is no unit; write what one of them is, such as person or soldier")
    return replace(figure, unit=unit)


def _one_of(word: str, known: tuple[Any, ...], part: str) -> Any:
    if word.strip().lower() not in known:
        raise ConfigurationError(f"{word!r} is no {part} of a figure; it is one of {', '.join(known)}")
    return word.strip().lower()
