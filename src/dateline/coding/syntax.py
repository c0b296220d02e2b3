"""Who stands where around a predicate: the homes that frames name, read from the parse.

The parser labels one verb's own arguments; this adds those that grammar leaves unsaid: the subject that a coordinated
verb, a participle, an infinitive or a relative clause shares with its neighbour.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from dateline.coding.candidate import Voice
from dateline.coding.phrases import conjuncts
from dateline.model.reading import Reading
from dateline.model.token import Token

Homes = dict[str, list[int]]
# Nouns that have an act behind "of" or "for" without doing it themselves: "the threat of losing the town".
_ABSTRACT = frozenset({
    "threat", "fear", "risk", "hope", "idea", "task", "possibility", "intention", "plan", "way", "aim", "goal",
    "purpose", "chance", "danger", "process", "act", "means", "method", "prospect", "suspicion", "charge",
    "policy", "tactic", "habit", "responsibility", "blame", "credit", "cost", "consequence", "order",
})  # fmt: skip
_TWO_STEPS = frozenset({"out", "from", "off", "inside", "outside", "up", "down", "away", "back", "over", "together"})
BULLETS = frozenset({"•", "·", "▪", "*", "●", "■", "►", "‣"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
# Behind these, the object and not the subject does what the gerund says: "accused the group of killing".
_OBJECT_CONTROL_PREPOSITIONS = frozenset({"of", "for", "from", "into", "with"})


@dataclass(frozen=True, slots=True)
class Clause:
    """The grammar around one head: its voice and, for each home, the head nouns that stand there."""

    voice: Voice
    homes: Homes = field(default_factory=dict)

    def heads(self, home: str) -> list[int]:
        """The head nouns in a home; none when the home is empty."""
        return self.homes.get(home, [])


def clause_of(reading: Reading, head: int) -> Clause:
    """The homes around a verb or a noun."""
    if is_event_noun(reading, head):
        return Clause("nominal", _noun_homes(reading, head))
    return _verb_clause(reading, head)


def clause_of_words(reading: Reading, head: int, words: Collection[int]) -> Clause:
    """The homes around a predicate of several words: what hangs on its other words belongs to it as well.

    In "took control of six districts" the districts stand behind "of", which hangs on "control".
    """
    clause = clause_of(reading, head)
    homes: Homes = dict(clause.homes)
    for word in sorted(words):
        if word == head:
            continue
        more: defaultdict[str, list[int]] = defaultdict(list)
        if reading.tokens[word].part_of_speech == "ADP":
            _add_preposition(reading, word, more)
        for child in reading.children[word]:
            if reading.tokens[child].relation in {"prep", "agent"} and child not in words:
                _add_preposition(reading, child, more)
        for home, heads in more.items():
            homes.setdefault(home, heads)
    return Clause(clause.voice, homes)


def is_verbal(token: Token) -> bool:
    """Whether a token acts as a verb: finite, infinitive or participle, also a participle before a noun."""
    return token.part_of_speech in {"VERB", "AUX"} or token.tag in {"VBN", "VBD", "VBZ", "VBP", "VB"}


def is_event_noun(reading: Reading, head: int) -> bool:
    """Whether a word has a noun's grammar: a noun, or a gerund used as one ("a weekend of fighting")."""
    token = reading.tokens[head]
    if token.tag != "VBG":
        return not is_verbal(token)
    relations = {reading.tokens[child].relation for child in reading.children[head]}
    if relations & {"dobj", "aux", "nsubj", "prt"}:
        return False
    if relations & {"det", "amod", "poss", "compound"} or token.part_of_speech == "NOUN" or _has_of(reading, head):
        return True
    above = reading.tokens[token.head]
    return (
        token.relation == "pcomp"
        and above.lemma in {"of", "amid", "during"}
        and not is_verbal(reading.tokens[above.head])
    )


def _has_of(reading: Reading, gerund: int) -> bool:
    """ "shelling of the market": only a noun has "of" where a verb has its object."""
    return any(child == gerund + 1 and reading.tokens[child].lemma == "of" for child in reading.children[gerund])


def is_passive(reading: Reading, head: int) -> bool:
    """Whether a verb is passive: "were killed", "soldiers killed in the attack", "the captured town"."""
    relations = {reading.tokens[child].relation for child in reading.children[head]}
    if relations & {"nsubjpass", "auxpass", "csubjpass"}:
        return True
    token = reading.tokens[head]
    if token.tag not in {"VBN", "VBD"}:
        return False
    if token.relation == "conj" and not relations & (SUBJECTS | {"aux", "dobj"}):
        governor = reading.tokens[token.head]
        return is_verbal(governor) and is_passive(reading, token.head)
    if _is_set_off_participle(reading, head):
        return True
    if token.relation in {"acl", "amod", "advcl", "pcomp"} and token.tag == "VBN":
        return not relations & (SUBJECTS | {"aux"})
    if token.relation in {"xcomp", "oprd"} and token.tag == "VBN":
        return not relations & (SUBJECTS | {"aux", "dobj"})  # "were reported killed", "got killed"
    if is_headline(reading, head) and not relations & {"dobj", "aux", "prt"}:
        return True
    return "agent" in relations and "dobj" not in relations


def _is_set_off_participle(reading: Reading, head: int) -> bool:
    """ "The two men, kidnapped 11 days ago, were rescued": between commas, taken by the parser for the main verb."""
    token = reading.tokens[head]
    children = [reading.tokens[child] for child in reading.children[head]]
    if (
        token.tag != "VBD"
        or reading.tokens[head - 1].text != ","
        or any(child.relation in {"dobj", "ccomp", "xcomp", "aux", "cc", "agent"} for child in children)
    ):
        return False
    siblings = [child.index for child in children if child.relation == "conj" and is_verbal(child)]
    has_subject = any(child.relation in SUBJECTS and child.index < head - 1 for child in children)
    return has_subject and any(
        any(reading.tokens[inner].relation in {"auxpass", "aux"} for inner in reading.children[sibling])
        and not any(reading.tokens[inner].relation in SUBJECTS for inner in reading.children[sibling])
        for sibling in siblings
    )


def is_headline(reading: Reading, index: int) -> bool:
    """Whether a word stands in the language of headlines: present tense for the past, participles for passives."""
    sentence = reading.sentences[reading.tokens[index].sentence]
    return sentence.part in {"headline", "subhead"} or reading.story.text[sentence.start] in BULLETS


def governing_verb(reading: Reading, head: int) -> int | None:
    """The nearest verb above a token."""
    return next((index for index in reading.ancestors(head) if is_verbal(reading.tokens[index])), None)


def is_hidden_gerund(reading: Reading, head: int) -> bool:
    """ "progress in clearing districts": a gerund with its object, which the parser reads as an adjective."""
    token = reading.tokens[head]
    if token.tag != "VBG" or token.relation != "amod" or token.head < head or head == 0:
        return False
    before, noun = reading.tokens[head - 1], reading.tokens[token.head]
    return before.relation in {"prep", "conj"} and before.part_of_speech == "ADP" and noun.tag in {"NNS", "NNPS", "NNP"}


def _verb_clause(reading: Reading, head: int) -> Clause:
    if is_hidden_gerund(reading, head):
        doers = _subject_of_gerund(reading, head - 1)
        return Clause("active", {"subject": doers, "object": conjuncts(reading, reading.tokens[head].head)})
    passive = is_passive(reading, head)
    homes: defaultdict[str, list[int]] = defaultdict(list)
    for child in reading.children[head]:
        token = reading.tokens[child]
        if token.relation in SUBJECTS | PASSIVE_SUBJECTS:
            homes["subject"].extend(_expand(reading, child))
        elif token.relation in {"dobj", "oprd"} or (
            token.relation == "attr" and reading.tokens[head].lemma == "become"
        ):
            homes["object"].extend(_expand(reading, child))
        elif token.relation == "dative" and token.part_of_speech != "ADP":
            homes["dative"].extend(_expand(reading, child))
        elif token.relation in {"prep", "agent", "dative"}:
            _add_preposition(reading, child, homes)
    if not homes["subject"]:
        homes["subject"].extend(_shared_subject(reading, head, passive))
    if not homes["object"] and not passive:
        homes["object"].extend(_relative_object(reading, head))
    return Clause("passive" if passive else "active", {home: heads for home, heads in homes.items() if heads})


def _noun_homes(reading: Reading, head: int) -> Homes:
    homes: defaultdict[str, list[int]] = defaultdict(list)
    if reading.tokens[head].relation == "acl" and reading.tokens[head].head == head - 1:
        homes["modifier"].append(head - 1)  # "rebel shelling of the market", which the parser reads as a participle
    for child in reading.children[head]:
        token = reading.tokens[child]
        if token.relation == "poss":
            homes["possessor"].extend(_expand(reading, child))
        elif token.relation in {"compound", "amod", "nmod"} and child < head:
            homes["modifier"].append(child)
            # "Israeli-Palestinian clashes", "police and rebel clashes"
            homes["modifier"].extend(conjuncts(reading, child)[1:])
        elif token.relation in {"prep", "agent"}:
            _add_preposition(reading, child, homes)
        elif token.relation == "acl" and token.tag in {"VBN", "VBG"}:
            _add_participle(reading, child, homes)
    if not homes["of"]:
        homes["of"].extend(_distant_of(reading, head))
    return {home: heads for home, heads in homes.items() if heads}


def _distant_of(reading: Reading, head: int) -> list[int]:
    """The "of" that stands further off: "the disappearance and kidnapping of", "the murder on 26 February of"."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    token = reading.tokens[head]
    hosts = [child for child in reading.children[head] if reading.tokens[child].relation == "conj"]
    if token.relation == "conj":
        hosts.append(token.head)
    for child in reading.children[head]:
        if reading.tokens[child].relation == "prep" and reading.tokens[child].lemma in {"on", "in"}:
            hosts.extend(inner for inner in reading.children[child] if reading.tokens[inner].entity in {"DATE", "TIME"})
    for host in hosts:
        for child in reading.children[host]:
            if reading.tokens[child].relation == "prep" and reading.tokens[child].lemma == "of" and child > head:
                _add_preposition(reading, child, found)
    return found["of"]


def _add_participle(reading: Reading, participle: int, homes: defaultdict[str, list[int]]) -> None:
    """ "an attack carried out by the group", "clashes involving police": the participle's parties are the noun's."""
    for child in reading.children[participle]:
        token = reading.tokens[child]
        if token.relation in {"agent", "prep"} and token.lemma in {"by", "on", "between", "against", "with"}:
            _add_preposition(reading, child, homes)
        elif token.relation == "dobj" and reading.tokens[participle].lemma in {"involve", "pit"}:
            homes["between"].extend(_expand(reading, child))
        elif token.relation == "dobj" and reading.tokens[participle].lemma in {"target"}:
            homes["against"].extend(_expand(reading, child))


def _add_preposition(reading: Reading, preposition: int, homes: defaultdict[str, list[int]]) -> None:
    token = reading.tokens[preposition]
    for child in reading.children[preposition]:
        inner = reading.tokens[child]
        if inner.relation == "pobj":
            homes[token.lemma].extend(_expand(reading, child))
        elif inner.relation in {"prep", "pcomp"} and inner.part_of_speech == "ADP" and token.lemma in _TWO_STEPS:
            # "out of the town", "from within the camp": the inner preposition tells the way; not so "according to".
            _add_preposition(reading, child, homes)


def _expand(reading: Reading, head: int) -> list[int]:
    """The coordinated heads; a relative pronoun stands for what it refers to."""
    antecedent = _antecedent(reading, head)
    if antecedent is not None:
        return conjuncts(reading, antecedent)
    return conjuncts(reading, head)


def _antecedent(reading: Reading, head: int) -> int | None:
    token = reading.tokens[head]
    if token.tag not in RELATIVE_TAGS or token.text.lower() in {"what", "whoever", "when", "where", "how", "why"}:
        return None
    return next(
        (
            reading.tokens[index].head
            for index in (head, *reading.ancestors(head))
            if reading.tokens[index].relation == "relcl"
        ),
        None,
    )


def _shared_subject(reading: Reading, head: int, passive: bool) -> list[int]:
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
                return _expand(reading, objects[0])
            return _subjects(reading, governor)
        case "advcl" if is_verbal(above):
            if token.tag == "VBG" or (passive and token.tag == "VBN") or _is_infinitive(reading, head):
                return _doer(reading, governor)
            if token.tag == "VBD" and _is_reduced_relative(reading, governor):
                return _subjects(reading, governor)
            return []
        case "acl" | "amod" | "relcl":
            if _is_infinitive(reading, head):
                return _owner(reading, governor)
            return conjuncts(reading, governor) if token.relation != "relcl" else []
        case "pcomp":
            return _subject_of_gerund(reading, governor)
    return []


def _is_reduced_relative(reading: Reading, participle: int) -> bool:
    """ "Gunmen linked to the group attacked a village": the parser takes the participle for the main verb."""
    relations = {reading.tokens[child].relation for child in reading.children[participle]}
    return reading.tokens[participle].tag == "VBN" and not relations & {"aux", "auxpass", "dobj"}


def _subjects(reading: Reading, verb: int) -> list[int]:
    own = [child for child in reading.children[verb] if reading.tokens[child].relation in SUBJECTS | PASSIVE_SUBJECTS]
    if own:
        return [head for child in own for head in _expand(reading, child)]
    return _shared_subject(reading, verb, is_passive(reading, verb))


def _doer(reading: Reading, verb: int) -> list[int]:
    """Who does what a verb says: the subject, or behind "by" in the passive."""
    if not is_passive(reading, verb):
        return _subjects(reading, verb)
    homes: defaultdict[str, list[int]] = defaultdict(list)
    for child in reading.children[verb]:
        if reading.tokens[child].relation == "agent":
            _add_preposition(reading, child, homes)
    return homes["by"]


def _owner(reading: Reading, noun: int) -> list[int]:
    """Whose plan, order or attempt it is: the possessor, or the subject of the verb whose object the noun is."""
    owners = [child for child in reading.children[noun] if reading.tokens[child].relation == "poss"]
    if owners:
        return _expand(reading, owners[0])
    verb = governing_verb(reading, noun)
    if verb is not None and reading.tokens[noun].relation in {"dobj", "pobj", "attr"}:
        return _doer(reading, verb)
    return []


def _subject_of_gerund(reading: Reading, preposition: int) -> list[int]:
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
            return _expand(reading, objects[0])
    return _doer(reading, governor)


def _is_abstract(token: Token) -> bool:
    return token.lemma in _ABSTRACT


def _relative_object(reading: Reading, head: int) -> list[int]:
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


def _is_infinitive(reading: Reading, head: int) -> bool:
    return any(
        reading.tokens[child].tag == "TO" and reading.tokens[child].relation == "aux"
        for child in reading.children[head]
    )
