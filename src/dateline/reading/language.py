"""The language of a story, told from its words."""

import re
from functools import cache
from typing import Any

SAMPLE = 4_000  # characters: more does not change the answer
MIN_WORDS = 12  # fewer words say too little
MIN_PROBABILITY = 0.9


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, or None when it is too short or unclear to say."""
    sample = text[:SAMPLE]
    if len(re.findall(r"\w+", sample)) < MIN_WORDS and sample.isascii():
        return None
    language, probability = _identifier().classify(sample.lower())
    return str(language) if probability >= MIN_PROBABILITY else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
