"""What the nouns around a number say of it: a toll ("12 dead"), a running total, a group of so many."""

from typing import Literal

from dateline.codebook.quantities import QuantityRules
from dateline.model.reading import Reading
from dateline.model.token import Token

Toll = Literal["killed", "injured", "missing", "casualty", "total"]
_TOLLS: tuple[Toll, ...] = ("killed", "injured", "missing", "casualty")
_BETWEEN = frozenset(
    {"other", "others", "more", "people", "person", "soldier", "civilian", "confirmed", "presumed", "left"}
)
# How far up the parse a total may stand from its number: number, preposition, verb.
_CLIMB = 3


def container_of(reading: Reading, first: int, head: int, rules: QuantityRules) -> int | None:
    """The noun in whose "of" phrase the number stands, when the number counts what it holds or how often it happened.

    "the bodies of 70 villagers" gives "bodies", "a family of five" "family"; "residents of two villages" gives None.
    """
    outer = reading.tokens[head] if head >= first else reading.tokens[first]
    preposition = reading.tokens[outer.head]
    if preposition.lemma != "of" or preposition.relation != "prep" or preposition.index >= first:
        return None
    noun = reading.tokens[preposition.head]
    return noun.index if "group" in rules.noun_kinds(noun.lemma, noun.text.lower()) else None


def is_case(reading: Reading, head: int, rules: QuantityRules) -> bool:
    """Whether the noun counted only says how often something happened: "36 cases of detention"."""
    return "case" in rules.noun_kinds(reading.tokens[head].lemma)


def toll_of(
    reading: Reading, first: int, last: int, head: int, rules: QuantityRules, *, is_zero: bool
) -> tuple[Toll | None, bool]:
    """Which toll a number is by the words around it, if any, and whether it is a running total."""
    total = _total(reading, first, last, head, rules)
    if total:
        return total, True
    around = [reading.tokens[head]] if not first <= head <= last else []
    around.extend(_behind(reading, max(last, head)))
    if is_zero:
        around.extend(_verb_over(reading, head))
    kinds = rules.noun_kinds(*(word for token in around for word in (token.lemma, token.text.lower())))
    return next((toll for toll in _TOLLS if toll in kinds), None), False


def _behind(reading: Reading, last: int) -> list[Token]:
    """The word behind the number or its noun: "12 people dead", "30 wounded"; a verb with its own object is none."""
    end = reading.sentences[reading.tokens[last].sentence].last
    at = last + 1
    while at < end and (reading.tokens[at].lemma in _BETWEEN or reading.tokens[at].tag == "RB"):
        at += 1
    if at >= end:
        return []
    token = reading.tokens[at]
    has_object = any(reading.tokens[child].relation == "dobj" for child in reading.children[at])
    return [] if has_object or token.tag in {"VBZ", "VBG", "VB"} else [token]


def _verb_over(reading: Reading, head: int) -> list[Token]:
    """The verb of which nobody is the object: "no one was hurt"."""
    token = reading.tokens[head]
    return [reading.tokens[token.head]] if token.relation in {"nsubjpass", "nsubj", "dobj"} else []


def _total(reading: Reading, first: int, last: int, head: int, rules: QuantityRules) -> Toll | None:
    """ "the death toll rose to 12", "bringing the total since April to 12,000", "a toll of eight"."""
    inside = [index for index in (head, *range(first, last + 1)) if reading.tokens[index].head not in {head, index}]
    at = next((index for index in inside if reading.tokens[index].relation == "pobj"), None)
    if at is None or reading.tokens[reading.tokens[at].head].lemma not in {"to", "at", "of", "from"}:
        return None
    preposition = reading.tokens[reading.tokens[at].head]
    nouns = [reading.tokens[preposition.head]]
    if preposition.lemma != "of":
        nouns.extend(reading.tokens[child] for child in reading.children[preposition.head])
        nouns.extend(_modified_by(reading, nouns[0]))
    for noun in nouns[: _CLIMB * 2]:
        kinds = rules.noun_kinds(noun.lemma)
        if "toll" in kinds:
            return "killed"
        if "total" in kinds and preposition.lemma != "of":
            return _total_of(reading, noun, rules)
    return None


def _modified_by(reading: Reading, token: Token) -> list[Token]:
    """The nouns that a participle belongs to: in "the number of people killed this year to 412", people and number."""
    found: list[Token] = []
    for index in list(reading.ancestors(token.index))[:_CLIMB]:
        if token.relation not in {"acl", "pobj", "prep", "npadvmod"}:
            break
        token = reading.tokens[index]
        found.append(token)
    return found


def _total_of(reading: Reading, noun: Token, rules: QuantityRules) -> Toll:
    """What a total is of: "raising the number of dead to 51" is of the killed."""
    words = [
        word
        for child in reading.children[noun.index]
        for inner in (child, *reading.children[child])
        for word in (reading.tokens[inner].lemma, reading.tokens[inner].text.lower())
    ]
    kinds = rules.noun_kinds(*words)
    return next((toll for toll in _TOLLS if toll in kinds), "total")
