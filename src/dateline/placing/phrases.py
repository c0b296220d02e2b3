"""The noun phrase that a place name ends in: "the northern outskirts of the town of X" is about one place."""

from dateline.codebook.place_words import PlaceWords
from dateline.model.reading import Reading

_NARROWING = frozenset({"of", "in", "between", "with", "around", "within", "inside", "near", "outside"})
BORDERS = frozenset({"border", "frontier", "borderland", "borderlands"})


def root_of(reading: Reading, first: int, last: int) -> int:
    """The token of a run whose head lies outside the run."""
    for index in range(last, first - 1, -1):
        if not first <= reading.tokens[index].head <= last or reading.tokens[index].head == index:
            return index
    return last


def climb(reading: Reading, root: int, words: PlaceWords) -> int:
    """The outermost noun that still means the place: from X in "the eastern part of the X region" to "part".

    A noun of a place in front of "of" is climbed to, and one that the name modifies ("X province", "X airport").
    """
    current = root
    while True:
        token = reading.tokens[current]
        above = reading.tokens[token.head]
        if token.head == current:
            return current
        modifies = token.relation in {"compound", "nmod", "amod", "poss", "appos", "npadvmod"}
        joined = token.relation == "conj" and is_place_like(reading, above.index, words)
        if joined or (modifies and is_place_noun(above.lemma, words)):
            current = above.index
        elif token.relation == "pobj" and above.lemma in {"of", "between", "with"}:
            noun = reading.tokens[above.head]
            borders = noun.lemma in BORDERS
            if above.relation != "prep" or not (
                borders or (above.lemma == "of" and (noun.lemma in words["part"] or is_place_noun(noun.lemma, words)))
            ):
                return current
            if noun.part_of_speech in {"VERB", "AUX"}:
                return current
            current = noun.index
        else:
            return current


def is_place_noun(lemma: str, words: PlaceWords) -> bool:
    """Whether a common noun names a kind of place or a part of one."""
    return lemma in words.kinds or lemma in words["part"]


def is_place_like(reading: Reading, index: int, words: PlaceWords) -> bool:
    """Whether a coordinated word is itself a name or a noun of a place."""
    token = reading.tokens[index]
    return token.part_of_speech == "PROPN" or is_place_noun(token.lemma, words)


def preposition_of(reading: Reading, index: int) -> int | None:
    """The preposition in front of a noun phrase, also over a coordination: "in X and Y"."""
    current = index
    for _ in range(6):
        token = reading.tokens[current]
        above = reading.tokens[token.head]
        if token.relation in {"pobj", "pcomp"} and above.index != current:
            return above.index
        if token.relation in {"conj", "appos"} and above.index != current:
            current = above.index
        else:
            return None
    return None
