"""Which time expression says when a predicate happened. The stories are of Tuesday 6 July 2021."""

from collections.abc import Callable

import pytest

from dateline.model.claim import Claim

ClaimsOf = Callable[..., list[Claim]]

# sentence, first word of the trigger, earliest, latest
CASES = [
    ("Rebels attacked the barracks on Monday.", "attacked", "2021-07-05", "2021-07-05"),
    (
        "The army said on Monday that rebels had attacked the barracks on Sunday.",
        "attacked",
        "2021-07-04",
        "2021-07-04",
    ),
    ("The army said on Monday that rebels had attacked the barracks.", "attacked", None, "2021-07-05"),
    ("On Sunday, three men were killed and ten were wounded.", "wounded", "2021-07-04", "2021-07-04"),
    ("Gunmen stormed a school on Monday, killing a teacher.", "killing", "2021-07-05", "2021-07-05"),
    ("On Sunday two men were hurt when rebels shelled the market.", "shelled", "2021-07-04", "2021-07-04"),
    ("The soldiers fled after the clashes of Sunday.", "fled", "2021-07-04", "2021-07-06"),
    ("The soldiers fled after the clashes.", "fled", None, None),
]


@pytest.mark.parametrize(("sentence", "word", "earliest", "latest"), CASES)
def test_time(claims_of: ClaimsOf, sentence: str, word: str, earliest: str | None, latest: str | None) -> None:
    claim = next(claim for claim in claims_of(sentence) if claim.trigger.text.split()[0] == word)
    found = (claim.time.earliest, claim.time.latest) if claim.time else (None, None)
    assert found == (earliest, latest)


def test_a_time_that_covers_the_predicate_breaks_nothing(claims_of: ClaimsOf) -> None:
    assert claims_of("They remembered the September 11 attacks and fled.") != []
