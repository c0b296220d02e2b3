"""Noun phrases: from the first modifier to the head, with a short "of" phrase behind it."""

from dateline.model.reading import Reading

_BEFORE = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "quantmod", "nmod", "advmod", "predet", "neg", "npadvmod"}
)


def noun_phrase(reading: Reading, head: int) -> tuple[int, int]:
    """The first and last token (included) of the noun phrase around a head noun.

    "the two rebels of the group who fled" with the head "rebels" gives "the two rebels of the group".
    """
    first = last = head
    for child in reading.children[head]:
        token = reading.tokens[child]
        if child < head and token.relation in _BEFORE:
            first = min(first, reading.subtree(child)[0])
        elif child > head and token.relation == "prep" and token.lemma == "of" and child == last + 1:
            inner = [index for index in reading.children[child] if reading.tokens[index].relation == "pobj"]
            if inner:
                last = noun_phrase(reading, inner[0])[1]
        elif child == last + 1 and token.relation in {"nummod", "compound", "amod"}:
            last = child  # "Resolution 1701", "Brigade 44"
    return first, last


def conjuncts(reading: Reading, head: int) -> list[int]:
    """The head and the heads coordinated with it: "soldiers, police and rebels" gives three."""
    found = [head]
    for child in reading.children[head]:
        if reading.tokens[child].relation == "conj" and reading.tokens[child].part_of_speech in {
            "NOUN",
            "PROPN",
            "PRON",
            "NUM",
            "ADJ",
        }:
            found.extend(conjuncts(reading, child))
    return found
