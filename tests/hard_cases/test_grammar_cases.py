"""Hard cases of grammar: who does what to whom in passives, control, clauses, nouns and headlines."""

from collections.abc import Callable
from typing import Any

THEMES = ("voice", "control", "roles", "clauses", "nouns", "headlines")


def test_case_holds(case: Any, falls_short: Callable[[Any], list[str]]) -> None:
    assert falls_short(case) == []
