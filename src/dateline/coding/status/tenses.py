"""What the tense of a predicate says: done, going on, or a habit."""

from dataclasses import dataclass

from dateline.coding.candidate import Candidate
from dateline.coding.parties.first_person import FIRST_PERSON
from dateline.coding.roles import light_verb_of
from dateline.coding.status.moods import STATES
from dateline.coding.syntax.grammar import COPULAS, is_headline, is_infinitive, is_verbal
from dateline.model.claim import Plover, Status
from dateline.model.reading import Reading

# "Gunmen burst into the hall": the parser guesses at the tense, and news is told in the past.
_INVARIANT = frozenset({"hit", "burst", "cut", "put", "set", "shut", "shed", "split", "thrust", "cast", "hurt"})
_HARM = frozenset({"killed", "injured", "missing"})
_SPEECH_ACTS: frozenset[Plover] = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT"})
_HABITUAL = frozenset({"always", "often", "usually", "sometimes", "never", "regularly", "normally", "generally"})
# A present behind these never tells of one act in the past: "until the army leaves".
_WHENEVER = frozenset({"whenever", "until", "till", "before", "once", "wherever", "whatever", "as soon as"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status and why: the cue or the rule that gave it."""

    status: Status
    why: str


def tense_of(reading: Reading, candidate: Candidate, light_verbs: dict[str, str]) -> Verdict:
    """What the tense of the predicate's verb, or of its light verb, says."""
    head: int | None = candidate.head
    if candidate.voice == "nominal":
        head = light_verb_of(reading, candidate.head, light_verbs)
    if head is None:
        return Verdict("occurred", "event noun")
    while (above := _tense_bearer(reading, head)) is not None:
        head = above
    token = reading.tokens[head]
    auxiliaries = {
        reading.tokens[child].text.lower()
        for child in reading.children[head]
        if reading.tokens[child].relation in {"aux", "auxpass"}
    }
    is_present = bool(auxiliaries & {"is", "are", "am", "'s", "'re", "'m"})
    if is_headline(reading, head):
        return Verdict("occurred", "headline")
    if token.text.lower() == "going" and any(
        reading.tokens[child].relation == "xcomp" and is_infinitive(reading, child) for child in reading.children[head]
    ):
        return Verdict("planned", '"going to"')
    if token.tag == "VBG" and (is_present or auxiliaries & {"been", "was", "were"}):
        if any(reading.tokens[child].lemma in {"soon", "shortly"} for child in reading.children[head]):
            return Verdict("planned", "progressive of what is soon to come")
        return Verdict("ongoing", "progressive")
    if is_present and auxiliaries & {"being"}:
        return Verdict("ongoing", "progressive passive")
    if token.lemma in COPULAS and {counts for _, counts in candidate.predicate.counts} & _HARM:  # "is dead"
        return Verdict("occurred", "a state that has been reached")
    if (token.tag in {"VBZ", "VBP"} and not auxiliaries) or auxiliaries & {"do", "does"}:
        if candidate.voice == "nominal" and light_verbs.get(token.lemma) in {"none", "aspect"}:
            return Verdict("ongoing", f'"{token.text}"')
        if _is_performed(reading, candidate, head):
            return Verdict("occurred", "said in the first person, and done in being said")
        return _simple_present(reading, head)
    if is_present and token.tag == "VBN":
        return Verdict("ongoing", "present passive")
    return Verdict("occurred", "past tense" if token.tag == "VBD" else "perfect or participle")


def _is_performed(reading: Reading, candidate: Candidate, head: int) -> bool:
    """ "We condemn the attack": whoever says so does it (Austin 1962); "we often condemn" tells of a habit."""
    below = [reading.tokens[child] for child in reading.children[head]]
    return (
        candidate.voice == "active"
        and candidate.predicate.event.plover in _SPEECH_ACTS
        and any(word.relation == "nsubj" and word.text.lower() in FIRST_PERSON for word in below)
        and not any(word.lemma in _HABITUAL or word.relation == "neg" for word in below)
        and reading.tokens[head].relation != "advcl"
    )


def _tense_bearer(reading: Reading, head: int) -> int | None:
    """The verb whose tense a coordinated verb, an infinitive or a participle shares, or None when it has its own."""
    token = reading.tokens[head]
    above = reading.tokens[token.head]
    if token.relation == "ccomp" and _is_small_clause(reading, head):
        return above.index if is_verbal(above) else None
    if token.head == head or any(
        reading.tokens[child].relation in {"aux", "auxpass", "nsubj", "nsubjpass"} for child in reading.children[head]
    ):
        return None
    if token.relation in {"conj", "xcomp"} or (token.relation == "advcl" and is_bare_participle(reading, head)):
        return above.index if is_verbal(above) else None
    if token.relation == "pcomp" and is_verbal(reading.tokens[above.head]):
        return above.head
    return None


def _is_small_clause(reading: Reading, head: int) -> bool:
    """ "let them leave", "had the bridge blown up", "allows them to leave": a clause with a subject and no tense."""
    relations = {reading.tokens[child].relation for child in reading.children[head]}
    tag = reading.tokens[head].tag
    if tag == "VB" and is_infinitive(reading, head) and "nsubj" in relations:
        return True
    is_bare = tag == "VB" or (tag in {"VBN", "VBG"} and "nsubj" in relations)
    return is_bare and not relations & {"aux", "auxpass", "mark"}


def _simple_present(reading: Reading, head: int) -> Verdict:
    if reading.tokens[head].tag == "VBP" and reading.tokens[head].lemma in _INVARIANT:
        return Verdict("occurred", "a form that is past as well")
    opener = _opener(reading, head)
    if opener in {"as", "while"}:
        return Verdict("ongoing", "present tense beside the news")
    if opener in _WHENEVER:
        return Verdict("possible", f'simple present behind "{opener}": to come, or whenever')
    if _has_condition(reading, head):
        return Verdict("possible", "simple present under a condition")
    if _is_generic(reading, head):
        return Verdict("possible", '"you" who are anybody')
    return Verdict("background", "simple present: a habit or a state")


def _opener(reading: Reading, head: int) -> str | None:
    """The word that opens a clause beside another one; "as soon as" is no "as"."""
    if reading.tokens[head].relation != "advcl":
        return None
    openers = [
        reading.tokens[child]
        for child in reading.children[head]
        if child < head and reading.tokens[child].relation in {"mark", "advmod", "attr", "dobj"}
    ]
    for opener in openers:
        word = opener.lemma.lower()
        if word == "as":
            before = [token.text.lower() for token in reading.tokens[max(opener.index - 2, 0) : opener.index]]
            return " ".join([*before, word]) if before[:1] == ["as"] else word
        if word in _WHENEVER or word == "while":
            return word
    return None


def _has_condition(reading: Reading, head: int) -> bool:
    """ "If the dam breaks, the town floods": a general truth, and no act."""
    return reading.tokens[head].lemma not in STATES and any(
        reading.tokens[mark].lemma == "if" and reading.tokens[mark].relation == "mark"
        for child in reading.children[head]
        if reading.tokens[child].relation == "advcl" and child < head
        for mark in reading.children[child]
    )


def _is_generic(reading: Reading, head: int) -> bool:
    """ "You turn right at the church": what anybody does; a state ("you need", "you know") may well hold."""
    return reading.tokens[head].lemma not in STATES and any(
        reading.tokens[child].text.lower() == "you" and reading.tokens[child].relation in {"nsubj", "nsubjpass"}
        for child in reading.children[head]
    )


def is_bare_participle(reading: Reading, node: int) -> bool:
    """ "stormed the school, killing one": without a subject or auxiliary it shares its verb's mood and tense."""
    return reading.tokens[node].tag in {"VBG", "VBN"} and not any(
        reading.tokens[child].relation in {"nsubj", "nsubjpass", "aux", "auxpass", "mark"}
        for child in reading.children[node]
    )
