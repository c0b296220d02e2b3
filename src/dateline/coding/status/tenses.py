"""What the tense of a predicate says: done, going on, or a habit."""

from dataclasses import dataclass

from dateline.coding.candidate import Candidate
from dateline.coding.roles import light_verb_of
from dateline.coding.syntax.grammar import COPULAS, is_headline, is_verbal
from dateline.model.claim import Status
from dateline.model.reading import Reading

_HARM = frozenset({"killed", "injured", "missing"})


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
    is_present = bool(auxiliaries & {"is", "are", "am", "'s", "'re"})
    if is_headline(reading, head):
        return Verdict("occurred", "headline")
    if token.text.lower() == "going" and any(
        reading.tokens[child].relation == "xcomp" and is_infinitive(reading, child) for child in reading.children[head]
    ):
        return Verdict("planned", '"going to"')
    if token.tag == "VBG" and (is_present or auxiliaries & {"been", "was", "were"}):
        return Verdict("ongoing", "progressive")
    if is_present and auxiliaries & {"being"}:
        return Verdict("ongoing", "progressive passive")
    if token.lemma in COPULAS and {counts for _, counts in candidate.predicate.counts} & _HARM:  # "is dead"
        return Verdict("occurred", "a state that has been reached")
    if token.tag in {"VBZ", "VBP"} and not auxiliaries:
        if candidate.voice == "nominal" and light_verbs.get(token.lemma) in {"none", "aspect"}:
            return Verdict("ongoing", f'"{token.text}"')
        return _simple_present(reading, head)
    if is_present and token.tag == "VBN":
        return Verdict("ongoing", "present passive")
    return Verdict("occurred", "past tense" if token.tag == "VBD" else "perfect or participle")


def _tense_bearer(reading: Reading, head: int) -> int | None:
    """The verb whose tense a coordinated verb, an infinitive or a participle shares, or None when it has its own."""
    token = reading.tokens[head]
    above = reading.tokens[token.head]
    if token.head == head or any(
        reading.tokens[child].relation in {"aux", "auxpass", "nsubj", "nsubjpass"} for child in reading.children[head]
    ):
        return None
    if token.relation in {"conj", "xcomp"} or (token.relation == "advcl" and is_bare_participle(reading, head)):
        return above.index if is_verbal(above) else None
    if token.relation == "pcomp" and is_verbal(reading.tokens[above.head]):
        return above.head
    return None


def _simple_present(reading: Reading, head: int) -> Verdict:
    marks = {
        reading.tokens[child].lemma for child in reading.children[head] if reading.tokens[child].relation == "mark"
    }
    if "as" in marks or "while" in marks:
        return Verdict("ongoing", "present tense beside the news")
    return Verdict("background", "simple present: a habit or a state")


def is_bare_participle(reading: Reading, node: int) -> bool:
    """ "stormed the school, killing one": without a subject or auxiliary it shares its verb's mood and tense."""
    return reading.tokens[node].tag in {"VBG", "VBN"} and not any(
        reading.tokens[child].relation in {"nsubj", "nsubjpass", "aux", "auxpass", "mark"}
        for child in reading.children[node]
    )


def is_infinitive(reading: Reading, node: int) -> bool:
    return any(reading.tokens[child].tag == "TO" for child in reading.children[node])
