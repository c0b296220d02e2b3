"""How far an event is known: told by one, by two who do not hang on each other, contested, denied or taken back."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from dateline.model.claim import Status
from dateline.model.event import EventFigure, EventStatus
from dateline.model.telling import Telling

NEWS = frozenset({"occurred", "ongoing"})
_WITHOUT_NEWS: tuple[tuple[Status, EventStatus], ...] = (
    ("denied", "denied"), ("planned", "planned"), ("possible", "possible"), ("background", "background")
)  # fmt: skip


def status_of(tellings: Sequence[Telling], origins: Mapping[str, str], figures: Sequence[EventFigure]) -> EventStatus:
    """The status of an event.

    Retracted: everybody who told it denies it in a later report. Contested: an origin denies what another tells, or
    their figures contradict. Corroborated: two origins tell it, and not each another part of it.
    """
    told = {origins[one.claim.id]: one for one in _in_time(tellings) if one.claim.status in NEWS}
    denied = {origins[one.claim.id]: one for one in _in_time(tellings) if one.claim.status == "denied"}
    if not told:
        statuses = {telling.claim.status for telling in tellings}
        return next(status for coded, status in _WITHOUT_NEWS if coded in statuses)
    if all(_is_later(denied.get(who), told[who]) for who in told):
        return "retracted"
    if denied or any(figure.contested for figure in figures):
        return "contested"
    pairs = combinations(sorted(told), 2)
    return "corroborated" if any(not count_apart(figures, *pair) for pair in pairs) else "reported"


def count_apart(figures: Sequence[EventFigure], one: str, other: str) -> bool:
    """Whether both give figures, and never of the same: the doctor's wounded confirm no ministry's dead."""
    counted = [{who for step in figure.claims if (who := step.who) in (one, other)} for figure in figures]
    return {one} in counted and {other} in counted and {one, other} not in counted


def is_taken_back(tellings: Sequence[Telling], origins: Mapping[str, str], who: str) -> bool:
    """Whether an origin denies in a later report what it told."""
    own = [one for one in _in_time(tellings) if origins[one.claim.id] == who]
    told = [one for one in own if one.claim.status in NEWS]
    denied = [one for one in own if one.claim.status == "denied"]
    return bool(told and denied) and _is_later(denied[-1], told[-1])


def _is_later(one: Telling | None, other: Telling) -> bool:
    return one is not None and _said_at(one) > _said_at(other)


def _in_time(tellings: Sequence[Telling]) -> list[Telling]:
    return sorted(tellings, key=lambda telling: (_said_at(telling), telling.claim.id))


def _said_at(telling: Telling) -> str:
    return telling.said_at or telling.written_on or ""
