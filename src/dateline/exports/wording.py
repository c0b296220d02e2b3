"""Figures, places, parties and sources in words, for cells that people read."""

import re
from collections.abc import Mapping
from typing import Any

Values = Mapping[str, Any]

_COUNTED = {"places-taken": "taken", "attacks": "carried out", "other": ""}
_NUMBER_WORDS = frozenset(
    "no none zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand "
    "thousands million millions dozen dozens scores tens several few many both couple handful a an of more so half".split()
)
_IRREGULAR = {"person": "people", "child": "children", "man": "men", "woman": "women", "policeman": "policemen"}


def figure_words(figure: Values) -> str:
    """What a figure says. Example: "more than 1,000 (1,001 or more) soldiers fled", "three (3) people killed".

    The unit is added when the figure's own words are the number alone.
    """
    said, bounds = " ".join(figure["text"].split()), bounds_words(figure["low"], figure["high"])
    number = said if _plain(said) == _plain(bounds) else f"{said} ({bounds})"
    unit = "" if _names_something(said) else unit_words(figure["unit"], figure["low"], figure["high"])
    counted = _COUNTED.get(figure["counts"], figure["counts"])
    words = " ".join(part for part in (number, unit, counted) if part)
    return f"{words}, running total" if figure["cumulative"] else words


def unit_words(unit: str, low: int | None, high: int | None) -> str:
    """A unit as it stands after a number. Example: "soldiers", "person" after 1."""
    if low == high == 1:
        return unit
    if unit.endswith("y") and unit[-2:-1] not in "aeiou":
        return unit[:-1] + "ies"
    return _IRREGULAR.get(unit) or (unit if unit.endswith("s") else f"{unit}s")


def bounds_words(low: int | None, high: int | None) -> str:
    """Bounds in words. Example: "1,001 or more", "50 or fewer", "20 to 30", "0"."""
    if low is None and high is None:
        return "unknown"
    if high is None:
        return f"{low:,} or more"
    if low is None:
        return f"{high:,} or fewer"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def place_words(place: Values) -> str:
    """A place with its role. Example: "Tajikistan (destination)"."""
    return f"{place['name']} ({place['role']})"


def source_words(attribution: list[Values]) -> str:
    """The chain of who says so, the first who said it first. Example: "a soldier > RIA"."""
    return " > ".join(source["name"] or source["text"] for source in attribution)


def _names_something(said: str) -> bool:
    """Whether a figure's words go on after the number: "1,000 troops" does, "at least 12" and "dozens" do not."""
    last = re.split(r"[\s-]+", said.casefold())[-1]
    return last.isalpha() and last not in _NUMBER_WORDS


def _plain(number: str) -> str:
    return number.replace(",", "").casefold()
