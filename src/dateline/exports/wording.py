"""Figures, places, parties and sources in words, for cells that people read."""

from collections.abc import Mapping
from typing import Any

Values = Mapping[str, Any]

_COUNTED = {"places-taken": "taken", "attacks": "carried out", "other": ""}


def figure_words(figure: Values) -> str:
    """What a figure says. Example: "more than 1,000 (1,001 or more) troops fled", "12 people killed so far"."""
    bounds = bounds_words(figure["low"], figure["high"])
    said = figure["text"].strip()
    number = said if _plain(said) == _plain(bounds) else f"{said} ({bounds})"
    counted = _COUNTED.get(figure["counts"], figure["counts"])
    total = "in total so far" if figure["cumulative"] else ""
    return " ".join(part for part in (number, counted, total) if part)


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


def _plain(number: str) -> str:
    return number.replace(",", "").casefold()
