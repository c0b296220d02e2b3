"""Who is said to have done an act that another word tells."""

from collections.abc import Callable

import pytest

from dateline.model.claim import Claim

ClaimsOf = Callable[..., list[Claim]]

# text, first word of the act's trigger, its actors with their certainty
CASES = [
    ("The Islamic State group claimed responsibility for the bombing.", "bombing", [("Islamic State", "claimed")]),
    ("A bomb killed six soldiers. Al-Qaida claimed the attack.", "killed", [("al-Qaida", "claimed")]),
    ("Officials blamed the killings on Boko Haram.", "killings", [("Boko Haram", "accused")]),
    ("Nine people died in a raid. The governor blamed herdsmen for the raid.", "died", [("herdsmen", "accused")]),
    ("The bombing of the market was the work of rebels.", "bombing", [("rebels", "suspected")]),
    ("No group has claimed responsibility for the bombing.", "bombing", []),
    ("The rebels said they had seized the airport.", "seized", [("rebels", "claimed")]),
    ("The army said the rebels had seized the airport.", "seized", [("rebels", "fact")]),
]


@pytest.mark.parametrize(("text", "word", "actors"), CASES)
def test_authors(claims_of: ClaimsOf, text: str, word: str, actors: list[tuple[str, str]]) -> None:
    claim = next(claim for claim in claims_of(text) if claim.trigger.text.split()[0] == word)
    assert [(actor.name, actor.certainty) for actor in claim.actors] == actors


def test_an_author_of_another_sentence_is_evidence(claims_of: ClaimsOf) -> None:
    claim = claims_of("A bomb killed six soldiers. Al-Qaida claimed the attack.")[0]
    assert [span.text for span in claim.evidence] == ["Al-Qaida"]
