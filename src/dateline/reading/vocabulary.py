"""Tells English words from names, by the word lists the parser carries."""

from functools import cache
from typing import Any

from dateline.reading.parse import pipeline


@cache
def is_english(word: str) -> bool:
    """Whether a lower-case word is one of English: "guerrillas" and "wounded" are, "chalatenango" is not."""
    from spacy.lang.en.stop_words import STOP_WORDS

    return word in STOP_WORDS or bool(parts_of_speech(word))


@cache
def parts_of_speech(word: str) -> frozenset[str]:
    """The open classes ("noun", "verb", "adj", "adv") that a lower-case word belongs to in one of its forms."""
    index, exceptions, rules = _tables()
    return frozenset(
        kind
        for kind in ("noun", "verb", "adj", "adv")
        if word in index.get(kind, ())
        or word in exceptions.get(kind, {})
        or any(
            word.endswith(old) and len(word) > len(old) and word[: -len(old)] + new in index.get(kind, ())
            for old, new in rules.get(kind, ())
        )
    )


@cache
def _tables() -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    lookups = pipeline().get_pipe("lemmatizer").lookups
    kinds = ("noun", "verb", "adj", "adv")
    tables = (lookups.get_table(name) for name in ("lemma_index", "lemma_exc", "lemma_rules"))
    index, exceptions, rules = ({kind: table.get(kind, ()) for kind in kinds} for table in tables)
    return {kind: frozenset(words) for kind, words in index.items()}, exceptions, rules
