"""When the learned heads let a candidate of the codebook stand."""

import pytest

from dateline.coding.learned import NOT_MEANT, NOT_MEANT_ELSEWHERE, Opinion, is_meant
from dateline.encoder.labels import KINDS, NONE


def _opinion(none: float) -> Opinion:
    """An opinion whose doubt hangs on the chance of no type alone."""
    rest = (1 - none) / (len(KINDS) - 1)
    return Opinion({kind: none if kind == NONE else rest for kind in KINDS}, news=0.5, trigger=0.5)


@pytest.mark.parametrize(
    ("none", "limit", "is_kept"),
    [
        (0.4, NOT_MEANT, True),
        (0.6, NOT_MEANT, False),
        (0.4, NOT_MEANT_ELSEWHERE, False),
        (0.01, NOT_MEANT_ELSEWHERE, True),
    ],
)
def test_heads_must_be_surer_where_no_word_tells_of_conflict(none: float, limit: float, is_kept: bool) -> None:
    assert is_meant(_opinion(none), limit) is is_kept


def test_without_heads_the_codebook_decides() -> None:
    assert is_meant(None, NOT_MEANT_ELSEWHERE)
