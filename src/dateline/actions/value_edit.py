"""The values of a claim as a person wants them: others, and those that reading missed."""

import re
from collections.abc import Iterable

from dateline.actions.added_value import unread, words_in
from dateline.actions.figure_edit import edited_figure
from dateline.actions.party_edit import edited_party
from dateline.actions.place_edit import edited_place
from dateline.actions.source_edit import edited_source
from dateline.actions.time_edit import edited_time
from dateline.errors import ConfigurationError
from dateline.exports.wording import value_words
from dateline.model.record import Record
from dateline.model.values import StandingValue, list_of, values_of
from dateline.settings import Settings

_NAMED = re.compile(r"(?P<name>time|[a-z]+\d+|[a-z]+:\d+-\d+(?::\d+)?)(?:\.(?P<part>[a-z]+))?")


def edited_values(
    claim: Record, edits: Iterable[tuple[str, str]], text: str, settings: Settings
) -> list[tuple[StandingValue, Record]]:
    """The values that are to hold, each with what it is to be.

    An edit names a value, or a part of it ("figure1", "figure1.unit"), and says what it is; those of one value go
    together, on top of what held before. `text` is that of the story. Raises ConfigurationError, and UnsureError for a
    name that several bear.
    """
    wanted: dict[str, tuple[StandingValue, Record]] = {}
    for name, words in edits:
        named = _NAMED.fullmatch(name.strip().lower())
        if named is None:
            raise ConfigurationError(f"{name!r} names no value; write figure1, place1.role or the like")
        if not words.strip():
            raise ConfigurationError(
                f"{name} is set to nothing; to say that it is wrong and nothing is right, reject it"
            )
        value = value_named(claim, named["name"])
        before = wanted[value.field][1] if value.field in wanted else dict(value.value or value.coded or {})
        wanted[value.field] = value, _edited(value.field, before, named["part"], words.strip(), text, settings)
    return list(wanted.values())


def added_values(
    claim: Record, adds: Iterable[tuple[str, str]], text: str, settings: Settings
) -> list[tuple[str, Record]]:
    """The values that reading missed, each with its key.

    Each is told as what it is ("figure", "place", "time") and words of the story, with what they mean behind "=" where
    the words do not say it: ("time", "on Monday=2021-07-05"). Raises as `edited_values` does.
    """
    found = []
    for what, told in adds:
        what = what.strip().lower()
        words, _, meaning = told.partition("=")
        field, value = unread(claim, what, words_in(text, words, claim["trigger"]["start"]), settings)
        if meaning.strip() or what not in ("figure", "instrument"):
            value = _edited(field, value, None, meaning.strip() or words.strip(), text, settings)
        elif what == "figure" and value["low"] is None and value["high"] is None:
            raise ConfigurationError(f"{words!r} tell no number; write it behind them: figure={words!r}=12")
        found.append((field, value))
    return found


def value_named(claim: Record, name: str) -> StandingValue:
    """The value of a claim by its handle or key. Raises ConfigurationError with what the claim has."""
    for value in values_of(claim):
        if name.strip().lower() in (value.handle, value.field):
            return value
    has = ", ".join(values_told(claim)) or "no value"
    raise ConfigurationError(f"the claim has no {name!r}; it has {has}")


def values_told(claim: Record) -> list[str]:
    """The values of a claim by their handles. Example: ["actor1 (Taliban, AFG)", "place1 (Kabul, AFG)"]."""
    known = ((one, one.value or one.coded) for one in values_of(claim))
    return [f"{one.handle} ({value_words(one.field, value)})" for one, value in known if value]


def _edited(field: str, value: Record, part: str | None, words: str, text: str, settings: Settings) -> Record:
    name = list_of(field)
    if name == "figures":
        return edited_figure(value, part, words)
    if name == "time":
        return edited_time(value, part, words)
    if name == "places":
        return edited_place(value, part, words, settings)
    if name == "attribution":
        return edited_source(value, part, words, settings)
    if name == "instruments" and part is None:
        return words_in(text, words, value["start"])
    if name == "instruments":
        raise ConfigurationError(f"an instrument has no {part!r} to set; write other words of the story for it")
    return edited_party(value, part, words, settings)
