"""Whether two claims tell of the same happening: points for and against, each with its words, and vetoes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.linking.days import REACH
from dateline.linking.distance import FINE, are_apart, may_hold
from dateline.model.profile import Count, Profile, Somebody, Somewhere

ENOUGH = 3.0  # points from which two claims are one happening
GREAT = 10  # a figure from which the same number twice is no chance
SAME_PLACE, SAME_DAYS, SAME_PARTY = 2.0, 1.5, 1.5
_ARMED = frozenset({"military", "police", "militia", "intelligence", "government"})
_REBELS = frozenset({"rebel", "unidentified-armed", "criminal", "militia"})


class Evidence(NamedTuple):
    """Points for (or, below zero, against) one happening, and why."""

    points: float
    why: str


class Match(NamedTuple):
    """What comparing two claims gave: `veto` says why they cannot be one, `is_part` that one is a part of the other."""

    points: float
    evidence: tuple[Evidence, ...]
    veto: str | None
    is_part: bool = False

    @property
    def is_same(self) -> bool:
        """Whether the two are one happening as far as these two tell."""
        return self.veto is None and self.points >= ENOUGH

    @property
    def why(self) -> str:
        """The evidence in words. Example: "both name Taliban +1.5, both within 2021-07-04 and 05 +1.5"."""
        told = [f"{why} {points:+.1f}" for points, why in self.evidence]
        return ", ".join([*([f"kept apart: {self.veto}"] if self.veto else []), *told])


def compare(one: Profile, other: Profile) -> Match:
    """Compare two claims; the order does not matter."""
    one, other = sorted((one, other), key=lambda profile: profile.id)
    if one.group != other.group:
        return Match(0.0, (), f"{one.group} is not {other.group}")
    evidence = tuple(item for item in _evidence(one, other) if item.points)
    points = sum(item.points for item in evidence)
    if one.is_total != other.is_total:
        return Match(points, evidence, "one is a total over a stretch of time", _is_part(one, other, points))
    return Match(points, evidence, _veto(one, other))


def _veto(one: Profile, other: Profile) -> str | None:
    if _reality(one) != _reality(other):
        return f"one is {_reality(one)}, the other {_reality(other)}"
    is_taken_up = _days_after(one, other) is not None
    is_background = (one.standing == "background") != (other.standing == "background")
    if is_background and not is_taken_up and not _is_same_day(one, other):
        return "one is background, the other news"
    if one.first is not None and other.first is not None and not is_taken_up and (gap := _gap(one, other)) > 0:
        if one.is_stated and other.is_stated:
            return "they name different days"
        if gap > 1:
            return f"they are told {gap} days apart"
    if one.places and other.places and all(are_apart(a, b) for a in one.places for b in other.places):
        return f"{one.places[0].name} is far from {other.places[0].name}"
    if _are_abroad(one, other):
        return "they are in different countries"
    return None


def _reality(profile: Profile) -> str:
    return profile.standing if profile.standing in ("planned", "possible") else "told as a fact or denied"


def _is_part(one: Profile, other: Profile, points: float) -> bool:
    """Whether the happening of one lies within the stretch of the other, with as much in common as one event has."""
    total, part = (one, other) if one.is_total else (other, one)
    if None in (total.first, part.first) or not part.is_stated or part.standing != "news" or total.standing != "news":
        return False
    is_within = (total.first or 0) <= (part.first or 0) and (part.last or 0) <= (total.last or 0)
    return is_within and points >= ENOUGH and not _are_abroad(one, other)


def _evidence(one: Profile, other: Profile) -> Iterator[Evidence]:
    if one.mode and other.mode:
        yield Evidence(0.5, f"both {one.mode}") if one.mode == other.mode else Evidence(-0.5, "different modes")
    yield _who(one.actors, other.actors, "by")
    upon = _who(one.targets, other.targets, "upon")
    least = 0.0 if one.story == other.story else -0.5  # a clash has victims on both sides
    yield Evidence(max(upon.points, least), upon.why)
    yield _where(one.places, other.places)
    yield _when(one, other)
    yield _how_many(one.figures, other.figures)
    if shared := sorted(set(one.words) & set(other.words)):
        yield Evidence(0.5, f"both say {', '.join(shared)}")
    yield _told_of(one, other)
    if one.story == other.story and abs(one.first_sentence - other.first_sentence) <= 1:
        yield Evidence(0.5, "side by side")


def _who(one: Sequence[Somebody], other: Sequence[Somebody], role: str) -> Evidence:
    pairs = [(-_party_points(a, b), a.words, b.words, a, b) for a in one for b in other]
    if not pairs:
        return Evidence(0.0, "")
    against, _, _, a, b = min(pairs, key=lambda pair: pair[:3])
    names = " ".join(a.words) or a.kind, " ".join(b.words) or b.kind
    said = names[0] if names[0] == names[1] else f"{names[0]} and {names[1]}"
    return Evidence(-against, f"{role} {said}")


def _party_points(one: Somebody, other: Somebody) -> float:
    if one.id and other.id:
        return SAME_PARTY if one.id == other.id else -SAME_PARTY
    if one.country and other.country and one.country != other.country:
        return -SAME_PARTY
    if _side(one.kind) != _side(other.kind):
        return -0.5
    shared = set(one.words) & set(other.words)
    if shared and (shared == set(one.words) or shared == set(other.words)):
        return SAME_PARTY if one.country == other.country else 1.0
    return 1.0 if one.country and one.country == other.country else 0.5


def _side(kind: str) -> str:
    if kind in _ARMED:
        return "state"
    return "armed" if kind in _REBELS else kind


def _where(one: Sequence[Somewhere], other: Sequence[Somewhere]) -> Evidence:
    found = [_place_points(a, b) for a in one for b in other]
    return max(found, default=Evidence(0.0, ""))


def _place_points(one: Somewhere, other: Somewhere) -> Evidence:
    if one.name == other.name and one.country == other.country:
        points = 1.0 if one.precision == "country" else SAME_PLACE
        return Evidence(points, f"both in {one.name}")
    if one.precision != "country" and other.precision != "country" and may_hold(one, other):
        return Evidence(1.0, f"{one.name} may be in or about {other.name}")
    if one.country and one.country == other.country:
        return Evidence(0.25, f"both in {one.country}")
    return Evidence(-0.5, f"{one.name}, not {other.name}")


def _when(one: Profile, other: Profile) -> Evidence:
    is_known = one.first is not None and other.first is not None
    if not is_known or _gap(one, other) > 0:
        if (after := _days_after(one, other)) is not None:
            return Evidence(0.25, f"one names no day and is told {after} days after the other")
        if not is_known:
            return Evidence(0.0, "")
        return Evidence(-0.5, "a day apart")
    if one.is_stated and other.is_stated:
        longest = max((profile.last or 0) - (profile.first or 0) for profile in (one, other))
        return Evidence(SAME_DAYS if longest <= 2 else 0.5, "days that overlap")
    return Evidence(0.5, "reported in the same days")


def _how_many(one: Sequence[Count], other: Sequence[Count]) -> Evidence:
    found = [_count_points(a, b) for a in one for b in other if a.counts == b.counts]
    return max(found, default=Evidence(0.0, ""))


def _count_points(one: Count, other: Count) -> Evidence:
    if one.side and other.side and one.side != other.side:
        return Evidence(0.0, "")
    if one.low == one.high == other.low == other.high and one.low is not None and one.low >= GREAT:
        return Evidence(1.5, f"both count {one.low:,} {one.counts}")
    if do_bounds_meet(one.low, one.high, other.low, other.high):
        return Evidence(0.5, f"counts of {one.counts} that agree")
    return Evidence(-0.5, f"counts of {one.counts} that differ")


def do_bounds_meet(low: int | None, high: int | None, other_low: int | None, other_high: int | None) -> bool:
    """Whether one number can lie within both bounds; an open bound is no bound."""
    is_below = high is not None and other_low is not None and high < other_low
    is_above = low is not None and other_high is not None and low > other_high
    return not is_below and not is_above


def _told_of(one: Profile, other: Profile) -> Evidence:
    """How much the openings of the two stories have in common; a name or number weighs three other words."""
    shared_names = sorted(set(one.names) & set(other.names))
    shared = 3 * len(shared_names) + len(set(one.topics) & set(other.topics))
    least = min(3 * len(one.names) + len(one.topics), 3 * len(other.names) + len(other.topics))
    if not least:
        return Evidence(0.0, "")
    points = round(2.0 * shared / least - 0.5, 1)
    return Evidence(points, f"stories that share {', '.join(shared_names[:4]) or 'few words'}")


def _gap(one: Profile, other: Profile) -> int:
    """The days from the end of the earlier to the beginning of the later, 0 when they overlap."""
    assert one.first and one.last and other.first and other.last
    return max(0, other.first - one.last, one.first - other.last)


def _days_after(one: Profile, other: Profile) -> int | None:
    """How many days after the other one of the two is told that may take it up, None when neither does.

    What names no day may go back to any of the days before its report, if it counts the same in the same place.
    """
    for late, early in ((one, other), (other, one)):
        if late.names_no_day and late.written is not None and early.last is not None and not early.is_total:
            days = late.written - early.last
            if 0 <= days <= REACH and _is_one_place_and_number(one, other):
                return days
    return None


def _is_one_place_and_number(one: Profile, other: Profile) -> bool:
    is_one_place = any(
        a.precision in FINE and b.precision in FINE and ((a.name, a.country) == (b.name, b.country) or may_hold(a, b))
        for a in one.places
        for b in other.places
    )
    return is_one_place and bool(one.exact_numbers & other.exact_numbers)


def _is_same_day(one: Profile, other: Profile) -> bool:
    """Whether both name one and the same day."""
    return one.is_stated and other.is_stated and one.first == one.last == other.first == other.last


def _are_abroad(one: Profile, other: Profile) -> bool:
    """Whether both have countries, and neither story names those of the other."""
    named, others_named = set(one.countries), set(other.countries)
    if not named or not others_named:
        return False
    return not named & (others_named | set(other.of_story)) and not others_named & (named | set(one.of_story))
