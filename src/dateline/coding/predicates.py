"""Finds the predicates of the codebook in a reading: which words report an event, and which entry they are."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from dateline.codebook.predicates import ANYTHING, NUMBER, PLACE_NAME, Constraint, Predicate, asks_for_words
from dateline.coding.syntax.grammar import COPULAS, is_passive, is_verbal
from dateline.coding.syntax.homes import Clause, clause_of, clause_of_words
from dateline.coding.syntax.phrases import counted
from dateline.model.claim import Plover
from dateline.model.reading import Reading, Sentence
from dateline.model.token import Token

MAXIMAL_GAP = 16
# Words that may stand between two slots of a multiword predicate: "took full control", "laid down their arms".
_SKIPPED = frozenset({"DET", "ADJ", "ADV", "NUM", "PRON", "PART"})
# Of a speech act in several words only the speech is its own: in "threatened to attack" the attack is another claim.
_SPEECH: frozenset[Plover] = frozenset({"AGREE", "CONCEDE", "REQUEST", "REJECT", "THREATEN", "ACCUSE"})
_LINKS = frozenset({"to", "for", "of", "on", "against", "that", "from", "into", "over"})
_PARTICLES = frozenset(
    {"up", "down", "over", "out", "off", "back", "away", "in", "on", "through", "apart", "around", "aside", "together"}
)
KindOf = Callable[[int], str | None]


@dataclass(frozen=True, slots=True)
class Match:
    """A predicate where it stands: `tokens` are its words in order, `head` the one that carries the grammar."""

    predicate: Predicate
    tokens: tuple[int, ...]
    head: int
    clause: Clause


class PredicateMatcher:
    """All predicates, by the lemma their first word has."""

    def __init__(self, predicates: tuple[Predicate, ...]) -> None:
        self._by_first: defaultdict[str, list[Predicate]] = defaultdict(list)
        for predicate in predicates:
            for lemma in predicate.slots[0]:
                self._by_first[lemma].append(predicate)

    def matches(self, reading: Reading, sentence: Sentence, kind_of: KindOf) -> Iterator[Match]:
        """The predicates of a sentence, longest first where they overlap, in the order of their heads.

        `kind_of` gives the kind of party that a noun heads, or None.
        """
        found: list[tuple[Predicate, tuple[int, ...]]] = []
        said = {word for index in range(sentence.first, sentence.last) for word in _wordings(reading, index)}
        for token in reading.words(sentence):
            for predicate in self._entries(token, said):
                tokens = _match(reading, sentence, predicate, token.index)
                if (
                    tokens
                    and _fits_part_of_speech(reading.tokens[tokens[predicate.head]], predicate)
                    and not _begins_with_a_verb(reading, tokens, predicate)
                ):
                    found.append((predicate, tokens))
        taken: set[int] = set()
        figurative: list[tuple[Plover, set[int]]] = []
        kept: list[Match] = []
        found.sort(key=lambda item: (-len(set(item[1])), -len(item[0].needs), item[1][0]))
        for predicate, tokens in found:
            words = {index for index in tokens[: _own_slots(predicate)] if index >= 0}
            # What is no event as a whole is none in part: "shot down the proposal" tells of no shooting either.
            plover = predicate.event.plover
            if words & taken or any(plover == other and words < others for other, others in figurative):
                continue
            head = _grammatical_head(reading, tokens[predicate.head], words, predicate)
            clause = clause_of_words(reading, head, words)
            met = partial(_met, reading, sentence, said, head, words, clause, kind_of)
            if not all(map(met, predicate.needs)):
                continue
            if any(met(constraint, told=taken) for constraint in predicate.excludes):
                figurative.append((plover, words))
                continue
            taken |= words
            kept.append(Match(predicate, tuple(sorted(words)), head, clause))
        yield from sorted(kept, key=lambda match: match.head)

    def _entries(self, token: Token, said: set[str]) -> Iterator[Predicate]:
        """The predicates that begin with a word and of which each slot has one of the sentence's words."""
        lower = token.text.lower()
        for lemma in dict.fromkeys((token.lemma, lower)):
            for predicate in self._by_first.get(lemma, ()):
                if not any(slot and said.isdisjoint(slot) for slot in predicate.slots[1:]):
                    yield predicate


def _grammatical_head(reading: Reading, head: int, words: set[int], predicate: Predicate) -> int:
    """ "was hit by": when the entry's head is only an auxiliary here, the verb that it helps; "is dead": the "is"."""
    token = reading.tokens[head]
    if predicate.part_of_speech == "a" and token.relation == "acomp" and reading.tokens[token.head].lemma in COPULAS:
        return token.head
    return token.head if token.relation in {"aux", "auxpass"} and token.head in words else head


def _own_slots(predicate: Predicate) -> int:
    """How many slots, from the first, are the predicate's own words; the others only say when it holds."""
    if predicate.event.plover not in _SPEECH or predicate.part_of_speech != "v":
        return len(predicate.slots)
    links = [position for position, slot in enumerate(predicate.slots) if slot & _LINKS and position > predicate.head]
    return links[0] if links else len(predicate.slots)


def _match(reading: Reading, sentence: Sentence, predicate: Predicate, start: int) -> tuple[int, ...] | None:
    """The token of each slot, -1 for gaps, or None when the predicate does not stand here."""
    matched = [start]
    position = start + 1
    gap = False
    for number, slot in enumerate(predicate.slots[1:], 1):
        if not slot:
            matched.append(-1)
            gap = True
            continue
        here = _find(reading, sentence, slot, position, gap)
        if here is None and predicate.part_of_speech == "v":
            here = _particle(reading, slot, start) if slot & _PARTICLES else _passive_subject(reading, slot, start)
        if here is None or (here > position and _is_inside_a_noun(reading, here, predicate.slots[number:])):
            return None
        matched.append(here)
        position = max(position, here + 1)
        gap = False
    return tuple(matched)


def _find(reading: Reading, sentence: Sentence, slot: frozenset[str], position: int, gap: bool) -> int | None:
    limit = min(position + (MAXIMAL_GAP if gap else 4), sentence.last)
    for index in range(position, limit):
        token = reading.tokens[index]
        if (token.lemma in slot or token.text.lower() in slot) and not _is_bound(reading, index):
            if gap and (reading.tokens[index - 2].text, reading.tokens[index - 1].tag) == (",", "CD"):
                return None  # "three shot, one dead"
            return index
        if gap and (token.text in {";", ":", "."} or token.tag in {"VBD", "VBZ", "VBP", "MD"}):
            return None
        if not gap and not (
            token.part_of_speech in _SKIPPED
            or token.tag in {"PRP$", "POS"}
            or (token.relation == "compound" and token.part_of_speech in {"NOUN", "PROPN"})
        ):
            return None
    return None


def _is_inside_a_noun(reading: Reading, index: int, slots: Sequence[frozenset[str]]) -> bool:
    """ "launched a rocket attack" launches no rocket: the word only describes a noun that is not asked for."""
    token = reading.tokens[index]
    described = reading.tokens[token.head].lemma
    return token.relation == "compound" and token.head > index and all(described not in slot for slot in slots)


def _passive_subject(reading: Reading, slot: frozenset[str], verb: int) -> int | None:
    """ "sanctions were imposed": the object of the predicate stands before its verb in the passive."""
    if reading.tokens[verb].tag not in {"VBN", "VBD"} or not is_passive(reading, verb):
        return None
    return next(
        (head for head in clause_of(reading, verb).heads("subject") if reading.tokens[head].lemma in slot), None
    )


def _is_bound(reading: Reading, index: int) -> bool:
    """ "shot him at least 20 times": the preposition belongs to the number."""
    following = reading.tokens[index + 1] if index + 1 < len(reading.tokens) else None
    return following is not None and following.text.lower() in {"least", "most"} and following.tag in {"JJS", "RBS"}


def _particle(reading: Reading, slot: frozenset[str], verb: int) -> int | None:
    """ "handed the base over": a particle behind the object."""
    return next(
        (
            child
            for child in reading.children[verb]
            if reading.tokens[child].relation == "prt" and reading.tokens[child].lemma in slot
        ),
        None,
    )


def _fits_part_of_speech(token: Token, predicate: Predicate) -> bool:
    match predicate.part_of_speech:
        case "v":
            return is_verbal(token)
        case "n":
            return token.part_of_speech in {"NOUN", "PROPN"} or token.tag == "VBG"
        case "a":
            return not is_verbal(token) or token.tag == "VBN"


def _begins_with_a_verb(reading: Reading, tokens: tuple[int, ...], predicate: Predicate) -> bool:
    """ "has displaced 340,000 people" are no "displaced people"."""
    return predicate.part_of_speech == "n" and any(
        reading.tokens[child].relation == "aux" and reading.tokens[child].lemma == "have"
        for child in reading.children[tokens[0]]
    )


def _met(
    reading: Reading,
    sentence: Sentence,
    said: set[str],
    head: int,
    words: set[int],
    clause: Clause,
    kind_of: KindOf,
    constraint: Constraint,
    told: set[int] | None = None,
) -> bool:
    """Whether one of a constraint's words stands in its home, outside the predicate's own `words`.

    A veto is asked with the words that longer predicates have taken: "shell fire" that kills is no fire.
    """
    if constraint.home != "story" and said.isdisjoint(constraint.words) and asks_for_words(constraint):
        return False
    heads, others = _places_of(reading, sentence, head, clause, constraint.home)
    if constraint.home in {"subject", "by"} and clause.voice == "nominal":
        heads = [*heads, *_doers(reading, words)]
    if told is not None and heads:
        # "drug dealers shot him", "attacked a film crew": a party is not what stands before its noun.
        others = [index for index in others if kind_of(reading.tokens[index].head) is None]
    known = words | (told or set())
    heads = [index for index in heads if index not in known]
    others = [index for index in others if index not in known]
    if constraint.home == "sentence" and NUMBER in constraint.words:
        return any(reading.tokens[index].tag == "CD" for index in others)
    return any(not constraint.words.isdisjoint(_wordings(reading, index)) for index in (*heads, *others)) or any(
        f":{kind_of(index)}" in constraint.words
        or (PLACE_NAME in constraint.words and _names_a_place(reading.tokens[index], kind_of))
        or (NUMBER in constraint.words and reading.tokens[index].tag == "CD")
        or (ANYTHING in constraint.words and not _is_time(reading.tokens[index]))
        for index in heads
    )


def _is_time(token: Token) -> bool:
    """ "for the third day", "for the first time"."""
    return token.entity in {"DATE", "TIME"} or token.lemma in {"time", "day", "hour", "night", "week", "month"}


def _doers(reading: Reading, words: set[int]) -> list[int]:
    """ "The senator launched an attack": the subject of the verb that belongs to the noun's predicate."""
    verbs = [index for index in words if is_verbal(reading.tokens[index]) and not is_passive(reading, index)]
    return [head for verb in verbs for head in clause_of(reading, verb).heads("subject")]


def _wordings(reading: Reading, index: int) -> tuple[str, str, str]:
    """A token's lemma, its form, and its lemma with the one before: "gas_explosion"."""
    token = reading.tokens[index]
    before = reading.tokens[index - 1].lemma if index else ""
    return token.lemma, token.text.lower(), f"{before}_{token.lemma}"


def _names_a_place(token: Token, kind_of: KindOf) -> bool:
    """Whether a name may be a place's: "captured Kunduz"."""
    if token.part_of_speech != "PROPN" or token.entity == "PERSON":
        return False
    return token.entity in {"GPE", "LOC", "FAC"} or kind_of(token.index) is None


def _places_of(
    reading: Reading, sentence: Sentence, head: int, clause: Clause, home: str
) -> tuple[list[int], list[int]]:
    """The tokens that a constraint looks at: heads, whose kind counts as well, and others, whose words alone do.

    Subject and object are meant logically, whatever the voice.
    """
    match home:
        case "story":
            return [], list(range(len(reading.tokens)))
        case "sentence":
            return [], list(range(sentence.first, sentence.last))
        case "clause":
            return [], reading.subtree(head)
        case "modifier":
            relations = {"amod", "compound", "nmod", "advmod", "nummod", "poss"}
            return [child for child in reading.children[head] if reading.tokens[child].relation in relations], []
        case "object":
            homes = {"active": ["object"], "passive": ["subject"], "nominal": ["of", "modifier", "on", "against"]}
        case "subject":
            homes = {"active": ["subject"], "passive": ["by"], "nominal": ["possessor", "modifier", "by", "of"]}
        case _:
            homes = {clause.voice: [home]}
    heads = [
        inner
        for name in homes[clause.voice]
        for index in clause.heads(name)
        for inner in counted(reading, index) or [index]
    ]
    # "a camp of displaced persons", "the town of Kobani": what is counted or named belongs to the phrase too.
    return heads, [
        child
        for index in heads
        for child in reading.children[index]
        if reading.tokens[child].relation in {"compound", "amod", "nmod"}
    ]
