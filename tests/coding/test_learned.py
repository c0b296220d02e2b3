"""When the learned heads let a candidate of the codebook stand."""

import pytest

from dateline.coding.learned import Opinion, is_meant
from dateline.encoder.labels import KINDS, NONE


def _opinion(none: float) -> Opinion:
    """An opinion whose doubt hangs on the chance of no type alone."""
    rest = (1 - none) / (len(KINDS) - 1)
    return Opinion({kind: none if kind == NONE else rest for kind in KINDS}, news=0.5, trigger=0.5)


@pytest.mark.parametrize(
    ("none", "among_conflict", "is_kept"),
    [(0.4, True, True), (0.6, True, False), (0.4, False, False), (0.01, False, True)],
)
def test_heads_must_be_surer_where_no_word_tells_of_conflict(none: float, among_conflict: bool, is_kept: bool) -> None:
    assert is_meant(_opinion(none), among_conflict=among_conflict) is is_kept


def test_without_heads_the_codebook_decides() -> None:
    assert is_meant(None, among_conflict=False)
