"""People who were the target and came to no harm: those who escaped, and whose home or car was attacked."""

from collections.abc import Iterator

from dateline.coding.syntax.grammar import SUBJECTS
from dateline.coding.syntax.phrases import noun_phrase
from dateline.evaluation.muc4.story import Told
from dateline.evaluation.muc4.words import word_list
from dateline.model.party import Party
from dateline.model.token import Token

_UNHARMED = word_list("unharmed")
_PRIVATE = word_list("private things")
_HARM = frozenset({"injury", "harm", "attack", "attempt", "assassination", "bomb", "ambush", "bombing"})


def spared(told: Told, first: int, last: int) -> Iterator[Party]:
    """The people of the sentences `first` to `last` who escaped or were not hurt, as parties of no known kind.

    "The mayor escaped unharmed", "Ruiz survived the attack", "the general suffered no injuries".
    """
    reading = told.reading
    for token in reading.tokens:
        if first <= token.sentence <= last and _is_escape(told, token):
            verb = token if token.part_of_speech == "VERB" else reading.tokens[token.head]
            for child in reading.children[verb.index]:
                if reading.tokens[child].relation in SUBJECTS and reading.tokens[child].part_of_speech == "PROPN":
                    yield _party(told, child)


def _is_escape(told: Told, token: Token) -> bool:
    if token.lemma in _UNHARMED:
        return token.head != token.index
    children = {told.reading.tokens[child].lemma for child in told.reading.children[token.index]}
    if token.lemma in {"survive", "escape"}:
        return token.part_of_speech == "VERB" and bool(children & (_HARM | _UNHARMED | {"from", "without"}))
    return (
        token.lemma in {"suffer", "receive"} and bool(children & {"injury"}) and told.lemmas(token.sentence) >= {"no"}
    )


def owners(told: Told, party: Party) -> Iterator[Party]:
    """The people named in the phrase of a home or a car: "the residence of Mayor Ana Ruiz"."""
    reading = told.reading
    tokens = reading.within(party.start, party.end)
    if not any(token.lemma in _PRIVATE for token in tokens):
        return
    for token in tokens:
        if token.part_of_speech == "PROPN" and token.relation in {"pobj", "poss"} and token.text[:1].isupper():
            yield _party(told, token.index)


def _party(told: Told, head: int) -> Party:
    span = told.reading.span_of(*noun_phrase(told.reading, head))
    return Party(span.text, span.start, span.end, span.text, None, "individual", None)
