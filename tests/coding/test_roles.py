"""Who did it to whom, through the grammar of the news."""

from collections.abc import Callable

import pytest

from dateline.model.claim import Claim

ClaimsOf = Callable[..., list[Claim]]

# sentence, first word of the trigger, actors, targets (the words of the phrases)
CASES = [
    ("Rebels attacked a police station.", "attacked", ["Rebels"], ["police station"]),
    ("A police station was attacked by rebels.", "attacked", ["rebels"], ["police station"]),
    ("Soldiers and policemen arrested two students.", "arrested", ["Soldiers", "policemen"], ["students"]),
    ("The army's attack on the village failed.", "attack", ["army"], ["village"]),
    ("Rebel attacks on villages went on.", "Rebel", ["Rebel"], ["villages"]),
    ("Clashes between soldiers and rebels went on.", "Clashes", ["soldiers", "rebels"], []),
    ("The army clashed with rebels.", "clashed", ["army", "rebels"], []),
    ("The air force conducted two air strikes on the rebels.", "air", ["air force"], ["rebels"]),
    ("Gunmen stormed a school, killing a teacher.", "killing", ["Gunmen"], ["teacher"]),
    ("Two teachers killed in the raid were buried.", "killed", [], ["teachers"]),
    ("Police accused the militia of killing villagers.", "killing", ["militia"], ["villagers"]),
    ("The soldiers surrendered to the rebels.", "surrendered", ["soldiers"], ["rebels"]),
    ("The soldiers came under attack by rebels.", "came", ["rebels"], ["soldiers"]),
    ("The mayor condemned the police.", "condemned", ["mayor"], ["police"]),
    ("The governor called on the rebels to disarm.", "called", ["governor"], ["rebels"]),
    ("Villagers fled the rebels.", "fled", ["rebels"], ["Villagers"]),
]


def _without_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if first.lower() in {"the", "a", "an", "two"} else words


@pytest.mark.parametrize(("sentence", "word", "actors", "targets"), CASES)
def test_roles(claims_of: ClaimsOf, sentence: str, word: str, actors: list[str], targets: list[str]) -> None:
    claim = next(claim for claim in claims_of(sentence) if claim.trigger.text.split()[0] == word)
    assert [_without_article(actor.text) for actor in claim.actors] == actors
    assert [_without_article(target.text) for target in claim.targets] == targets


def test_nobody_kills_a_district(claims_of: ClaimsOf) -> None:
    claims = claims_of("At least 12 soldiers were killed and 30 wounded in fighting in two districts.")
    targets = {
        target.kind for claim in claims if claim.event.label in {"killing", "wounding"} for target in claim.targets
    }
    assert "facility" not in targets
