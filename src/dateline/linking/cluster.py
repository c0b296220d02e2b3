"""Claims into happenings: average-link agglomeration, the same whatever the order of the claims."""

from collections.abc import Callable, Iterable, Mapping
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
    while totals:
        best = min(totals, key=lambda pair: (-totals[pair] / (len(groups[pair[0]]) * len(groups[pair[1]])), pair))
        if totals[best] / (len(groups[best[0]]) * len(groups[best[1]])) < enough:
            break
        kept, gone = best
        groups[kept] += groups.pop(gone)
        del totals[best]
        for other in groups:
            if other != kept:
                ends, with_gone = _pair(kept, other), _pair(gone, other)
                totals[ends] += totals.pop(with_gone)
    return [tuple(sorted(group)) for group in groups.values()]


def points_of(match: Match) -> float:
    """A match as clustering takes it."""
    return APART if match.veto else match.points


def judged(pair: Pair, judgements: Mapping[Pair, str]) -> float | None:
    """The points that a person's judgement gives a pair, None when there is none."""
    return {"same": MUST, "different": APART}.get(judgements.get(pair, ""))


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
