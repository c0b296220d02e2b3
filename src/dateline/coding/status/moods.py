"""The mood of a clause: commands, questions, clauses that nobody or anybody is the subject of, and those that wait."""

from collections.abc import Mapping

from dateline.coding.syntax.grammar import governing_verb, is_headline, is_verbal
from dateline.model.claim import Status
from dateline.model.reading import Reading
from dateline.model.token import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PRESENT = frozenset({"VBZ", "VBP"})
_LEADING = frozenset({"ROOT", "ccomp", "parataxis", "advcl", "dep"})
# "No fewer than 30 students": a bound, and nobody is denied.
_BOUNDS = (["no", "fewer", "than"], ["no", "less", "than"], ["no", "more", "than"])
_QUESTION_WORDS = frozenset({"WP", "WDT", "WRB", "WP$"})


def is_finite(reading: Reading, verb: int) -> bool:
    """Whether a verb has a tense of its own: not "let them know", "saw it burning", "got it signed"."""
    tokens = [reading.tokens[verb], *_children(reading, verb, _AUXILIARIES)]
    has_subject = any(_children(reading, verb, _SUBJECTS))
    return has_subject and any(token.tag in _FINITE for token in tokens)


def is_imperative(reading: Reading, verb: int) -> bool:
    """ "Call the police": a base form without a subject or an auxiliary that leads its clause."""
    token = reading.tokens[verb]
    if token.tag != "VB" or token.relation not in _LEADING or is_headline(reading, verb):
        return False
    if token.relation == "ccomp" and reading.subtree(verb)[0] > token.head:
        return False  # "made them leave"; a command that is quoted stands before its verb
    helpers = [helper for helper in _children(reading, verb, _AUXILIARIES) if helper.lemma != "do"]
    return not helpers and not any(_children(reading, verb, _SUBJECTS))


def is_asked(reading: Reading, verb: int) -> bool:
    """ "Did they attack?": whether it happened is asked; "who attacked them?" takes it for granted."""
    token = reading.tokens[verb]
    if token.relation not in {"ROOT", "conj"} or not is_verbal(token):
        return False
    sentence = reading.sentences[token.sentence]
    words = reading.words(sentence)
    if not any(word.text == "?" for word in words[-2:]) or token.relation == "conj":
        return False
    subjects = _children(reading, verb, _SUBJECTS)
    leads = (
        any(helper.index < subjects[0].index for helper in (*_children(reading, verb, _AUXILIARIES),))
        if subjects
        else False
    )
    return leads and not any(word.tag in _QUESTION_WORDS for word in words if word.index < verb)


def is_embedded_question(reading: Reading, verb: int) -> bool:
    """ "find out who shot him", "investigate how it was attacked": what is asked is not whether it happened."""
    return is_finite(reading, verb) and any(
        reading.tokens[index].tag in _QUESTION_WORDS and reading.tokens[index].lemma != "whether"
        for index in reading.subtree(verb)
        if index < verb
    )


def is_contrast(reading: Reading, node: int) -> bool:
    """ "not killed but wounded": what stands behind "but" is not negated."""
    token = reading.tokens[node]
    between = reading.tokens[token.head + 1 : node]
    return token.relation == "conj" and any(word.relation == "cc" and word.lemma == "but" for word in between)


def negated_argument(reading: Reading, node: int, cues: Mapping[str, Status]) -> str | None:
    """The word by which a subject or object is nobody: "no group claimed", "none of them fled", "killed no one"."""
    if not is_verbal(reading.tokens[node]):
        return None
    # "had no weapons" tells what they had; "fired no shot" what they did not do.
    homes = _SUBJECTS if reading.tokens[node].lemma in {"have", "be"} else _SUBJECTS | {"dobj"}
    for argument in _children(reading, node, homes):
        word = _quantifier(reading, argument, cues)
        if word is not None and cues[word] == "denied":
            return word
    return None


def open_noun(reading: Reading, noun: int, cues: Mapping[str, Status]) -> str | None:
    """The word by which a noun is anybody or anything: "any town taken by the rebels"."""
    word = _quantifier(reading, reading.tokens[noun], cues)
    return word if word is not None and cues[word] == "possible" else None


def waits_on(reading: Reading, verb: int) -> int | None:
    """The verb that a clause in the present tense goes with: "will talk when they arrive", "find the men who fire".

    A clause of what is said is none, as its tense is its own; one of what is asked is: "tell us what they do".
    """
    token = reading.tokens[verb]
    if not any(word.tag in _PRESENT for word in (token, *_children(reading, verb, _AUXILIARIES))):
        return None
    match token.relation:
        case "relcl":
            return governing_verb(reading, token.head)
        case "advcl" if _children(reading, verb, frozenset({"mark", "advmod"})):
            return token.head
        case "ccomp" if is_embedded_question(reading, verb):
            return token.head
    return None


def is_future_of_the_past(reading: Reading, verb: int) -> bool:
    """ "The minister said troops would storm the building": what was said lay ahead, and no condition stands by."""
    token = reading.tokens[verb]
    for child in reading.children[verb]:
        inner = reading.tokens[child]
        is_condition = inner.relation == "advcl" and any(
            reading.tokens[mark].lemma == "if" for mark in reading.children[child]
        )
        if is_condition or (inner.relation == "aux" and inner.lemma == "have"):
            return False
    return token.relation == "ccomp" and reading.tokens[token.head].tag in {"VBD", "VBN"}


def is_inverted_condition(reading: Reading, verb: int) -> bool:
    """ "Had the army attacked, ...", "Should they return, ...": an auxiliary before the subject instead of "if"."""
    token = reading.tokens[verb]
    helpers, subjects = _children(reading, verb, _AUXILIARIES), _children(reading, verb, _SUBJECTS)
    if token.relation != "advcl" or not helpers or not subjects:
        return False
    is_first = reading.subtree(verb)[0] == helpers[0].index
    return is_first and helpers[0].lemma in {"have", "should", "be"} and helpers[0].index < subjects[0].index


def _quantifier(reading: Reading, noun: Token, cues: Mapping[str, Status]) -> str | None:
    first = reading.subtree(noun.index)[0]
    if [word.text.lower() for word in reading.tokens[first : first + 3]] in _BOUNDS:
        return None
    if noun.text.lower() in cues:
        return noun.text.lower()
    return next(
        (
            word.text.lower()
            for word in _children(reading, noun.index, frozenset({"det", "predet", "preconj", "neg"}))
            if word.text.lower() in cues
        ),
        None,
    )


def _children(reading: Reading, head: int, relations: frozenset[str]) -> list[Token]:
    return [token for child in reading.children[head] if (token := reading.tokens[child]).relation in relations]
