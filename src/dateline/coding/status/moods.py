"""The mood of a clause: commands, questions, clauses that nobody or anybody is the subject of, and those that wait."""

from collections.abc import Mapping

from dateline.coding.syntax.grammar import is_headline, is_verbal
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
_LIKINGS = frozenset({"love", "like", "believe"})
# In the present these tell of a state of the speaker's and are no command: "Hope you are well", "Need more guns".
STATES = frozenset({
    "be", "have", "need", "want", "know", "think", "believe", "agree", "understand", "mean", "see", "hear", "feel",
    "say", "ask", "thank", "like", "love", "hate", "hope", "wish", "look", "seem", "own", "live", "work", "get",
    "doubt", "depend", "apologize", "apologise", "belong", "remain", "stay", "contain", "include",
})  # fmt: skip
_SOMEBODY = frozenset({"someone", "somebody", "something", "anyone", "anybody", "anything"})
# A gerund behind a noun or adjective and one of these is its matter: "serious about leaving", "a role in ending it".
_MATTERS = frozenset({"about", "in", "to", "toward", "towards", "from", "than"})
_QUESTION_WORDS = frozenset({"WP", "WDT", "WRB", "WP$"})


def is_finite(reading: Reading, verb: int) -> bool:
    """Whether a verb has a tense of its own: not "let them know", "saw it burning", "got it signed"."""
    tokens = [reading.tokens[verb], *_children(reading, verb, _AUXILIARIES)]
    has_subject = any(_children(reading, verb, _SUBJECTS))
    return has_subject and any(token.tag in _FINITE for token in tokens)


def is_imperative(reading: Reading, verb: int) -> bool:
    """ "Call the police": a base form without a subject or an auxiliary that leads its clause.

    In "when they come for a visit, take them there" the parser joins the command to the clause before, with whose verb
    it shares no form.
    """
    token = reading.tokens[verb]
    if token.tag == "VBD":  # "put her back and keep the door closed"
        is_base = token.text.lower() == token.lemma and _opens_sentence(reading, verb)
    else:
        is_base = token.tag == "VB" or (token.tag == "VBP" and token.lemma not in STATES)
    if not is_base or is_headline(reading, verb) or token.lemma in _LIKINGS:
        return False
    if token.relation == "conj":
        above = reading.tokens[token.head]
        return token.tag == "VB" and above.tag in {"VBZ", "VBD"} and not _has(reading, verb, _AUXILIARIES | _SUBJECTS)
    if token.relation not in _LEADING:
        return False
    if token.relation == "ccomp" and reading.subtree(verb)[0] > token.head:
        return False  # "made them leave"; a command that is quoted stands before its verb
    helpers = [helper for helper in _children(reading, verb, _AUXILIARIES) if helper.lemma != "do"]
    return not helpers and not _has(reading, verb, _SUBJECTS)


def is_asked(reading: Reading, verb: int) -> bool:
    """ "Did they attack?": whether it happened is asked; "who attacked them?" takes it for granted.

    "How do they attack?" tells of no act either.
    """
    token = reading.tokens[verb]
    if token.relation not in {"ROOT", "ccomp", "parataxis"} or not is_verbal(token):
        return False
    words = reading.words(reading.sentences[token.sentence])
    is_marked = any(word.text == "?" for word in words[-2:])
    subjects, helpers = _children(reading, verb, _SUBJECTS), _children(reading, verb, _AUXILIARIES)
    leads = bool(subjects) and any(helper.index < subjects[0].index for helper in helpers)
    if not is_marked and (not leads or not any(_opens_sentence(reading, helper.index) for helper in helpers)):
        return False
    if token.relation == "ROOT" and any(word.tag in _QUESTION_WORDS for word in words if word.index < verb):
        is_present = any(helper.text.lower() in {"do", "does"} for helper in helpers)
        return is_marked and is_present and token.lemma not in STATES
    if is_marked and token.tag == "VB" and subjects and not helpers:
        return True  # "Anyone know when they left?"
    return leads and token.relation == "ROOT" and not (helpers[0].lemma in {"have", "be"} and not is_marked)


def _opens_sentence(reading: Reading, index: int) -> bool:
    """Whether only marks stand before a word in its sentence."""
    first = reading.sentences[reading.tokens[index].sentence].first
    return all(token.part_of_speech in {"PUNCT", "SPACE"} for token in reading.tokens[first:index])


def _has(reading: Reading, head: int, relations: frozenset[str]) -> bool:
    return any(reading.tokens[child].relation in relations for child in reading.children[head])


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
    """The word by which a noun is anybody or nobody: "any town taken by the rebels", "no proof showing it"."""
    return _quantifier(reading, reading.tokens[noun], cues)


def waits_on(reading: Reading, verb: int) -> int | None:
    """The verb that a clause in the present tense goes with: "will talk when they arrive", "find the men who fire".

    A clause of what is said is none, as its tense is its own; one of what is asked is: "tell us what they do". Gerunds
    go with it too, of somebody who is not known or as the matter of a noun: "would shoot at someone running away",
    "will have a part in keeping the peace".
    """
    token = reading.tokens[verb]
    if token.tag == "VBG" and token.relation == "acl":
        return _verb_over(reading, token.head) if _is_indefinite(reading, token.head) else None
    if token.tag == "VBG" and token.relation == "pcomp":
        preposition = reading.tokens[token.head]
        above = reading.tokens[preposition.head]
        is_matter = preposition.lemma in _MATTERS and not is_verbal(above)
        return _verb_over(reading, above.index) if is_matter else None
    if not any(word.tag in _PRESENT for word in (token, *_children(reading, verb, _AUXILIARIES))):
        return None
    match token.relation:
        case "relcl":
            return _verb_over(reading, token.head)
        case "advcl" if _children(reading, verb, frozenset({"mark", "advmod"})):
            return token.head
        case "ccomp" if is_embedded_question(reading, verb):
            return token.head
    return None


def _verb_over(reading: Reading, index: int) -> int | None:
    """The nearest verb above a word or the word itself; "according to" and "including" are none."""
    return next(
        (
            above
            for above in (index, *reading.ancestors(index))
            if is_verbal(reading.tokens[above]) and reading.tokens[above].relation != "prep"
        ),
        None,
    )


def _is_indefinite(reading: Reading, noun: int) -> bool:
    """Whether a noun may be anything of its kind: "a man", "somebody", "trouble"; not "the men", "men", "Turkey"."""
    token = reading.tokens[noun]
    if token.lemma.lower() in _SOMEBODY:
        return True
    first = [reading.tokens[child] for child in reading.children[noun] if child < noun]
    determiners = {word.text.lower() for word in first if word.relation == "det"}
    is_known = any(word.relation in {"poss", "nummod"} for word in first) or token.tag != "NN"
    return determiners <= {"a", "an", "some", "another"} and not is_known


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
    if token.relation not in {"advcl", "ccomp", "ROOT"} or not helpers or not subjects:
        return False
    if token.relation != "advcl":  # "would have killed had it hit an eye"
        opener = reading.tokens[helpers[0].index - 1]
        return helpers[0].text.lower() == "had" and subjects[0].index == helpers[0].index + 1 and is_verbal(opener)
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
