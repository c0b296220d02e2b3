"""Who stands where around a predicate: the homes that frames name, read from the parse."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from dateline.coding.candidate import Voice
from dateline.coding.syntax.coordination import listed_before, shared_agent, shared_object
from dateline.coding.syntax.grammar import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    Homes,
    add_preposition,
    expand,
    is_event_noun,
    is_passive,
)
from dateline.coding.syntax.hidden import hidden_verb_host, is_hidden_gerund
from dateline.coding.syntax.phrases import conjuncts
from dateline.coding.syntax.states import STATES, state_holders
from dateline.coding.syntax.subjects import doer_of, relative_object, shared_subject, subject_of_gerund
from dateline.model.reading import Reading

# What others do about an event: those who broker a ceasefire do not cease fire.
_OTHERS_DOING = frozenset({"broker", "mediate", "monitor", "report", "record", "document", "condemn", "observe"})


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
    if reading.tokens[head].lemma in STATES and (holders := state_holders(reading, head)):
        return Clause("active", {**_noun_homes(reading, head), "subject": holders})
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
            add_preposition(reading, word, more)
        for child in reading.children[word]:
            if reading.tokens[child].relation in {"prep", "agent"} and child not in words:
                add_preposition(reading, child, more)
        for home, heads in more.items():
            homes.setdefault(home, heads)
    return Clause(clause.voice, homes)


def _verb_clause(reading: Reading, head: int) -> Clause:
    if is_hidden_gerund(reading, head):
        return _hidden_clause(reading, head, subject_of_gerund(reading, head - 1))
    if (host := hidden_verb_host(reading, head)) is not None:
        return _hidden_clause(reading, head, doer_of(reading, host))
    passive = is_passive(reading, head)
    homes: defaultdict[str, list[int]] = defaultdict(list)
    for child in reading.children[head]:
        token = reading.tokens[child]
        if token.relation in SUBJECTS | PASSIVE_SUBJECTS:
            homes["subject"].extend([*listed_before(reading, child), *expand(reading, child)])
        elif token.relation in {"dobj", "oprd"} or (
            token.relation == "attr" and reading.tokens[head].lemma == "become"
        ):
            homes["object"].extend(expand(reading, child))
        elif token.relation == "dative" and token.part_of_speech != "ADP":
            homes["dative"].extend(expand(reading, child))
        elif token.relation in {"prep", "agent", "dative"}:
            add_preposition(reading, child, homes)
    if not homes["subject"]:
        homes["subject"].extend(shared_subject(reading, head, passive))
    if not homes["object"] and not passive:
        homes["object"].extend(relative_object(reading, head) or shared_object(reading, head))
    if passive and not homes["by"]:
        homes["by"].extend(shared_agent(reading, head))
    return Clause("passive" if passive else "active", {home: heads for home, heads in homes.items() if heads})


def _hidden_clause(reading: Reading, head: int, doers: list[int]) -> Clause:
    return Clause("active", {"subject": doers, "object": conjuncts(reading, reading.tokens[head].head)})


def _noun_homes(reading: Reading, head: int) -> Homes:
    homes: defaultdict[str, list[int]] = defaultdict(list)
    if reading.tokens[head].relation == "acl" and reading.tokens[head].head == head - 1:
        homes["modifier"].append(head - 1)  # "rebel shelling of the market", which the parser reads as a participle
    for child in reading.children[head]:
        token = reading.tokens[child]
        if token.relation == "poss":
            homes["possessor"].extend(expand(reading, child))
        elif token.relation in {"compound", "amod", "nmod"} and child < head:
            homes["modifier"].append(child)
            # "Israeli-Palestinian clashes", "police and rebel clashes"
            homes["modifier"].extend(conjuncts(reading, child)[1:])
        elif token.relation in {"prep", "agent"}:
            add_preposition(reading, child, homes)
        elif token.relation == "acl" and token.tag in {"VBN", "VBG"} and token.lemma not in _OTHERS_DOING:
            _add_participle(reading, child, homes)
    if not homes["of"]:
        homes["of"].extend(_distant_of(reading, head))
    first = reading.tokens[head].head
    if reading.tokens[head].relation == "conj" and not homes["possessor"] and not _is_determined(reading, head):
        # "his arrest and detention"
        owners = [child for child in reading.children[first] if reading.tokens[child].relation == "poss"]
        homes["possessor"].extend(one for owner in owners for one in expand(reading, owner))
    return {home: heads for home, heads in homes.items() if heads}


def _is_determined(reading: Reading, head: int) -> bool:
    relations = {reading.tokens[child].relation for child in reading.children[head]}
    return bool(relations & {"det", "nummod", "amod", "compound"})


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
                add_preposition(reading, child, found)
    return found["of"]


def _add_participle(reading: Reading, participle: int, homes: defaultdict[str, list[int]]) -> None:
    """ "an attack carried out by the group", "clashes involving police": the participle's parties are the noun's."""
    for child in reading.children[participle]:
        token = reading.tokens[child]
        if token.relation in {"agent", "prep"} and token.lemma in {"by", "on", "between", "against", "with"}:
            add_preposition(reading, child, homes)
        elif token.relation == "dobj" and reading.tokens[participle].lemma in {"involve", "pit"}:
            homes["between"].extend(expand(reading, child))
        elif token.relation == "dobj" and reading.tokens[participle].lemma in {"target"}:
            homes["against"].extend(expand(reading, child))
