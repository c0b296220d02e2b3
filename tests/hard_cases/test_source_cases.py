"""Hard cases of who says so: quotation, chains, responsibility claimed, admitted, suspected and denied."""

from collections.abc import Callable
from typing import Any

THEMES = ("attribution", "first_person", "responsibility")


def test_case_holds(case: Any, falls_short: Callable[[Any], list[str]]) -> None:
    assert falls_short(case) == []
