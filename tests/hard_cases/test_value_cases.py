"""Hard cases of values: figures with their bounds, dates, places and names."""

from collections.abc import Callable
from typing import Any

THEMES = ("figures", "counts", "dates", "places", "flight", "names")


def test_case_holds(case: Any, falls_short: Callable[[Any], list[str]]) -> None:
    assert falls_short(case) == []
