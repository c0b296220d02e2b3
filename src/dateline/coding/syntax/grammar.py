"""What the parse says of single words: verbs and their voice, nouns that tell events, phrases behind prepositions."""

from collections import defaultdict

from dateline.coding.syntax.phrases import parties_of
from dateline.model.reading import Reading
from dateline.model.token import Token

Homes = dict[str, list[int]]
BULLETS = frozenset({"•", "·", "▪", "*", "●", "■", "►", "‣"})
COPULAS = frozenset({"be", "lie", "remain", "stay"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
# In the passive these keep one of their two objects: "men denied asylum".
_GIVING = frozenset({
    "give", "grant", "award", "offer", "deny", "show", "send", "hand", "pay", "refuse", "allow", "call", "name", "tell",
})  # fmt: skip
# Participles that are no past tense as well: without "have" they are passive, whatever the parser calls them.
_PARTICIPLES = frozenset({
    "taken", "given", "driven", "beaten", "stolen", "seen", "thrown", "shown", "torn", "hidden", "broken", "chosen",
    "overthrown", "overtaken", "slain",
})  # fmt: skip
_TWO_STEPS = frozenset({"out", "from", "off", "inside", "outside", "up", "down", "away", "back", "over", "together"})


def is_verbal(token: Token) -> bool:
    """Whether a token acts as a verb: finite, infinitive or participle, also a participle before a noun."""
    if token.tag == "NN" and token.lemma != token.text.lower() and not token.text.endswith("ing"):
        return True  # a form whose lemma the codebook mends: "retook"
    return token.part_of_speech in {"VERB", "AUX"} or token.tag in {"VBN", "VBD", "VBZ", "VBP", "VB"}


def is_event_noun(reading: Reading, head: int) -> bool:
    """Whether a word has a noun's grammar: a noun, or a gerund used as one ("a weekend of fighting")."""
    token = reading.tokens[head]
    if token.relation == "pobj" and token.tag in {"VB", "VBP"}:
        return True  # "subjected them to torture"
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
    if token.relation == "conj" and token.tag == "VBN" and not relations & {"aux", "dobj"}:
        governor = reading.tokens[token.head]
        if is_verbal(governor) and is_passive(reading, token.head):
            return True  # "they were killed and their bodies thrown into a river"
    if token.relation == "conj" and not relations & (SUBJECTS | {"aux", "dobj"}):
        governor = reading.tokens[token.head]
        if token.tag == "VBN" and (governor.tag == "VBG" or governor.part_of_speech == "ADJ"):
            return True  # "soldiers missing or killed"
        return is_verbal(governor) and is_passive(reading, token.head)
    if _is_set_off_participle(reading, head) or _is_lone_participle(token, relations):
        return True
    if token.relation in {"acl", "amod", "advcl", "pcomp"} and token.tag == "VBN":
        if token.relation == "acl" and "dobj" in relations and "agent" not in relations:
            return token.lemma in _GIVING  # "a missile fired by troops killed two men", "a man given shelter"
        if token.relation == "advcl" and reading.tokens[head - 1].text == "," and _has_active_conjunct(reading, head):
            return False  # "bombed, strafed and destroyed three camps"
        return not relations & (SUBJECTS | {"aux"})
    if token.relation in {"xcomp", "oprd"} and token.tag == "VBN":
        return not relations & (SUBJECTS | {"aux", "dobj"})  # "were reported killed", "got killed"
    if is_headline(reading, head) and not relations & {"dobj", "aux", "prt"}:
        return True
    return "agent" in relations and "dobj" not in relations


def _is_lone_participle(token: Token, relations: set[str]) -> bool:
    """ "The soldiers taken hostage by them were freed": the parser takes the participle for a past tense."""
    return (
        token.tag == "VBD"
        and token.text.lower() in _PARTICIPLES
        and token.relation not in {"conj", "advcl"}
        and "aux" not in relations
    )


def _has_active_conjunct(reading: Reading, head: int) -> bool:
    return any(
        reading.tokens[child].relation == "conj"
        and reading.tokens[child].tag in {"VBD", "VBN"}
        and any(reading.tokens[inner].relation == "dobj" for inner in reading.children[child])
        for child in reading.children[head]
    )


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


def is_infinitive(reading: Reading, head: int) -> bool:
    return any(
        reading.tokens[child].tag == "TO" and reading.tokens[child].relation == "aux"
        for child in reading.children[head]
    )


def add_preposition(reading: Reading, preposition: int, homes: defaultdict[str, list[int]]) -> None:
    token = reading.tokens[preposition]
    for child in reading.children[preposition]:
        inner = reading.tokens[child]
        if inner.relation == "pobj":
            homes[token.lemma].extend(expand(reading, child))
        elif inner.relation in {"prep", "pcomp"} and inner.part_of_speech == "ADP" and token.lemma in _TWO_STEPS:
            # "out of the town", "from within the camp": the inner preposition tells the way; not so "according to".
            add_preposition(reading, child, homes)


def expand(reading: Reading, head: int) -> list[int]:
    """The coordinated heads; a relative pronoun stands for what it refers to."""
    antecedent = _antecedent(reading, head)
    if antecedent is not None:
        return parties_of(reading, antecedent)
    return parties_of(reading, head)


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
