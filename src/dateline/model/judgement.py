"""What a person decided about two claims: that they tell of the same happening, or not."""

from dataclasses import dataclass
from typing import Literal, get_args

Verdict = Literal["same", "different", "unsure"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The last decision about a pair of claims, the ids in order; "unsure" leaves it to the comparison."""

    one: str
    other: str
    verdict: Verdict
