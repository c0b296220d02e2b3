"""Which of a sentence's numbers belong to a predicate, and what each of them counts there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.coding.candidate import Candidate, Filler
from dateline.coding.figures.quantities import Quantity
from dateline.coding.syntax.phrases import conjuncts
from dateline.model.figure import Counts
from dateline.model.reading import Reading

# What happens to or is done by people, as against attacks, places and things.
PEOPLE: frozenset[Counts] = frozenset({
    "killed", "injured", "missing", "captured", "arrested", "abducted", "freed", "displaced", "fled", "returned",
    "deployed", "surrendered",
})  # fmt: skip
_ARTICLES = frozenset({"a", "an", "another"})
_HARM: frozenset[Counts] = frozenset({"killed", "injured", "captured", "abducted", "arrested", "missing"})
_TOLLS = frozenset({"killed", "injured", "missing"})
_BEFORE_THE_VERB = frozenset({"AUX", "ADV", "PART"})
_DEADLY = frozenset({"kill"})
_HURTING = frozenset({"wound", "injure", "hurt", "maim"})
_LATER = frozenset({"later", "then", "subsequently", "eventually"})
_MORE = frozenset({"more", "other", "others", "people"})
# "suffered 20 gunshot wounds": how often one was hit, not how many were.
_HARMS = frozenset({"wound", "injury", "burn", "cut", "shot"})
_DASHES = frozenset({"--", "-", "–", "—", ":"})


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity with what it counts; `is_event` says that it is how often the act was done,
    `is_actor` how many did it."""

    quantity: Quantity
    counts: Counts
    is_event: bool = False
    is_actor: bool = False


def counts_of(
    reading: Reading, candidate: Candidate, quantities: Sequence[Quantity], is_person: Callable[[int], bool]
) -> list[Count]:
    """The counts of a predicate in the order of the text, each quantity once.

    "27 people were killed and 12 wounded": for "killed" 27, for "wounded" 12.
    """
    found: dict[int, Count] = {}
    for count in (
        *_of_fillers(reading, candidate, quantities, is_person),
        *_elliptical(reading, candidate, quantities),
        *_of_event(reading, candidate, quantities),
        *_tolls(reading, candidate, quantities),
    ):
        found.setdefault(count.quantity.first, count)
    return [spelled for first in sorted(found) for spelled in _spelled(found[first])]


def _spelled(count: Count) -> tuple[Count, ...]:
    """ "No casualties" are none killed and none injured; of "10 casualties" nobody knows which."""
    if count.quantity.toll != "casualty":
        return (count,)
    if count.quantity.high == 0:
        return (replace(count, counts="killed"), replace(count, counts="injured"))
    return (replace(count, counts="other"),)


def _of_fillers(
    reading: Reading, candidate: Candidate, quantities: Sequence[Quantity], is_person: Callable[[int], bool]
) -> Iterator[Count]:
    """The numbers of the phrases in the predicate's roles, coordinated ones included."""
    counts = dict(candidate.predicate.counts)
    heads = {filler.head for filler in candidate.fillers}
    for filler in candidate.fillers:
        role = "target" if _is_bare_passive(reading, candidate, filler, quantities) else filler.role
        what = counts.get(role, "other")
        is_either = what in {"killed", "injured"} and _is_either(reading, candidate.head)
        if role == "actor" and "actor" not in counts and set(counts.values()) & _HARM:
            continue  # "four raids killed 12": the raids are no figure of the killing
        others = [head for head in _coordinated(reading, filler.head) if head not in heads]
        for head in (filler.head, *others):
            quantity = _quantity_at(head, quantities)
            if quantity is None and what in _HARM and role == filler.role:
                quantity = _article(reading, head, is_person)
            if quantity is None or (_is_other_toll(quantity, what) and not _is_taken_from(reading, quantity)):
                continue
            if role != "actor" or "actor" in counts:
                yield Count(quantity, "other" if is_either and quantity.high != 1 else what)
            elif (quantity.low, quantity.high) != (1, 1):  # "one jet bombed the port" counts no jets
                yield Count(quantity, what, is_actor=True)


def _is_either(reading: Reading, head: int) -> bool:
    """ "40 were killed or wounded", "killed and wounded dozens": nobody knows how many of them are dead."""
    token = reading.tokens[head]
    others = [child for child in reading.children[head] if reading.tokens[child].relation == "conj"]
    if token.relation == "conj":
        others.append(token.head)
    for first, last in (sorted((head, other)) for other in others):
        between = reading.tokens[first + 1 : last]
        if {reading.tokens[first].lemma, reading.tokens[last].lemma} & _DEADLY and all(
            word.relation in {"cc", "advmod"} and word.lemma not in _LATER for word in between
        ):
            return {reading.tokens[first].lemma, reading.tokens[last].lemma} <= _DEADLY | _HURTING
    return False


def _coordinated(reading: Reading, head: int) -> list[int]:
    """The nouns coordinated with one, with or without a conjunction: "two soldiers, one policeman killed"."""
    apposed = [child for child in reading.children[head] if reading.tokens[child].relation == "appos"]
    numbered = [
        noun for noun in apposed if any(reading.tokens[child].relation == "nummod" for child in reading.children[noun])
    ]
    return conjuncts(reading, head)[1:] + numbered


def _quantity_at(head: int, quantities: Sequence[Quantity]) -> Quantity | None:
    """The number that is the head itself ("dozens", "two of the rebels"), counts it, or stands in what it holds."""
    inside = (quantity for quantity in quantities if quantity.first <= head <= quantity.last)
    counted = (quantity for quantity in quantities if quantity.head == head and quantity.toll != "total")
    held = (quantity for quantity in quantities if quantity.container == head)
    return next(inside, None) or next(counted, None) or next(held, None)


def _is_other_toll(quantity: Quantity, what: Counts) -> bool:
    """ "left 12 soldiers dead and 30 civilians injured": the injured are not among the killed; and zero of what is
    not a toll says nothing."""
    if quantity.high == 0 and what == "other":
        return True
    return what in _TOLLS and quantity.toll in _TOLLS and quantity.toll != what


def _is_taken_from(reading: Reading, quantity: Quantity) -> bool:
    """ "three of the wounded died": the number is of those who died."""
    behind = reading.tokens[quantity.last + 1 : quantity.head]
    return bool(behind) and behind[0].lemma == "of"


def _has_participle(reading: Reading, quantity: Quantity) -> bool:
    """Whether a participle behind the number is a predicate of its own: "three killed, hundreds injured"."""
    behind = reading.tokens[max(quantity.last, quantity.head) + 1 :][:2]
    return any(token.part_of_speech == "VERB" for token in behind)


def _article(reading: Reading, head: int, is_person: Callable[[int], bool]) -> Quantity | None:
    """ "a soldier was killed", "another was hurt" are one; "a group of soldiers" and "the soldier" are no number."""
    if reading.tokens[head].lemma == "another":
        return Quantity(head, head, head, 1, 1, None, "article")
    if reading.tokens[head].tag != "NN" or not is_person(head):
        return None
    for child in reading.children[head]:
        token = reading.tokens[child]
        if token.relation == "prep" and token.lemma == "of" and _is_plural_behind(reading, child):
            return None
    determiners = [child for child in reading.children[head] if reading.tokens[child].text.lower() in _ARTICLES]
    return Quantity(determiners[0], determiners[0], head, 1, 1, None, "article") if determiners else None


def _is_plural_behind(reading: Reading, preposition: int) -> bool:
    return any(reading.tokens[child].tag in {"NNS", "NNPS"} for child in reading.children[preposition])


def _is_bare_passive(reading: Reading, candidate: Candidate, filler: Filler, quantities: Sequence[Quantity]) -> bool:
    """Headlines leave out "were": in "Three soldiers killed in ambush" the soldiers did not kill."""
    if filler.role != "actor" or filler.home != "subject" or candidate.voice != "active":
        return False
    what = dict(candidate.predicate.counts).get("target")
    if what not in _HARM or reading.tokens[candidate.head].tag not in {"VBN", "VBD"}:
        return False
    numbers = (_quantity_at(target.head, quantities) for target in candidate.fillers_of("target"))
    return all(number is not None and _is_other_toll(number, what) for number in numbers)


def _elliptical(reading: Reading, candidate: Candidate, quantities: Sequence[Quantity]) -> Iterator[Count]:
    """A number without a noun before its participle: "and 12 wounded", "seven others were hurt"."""
    what = dict(candidate.predicate.counts).get("target")
    if what not in PEOPLE or candidate.voice == "nominal":
        return
    at = candidate.first - 1
    while at >= 0 and reading.tokens[at].sentence == reading.tokens[candidate.head].sentence:
        token = reading.tokens[at]
        if token.part_of_speech not in _BEFORE_THE_VERB and token.lemma not in _MORE:
            break
        at -= 1
    for quantity in quantities:
        is_bare = quantity.first <= quantity.head <= quantity.last or quantity.head == candidate.head
        if is_bare and quantity.first <= at + 1 and at <= quantity.last < candidate.first:
            yield Count(quantity, what)


def _of_event(reading: Reading, candidate: Candidate, quantities: Sequence[Quantity]) -> Iterator[Count]:
    """How often: "10 airstrikes", "36 cases of detention", "air strikes -- eight in the last 24 hours"."""
    counts = dict(candidate.predicate.counts)
    what = counts.get("event") or counts.get("target") or counts.get("actor") or "other"
    for quantity in quantities:
        token = reading.tokens[quantity.head]
        is_named = candidate.first <= quantity.head <= candidate.last and token.part_of_speech in {"NOUN", "PROPN"}
        is_case = quantity.is_case and _stands_behind_of(reading, quantity.head, candidate)
        if (quantity.high == 0 and quantity.toll is None) or (
            token.lemma in _HARMS and candidate.voice != "nominal" and quantity.high != 0
        ):
            continue
        if (is_named and quantity.last < quantity.head) or is_case or _is_apposed(reading, candidate, quantity):
            yield Count(quantity, what, is_event=True)
        elif _is_inside(candidate, quantity) and "target" in counts:
            yield Count(quantity, counts["target"])  # "left 12 dead"
        elif quantity.container is not None and candidate.first <= quantity.container <= candidate.last:
            yield Count(quantity, counts.get("target", "other"))  # "found the bodies of 70 villagers"


def _is_inside(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether the number and its head are words of the predicate itself."""
    return candidate.first < quantity.first and max(quantity.last, quantity.head) <= candidate.last


def _stands_behind_of(reading: Reading, noun: int, candidate: Candidate) -> bool:
    for child in reading.children[noun]:
        if reading.tokens[child].relation == "prep" and reading.tokens[child].lemma == "of":
            behind = [index for object_ in reading.children[child] for index in conjuncts(reading, object_)]
            return any(candidate.first <= index <= candidate.last for index in behind)
    return False


def _is_apposed(reading: Reading, candidate: Candidate, quantity: Quantity) -> bool:
    """ "air strikes -- eight in the last 24 hours", for the strikes or for what is done with them."""
    at = quantity.first - 2
    is_own = quantity.first <= quantity.head <= quantity.last
    if not is_own or at < 0 or reading.tokens[at + 1].text not in _DASHES or reading.tokens[at].tag != "NNS":
        return False
    return at == candidate.last or candidate.head in list(reading.ancestors(at))[:2]


def _tolls(reading: Reading, candidate: Candidate, quantities: Sequence[Quantity]) -> Iterator[Count]:
    """What the words around a number make a toll of this act: "leaving 12 dead", "bringing the toll to 31"."""
    is_assault = candidate.predicate.event.plover == "ASSAULT"
    own = {what for role, what in candidate.predicate.counts if what in PEOPLE}
    for quantity in quantities:
        what: Counts
        if quantity.toll is None or quantity.high == 0 or not (is_assault or quantity.toll == "total"):
            continue
        if not _is_governed(reading, candidate, quantity):
            continue
        if not quantity.is_total and _has_participle(reading, quantity):
            continue
        if quantity.toll == "total":
            if not own:
                continue
            what = next(iter(own))
        elif quantity.toll == "casualty":
            what = "other"
        else:
            what = quantity.toll
        if quantity.is_total or what not in own:
            yield Count(quantity, what)


def _is_governed(reading: Reading, candidate: Candidate, quantity: Quantity) -> bool:
    """Whether the number hangs on the act, or on the verb whose subject or companion the act is."""
    above = list(reading.ancestors(quantity.head))
    if candidate.head in above or quantity.head in reading.ancestors(candidate.head):
        return True  # the latter in headlines: "20 dead in bomb attack"
    verbs = [index for index in above if reading.tokens[index].part_of_speech == "VERB"][:2]
    if candidate.voice != "nominal":
        return False
    return any(index in verbs for index in reading.ancestors(candidate.head))
