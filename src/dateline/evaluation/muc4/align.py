"""Aligns what a system gives with what the key has: fillers within a slot, and templates within a report."""

from collections.abc import Sequence
from typing import TypeVar

from dateline.evaluation.muc4.match import credit
from dateline.evaluation.muc4.slots import SLOTS, Fill, Template

Ours = TypeVar("Ours")
Theirs = TypeVar("Theirs")
# A response is mapped to a key only when one of these has at least a partial match, besides the incident type.
_CONTENT = (
    ("perp-ind-id", "perp-org-id"),
    ("phys-tgt-id", "phys-tgt-type"),
    ("hum-tgt-name", "hum-tgt-desc", "hum-tgt-type"),
)


def assign(worth: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) with the greatest total worth, each row and column used once; worthless pairs are left out.

    The Hungarian method with potentials (Kuhn 1955, Munkres 1957), rows added one by one.
    """
    if not worth or not worth[0]:
        return []
    size = max(len(worth), len(worth[0]))
    cost = [[-worth[i][j] if i < len(worth) and j < len(worth[0]) else 0.0 for j in range(size)] for i in range(size)]
    row_potential, column_potential = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [0] * (size + 1)  # the row that each column has, counted from 1; 0 is none
    for row in range(1, size + 1):
        _augment(cost, row, row_of, row_potential, column_potential)
    pairs = [(row_of[column] - 1, column - 1) for column in range(1, size + 1)]
    return sorted((i, j) for i, j in pairs if i < len(worth) and j < len(worth[0]) and worth[i][j] > 0)


def _augment(cost: list[list[float]], row: int, row_of: list[int], rows: list[float], columns: list[float]) -> None:
    """Gives one more row a column along the cheapest augmenting path."""
    size = len(cost)
    row_of[0] = row
    least, used, way = [float("inf")] * (size + 1), [False] * (size + 1), [0] * (size + 1)
    column = 0
    while row_of[column] != 0:
        used[column] = True
        current, delta, following = row_of[column], float("inf"), 0
        for other in range(1, size + 1):
            if used[other]:
                continue
            reduced = cost[current - 1][other - 1] - rows[current] - columns[other]
            if reduced < least[other]:
                least[other], way[other] = reduced, column
            if least[other] < delta:
                delta, following = least[other], other
        for other in range(size + 1):
            if used[other]:
                rows[row_of[other]] += delta
                columns[other] -= delta
            else:
                least[other] -= delta
        column = following
    while column:
        row_of[column] = row_of[way[column]]
        column = way[column]


def align_fills(slot: str, ours: Sequence[Fill], key: Sequence[Fill]) -> list[tuple[int, int, float]]:
    """Pairs (ours, key, credit) of a slot's fillers with the greatest total credit."""
    worth = [[credit(slot, fill, wanted) for wanted in key] for fill in ours]
    return [(i, j, worth[i][j]) for i, j in assign(worth)]


def align_templates(ours: Sequence[Template], key: Sequence[Template]) -> list[tuple[int, int]]:
    """Pairs (ours, key) of templates with the greatest total credit over all slots, where a mapping is allowed."""
    return assign([[_worth(template, wanted) for wanted in key] for template in ours])


def _worth(ours: Template, key: Template) -> float:
    """The credit of all slots, 0 where the guidelines' conditions for a content-based mapping are not met."""
    credits = {slot: sum(value for _, _, value in align_fills(slot, ours.of(slot), key.of(slot))) for slot in SLOTS}
    if not credits["inc-type"] or not any(credits[slot] for group in _CONTENT for slot in group):
        return 0.0
    return sum(credits.values())
