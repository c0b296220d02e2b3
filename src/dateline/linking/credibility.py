"""How credible what an origin says is, from 1 to 6, by who else says it or contradicts it; the grade plays no part."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.linking.match import do_bounds_meet
from dateline.linking.status import NEWS, count_apart, is_taken_back
from dateline.linking.voices import is_hidden
from dateline.model.event import Credibility, EventFigure
from dateline.model.telling import Telling

MOST_NAMED = 3  # of those who say the same


class Judged(NamedTuple):
    """The number and the rule in words."""

    number: Credibility
    why: str


def credibility_of(
    tellings: Sequence[Telling], origins: Mapping[str, str], figures: Sequence[EventFigure]
) -> dict[str, Judged]:
    """The credibility of each origin of an event. Two contradict each other when one tells what the other denies, or
    when figures of theirs that stand cannot both be true.
    """
    sides = {who: _side(tellings, origins, who) for who in sorted(set(origins.values()))}
    found: dict[str, Judged] = {}
    for who, side in sides.items():
        others = [other for other, said in sides.items() if other != who and said is not None]
        against = [other for other in others if sides[other] != side or _do_contradict(figures, who, other)]
        with_it = [other for other in others if other not in against and not count_apart(figures, who, other)]
        if side is None:
            found[who] = Judged(6, "it is not told as news")
        elif is_taken_back(tellings, origins, who):
            found[who] = Judged(5, "who said it has taken it back")
        else:
            found[who] = _weighed(with_it, against)
    return found


def _weighed(with_it: Sequence[str], against: Sequence[str]) -> Judged:
    if not against:
        if not with_it:
            return Judged(6, "nobody else says the same")
        if all(is_hidden(name) for name in with_it):
            return Judged(2, "others say the same, but none of them has a name")
        return Judged(1, f"{_listed(with_it, 'says', 'say')} the same")
    say, contradict = 1 + len(with_it), len(against)
    opposed = f"{_listed(against, 'contradicts', 'contradict')} it"
    if say > contradict:
        return Judged(2, f"{opposed}, but more say it")
    if say == contradict:
        return Judged(3, f"{opposed}, and as many say it")
    if with_it:
        return Judged(4, f"{opposed}, and fewer say it")
    return Judged(5, f"{opposed}, and nobody else says it")


def _listed(names: Sequence[str], one: str, many: str) -> str:
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} others"]
    *first, last = names
    return f"{', '.join(first)} and {last} {many}" if first else f"{last} {one}"


def _side(tellings: Sequence[Telling], origins: Mapping[str, str], who: str) -> str | None:
    """Whether an origin tells the event or denies it; None when it does neither."""
    statuses = {telling.claim.status for telling in tellings if origins[telling.claim.id] == who}
    return "tells" if statuses & NEWS else "denies" if "denied" in statuses else None


def _do_contradict(figures: Sequence[EventFigure], one: str, other: str) -> bool:
    return any(
        not do_bounds_meet(a.low, a.high, b.low, b.high)
        for figure in figures
        for a in figure.claims
        for b in figure.claims
        if (a.who, b.who) == (one, other) and a.stands and b.stands
    )
