"""What scoring one gold set gives."""

from typing import NamedTuple


class Result(NamedTuple):
    """`n` documents were scored; each score has a value, some a 95 % bootstrap interval (low, high)."""

    n: int
    scores: dict[str, float]
    intervals: dict[str, tuple[float, float]]
