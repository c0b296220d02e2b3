"""Words as linking compares them: folded, without those that say nothing."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from dateline.encoder.frequency import UNKNOWN, rank

_SAYS_NOTHING = """
the and for with from that this have has had was were are been being its his her their they them who whom which will
would could should into onto over after before about against between during under near also than then there when where
while more most least some many said says say saying told according reported report reports news not but all any one two
three four five six seven eight nine ten other others another out off new old first last monday tuesday wednesday
thursday friday saturday sunday january february march april may june july august september october november december
today yesterday tomorrow morning evening night afternoon week month year people person around nearly almost several
dozens hundreds thousands day days
"""
_EMPTY = frozenset(_SAYS_NOTHING.split())
LEAST_LETTERS = 3
# What English words are derived with from words that stand in the list by frequency.
_ENDED_BY = """
s es d ed ing ings ly er ers or ors ness al able ation ations ment ments ism ist ists ity ful less ised ized
"""
_BEGUN_BY = """
un re in non dis mis over under anti pre sub inter out
"""
_ENDINGS, _BEGINNINGS = tuple(_ENDED_BY.split()), tuple(_BEGUN_BY.split())


def folded(text: str) -> str:
    """Text in small letters without accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def content_words(text: str) -> tuple[str, ...]:
    """The words that say something, each once, sorted. Example: "the Tajik border guards" is border, guard, tajik."""
    words = re.findall(r"[^\W_]+", folded(text))
    return tuple(sorted({stem(word) for word in words if len(word) >= LEAST_LETTERS and word not in _EMPTY}))


def stem(word: str) -> str:
    """A word without a plural ending, so that "guards" and "guard", "clashes" and "clash" are one."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 5 and word.endswith(("shes", "ches", "sses", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def opening_names(text: str) -> tuple[str, ...]:
    """The words with a capital that do not only stand at the beginning of a sentence, and numbers ("1037"), sorted."""
    found = set()
    for match in re.finditer(r"\d+(?:,\d{3})+|[^\W_]+", text):
        word = match.group().replace(",", "")
        is_name = word[0].isupper() and not re.search(r"(^|[.!?:\n”\"'] ?)\s*$", text[: match.start()][-4:])
        if (is_name or (word.isdecimal() and len(word) > 1)) and folded(word) not in _EMPTY:
            found.add(stem(folded(word)))
    return tuple(sorted(found))


@lru_cache(maxsize=65_536)
def is_english(word: str) -> bool:
    """Whether a word in small letters is one of the list by frequency, or derived from one: "regrouped", "unmanned"."""
    return rank(word) < UNKNOWN or any(rank(root) < UNKNOWN for root in _roots(word))


def _roots(word: str) -> Iterator[str]:
    """What a word may be derived from: "deploying" from "deploy", "routed" from "rout" and "route"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(root := word.removesuffix(ending)) >= LEAST_LETTERS:
            yield from (root, root + "e")
            if root[-1] in (root[-2], "i"):
                yield root[:-1] + ("y" if root[-1] == "i" else "")
    for beginning in _BEGINNINGS:
        if word.startswith(beginning) and len(root := word.removeprefix(beginning)) > LEAST_LETTERS:
            yield root
