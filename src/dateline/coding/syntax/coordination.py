"""What coordinated verbs have in common and say once: the object or the agent behind the last of them."""

from collections import defaultdict

from dateline.coding.syntax.grammar import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    add_preposition,
    expand,
    is_headline,
    is_passive,
    is_verbal,
)
from dateline.model.reading import Reading

# Verbs that need no object: in "fled and blocked the road" only the second has one.
_WITHOUT_OBJECT = frozenset({
    "flee", "escape", "retreat", "withdraw", "advance", "march", "gather", "come", "go", "arrive", "enter", "leave",
    "surrender", "rally", "protest", "clash", "fight", "return", "die", "resist", "demonstrate", "riot", "defect",
    "say", "meet", "land", "disappear", "revolt", "rebel", "move", "run", "drive", "walk", "stop", "turn",
})  # fmt: skip


def shared_object(reading: Reading, verb: int) -> list[int]:
    """ "ambushed and killed four smugglers": the smugglers of the second verb are those of the first."""
    partner = _partner(reading, verb)
    if partner is None or reading.tokens[verb].lemma in _WITHOUT_OBJECT:
        return []
    objects = [child for child in reading.children[partner] if reading.tokens[child].relation == "dobj"]
    if objects:
        return [head for child in objects for head in expand(reading, child)]
    return shared_object(reading, partner)


def shared_agent(reading: Reading, verb: int) -> list[int]:
    """ "were arrested and beaten by police": the police did both."""
    partner = _partner(reading, verb)
    if partner is None or not is_passive(reading, partner):
        return []
    found: defaultdict[str, list[int]] = defaultdict(list)
    for child in reading.children[partner]:
        if reading.tokens[child].relation == "agent":
            add_preposition(reading, child, found)
    return found["by"] or shared_agent(reading, partner)


def listed_before(reading: Reading, subject: int) -> list[int]:
    """ "Police, protesters clash": in headlines a comma stands for "and"."""
    first = reading.subtree(subject)[0]
    if not is_headline(reading, subject) or first < 2 or reading.tokens[first - 1].text != ",":
        return []
    other = reading.tokens[first - 2]
    is_noun = other.part_of_speech in {"NOUN", "PROPN"} and other.relation in {"dep", "nsubj", "npadvmod", "appos"}
    return [other.index] if is_noun and other.head in {reading.tokens[subject].head, subject} else []


def _partner(reading: Reading, verb: int) -> int | None:
    """The verb coordinated with this one, when nothing of its own stands behind the first."""
    for child in reading.children[verb]:
        token = reading.tokens[child]
        is_listed = token.relation == "conj" or (token.relation == "advcl" and token.tag in {"VBN", "VBD"})
        if not is_listed or child < verb or not is_verbal(token):
            continue
        if any(reading.tokens[inner].relation in SUBJECTS | PASSIVE_SUBJECTS for inner in reading.children[child]):
            return None
        between = reading.tokens[verb + 1 : child]
        is_next = all(word.part_of_speech in {"CCONJ", "ADV", "PUNCT", "AUX"} for word in between)
        return child if is_next else None
    return None
