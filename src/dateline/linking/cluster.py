"""Claims into happenings: average-link agglomeration, the same whatever the order of the claims."""

from collections.abc import Callable, Iterable, Mapping
from heapq import heapify, heappop, heappush
from itertools import combinations

from dateline.linking.match import ENOUGH, Match

Pair = tuple[str, str]
APART = float("-inf")
MUST = 1e6  # of a pair that a person called the same


def components(claims: Iterable[str], joined: Iterable[Pair]) -> list[tuple[str, ...]]:
    """The claims that hang together over joined pairs, each part sorted, in the order of their first claims."""
    leader = {claim: claim for claim in claims}

    def find(claim: str) -> str:
        while leader[claim] != claim:
            leader[claim] = leader[leader[claim]]
            claim = leader[claim]
        return claim

    for one, other in joined:
        first, second = sorted((find(one), find(other)))
        leader[second] = first
    parts: dict[str, list[str]] = {}
    for claim in sorted(leader):
        parts.setdefault(find(claim), []).append(claim)
    return [tuple(part) for part in parts.values()]


def clusters(
    component: tuple[str, ...], points: Callable[[str, str], float], enough: float = ENOUGH
) -> list[tuple[str, ...]]:
    """The happenings among ids that hang together, each sorted.

    The two groups whose pairs have most points on the average are joined first, as long as that is enough and no pair
    between them is APART: one pair that fits by chance joins nothing. Ties go to the lower ids.
    """
    groups: dict[str, list[str]] = {claim: [claim] for claim in component}
    totals = {pair: points(*pair) for pair in combinations(sorted(component), 2)}
    waiting = [(-total, pair, (1, 1)) for pair, total in totals.items() if total >= enough]
    heapify(waiting)
    while waiting:
        _, (kept, gone), sizes = heappop(waiting)
        if sizes != tuple(len(groups.get(name, ())) for name in (kept, gone)):
            continue  # of groups that have grown since
        groups[kept] += groups.pop(gone)
        for other in groups:
            if other != kept:
                ends = _pair(kept, other)
                totals[ends] += totals.pop(_pair(gone, other))
                sizes = len(groups[ends[0]]), len(groups[ends[1]])
                if (average := totals[ends] / (sizes[0] * sizes[1])) >= enough:
                    heappush(waiting, (-average, ends, sizes))
    return [tuple(sorted(group)) for group in groups.values()]


def points_of(match: Match) -> float:
    """A match as clustering takes it."""
    return APART if match.veto else match.points


def judged(pair: Pair, judgements: Mapping[Pair, str]) -> float | None:
    """The points that a person's judgement gives a pair, None when there is none."""
    return {"same": MUST, "different": APART}.get(judgements.get(pair, ""))


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
