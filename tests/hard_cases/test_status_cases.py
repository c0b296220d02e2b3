"""Hard cases of status: what is said, feared, planned, denied or remembered has not happened now; deeds of police."""

from collections.abc import Callable
from typing import Any

THEMES = ("status", "denials", "past_and_drills", "police")


def test_case_holds(case: Any, falls_short: Callable[[Any], list[str]]) -> None:
    assert falls_short(case) == []
