"""Which of a sentence's numbers belong to a predicate, and what each of them counts there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dateline.coding.candidate import Candidate, Filler
from dateline.coding.phrases import conjuncts
from dateline.coding.quantities import Quantity
from dateline.model.figure import Counts
from dateline.model.reading import Reading

# What happens to or is done by people, as against attacks, places and things.
PEOPLE: frozenset[Counts] = frozenset({
    "killed", "injured", "missing", "captured", "arrested", "abducted", "freed", "displaced", "fled", "returned",
    "deployed", "surrendered",
})  # fmt: skip
_ARTICLES = frozenset({"a", "an", "another"})
_HARM: frozenset[Counts] = frozenset({"killed", "injured", "captured", "abducted", "arrested", "missing"})
_BEFORE_THE_VERB = frozenset({"AUX", "ADV", "PART"})
_MORE = frozenset({"more", "other", "others", "people"})
_DASHES = frozenset({"--", "-", "–", "—", ":"})


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity with what it counts; `is_event` when it says how often the act was done, not to how many."""

    quantity: Quantity
    counts: Counts
    is_event: bool = False


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
    return [found[first] for first in sorted(found)]


def _of_fillers(
    reading: Reading, candidate: Candidate, quantities: Sequence[Quantity], is_person: Callable[[int], bool]
) -> Iterator[Count]:
    """The numbers of the phrases in the predicate's roles, coordinated ones included."""
    counts = dict(candidate.predicate.counts)
    heads = {filler.head for filler in candidate.fillers}
    for filler in candidate.fillers:
        role = "target" if _is_bare_passive(reading, candidate, filler) else filler.role
        what = counts.get(role, "other")
        others = [head for head in conjuncts(reading, filler.head)[1:] if head not in heads]
        for head in (filler.head, *others):
            quantity = _quantity_at(head, quantities)
            if quantity is None and what in _HARM:
                quantity = _article(reading, head, is_person)
            if quantity is not None:
                yield Count(quantity, what)


def _quantity_at(head: int, quantities: Sequence[Quantity]) -> Quantity | None:
    """The number that is the head itself ("dozens", "two of the rebels"), counts it, or stands in what it holds."""
    inside = (quantity for quantity in quantities if quantity.first <= head <= quantity.last)
    counted = (quantity for quantity in quantities if quantity.head == head and quantity.toll != "total")
    held = (quantity for quantity in quantities if quantity.container == head)
    return next(inside, None) or next(counted, None) or next(held, None)


def _article(reading: Reading, head: int, is_person: Callable[[int], bool]) -> Quantity | None:
    """ "a soldier was killed" is one; "a group of soldiers" and "the soldier" are no number."""
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


def _is_bare_passive(reading: Reading, candidate: Candidate, filler: Filler) -> bool:
    """Headlines leave out "were": in "Three soldiers killed in ambush" the soldiers did not kill."""
    if filler.role != "actor" or filler.home != "subject" or candidate.voice != "active":
        return False
    if not set(dict(candidate.predicate.counts).items()) & {("target", what) for what in _HARM}:
        return False
    return reading.tokens[candidate.head].tag in {"VBN", "VBD"} and not candidate.fillers_of("target")


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
        is_apposed = candidate.voice == "nominal" and _is_apposed(reading, candidate, quantity)
        if (is_named and quantity.last < quantity.head) or is_case or is_apposed:
            yield Count(quantity, what, is_event=True)


def _stands_behind_of(reading: Reading, noun: int, candidate: Candidate) -> bool:
    for child in reading.children[noun]:
        if reading.tokens[child].relation == "prep" and reading.tokens[child].lemma == "of":
            behind = [index for object_ in reading.children[child] for index in conjuncts(reading, object_)]
            return any(candidate.first <= index <= candidate.last for index in behind)
    return False


def _is_apposed(reading: Reading, candidate: Candidate, quantity: Quantity) -> bool:
    is_own = quantity.first <= quantity.head <= quantity.last
    at = quantity.first - 1
    return is_own and at - 1 == candidate.last and reading.tokens[at].text in _DASHES


def _tolls(reading: Reading, candidate: Candidate, quantities: Sequence[Quantity]) -> Iterator[Count]:
    """What the words around a number make a toll of this act: "leaving 12 dead", "bringing the toll to 31"."""
    if candidate.predicate.event.plover != "ASSAULT":
        return
    own = {what for role, what in candidate.predicate.counts if what in PEOPLE}
    for quantity in quantities:
        what: Counts
        if quantity.toll is None or not _is_governed(reading, candidate, quantity):
            continue
        if quantity.toll == "total":
            what = next(iter(own), "other")
        elif quantity.toll == "casualty":
            if quantity.high == 0:
                continue  # zero_casualties gives both the killed and the injured
            what = "other"
        else:
            what = quantity.toll
        if quantity.is_total or what not in own:
            yield Count(quantity, what)


def _is_governed(reading: Reading, candidate: Candidate, quantity: Quantity) -> bool:
    """Whether the number hangs on the act, or on the verb whose subject or companion the act is."""
    above = list(reading.ancestors(quantity.head))
    if candidate.head in above:
        return True
    verbs = [index for index in above if reading.tokens[index].part_of_speech == "VERB"][:2]
    if candidate.voice != "nominal":
        return False
    return any(index in verbs for index in reading.ancestors(candidate.head))
