"""How common a word of English is: the model's word list stands in the order of frequency."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

WORD_LIST = Path(__file__).parent / "model" / "tokenizer.json"
FIRST = 1_000  # what stands before are signs and letters
UNKNOWN = 60_000  # as rare as this is a word that the list does not have, a name most often


def rank(word: str) -> int:
    """The place of a word in small letters among the words of English, the most frequent first, from 1 on."""
    return max(1, _places().get(word, UNKNOWN + FIRST) - FIRST)


@cache
def _places() -> Mapping[str, int]:
    """The word list; empty, and all words equally rare, where the model's files are not there."""
    if not WORD_LIST.is_file():
        return {}
    places: Mapping[str, int] = json.loads(WORD_LIST.read_text(encoding="utf-8"))["model"]["vocab"]
    return places
