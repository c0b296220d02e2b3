"""Places told by a common noun: "the city", "the ex-Soviet country" for the one of that kind named before."""

from collections.abc import Iterator, Sequence

from dateline.codebook.place_words import PlaceWords
from dateline.gazetteer.candidate import PlaceKind
from dateline.model.reading import Reading, Sentence
from dateline.model.token import Token
from dateline.placing.mention import Mention

_NOUNS: dict[str, PlaceKind] = {
    "country": "country", "nation": "country", "republic": "country", "kingdom": "country", "city": "settlement",
    "town": "settlement", "village": "settlement", "province": "admin1", "governorate": "admin1", "camp": "camp",
}  # fmt: skip
_HOMES = frozenset({"pobj", "dobj", "nsubjpass"})
_LARGEST_VILLAGE, _LEAST_CITY = 20_000, 20_000  # inhabitants
_DEFINITE = frozenset({"the", "this", "that", "same"})


def named_before(
    reading: Reading, sentence: Sentence, known: Sequence[Mention], words: PlaceWords
) -> Iterator[Mention]:
    """The definite nouns of a sentence that stand for a place named earlier.

    The last place of that kind before the noun is meant; a place that belongs to a party ("X's committee") counts
    when there is no other, a part of a longer name does not. "the country" is safe only where somebody goes to it or
    comes from it.
    """
    taken = {mention.head for mention in known if mention.first >= sentence.first}
    for token in reading.words(sentence):
        kind = _NOUNS.get(token.lemma)
        if kind is None or token.tag != "NN" or token.index in taken or token.relation not in _HOMES:
            continue
        governor = reading.tokens[token.head].lemma
        if kind == "country" and governor not in words["towards"] | words["away"]:
            continue
        if not _is_definite(reading, token):
            continue
        before = [mention for mention in known if mention.last < token.index and _is_of(mention, kind, token.lemma)]
        if before:
            nearest = max(before, key=lambda mention: (not mention.is_home, mention.last))
            first = min(child for child in reading.children[token.index] if child < token.index)
            fitting = tuple(candidate for candidate in nearest.candidates if candidate.kind == kind)
            yield Mention(
                first, token.index, token.index, nearest.name, fitting, kinds=frozenset({kind}), anchor=nearest.anchor
            )


def _is_definite(reading: Reading, token: Token) -> bool:
    """ "the city" and "the same village", but not "the city of X" or "the city's mosque"."""
    children = [reading.tokens[child] for child in reading.children[token.index]]
    if any(child.index > token.index and child.relation in {"prep", "appos", "relcl", "acl"} for child in children):
        return False
    if any(child.relation in {"compound", "poss", "nmod"} for child in children):
        return False
    return any(child.index < token.index and child.text.lower() in _DEFINITE for child in children)


def _is_of(mention: Mention, kind: PlaceKind, noun: str) -> bool:
    """Whether a mention can be what the noun stands for: a village is small, a city is not."""
    if mention.is_embedded or mention.vague is not None or mention.offset is not None:
        return False
    if mention.kinds:
        return kind in mention.kinds
    if not mention.candidates:
        return False
    largest = max(mention.candidates, key=lambda candidate: (candidate.kind == "country", candidate.population))
    if largest.kind != kind:
        return False
    is_too_large = noun == "village" and largest.population > _LARGEST_VILLAGE
    return not is_too_large and not (noun == "city" and largest.population < _LEAST_CITY)
