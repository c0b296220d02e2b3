"""Noun phrases of a story as MUC-4 wants them: the name of a person, the description, the number."""

from dataclasses import dataclass

from dateline.codebook.codebook import Codebook
from dateline.coding.syntax.phrases import conjuncts
from dateline.evaluation.muc4.words import nationality, word_list
from dateline.model.party import Party
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.token import Token

_LEADING = frozenset({"DET", "NUM", "PRON", "PUNCT", "ADV", "CCONJ", "ADP", "PART"})
_NO_MODIFIERS = word_list("empty modifiers")
# Kinds of parties that are persons where a name stands for them, whatever the parser takes the name for.
_PERSONAL = frozenset(
    {"individual", "civilian", "government", "party", "opposition", "judiciary", "legislature", "education", "medical"}
)
# Words of names that are no person's.
_BODIES = word_list("bodies")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its words up to the head as written and as lemmas, in lower case, and what hangs on it.

    `all_words` are those of the whole phrase, written and lemmas alike. `name` is a person's name
    in it, `description` what else it says of the person, or the whole phrase without articles, numbers and nationality
    when it names nobody. `nation` is an ISO code.
    """

    head: Token
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    all_words: str
    name: str | None
    description: str | None
    nation: str | None
    is_plural: bool


def phrase_of(reading: Reading, codebook: Codebook, span: Span) -> Phrase | None:
    """The phrase of a span, or None for a span without words or a mere pronoun.

    "Colombian industrialist Norma Echevarria" has the name "Norma Echevarria", the description "industrialist" and
    the nation COL; "the two peasants" has the description "peasants".
    """
    tokens = reading.within(span.start, span.end)
    if not tokens:
        return None
    indices = {token.index for token in tokens}
    head = next((t for t in tokens if t.head not in indices or t.head == t.index), tokens[-1])
    if head.part_of_speech == "PRON":
        return None
    before = [token for token in tokens if token.index <= head.index]
    nation = next((code for token in before if (code := nationality(token.text))), None)
    core = _without_leading(before)
    first = _name_start(core, codebook, is_person=isinstance(span, Party) and span.kind in _PERSONAL)
    name = " ".join(token.text for token in core[first:]) if first is not None else None
    rest = core[:first] if first is not None else core
    behind = [token for token in tokens if token.index > head.index] if first is None else []
    description = _written(reading, [*_without_trailing(rest), *behind])
    if first is not None:
        description = description or _apposition(reading, head)
    return Phrase(
        head=head,
        words=tuple(token.text.lower() for token in before),
        lemmas=tuple(token.lemma for token in before),
        all_words=" ".join([*(token.text.lower() for token in tokens), "|", *(token.lemma for token in tokens)]),
        name=name,
        description=description,
        nation=nation,
        is_plural=head.tag in {"NNS", "NNPS"},
    )


def _without_leading(tokens: list[Token]) -> list[Token]:
    """The phrase from its first telling word: no article, number, quantifier or nationality in front."""
    first = 0
    while first < len(tokens) - 1 and (
        tokens[first].part_of_speech in _LEADING
        or tokens[first].lemma in _NO_MODIFIERS
        or nationality(tokens[first].text)
        or tokens[first].tag in {"CD", "PRP$", "WP$"}
    ):
        first += 1
    return tokens[first:]


def _without_trailing(tokens: list[Token]) -> list[Token]:
    last = len(tokens)
    while last and tokens[last - 1].part_of_speech in {"PUNCT", "CCONJ", "ADP", "DET"}:
        last -= 1
    return tokens[:last]


def _name_start(tokens: list[Token], codebook: Codebook, *, is_person: bool = False) -> int | None:
    """Where a person's name begins among the words of a phrase that end with its head, or None."""
    last = len(tokens) - 1
    if last < 0 or tokens[last].tag in {"NNS", "NNPS"} or not may_be_name(tokens[last], codebook):
        return None
    first = last
    while first > 0 and may_be_name(tokens[first - 1], codebook):
        first -= 1
    names = tokens[first:]
    is_body = names[-1].entity == "ORG" and not is_person
    if is_body or any(token.text.lower() in _BODIES for token in names):
        return None
    if len(names) == 1 and names[0].entity not in {"PERSON", ""} and first > 0:
        return None
    return first


def may_be_name(token: Token, codebook: Codebook) -> bool:
    """Whether a word can be a part of a person's name: written large, no title, role, nationality or acronym."""
    word = token.text.lower().rstrip(".")
    return (
        token.text[:1].isupper()
        and not (token.text.isupper() and len(token.text) > 2)
        and token.text[:1].isalpha()
        and word not in codebook.titles
        and (word,) not in codebook.role_nouns.nouns
        and (token.lemma,) not in codebook.role_nouns.nouns
        and (word,) not in codebook.role_nouns.modifiers
        and nationality(token.text) is None
        and word not in _BODIES
    )


def names_in_apposition(reading: Reading, codebook: Codebook, head: Token) -> list[str]:
    """ "two reporters, Ana Diaz and Luis Paz," and "the mayor, Ana Diaz,": the names behind a phrase."""
    found: list[str] = []
    for child in reading.children[head.index]:
        if reading.tokens[child].relation != "appos" or child < head.index:
            continue
        for index in conjuncts(reading, child):
            words = [*_before(reading, index), reading.tokens[index]]
            first = _name_start(words, codebook)
            if first is not None and len(words) - first > 1:
                found.append(" ".join(token.text for token in words[first:]))
    return found


def _before(reading: Reading, head: int) -> list[Token]:
    return [
        reading.tokens[child]
        for child in reading.children[head]
        if child < head and reading.tokens[child].relation == "compound"
    ]


def _apposition(reading: Reading, head: Token) -> str | None:
    """ "Ana Diaz, a teacher of the town," : what stands behind the name."""
    for child in reading.children[head.index]:
        token = reading.tokens[child]
        if token.relation == "appos" and child > head.index and not token.text[:1].isupper():
            words = [reading.tokens[i] for i in reading.subtree(child)]
            of = next((t.index for t in words if t.lemma in {"who", "which", ",", "("} and t.index > child), None)
            kept = [t for t in words if of is None or t.index < of]
            return _written(reading, _without_leading(kept))
    return None


def _written(reading: Reading, tokens: list[Token]) -> str | None:
    """The story's words from the first to the last token, on one line; None without a letter."""
    if not tokens:
        return None
    text = " ".join(reading.story.text[tokens[0].start : tokens[-1].end].split())
    return text if any(char.isalpha() for char in text) else None
