"""Hard cases of status: what is said, feared, planned, denied, rehearsed or remembered has not happened now."""

from collections.abc import Callable
from typing import Any

THEMES = ("status", "denials", "past_and_drills")


def test_case_holds(case: Any, falls_short: Callable[[Any], list[str]]) -> None:
    assert falls_short(case) == []
