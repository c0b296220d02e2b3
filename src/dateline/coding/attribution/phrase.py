"""A source's noun phrase, and the nouns that can speak."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.coding.parties.nouns import words
from dateline.model.reading import Reading
from dateline.model.token import Token

_ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """A source's noun phrase around the token `head`.

    Tokens `first` to `last` (included) are all its words, appositions and relative clauses among them; `is_shared`
    marks a phrase that stands elsewhere, as the subject of another verb ("X left, saying that").
    """

    head: int
    first: int
    last: int
    is_shared: bool = False


def speaks(noun: Token, classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether a noun is one of those who speak, or of what speaks for them."""
    if noun.part_of_speech in {"PROPN", "PRON"} or noun.entity in {"PERSON", "ORG", "NORP"}:
        return True
    return any(noun.lemma in classes.get(name, frozenset()) for name in ("person", "body", "document", "medium"))


def plain(reading: Reading, first: int, last: int) -> str:
    """The words without what stands before an article, the article, and a possessive at the end."""
    tokens = reading.tokens
    begin = next((at for at in range(first + 1, last) if tokens[at].lemma in _ARTICLES), first)
    if all(tokens[at].part_of_speech in {"ADV", "PUNCT"} for at in range(first, begin)):
        first = begin  # "Later a source"
    while first < last and tokens[first].relation in {"det", "predet"}:
        first += 1
    while last > first and tokens[last].text in {"'s", "’s", "'", "’"}:
        last -= 1
    return words(reading, first, last)
