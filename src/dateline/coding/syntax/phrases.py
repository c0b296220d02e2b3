"""Noun phrases: from the first modifier to the head, with a short "of" phrase behind it, and whole names."""

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
        elif child == last + 1 and token.relation == "prep":
            inner = next((i for i in reading.children[child] if reading.tokens[i].relation == "pobj"), None)
            if inner is not None and (token.lemma == "of" or _is_name(reading, head, child, inner)):
                last = noun_phrase(reading, inner)[1]
        elif child == last + 1 and token.relation in {"nummod", "compound", "amod"}:
            last = child  # "Resolution 1701", "Brigade 44"
    return first, last


def _is_name(reading: Reading, head: int, preposition: int, inner: int) -> bool:
    """ "State Committee for National Security": a name goes on over a preposition when both sides are written large."""
    tokens = reading.tokens
    return (
        tokens[preposition].lemma in {"for", "on", "against"}
        and tokens[head].part_of_speech == "PROPN"
        and tokens[preposition].text.islower()
        and tokens[preposition + 1].text[:1].isupper()
        and tokens[inner].part_of_speech == "PROPN"
        and not tokens[inner].entity.startswith(("DATE", "TIME"))
        and tokens[inner].entity not in {"GPE", "PERSON"}
    )


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
