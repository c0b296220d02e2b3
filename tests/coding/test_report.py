"""Nouns that report an event, and nouns that only speak of one."""

from collections.abc import Callable

import pytest

from dateline.model.claim import Claim

ClaimsOf = Callable[..., list[Claim]]

# text, the triggers that are claims
CASES = [
    ("Rebels attacked the port. The mayor condemned the attack.", ["attacked", "condemned"]),
    ("Rebels attacked the port. Another attack on the town killed two men.", ["attacked", "attack", "killed"]),
    ("Attacks on schools are war crimes.", []),
    ("The charges are a threat to the villagers.", []),
    ("Soldiers guided the displaced families.", []),
    ("Soldiers found the wounded men.", []),
]


@pytest.mark.parametrize(("text", "triggers"), CASES)
def test_reports(claims_of: ClaimsOf, text: str, triggers: list[str]) -> None:
    assert [claim.trigger.text for claim in claims_of(text)] == triggers


def test_no_casualties_is_a_zero_of_the_attack(claims_of: ClaimsOf) -> None:
    claims = claims_of("Rebels shelled the market on Monday. There were no casualties.")
    assert [claim.trigger.text for claim in claims] == ["shelled"]
    assert {(figure.counts, figure.low, figure.high) for figure in claims[0].figures} >= {("killed", 0, 0)}
    assert [span.text for span in claims[0].evidence] == ["There were no casualties."]
