"""Hard cases of whole reports: their form, the hard cases the design names, reports that are no news of conflict."""

from collections.abc import Callable
from typing import Any

THEMES = ("layout", "design", "lookalikes_sport", "lookalikes_business", "lookalikes_culture", "lookalikes_world")


def test_case_holds(case: Any, falls_short: Callable[[Any], list[str]]) -> None:
    assert falls_short(case) == []
