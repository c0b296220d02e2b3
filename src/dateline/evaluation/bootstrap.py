"""Bootstrap intervals: how far a score could move with another sample of documents."""

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
RESAMPLES = 1000
SEED = 20210705


def interval(
    items: Sequence[T], statistic: Callable[[Sequence[T]], float], resamples: int = RESAMPLES
) -> tuple[float, float]:
    """The 95 % percentile interval (Efron 1979) of a statistic over documents, the same at every run.

    `items` are what one document adds to the score (counts, say), so that resampling costs no rereading.
    """
    if not items:
        return (0.0, 0.0)
    chance = random.Random(SEED)
    values = sorted(statistic(chance.choices(items, k=len(items))) for _ in range(resamples))
    return (values[int(0.025 * resamples)], values[int(0.975 * resamples) - 1])
