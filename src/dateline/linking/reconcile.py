"""Many figures for one thing: the bounds of what stands, and one number by a rule that says why."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from dateline.linking.entries import Entry, Kind, entries_of
from dateline.linking.ladder import standing
from dateline.linking.match import do_bounds_meet
from dateline.model.event import EventFigure, FigureClaim
from dateline.model.telling import Telling

MOST_ORIGINS = "most-origins"


class Best(NamedTuple):
    """The number, None when no rule can choose, and why in words."""

    number: int | None
    why: str


def figures_of(
    tellings: Sequence[Telling],
    origins: Mapping[str, str],
    renewed: Mapping[str, str],
    copied: Mapping[str, str],
    rule: str = MOST_ORIGINS,
) -> tuple[EventFigure, ...]:
    """The figures of an event.

    `renewed` and `copied` give for a story the one it renews, or the first of those it copies; `rule` is one of RULES.
    """
    found = entries_of(tellings, origins, copied)
    return tuple(_figure(kind, entries, renewed, RULES[rule]) for kind, entries in found.items())


def _figure(kind: Kind, entries: Sequence[Entry], renewed: Mapping[str, str], choose: "Rule") -> EventFigure:
    kept, superseded, parts = standing(entries, renewed)
    is_contested = not all(_do_meet(one, other) for one in kept for other in kept)
    low, high = _bounds(kept, is_contested=is_contested)
    best = choose(kept)
    sides = Counter(entry.side_name for entry in entries if entry.side_name)
    ladder = [
        FigureClaim(
            claim=entry.claim, low=entry.low, high=entry.high, who=entry.who, said_on=entry.said_at[:10] or None,
            superseded_by=superseded[entry].claim if entry in superseded else None,
            part_of=parts[entry].claim if entry in parts else None,
        )
        for entry in entries
    ]  # fmt: skip
    side = min(sides, key=lambda name: (-sides[name], name)) if sides else kind.side
    are_soldiers = kind.unit == "person" and any(entry.unit == "soldier" for entry in entries)
    unit = "soldier" if are_soldiers else kind.unit  # insurgents are military, and no soldiers
    return EventFigure(
        kind.counts, unit, kind.population, side, low, best.number, high, best.why, is_contested, tuple(ladder)
    )


def _bounds(kept: Sequence[Entry], *, is_contested: bool) -> tuple[int | None, int | None]:
    """What all agree on; where they contradict, the least and the greatest number that anybody names."""
    if is_contested:
        named = [number for entry in kept for number in (entry.low, entry.high) if number is not None]
        return min(named), max(named)
    lows = [entry.low for entry in kept if entry.low is not None]
    highs = [entry.high for entry in kept if entry.high is not None]
    return max(lows, default=None), min(highs, default=None)


def _most_origins(kept: Sequence[Entry]) -> Best:
    """The number that the bounds of most origins hold, an exact one before another; None when two have as many."""
    support = {number: {entry.who for entry in kept if _holds(entry, number)} for number in _named(kept)}
    if not support:
        return Best(None, f"no number is named, only bounds, by {', '.join(sorted({entry.who for entry in kept}))}")
    most = max(len(who) for who in support.values())
    leading = {number for number, who in support.items() if len(who) == most}
    exact = sorted(leading & {entry.low for entry in kept if entry.low is not None and entry.low == entry.high})
    chosen = exact or sorted(leading)
    if len({frozenset(support[number]) for number in leading}) > 1:
        return Best(None, f"no number has more origins than another: {_listed(kept)}")
    if most < len({entry.who for entry in kept}) and all(_do_meet(one, other) for one in kept for other in kept):
        return Best(None, f"no number that is named fits what all say: {_listed(kept)}")
    number = chosen[0]
    kind = "the exact number" if exact else "the number named, though not as exact,"
    everybody = {entry.who for entry in kept}
    if len(everybody) == 1:
        return Best(number, f"{kind} by the only origin, {min(everybody)}")
    fit = f"{most} of {len(everybody)} origins"
    return Best(number, f"{kind} that fits {fit}: {', '.join(sorted(support[number]))}")


def _latest(kept: Sequence[Entry]) -> Best:
    last = max(kept, key=lambda entry: entry.order)
    return Best(_number(last), f"the latest that was said, by {last.who}")


def _lowest(kept: Sequence[Entry]) -> Best:
    least = min(kept, key=lambda entry: (_number(entry), entry.order))
    return Best(_number(least), f"the lowest that stands, by {least.who}")


def _highest(kept: Sequence[Entry]) -> Best:
    most = max(kept, key=lambda entry: (_number(entry), entry.order))
    return Best(_number(most), f"the highest that stands, by {most.who}")


Rule = Callable[[Sequence[Entry]], Best]
RULES: dict[str, Rule] = {
    MOST_ORIGINS: _most_origins,
    "latest": _latest,
    "lowest": _lowest,
    "highest": _highest,
}


def _named(kept: Sequence[Entry]) -> list[int]:
    return sorted({entry.named for entry in kept if entry.named is not None})


def _number(entry: Entry) -> int:
    """The number that is named, else the least that is said."""
    if entry.named is not None:
        return entry.named
    return entry.low if entry.low is not None else entry.high or 0


def _holds(entry: Entry, number: int) -> bool:
    return do_bounds_meet(entry.low, entry.high, number, number)


def _do_meet(one: Entry, other: Entry) -> bool:
    return do_bounds_meet(one.low, one.high, other.low, other.high)


def _listed(kept: Sequence[Entry]) -> str:
    return ", ".join(f"{_number(entry):,} by {entry.who}" for entry in sorted(kept, key=lambda entry: entry.order))
