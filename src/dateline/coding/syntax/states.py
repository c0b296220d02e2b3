"""Adjectives that tell how people are left: who is dead, or missing."""

from dateline.coding.syntax.grammar import PASSIVE_SUBJECTS, SUBJECTS, expand, is_verbal
from dateline.model.reading import Reading

STATES = frozenset({"dead", "missing"})
_AFTER_THE_NOUN = frozenset({"amod", "acl", "relcl", "appos"})


def state_holders(reading: Reading, head: int) -> list[int]:
    """The heads of those an adjective is told of, apart from "is dead", whose verb tells it; none before a noun.

    "12 dead in market blast", "the 60 dead", "one man dead", "scores feared dead"; not "the dead man", "the dead".
    """
    token = reading.tokens[head]
    numbers = [child for child in reading.children[head] if reading.tokens[child].relation == "nummod"]
    if numbers:
        return numbers[-1:]
    above = reading.tokens[token.head]
    if token.relation in _AFTER_THE_NOUN and above.index < head:
        return expand(reading, above.index)
    if token.relation == "oprd" and is_verbal(above):
        return [
            holder
            for child in reading.children[above.index]
            if reading.tokens[child].relation in SUBJECTS | PASSIVE_SUBJECTS
            for holder in expand(reading, child)
        ]
    subjects = [child for child in reading.children[head] if reading.tokens[child].relation in SUBJECTS]
    return [holder for child in subjects for holder in expand(reading, child)]
