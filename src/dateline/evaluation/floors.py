"""Floors: the scores that were reached once and are not given up in silence."""

import json
from pathlib import Path

from dateline.evaluation.result import Result


def read_floors(path: Path) -> dict[str, dict[str, float]]:
    """For each task the least value of each score; a name that ends in `_at_most` bounds a score from above."""
    floors: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def below_floor(result: Result, floors: dict[str, float]) -> list[str]:
    """A sentence for each score that its floor does not hold."""
    failures = []
    for name, bound in floors.items():
        score = name.removesuffix("_at_most")
        value = result.scores[score]
        if name.endswith("_at_most") and value > bound:
            failures.append(f"{score} is {value:.3f}, above {bound}")
        elif not name.endswith("_at_most") and value < bound:
            failures.append(f"{score} is {value:.3f}, below {bound}")
    return failures
