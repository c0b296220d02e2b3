"""Whether "he" or "she" may be meant: what titles, nouns and first names tell."""

from collections.abc import Iterable, Mapping
from typing import Literal

from dateline.model.reading import Reading

Gender = Literal["female", "male"]
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_MALE = frozenset({"he", "him", "his", "himself"})
_BEFORE_NAMES = frozenset({"compound", "nmod", "flat", "amod", "appos", "dep"})


class Genders:
    """The words that tell a gender, from the classes `female` and `male` of `speakers.tsv`."""

    def __init__(self, classes: Mapping[str, frozenset[str]]) -> None:
        self._female = classes.get("female", frozenset())
        self._male = classes.get("male", frozenset())

    def of_words(self, words: Iterable[str]) -> Gender | None:
        """The gender that the first telling word tells, or None: "female" for "Mrs Karimi"."""
        for word in words:
            plain = word.lower().rstrip(".")
            if plain in self._female or plain in self._male:
                return "female" if plain in self._female else "male"
        return None

    def of_phrase(self, reading: Reading, head: int, first: int) -> Gender | None:
        """The gender of a phrase's bearer: its noun, the words before a name, and what stands in apposition.

        "female" for "the spokeswoman", "Ana Ruiz", "the widow, A. Ruiz"; owners ("his wife's lawyer") do not count.
        """
        tokens = reading.tokens
        own = [head] + [index for index in range(first, head) if tokens[index].relation in _BEFORE_NAMES]
        told = self.of_words(word for index in own for word in (tokens[index].lemma, tokens[index].text))
        if told is not None:
            return told
        beside = [child for child in reading.children[head] if tokens[child].relation == "appos"]
        if tokens[head].relation == "appos":
            beside.append(tokens[head].head)
        return self.of_words(tokens[index].lemma for index in beside)

    def fits(self, pronoun: str, gender: Gender | None) -> bool:
        """Whether a pronoun may stand for somebody; where nothing tells, it may."""
        told = pronoun_gender(pronoun)
        return told is None or gender is None or told == gender


def pronoun_gender(pronoun: str) -> Gender | None:
    """The gender of "he", "her", ...; None for other pronouns."""
    word = pronoun.lower()
    if word in _FEMALE:
        return "female"
    return "male" if word in _MALE else None
