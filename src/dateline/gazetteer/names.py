"""Names to keys: what makes two spellings of a place the same to the gazetteer."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a",
        "ħ": "h", "ŋ": "n", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y",
    }
)  # fmt: skip
_APOSTROPHES = re.compile(r"['‘’‛`´ʻʼʽʾʿˈ′]")
_ABBREVIATION = re.compile(r"\b(?:[a-z]\.){2,}")
_OTHER = re.compile(r"[^\w]+|_")
_WORDS = {
    "saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "and": "", "the": "", "of": "",
}  # fmt: skip
ARTICLES = frozenset(
    {
        "al",
        "el",
        "ad",
        "an",
        "ar",
        "as",
        "ash",
        "at",
        "az",
        "ul",
        "ed",
        "en",
        "er",
        "es",
        "esh",
        "et",
        "ez",
        "adh",
        "ath",
    }
)


@lru_cache(maxsize=65536)
def key_of(name: str) -> str:
    """The key of a name: lower case, no diacritics, apostrophes or punctuation, "Saint" as "st".

    "Sher-Khan Bandar" and "sher khan bandar" have one key; so have "Ra's al-'Ayn" and "Ras al Ayn".
    """
    plain = _plain(name)
    words = [_WORDS.get(word, word) for word in plain.split()]
    return " ".join(word for word in words if word) or plain


def arabic_key(key: str) -> str:
    """The key with every form of the Arabic article as "al" and a final "-ah" as "-a".

    "ar raqqah" gives "al raqqa"; "bab el hawa" gives "bab al hawa".
    """
    words = ["al" if word in ARTICLES else word for word in key.split()]
    return " ".join(word[:-1] if len(word) > 3 and word.endswith("ah") else word for word in words)


def without_article(key: str) -> str:
    """The key without an Arabic article in front: "al raqqa" gives "raqqa"."""
    first, _, rest = key.partition(" ")
    return rest if rest and first in ARTICLES else key


def _plain(name: str) -> str:
    folded = name.lower()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded.translate(_LETTERS))
        folded = "".join(character for character in decomposed if not unicodedata.combining(character))
    folded = _APOSTROPHES.sub("", folded)
    if "." in folded:
        folded = _ABBREVIATION.sub(lambda match: match.group().replace(".", ""), folded)
    return " ".join(_OTHER.sub(" ", folded).split())
