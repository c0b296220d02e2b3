"""Running totals: what a number counts up to now, not in one act."""

from itertools import pairwise

from dateline.coding.candidate import Candidate
from dateline.coding.figures.counting import Count
from dateline.model.reading import Reading
from dateline.model.token import Token

_LONG = frozenset({"month", "year", "decade"})
_SO_FAR = frozenset({("so", "far"), ("to", "date"), ("until", "now"), ("thus", "far")})


def is_cumulative(reading: Reading, candidate: Candidate, count: Count) -> bool:
    """Whether a figure is a running total.

    It is when the words make it a toll or total that something came to ("bringing the total to 12,000"), when "since",
    "so far" or months and years bound it, and when places have been taken by now (the present perfect: "have overrun
    dozens of districts"). An act of one day is none.
    """
    if count.quantity.is_total or count.quantity.toll == "total":
        return True
    if count.counts == "places-taken" and _is_perfect(reading, candidate.head):
        return True
    sentence = reading.sentences[reading.tokens[candidate.head].sentence]
    words = [token.lemma for token in reading.words(sentence)]
    if any(pair in _SO_FAR for pair in pairwise(words)):
        return True
    if _is_perfect(reading, candidate.head) and any(
        reading.tokens[index].lemma == "since" for index in reading.subtree(candidate.head)
    ):
        return True  # "have been killed and millions displaced since the war began"
    return any(_bounds(reading, index) for index in _clauses(reading, candidate.head))


def _clauses(reading: Reading, head: int) -> list[int]:
    """The predicate and those it is a clause of or coordinated with: "bombardment since May which has killed 130"."""
    found = [head]
    for above in reading.ancestors(head):
        if reading.tokens[found[-1]].relation not in {"relcl", "acl", "conj", "xcomp", "pcomp", "pobj", "prep"}:
            break
        found.append(above)
    return found


def _bounds(reading: Reading, head: int) -> bool:
    """Whether "since ..." or "in the past five years" hangs on a predicate that is told in the perfect."""
    for child in reading.children[head]:
        token = reading.tokens[child]
        if token.lemma == "since" and token.relation in {"prep", "mark", "advmod"}:
            return True
        if token.relation == "advcl" and any(_is_since(reading.tokens[word]) for word in reading.children[child]):
            return True
        if token.relation == "prep" and token.lemma in {"in", "over", "during"} and _is_long(reading, child):
            return True
    return False


def _is_since(token: Token) -> bool:
    return token.lemma == "since" and token.relation in {"mark", "prep"} and token.index < token.head


def _is_long(reading: Reading, preposition: int) -> bool:
    words = [reading.tokens[index].lemma for index in reading.subtree(preposition)]
    return bool(_LONG & set(words)) and bool({"past", "last"} & set(words))


def _is_perfect(reading: Reading, head: int) -> bool:
    """Present perfect: "have overrun", not "had overrun"."""
    children = (reading.tokens[child] for child in reading.children[head])
    return any(token.relation == "aux" and token.text.lower() in {"have", "has", "'ve", "’ve"} for token in children)
