"""Verbs with their objects that the parser reads as adjectives of a noun."""

from dateline.model.reading import Reading

_FINITE = frozenset({"VBN", "VBD"})


def is_hidden_gerund(reading: Reading, head: int) -> bool:
    """ "progress in clearing districts": a gerund with its object, which the parser reads as an adjective."""
    token = reading.tokens[head]
    if token.tag != "VBG" or token.relation != "amod" or token.head < head or head == 0:
        return False
    before, noun = reading.tokens[head - 1], reading.tokens[token.head]
    return before.relation in {"prep", "conj"} and before.part_of_speech == "ADP" and noun.tag in {"NNS", "NNPS", "NNP"}


def hidden_verb_host(reading: Reading, head: int) -> int | None:
    """ "had burned huts, looted shops and abducted girls": for "looted" and "abducted", which the parser reads as
    adjectives in a list of nouns, the verb that they are coordinated with; None for other words."""
    token = reading.tokens[head]
    noun = reading.tokens[token.head]
    if token.relation != "amod" or token.tag not in _FINITE or noun.relation != "conj" or head > noun.index:
        return None
    if min(reading.children[noun.index]) < head or reading.tokens[head - 1].text not in {",", "and"}:
        return None
    while noun.relation == "conj":
        noun = reading.tokens[noun.head]
    verb = reading.tokens[noun.head]
    is_listed = noun.relation == "dobj" and verb.tag in _FINITE and verb.relation != "amod"
    return verb.index if is_listed else None
