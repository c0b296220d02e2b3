"""Subjects and objects that grammar leaves unsaid, shared with a neighbouring verb, noun or clause."""

from collections import defaultdict

from dateline.coding.syntax.grammar import (
    PASSIVE_SUBJECTS,
    RELATIVE_TAGS,
    SUBJECTS,
    add_preposition,
    expand,
    governing_verb,
    is_infinitive,
    is_passive,
    is_verbal,
)
from dateline.coding.syntax.phrases import conjuncts
from dateline.model.reading import Reading
from dateline.model.token import Token

# Nouns that have an act behind "of" or "for" without doing it themselves: "the threat of losing the town".
_ABSTRACT = frozenset({
    "threat", "fear", "risk", "hope", "idea", "task", "possibility", "intention", "plan", "way", "aim", "goal",
    "purpose", "chance", "danger", "process", "act", "means", "method", "prospect", "suspicion", "charge",
    "policy", "tactic", "habit", "responsibility", "blame", "credit", "cost", "consequence", "order",
})  # fmt: skip
# Behind these, the object and not the subject does what the gerund says: "accused the group of killing".
_OBJECT_CONTROL_PREPOSITIONS = frozenset({"of", "for", "from", "into", "with"})


def shared_subject(reading: Reading, head: int, passive: bool) -> list[int]:
    """The subject that a verb without one of its own shares with its surroundings."""
    token = reading.tokens[head]
    governor = token.head
    if governor == head:
        return []
    above = reading.tokens[governor]
    match token.relation:
        case "conj" if is_verbal(above):
            return _subjects(reading, governor)
        case "xcomp" | "ccomp":
            objects = [
                child for child in reading.children[governor] if reading.tokens[child].relation in {"dobj", "dative"}
            ]
            if token.relation == "xcomp" and objects and any(child < head for child in objects):
                return expand(reading, objects[0])
            return _subjects(reading, governor)
        case "advcl" if is_verbal(above):
            if token.tag == "VBG" or (passive and token.tag == "VBN") or is_infinitive(reading, head):
                return doer_of(reading, governor)
            if token.tag == "VBD" and _is_reduced_relative(reading, governor):
                return _subjects(reading, governor)
            return []
        case "acl" | "amod" | "relcl":
            if is_infinitive(reading, head):
                return _owner(reading, governor)
            return conjuncts(reading, governor) if token.relation != "relcl" else []
        case "pcomp":
            return subject_of_gerund(reading, governor)
    return []


def _subjects(reading: Reading, verb: int) -> list[int]:
    own = [child for child in reading.children[verb] if reading.tokens[child].relation in SUBJECTS | PASSIVE_SUBJECTS]
    if own:
        return [head for child in own for head in expand(reading, child)]
    return shared_subject(reading, verb, is_passive(reading, verb))


def doer_of(reading: Reading, verb: int) -> list[int]:
    """Who does what a verb says: the subject, or behind "by" in the passive."""
    if not is_passive(reading, verb):
        return _subjects(reading, verb)
    homes: defaultdict[str, list[int]] = defaultdict(list)
    for child in reading.children[verb]:
        if reading.tokens[child].relation == "agent":
            add_preposition(reading, child, homes)
    return homes["by"]


def _owner(reading: Reading, noun: int) -> list[int]:
    """Whose plan, order or attempt it is: the possessor, or the subject of the verb whose object the noun is."""
    owners = [child for child in reading.children[noun] if reading.tokens[child].relation == "poss"]
    if owners:
        return expand(reading, owners[0])
    verb = governing_verb(reading, noun)
    if verb is not None and reading.tokens[noun].relation in {"dobj", "pobj", "attr"}:
        return doer_of(reading, verb)
    return []


def subject_of_gerund(reading: Reading, preposition: int) -> list[int]:
    """ "accused the coalition of killing": the object; "after bombing the town", "by taking hostages": the subject."""
    governor = reading.tokens[preposition].head
    if not is_verbal(reading.tokens[governor]):
        # The parser often hangs "of killing ..." on the accused instead of on "accused".
        if reading.tokens[governor].relation in {"dobj", "nsubjpass"} and not _is_abstract(reading.tokens[governor]):
            return conjuncts(reading, governor)
        return _owner(reading, governor)
    if reading.tokens[preposition].lemma in _OBJECT_CONTROL_PREPOSITIONS:
        objects = [
            child
            for child in reading.children[governor]
            if reading.tokens[child].relation in {"dobj", "nsubjpass"} and child < preposition
        ]
        if objects:
            return expand(reading, objects[0])
    return doer_of(reading, governor)


def _is_abstract(token: Token) -> bool:
    return token.lemma in _ABSTRACT


def _is_reduced_relative(reading: Reading, participle: int) -> bool:
    """ "Gunmen linked to the group attacked a village": the parser takes the participle for the main verb."""
    relations = {reading.tokens[child].relation for child in reading.children[participle]}
    return reading.tokens[participle].tag == "VBN" and not relations & {"aux", "auxpass", "dobj"}


def relative_object(reading: Reading, head: int) -> list[int]:
    """ "the district that the Taliban captured", "the men they had arrested": the noun before is the object."""
    token = reading.tokens[head]
    if token.relation != "relcl":
        return []
    children = [reading.tokens[child] for child in reading.children[head]]
    subjects = [child for child in children if child.relation in SUBJECTS]
    if not subjects or any(child.tag in RELATIVE_TAGS for child in subjects):
        return []
    if any(child.tag == "WRB" or (child.relation == "prep" and child.index < subjects[0].index) for child in children):
        return []  # "the town where they attacked", "the camp in which they fought"
    return conjuncts(reading, token.head)
