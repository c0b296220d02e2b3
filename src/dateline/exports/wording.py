"""Figures, places, parties and sources in words, for cells that people read."""

from collections.abc import Mapping
from typing import Any

from dateline.model.correction import coded_value, correction_of
from dateline.model.figure import BY_PERSON
from dateline.model.values import StandingValue, list_of

Values = Mapping[str, Any]

# What the United Nations print below their maps, in short.
NO_OPINION = "Names and borders express no opinion on the legal status of any territory."
COUNTED = {"places-taken": "taken", "attacks": "carried out", "other": ""}
_IRREGULAR = {"person": "people", "child": "children", "man": "men", "woman": "women", "policeman": "policemen"}


def correction_note(claim: Values, field: str) -> str:
    """Who decided what holds for a claim's field, to stand behind the value; empty when nobody did.

    Example: " (corrected by ana, was occurred)".
    """
    correction = correction_of(claim, field)
    if correction is None:
        return ""
    verb = {"accept": "accepted", "edit": "corrected", "reject": "rejected"}[correction["kind"]]
    was = f", was {coded_value(claim, field)}" if correction["kind"] == "edit" else ""
    return f" ({verb} by {correction['by']}{was})"


def value_words(field: str, value: Values) -> str:
    """A value of a claim in a few words, by the key of `model.values`. Example: "Bagram Air Base, AFG"."""
    name = list_of(field)
    if name == "figures":
        return figure_words(value)
    if name == "time":
        return days_words(value)
    if name in ("instruments", "attribution"):
        return str(value.get("name") or " ".join(value["text"].split()))
    return ", ".join(part for part in (value["name"], value["country"]) if part)


def value_note(value: StandingValue) -> str:
    """Who decided about a value, and what that changed; empty when nobody did.

    Example: " (corrected by ana: 40 or more → 12 to 15)".
    """
    if value.correction is None:
        return ""
    verb = {"accept": "accepted", "edit": "corrected", "reject": "rejected", "add": "added"}[value.correction["kind"]]
    note = f"{verb} by {value.correction['by']}"
    if value.coded is None:
        note += "" if value.correction["kind"] == "add" else ", coded no more"
    elif value.value is not None and (changed := _changed(value.field, value.coded, value.value)):
        note += f": {'; '.join(changed)}"
    return f" ({note})"


def _changed(field: str, before: Values, after: Values) -> list[str]:
    """What differs between two values. Example: ["40 or more → 12 to 15", "soldier → person"]."""
    pairs = zip(_parts(field, before), _parts(field, after), strict=True)
    return [f"{one or 'none'} → {other or 'none'}" for one, other in pairs if one != other]


def _parts(field: str, value: Values) -> list[Any]:
    if list_of(field) == "figures":
        number = bounds_words(value["low"], value["high"])
        total = "running total" if value["cumulative"] else "no running total"
        return [number, *(value[name] for name in ("counts", "unit", "population", "side")), total]
    if list_of(field) == "time":
        return [days_words(value)]
    if list_of(field) == "instruments":
        return [" ".join(value["text"].split())]
    if list_of(field) == "attribution":
        return [value["name"] or "nobody named", value["kind"]]
    if list_of(field) == "places":
        where = [value["name"], value["admin1"] if value["admin1"] != value["name"] else None, value["country"]]
        known = (
            [part for part in where if part]
            if value["gazetteer_id"] or value["lat"] is not None
            else ["no known place"]
        )
        return [", ".join(known), value["role"]]
    return [value[name] for name in ("name", "kind", "country", "certainty")]


def days_words(time: Values) -> str:
    """The days of a time. Example: "2021-07-05 to 2021-07-07", "2021-07-05 or later", "no known day"."""
    earliest, latest = time["earliest"], time["latest"]
    if earliest is None and latest is None:
        return "no known day"
    if earliest is None or latest is None:
        return f"{earliest} or later" if earliest else f"{latest} or earlier"
    return str(earliest) if earliest == latest else f"{earliest} to {latest}"


def figure_words(figure: Values) -> str:
    """What a figure says. Example: "more than 1,000 (1,001 or more) soldiers fled", "three (3) people killed".

    The unit is added when the figure's own words are the number alone, which are left out where a person set another.
    """
    said, bounds = " ".join(figure["text"].split()), bounds_words(figure["low"], figure["high"])
    is_told = _plain(bounds) in _plain(said).split()
    number = said if is_told else f"{said} ({bounds})"
    is_bare = _is_bare(said, figure["qualifier"])
    if figure["rule"] == BY_PERSON:
        number, is_bare = bounds, True
    unit = unit_words(figure["unit"], figure["low"], figure["high"]) if is_bare else ""
    counted = COUNTED.get(figure["counts"], figure["counts"])
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


def dispute_words(place: Values) -> str:
    """The dispute about the territory of a place, or nothing. Example: "Crimea, claimed by RUS and UKR (neutral)"."""
    disputed = place.get("disputed")
    if not disputed:
        return ""
    *others, last = disputed["claimed_by"]
    claimants = f"{', '.join(others)} and {last}" if others else last
    return f"{disputed['territory']}, claimed by {claimants} ({disputed['view']})"


def source_words(attribution: list[Values]) -> str:
    """The chain of who says so, the first who said it first. Example: "a soldier > RIA"."""
    return " > ".join(source["name"] or source["text"] for source in attribution)


def _is_bare(said: str, qualifier: str | None) -> bool:
    """Whether a figure's words are a number alone, with or without its qualifier: "at least 12", "nine"."""
    number = said.casefold().replace((qualifier or "").casefold(), "", 1)
    return len(number.split()) == 1


def _plain(number: str) -> str:
    return number.replace(",", "").casefold()
