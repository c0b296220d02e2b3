"""ACLED sub-events that depend on who acts against whom."""

from collections.abc import Callable

import pytest

from dateline.model.claim import Claim

CASES = [
    ("The army retook the town on Monday.", "Battles/Government regains territory"),
    ("Rebels seized the town on Monday.", "Battles/Non-state actor overtakes territory"),
    ("Rebels attacked a patrol of soldiers.", "Battles/Armed clash"),
    ("Gunmen assaulted two villagers.", "Violence against civilians/Attack"),
]


@pytest.mark.parametrize(("sentence", "acled"), CASES)
def test_sub_event(claims_of: Callable[..., list[Claim]], sentence: str, acled: str) -> None:
    assert [claim.event.acled for claim in claims_of(sentence)] == [acled]
