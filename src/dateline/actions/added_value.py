"""A value that reading missed, read from words of the story that a person points at."""

import re
from collections.abc import Sequence
from typing import Any

from dateline.codebook.codebook import load_codebook
from dateline.coding.figures.numerals import read_number
from dateline.errors import ConfigurationError
from dateline.model.figure import BY_PERSON, COUNTS
from dateline.model.record import Record
from dateline.model.values import LISTS, TIME, list_of, shares_words, values_of
from dateline.settings import Settings

_WORD = re.compile(r"\d[\d,.]*\d|\w+|-")
_UNPLACED = ("country", "admin1", "lat", "lon", "uncertainty_km", "gazetteer_id", "disputed")


def words_in(text: str, words: str, near: int) -> dict[str, Any]:
    """Where a text has the words, in any capitals and spaces: of several places the one nearest to an offset.

    Raises ConfigurationError when it has them nowhere.
    """
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = list(re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)) if pattern else []
    if not found:
        raise ConfigurationError(f"the story has no words {words!r}; a value points at words of its story")
    best = min(found, key=lambda match: (abs(match.start() - near), match.start()))
    return {"text": best.group(), "start": best.start(), "end": best.end()}


def unread(claim: Record, what: str, span: Record, settings: Settings) -> tuple[str, Record]:
    """The key and the bare value of what was missed at a span; `what` is one of LISTS.

    Raises ConfigurationError for what a claim has not, and for words of a value that it has already.
    """
    if what not in LISTS:
        raise ConfigurationError(f"a claim has no {what!r} to add; it has {', '.join(LISTS)}")
    name = LISTS[what]
    for value in values_of(claim):
        is_there = list_of(value.field) == name and value.value is not None
        if is_there and (what == TIME or shares_words(value.field, span["start"], span["end"])):
            raise ConfigurationError(f"the claim has {value.handle} already; set that: --set {value.handle}=...")
    return f"{name}:{span['start']}-{span['end']}", {**span, **_bare(what, span["text"], settings)}


def _bare(what: str, text: str, settings: Settings) -> dict[str, Any]:
    """What a value has when nothing but its words are known."""
    name = " ".join(text.split())
    if what == "figure":
        return _figure(name, settings)
    if what == "place":
        return {"role": "where", "name": name, "precision": "region", **dict.fromkeys(_UNPLACED)}
    if what == TIME:
        days = dict.fromkeys(("edtf", "earliest", "latest", "part_of_day"))
        return {**days, "precision": "unknown"}
    if what == "attribution":
        return {"name": name, "kind": "other", "cue": None}
    if what == "instrument":
        return {}
    return {
        "name": name,
        "country": None,
        "kind": "other",
        "id": None,
        "certainty": "fact" if what == "actor" else None,
    }


def _figure(text: str, settings: Settings) -> dict[str, Any]:
    """A figure with the number in its words, of what they say is counted: "twelve killed"."""
    words = _WORD.findall(text.lower())
    low, high = _number(words, settings)
    counts = next((word for word in words if word in COUNTS), "other")
    return {
        "counts": counts, "unit": "person", "population": "unknown", "side": None, "low": low, "high": high,
        "qualifier": None, "rule": BY_PERSON, "cumulative": False, "part_of": None,
    }  # fmt: skip


def _number(words: Sequence[str], settings: Settings) -> tuple[int | None, int | None]:
    rules = load_codebook(settings.codebook).quantities
    for at in range(len(words)):
        if number := read_number(words, at, rules):
            return number.low, number.high
    return None, None
