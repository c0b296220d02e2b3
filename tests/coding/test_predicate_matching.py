"""Which words report an event, and as which entry of the codebook."""

from collections.abc import Callable

import pytest

from dateline.model.claim import Claim

ClaimsOf = Callable[..., list[Claim]]

# sentence, the words of each trigger with its type
CASES = [
    ("Rebels took control of the town.", [("took control of", "COERCE")]),
    ("Rebels took full control of the town.", [("took full control of", "COERCE")]),
    ("The army handed the base over to the government.", [("handed", "RETREAT")]),
    ("Gunmen took five policemen hostage.", [("took", "ASSAULT")]),
    ("Police opened fire on protesters.", [("opened fire", "ASSAULT")]),
    ("Dozens of rebels laid down their arms.", [("laid down their arms", "RETREAT")]),
    ("The rebels threatened to bomb the port.", [("threatened", "THREATEN"), ("bomb", "ASSAULT")]),
    ("The soldiers asked for reinforcements.", [("asked", "REQUEST")]),
]
LOOK_ALIKES = [
    "The director shot a film in the desert.",
    "The company fired its manager.",
    "The two parties struck a balance.",
    "The striker attacked from the left and shot wide.",
    "The song captured the imagination of the crowd.",
    "The old man died of a heart attack.",
]


@pytest.mark.parametrize(("sentence", "triggers"), CASES)
def test_triggers(claims_of: ClaimsOf, sentence: str, triggers: list[tuple[str, str]]) -> None:
    found = [(claim.trigger.text, claim.event.plover) for claim in claims_of(sentence)]
    assert [(words.split()[0], plover) for words, plover in found] == [
        (words.split()[0], plover) for words, plover in triggers
    ]


@pytest.mark.parametrize("sentence", LOOK_ALIKES)
def test_look_alikes_report_nothing(claims_of: ClaimsOf, sentence: str) -> None:
    assert [(claim.trigger.text, claim.event.plover) for claim in claims_of(sentence)] == []


def test_a_trigger_has_five_words_at_most(claims_of: ClaimsOf) -> None:
    claims = claims_of("Gunmen took the mayor, two of his guards and a driver of the bus company hostage on Monday.")
    assert claims
    assert all(len(claim.trigger.text.split()) <= 5 for claim in claims)
