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
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BRACKETS = frozenset({"[", "("})  # of a word that an editor put in
# What somebody asked with a preposition is to do: "appealed to X to leave".
_APPEALS = frozenset({"call", "appeal", "plead", "rely", "prevail", "count", "pray", "shout"})
# Verbs with an object and "to": what is done to somebody.
_WITH_TO = frozenset({"subject", "expose", "sentence", "condemn"})
_CAUSING = frozenset({"make", "let", "force", "order", "have", "compel"})
# Behind these, the object and not the subject does what the gerund says: "accused the group of killing".
_OBJECT_CONTROL_PREPOSITIONS = frozenset({"of", "for", "from", "into", "with"})


def shared_subject(reading: Reading, head: int, passive: bool) -> list[int]:
    """The subject that a verb without one of its own shares with its surroundings."""
    token = reading.tokens[head]
    governor = token.head
    if governor == head:
        return []
    if stranded := _stranded(reading, head):
        return stranded
    above = reading.tokens[governor]
    match token.relation:
        case "conj" if is_verbal(above):
            return _subjects(reading, governor)
        case "conj" if above.part_of_speech == "ADJ" and above.relation in {"amod", "acl", "acomp"}:
            return conjuncts(reading, above.head) if above.relation != "acomp" else _subjects(reading, above.head)
        case "xcomp" | "ccomp":
            objects = [
                child for child in reading.children[governor] if reading.tokens[child].relation in {"dobj", "dative"}
            ]
            if token.relation == "xcomp" and objects and any(child < head for child in objects):
                return expand(reading, objects[0])
            return _addressed(reading, governor) or _subjects(reading, governor)
        case "advcl" if is_verbal(above):
            if token.tag in {"VBG", "VBN"} or is_infinitive(reading, head):
                addressed = _addressed(reading, governor) if is_infinitive(reading, head) else []
                return addressed or doer_of(reading, governor)
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


def _stranded(reading: Reading, verb: int) -> list[int]:
    """ "They attacked the station where police were trapped and the deputy [was] kidnapped": who stands right before
    "was" is its subject, though the parser gives the noun to something else, and not those who attacked."""
    finite = [
        child
        for child in reading.children[verb]
        if reading.tokens[child].relation == "auxpass" and reading.tokens[child].tag in _FINITE
    ]
    at = min(finite, default=0) - 1
    while at > 0 and reading.tokens[at].text in _BRACKETS:
        at -= 1
    while at >= 0 and reading.tokens[at].relation in {"pobj", "prep"}:  # "one of their buildings in the town was hit"
        at = reading.tokens[at].head
    is_near = at >= 0 and reading.tokens[at].sentence == reading.tokens[verb].sentence and at < verb
    return [at] if is_near and reading.tokens[at].part_of_speech in {"NOUN", "PROPN", "NUM"} else []


def _addressed(reading: Reading, verb: int) -> list[int]:
    """ "called on the government to free them": whoever is called on is to do it."""
    if reading.tokens[verb].lemma not in _APPEALS:
        return []
    return [
        head
        for child in reading.children[verb]
        if reading.tokens[child].relation == "prep" and reading.tokens[child].lemma in {"on", "upon", "to", "with"}
        for inner in reading.children[child]
        if reading.tokens[inner].relation == "pobj"
        for head in expand(reading, inner)
    ]


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
    owners = owners or [child for child in reading.children[noun] if reading.tokens[child].entity in {"NORP", "ORG"}]
    if owners and owners[0] < noun:
        return expand(reading, owners[0])
    verb = governing_verb(reading, noun)
    if verb is not None and reading.tokens[noun].relation in {"dobj", "pobj", "attr"}:
        return doer_of(reading, verb)
    return []


def governor_of_preposition(reading: Reading, preposition: int) -> int:
    """What a preposition hangs on: in "subjected men who had fled to torture" the "to" and what follows go with
    "subjected", though the parser gives them to the relative clause."""
    governor = reading.tokens[reading.tokens[preposition].head]
    if governor.relation != "relcl":
        return governor.index
    outer = reading.tokens[reading.tokens[governor.head].head]
    is_raised = outer.lemma in _WITH_TO and any(
        reading.tokens[child].lemma == "to" and child <= preposition and reading.tokens[child].relation == "prep"
        for child in reading.children[governor.index]
    )
    return outer.index if is_raised else governor.index


def _causer(reading: Reading, verb: int, preposition: int) -> list[int]:
    """ "made the passengers kneel before shooting them": those who are shot do not shoot."""
    above = reading.tokens[reading.tokens[verb].head]
    if above.lemma not in _CAUSING or reading.tokens[verb].relation not in {"ccomp", "xcomp"}:
        return []
    objects = [
        reading.tokens[inner]
        for gerund in reading.children[preposition]
        for inner in reading.children[gerund]
        if reading.tokens[inner].relation == "dobj"
    ]
    return doer_of(reading, above.index) if any(token.tag == "PRP" for token in objects) else []


def subject_of_gerund(reading: Reading, preposition: int) -> list[int]:
    """ "accused the coalition of killing": the object; "after bombing the town", "by taking hostages": the subject."""
    governor = governor_of_preposition(reading, preposition)
    if causer := _causer(reading, governor, preposition):
        return causer
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
