"""The values of a claim that a person decides about one by one: its parties, places, time, figures and sources."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

TIME = "time"  # the only one of which a claim has one at most
LISTS: dict[str, str] = {
    "actor": "actors", "target": "targets", "instrument": "instruments", "place": "places", TIME: TIME,
    "figure": "figures", "attribution": "attribution",
}  # fmt: skip
FIELD = re.compile(rf"(?P<list>{'|'.join(LISTS.values())}):(?P<start>\d+)-(?P<end>\d+)(?::\d+)?")

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StandingValue:
    """A value of a claim with what was decided about it.

    `handle` is how people name it ("figure1", by its place in the list, and "time"); `field` is the key under which
    decisions about it are kept: the list, and the words it was read from ("figures:341-346", with ":2" for the second
    of the same words). `coded` is None when the coder does not find it, `value` what holds, None when it is rejected.
    """

    handle: str
    field: str
    coded: Record | None
    value: Record | None
    correction: Record | None


def list_of(field: str) -> str | None:
    """The list that the key of a value names ("figures:341-346" is "figures"); None for any other field."""
    found = FIELD.fullmatch(field)
    return found["list"] if found else None


def values_of(claim: Record) -> list[StandingValue]:
    """All values of a claim, given as its public JSON: as coded, then those that only a person's decision keeps.

    A decision belongs to the value with the very same words, or else to the one whose words overlap most: a newer coder
    may read "At least 40" where the older one read "40". One whose words nothing is coded from any more still holds.
    """
    return [value for one, name in LISTS.items() for value in _values(claim, one, name)]


def standing_claim(claim: Record) -> Record:
    """The claim with the values that hold; itself when nobody decided about any."""
    if not any(list_of(one["field"]) for one in claim.get("corrections", ())):
        return claim
    held = {name: [one for one in _values(claim, kind, name) if one.value] for kind, name in LISTS.items()}
    values = {name: [dict(one.value or {}) for one in kept] for name, kept in held.items()}
    places = {int(one.handle.removeprefix("figure")) - 1: at for at, one in enumerate(held["figures"])}
    for figure in values["figures"]:  # a figure that is part of another names it by its place in the list
        figure["part_of"] = places.get(figure["part_of"])
    return {**claim, **values, TIME: next(iter(values[TIME]), None)}


def coded_item(claim: Record, field: str) -> Record | None:
    """What is coded where the decided value with this key was, or None."""
    lone = {**claim, "corrections": [{"field": field, "kind": "reject", "value": None}]}
    return next((one.coded for one in values_of(lone) if one.correction), None)


def _values(claim: Record, kind: str, name: str) -> list[StandingValue]:
    found = claim[name] if name != TIME else [claim[TIME]] if claim[TIME] else []
    keys = _keys(name, found)
    about = {one["field"]: one for one in claim.get("corrections", ()) if list_of(one["field"]) == name}
    of_key = _matched(keys, about)
    values = []
    for at, (key, coded) in enumerate(zip(keys, found, strict=True)):
        field = of_key.get(key, key)
        values.append(_standing(_handle(kind, at), field, coded, about.get(field)))
    left = [field for field in about if field not in of_key.values()]
    return values + [_standing(_handle(kind, len(keys) + n), field, None, about[field]) for n, field in enumerate(left)]


def _handle(kind: str, at: int) -> str:
    return kind if kind == TIME and at == 0 else f"{kind}{at + 1}"


def _standing(handle: str, field: str, coded: Record | None, correction: Record | None) -> StandingValue:
    return StandingValue(handle, field, coded, correction["value"] if correction else coded, correction)


def _keys(name: str, values: Sequence[Record]) -> list[str]:
    seen: dict[str, int] = {}
    keys = []
    for value in values:
        key = f"{name}:{value['start']}-{value['end']}"
        seen[key] = seen.get(key, 0) + 1
        keys.append(key if seen[key] == 1 else f"{key}:{seen[key]}")
    return keys


def _matched(keys: Sequence[str], fields: Mapping[str, Record]) -> dict[str, str]:
    """For each key of a coded value the field of the decision about it."""
    found = {key: key for key in keys if key in fields}
    left = [field for field in fields if field not in found]
    pairs = sorted(
        (
            (overlap, key, field)
            for key in keys
            for field in left
            if key not in found and (overlap := _shared(key, field))
        ),
        key=lambda pair: (-pair[0], pair[1:]),
    )
    for _, key, field in pairs:
        if key not in found and field not in found.values():
            found[key] = field
    return found


def shares_words(field: str, start: int, end: int) -> bool:
    """Whether the words of a key reach into a stretch of the text."""
    first, last = _span(field)
    return first < end and start < last


def _shared(one: str, other: str) -> int:
    """How many characters the words of two keys share."""
    (first, last), (start, end) = (_span(key) for key in (one, other))
    return max(0, min(last, end) - max(first, start))


def _span(key: str) -> tuple[int, int]:
    found = FIELD.fullmatch(key)
    assert found
    return int(found["start"]), int(found["end"])
