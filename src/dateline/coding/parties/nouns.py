"""What the common nouns of a phrase say: its role noun, the kind its modifiers give, its plain name."""

from collections.abc import Container

from dateline.codebook.role_nouns import RoleNoun, RoleNouns
from dateline.model.party import Kind
from dateline.model.reading import Reading
from dateline.model.token import Token

_SKIPPED = frozenset({"DET", "NUM", "PRON", "ADV", "PUNCT", "ADP", "SCONJ", "CCONJ", "PART", "AUX", "VERB"})
_HEDGES = frozenset(
    {"more", "less", "fewer", "least", "other", "several", "many", "few", "some", "suspected", "alleged"}
)
_HEDGES |= frozenset(
    {"presumed", "additional", "further", "such", "same", "own", "dozen", "hundred", "thousand", "extra"}
)


def role_noun(reading: Reading, nouns: RoleNouns, first: int, head: int) -> RoleNoun | None:
    """The longest role noun that ends at the head: "police officer" in "two police officers"."""
    noun = reading.tokens[head]
    if nouns.heads.isdisjoint((noun.lemma, noun.text.lower(), _singular(noun.text.lower()))):
        return None
    words = [token for token in reading.tokens[first : head + 1] if token.text != "-"]  # "secretary-general"
    for length in range(min(nouns.longest, len(words)), 0, -1):
        tail = words[-length:]
        lemmas = tuple(token.lemma for token in tail)
        written = tuple(token.text.lower() for token in tail)
        for key in (written, lemmas, (*written[:-1], lemmas[-1]), (*lemmas[:-1], _singular(written[-1]))):
            if key in nouns.nouns:
                return nouns.nouns[key]
    return None


def modifier_kind(reading: Reading, nouns: RoleNouns, first: int, last: int) -> Kind | None:
    """The kind that the nearest telling modifier among tokens `first` to `last` gives: "rebel" in "rebel leader"."""
    for index in range(last, first - 1, -1):
        token = reading.tokens[index]
        pair = (reading.tokens[index - 1].lemma, token.lemma) if index > first else (token.lemma,)
        for word in (pair, (token.lemma,), (token.text.lower(),)):
            if word in nouns.modifiers:
                return nouns.modifiers[word].kind
            noun = nouns.nouns.get(word)
            if noun is not None and not noun.is_weak and noun.form not in {"quantity", "facility", "apart"}:
                return noun.kind
    return None


def name_kind(reading: Reading, nouns: RoleNouns, first: int, head: int) -> Kind | None:
    """The kind that the head of a proper name tells: "the Valley Observatory"; None when no name, or it tells none."""
    token = reading.tokens[head]
    if token.part_of_speech != "PROPN" or not token.text[:1].isupper():
        return None
    has_more = any(
        reading.tokens[index].part_of_speech == "PROPN" and reading.tokens[index].text[:1].isupper()
        for index in range(first, head)
    ) or any(
        reading.tokens[child].relation == "prep" and reading.tokens[child].lemma in {"of", "for", "against"}
        for child in reading.children[head]
    )
    return nouns.names.get(token.text.lower(), nouns.names.get(token.lemma)) if has_more else None


def plain_name(reading: Reading, first: int, last: int, head: int, kept: Container[int] = ()) -> str:
    """The phrase without article, numbers, hedges and home before its name: "Afghan troops" of "some 300 Afghan
    troops", "monitoring group" of "the Paris-based monitoring group".

    A capital that only begins the sentence goes; the tokens in `kept` are names and keep theirs.
    """
    while first < head and _is_preliminary(reading.tokens[first]):
        first += 1
    first = behind_home(reading, first, head)
    name = words(reading, first, last)
    is_common = reading.tokens[first].part_of_speech in {"NOUN", "ADJ"} and reading.tokens[first].text.istitle()
    is_initial = reading.tokens[first].index == reading.sentences[reading.tokens[first].sentence].first
    return name[:1].lower() + name[1:] if is_common and is_initial and first not in kept else name


def behind_home(reading: Reading, first: int, head: int) -> int:
    """The word behind "Paris-based" or "Port Amara - based"; the first one when there is no such home."""
    for index in range(first + 1, head):
        token = reading.tokens[index]
        if token.text.lower() == "based" and reading.tokens[index - 1].text in {"-", "–"}:
            return index + 1
        if token.text.lower().endswith("-based"):
            return index + 1
    return first + 1 if first < head and reading.tokens[first].text.lower().endswith("-based") else first


def words(reading: Reading, first: int, last: int) -> str:
    """The words from token `first` to `last` as they were parsed: recased, mended, on one line."""
    pieces: list[str] = []
    for index in range(first, last + 1):
        token = reading.tokens[index]
        if pieces and token.start > reading.tokens[index - 1].end:
            pieces.append(" ")
        pieces.append(token.text)
    return "".join(pieces)


def is_plural(token: Token) -> bool:
    """Whether a noun is plural by its tag."""
    return token.tag in {"NNS", "NNPS"}


def _is_preliminary(token: Token) -> bool:
    if token.entity == "DATE":
        return True  # "75-year-old"
    if token.entity in {"CARDINAL", "QUANTITY"} and token.part_of_speech not in {"NOUN", "PROPN"}:
        return True
    return (token.part_of_speech in _SKIPPED and token.tag not in {"VBN", "VBG"}) or token.lemma in _HEDGES


def _singular(word: str) -> str:
    """A singular for words the lemmatizer leaves alone, as it does capitalised ones ("Gunmen", "Forces")."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
