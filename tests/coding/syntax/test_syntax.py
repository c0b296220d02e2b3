"""Where the parties of a predicate stand, from the parse."""

from collections.abc import Callable

import pytest

from dateline.coding.syntax.homes import clause_of
from dateline.model.reading import Reading

# sentence, predicate word, voice, home, the head nouns that stand there
CASES = [
    ("The rebels attacked the town.", "attacked", "active", "subject", ["rebels"]),
    ("The rebels attacked the town.", "attacked", "active", "object", ["town"]),
    ("The town was attacked by the rebels.", "attacked", "passive", "subject", ["town"]),
    ("The town was attacked by the rebels.", "attacked", "passive", "by", ["rebels"]),
    ("Soldiers and police arrested two men.", "arrested", "active", "subject", ["Soldiers", "police"]),
    ("The gunmen stormed the school and kidnapped the pupils.", "kidnapped", "active", "subject", ["gunmen"]),
    ("Gunmen stormed a school, killing one teacher.", "killing", "active", "subject", ["Gunmen"]),
    ("The general accused the militia of killing civilians.", "killing", "active", "subject", ["militia"]),
    ("After bombing the bridge, the army withdrew.", "bombing", "active", "subject", ["army"]),
    ("The soldiers who fled the base were fed.", "fled", "active", "subject", ["soldiers"]),
    ("The town that the rebels captured is empty.", "captured", "active", "object", ["town"]),
    ("The men arrested in the raid were freed.", "arrested", "passive", "subject", ["men"]),
    ("Police wanted to disperse the crowd.", "disperse", "active", "subject", ["Police"]),
    ("The army forced villagers to leave the valley.", "leave", "active", "subject", ["villagers"]),
    ("The rebels' attack on the barracks failed.", "attack", "nominal", "possessor", ["rebels"]),
    ("The rebels' attack on the barracks failed.", "attack", "nominal", "on", ["barracks"]),
    ("Clashes between soldiers and rebels went on.", "Clashes", "nominal", "between", ["soldiers", "rebels"]),
    ("Rebel shelling of the market killed six.", "shelling", "nominal", "of", ["market"]),
]


@pytest.mark.parametrize(("sentence", "word", "voice", "home", "heads"), CASES)
def test_homes(
    read_body: Callable[..., Reading], sentence: str, word: str, voice: str, home: str, heads: list[str]
) -> None:
    reading = read_body(sentence)
    predicate = next(token.index for token in reading.tokens if token.text == word)
    clause = clause_of(reading, predicate)
    assert clause.voice == voice
    assert [reading.tokens[head].text for head in clause.heads(home)] == heads


def test_gerund_of_a_time_has_the_grammar_of_a_noun(read_body: Callable[..., Reading]) -> None:
    reading = read_body("The exodus followed another weekend of fighting in the north.")
    fighting = next(token.index for token in reading.tokens if token.text == "fighting" and token.sentence > 0)
    assert clause_of(reading, fighting).voice == "nominal"
