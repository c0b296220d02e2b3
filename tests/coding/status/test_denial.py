"""Denials of the act, and denials of its author that leave the act standing."""

from collections.abc import Callable

import pytest

from dateline.coding.status.denial import is_aside, leaves_act_standing
from dateline.model.reading import Reading

ReadBody = Callable[..., Reading]

# a sentence, the predicate's word, whether its act stands
CASES = [
    ("The front denied carrying out the raid that killed six herders.", "killed", True),
    ("The front denied shelling the bridge.", "shelling", True),
    ("The front denied any involvement in the bombing of the bridge.", "bombing", True),
    ("The front denied responsibility for the blast, which wounded ten guards.", "wounded", True),
    ("The front denied that its men had killed six herders.", "killed", False),
    ("The front denied an attack on the bridge.", "attack", False),
    ("The front denied reports of a raid.", "raid", False),
    ("The front carried out the raid that killed six herders.", "killed", False),
]


@pytest.mark.parametrize(("body", "word", "stands"), CASES)
def test_what_a_denial_leaves_standing(read_body: ReadBody, body: str, word: str, stands: bool) -> None:
    reading = read_body(body)
    head = next(token.index for token in reading.tokens if token.text == word)
    assert leaves_act_standing(reading, head) is stands


def test_what_tells_a_place_is_not_denied(read_body: ReadBody) -> None:
    reading = read_body("The front denied that it had shelled the camp, where two herders were killed.")
    heads = {token.text: token.index for token in reading.tokens}
    assert is_aside(reading, heads["killed"])
    assert not is_aside(reading, heads["shelled"])
