"""What the word over a clause or an event noun makes of it: "failed to attack", "foiled an attack"."""

from dateline.codebook.status import StatusCues
from dateline.coding.syntax.grammar import is_infinitive
from dateline.model.claim import Status
from dateline.model.reading import Reading


def complement_cue(reading: Reading, node: int, cues: StatusCues) -> Status | None:
    """The status that the word over a clause gives it.

    A cue written with "to" ("have to") needs an infinitive and may name the words before it ("were able to").
    """
    above = reading.tokens[reading.tokens[node].head]
    truth = truth_of(reading, above.index)
    if not is_infinitive(reading, node):
        return cues.complement.get(truth or above.lemma)
    for cue in (*_words_with_to(reading, node, above.index), above.lemma):
        if status := cues.complement.get(cue):
            return status
    return "planned" if above.part_of_speech == "ADJ" else None


def _words_with_to(reading: Reading, node: int, above: int) -> list[str]:
    """The words before "to" and the lemma of the governor, as cues are written: "yet to", "were able to", "tell to"."""
    to = next(child for child in reading.children[node] if reading.tokens[child].tag == "TO")
    word, before = (reading.tokens[index].text.lower() if index >= 0 else "" for index in (to - 1, to - 2))
    return [f"{before} {word} to", f"{word} to", f"{reading.tokens[above].lemma} to"]


def object_cue(reading: Reading, verb: int, cues: StatusCues, is_denied: bool) -> Status | None:
    """The status that a verb gives its object; with a particle it is a verb of its own: "called off the raid"."""
    lemma = reading.tokens[verb].lemma
    particles = [child for child in reading.children[verb] if reading.tokens[child].relation == "prt"]
    if particles:
        lemma = f"{lemma} {reading.tokens[particles[0]].lemma}"
    return (cues.object.get(f"not {lemma}") if is_denied else None) or cues.object.get(lemma)


def truth_of(reading: Reading, governor: int) -> str | None:
    """The cue of "it is not true that": the adjective, behind "not" if that stands by."""
    adjectives = [child for child in reading.children[governor] if reading.tokens[child].relation == "acomp"]
    if reading.tokens[governor].lemma != "be" or not adjectives:
        return None
    is_negated = any(reading.tokens[child].relation == "neg" for child in reading.children[governor])
    return f"{'not ' if is_negated else ''}{reading.tokens[adjectives[0]].lemma}"
