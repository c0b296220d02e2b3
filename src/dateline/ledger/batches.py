"""Long lists of ids in parts, for a query takes only so many values."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
MOST_VALUES = 500


def batches(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values, MOST_VALUES at a time."""
    for at in range(0, len(values), MOST_VALUES):
        yield values[at : at + MOST_VALUES]
