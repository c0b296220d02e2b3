"""Whether two names are one, spelled twice."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

SHORTEST = 4  # letters: "Assad" in "Assads"; shorter ones stand in too many names
SPELLING = 0.7  # two names as alike as that are one, spelled twice


@lru_cache(maxsize=65536)
def is_same_name(one: str, other: str) -> bool:
    """Whether two names are one, spelled twice: word by word, Feyzabad and Faizabad, "Assads" and "Assad regime"."""
    return any(_is_same_word(first, second) for first in one.split() for second in other.split())


def _is_same_word(one: str, other: str) -> bool:
    if one.isdigit() or other.isdigit():
        return one == other
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= SHORTEST and longer.startswith(shorter):
        return True
    consonants = _consonants(one)
    if len(consonants) > 1 and consonants == _consonants(other):
        return True
    return one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= SPELLING


def _consonants(name: str) -> str:
    return re.sub(r"[aeiouyh]|(.)(?=\1)", "", name.replace("q", "k"))
