"""Noun phrases: from the first modifier to the head, with a short "of" phrase behind it, and whole names."""

from dateline.coding.syntax.hidden import hidden_verb_host
from dateline.model.reading import Reading

_BEFORE = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "quantmod", "nmod", "advmod", "predet", "neg", "npadvmod"}
)

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_OF_THE_SENTENCE = frozenset({
    "earlier", "later", "so", "far", "then", "meanwhile", "also", "now", "still", "again", "once", "today", "yesterday",
    "elsewhere", "instead", "recently", "previously", "however", "already",
})  # fmt: skip
_QUANTITIES = frozenset({
    "dozen", "hundred", "thousand", "million", "score", "number", "group", "couple", "handful", "majority",
    "most", "many", "part", "half", "third", "quarter", "some", "several", "all", "any", "each", "one", "two",
    "three", "four", "five", "none", "series", "rest", "lot", "bulk",
})  # fmt: skip


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
    while first < head and reading.tokens[first].lemma in _OF_THE_SENTENCE:
        first += 1  # "Earlier troops shelled", "so far more than 70 men": the parser gives the adverb to the noun
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
        token = reading.tokens[child]
        if token.relation == "conj" and token.part_of_speech in _NOMINAL and not _has_verb(reading, child):
            found.extend(conjuncts(reading, child))
    return found


def _has_verb(reading: Reading, noun: int) -> bool:
    """Whether a noun of a list is the object of a verb that the parser reads as its adjective."""
    return any(hidden_verb_host(reading, child) is not None for child in reading.children[noun] if child < noun)


def counted(reading: Reading, head: int) -> list[int]:
    """What a noun of quantity counts: the districts of "dozens of districts", the men of "a group of men"."""
    return [
        inner
        for child in reading.children[head]
        if reading.tokens[child].lemma == "of" and reading.tokens[head].lemma in _QUANTITIES
        for inner in reading.children[child]
        if reading.tokens[inner].relation == "pobj"
    ]


def parties_of(reading: Reading, head: int) -> list[int]:
    """The coordinated heads, also behind a quantity: "dozens of pupils, teachers and guards" gives three."""
    return [
        found
        for one in conjuncts(reading, head)
        for found in (one, *(more for inner in counted(reading, one) for more in conjuncts(reading, inner)[1:]))
    ]
