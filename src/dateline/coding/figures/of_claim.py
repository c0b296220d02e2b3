"""The figures of a claim: how many were killed, fled, were taken, with unit, population and what includes what."""

from collections.abc import Callable, Sequence

from dateline.coding.candidate import Candidate
from dateline.coding.figures.counting import PEOPLE, Count, counts_of
from dateline.coding.figures.cumulative import is_cumulative
from dateline.coding.figures.parts import with_parts
from dateline.coding.figures.quantities import Quantity
from dateline.coding.syntax.phrases import conjuncts
from dateline.model.figure import Counts, Figure, Population
from dateline.model.reading import Reading, Sentence

PopulationOf = Callable[[int], tuple[Population, str]]
SideOf = Callable[[int], str | None]
_PERSONS = frozenset({"person", "soldier"})
_PLACES = frozenset({"place", "base"})
_THINGS = frozenset({"building", "structure", "vehicle"}) | _PLACES
_PLURAL = frozenset({"NNS", "NNPS"})
_OWN = frozenset({"det", "nummod", "poss", "predet", "prep"})
# Adjectives that leave a zero a zero.
_OF_ALL = frozenset({"human", "reported", "single"})
# Words for people of any kind; the unit of any other noun without a unit of its own is its lemma: "148 crimes".
_ANYONE = frozenset({"people", "person", "other", "individual", "man", "adult", "member", "dead", "wounded", "injured"})


def figures(
    reading: Reading,
    candidate: Candidate,
    quantities: Sequence[Quantity],
    population_of: PopulationOf,
    side_of: SideOf = lambda head: None,
) -> tuple[Figure, ...]:
    """The figures of a predicate, in the order of the text; `quantities` are those of its sentence.

    A figure's words run from the number's qualifier to the noun it counts: "at least 12 civilians". In "killed at
    least 12, including three children" the second figure is part of the first.
    """

    def is_person(head: int) -> bool:
        return population_of(head)[1] in _PERSONS

    def is_known(head: int) -> bool:
        return population_of(head) != ("unknown", "person")

    counts = [
        count
        for count in counts_of(reading, candidate, quantities, is_person)
        if (not count.is_actor or candidate.predicate.event.plover == "PROTEST" or is_known(count.quantity.head))
        and (count.quantity.high != 0 or _is_plain(reading, count.quantity))
    ]
    return tuple(
        _figure(reading, candidate, count, part_of, population_of, side_of)
        for count, part_of in with_parts(reading, counts, quantities, is_person)
    )


def zero_casualties(
    reading: Reading, sentence: Sentence, quantities: Sequence[Quantity] | None = None
) -> tuple[Figure, ...]:
    """The zeros of a sentence that says nobody was hurt, for the claim it belongs to; () when it says no such thing.

    "There were no casualties" gives killed 0-0 and injured 0-0, "no one was injured" injured 0-0. A report that there
    is no word yet of casualties gives nothing. `quantities` are the story's; without them they are looked for.
    """
    if quantities is None:
        quantities = _found(reading)
    zeros = [
        quantity
        for quantity in quantities
        if quantity.high == 0 and sentence.first <= quantity.first < sentence.last and _is_plain(reading, quantity)
    ]
    return tuple(
        _zero(reading, quantity, counts) for quantity in zeros for counts in _zero_counts(reading, sentence, quantity)
    )


def _found(reading: Reading) -> tuple[Quantity, ...]:
    from dateline.codebook.codebook import load_codebook
    from dateline.coding.figures.quantities import find_quantities

    return find_quantities(reading, load_codebook().quantities)


def _is_plain(reading: Reading, quantity: Quantity) -> bool:
    """Whether all are denied: "no serious injuries" and "no further deaths" leave others open."""
    between = reading.tokens[quantity.last + 1 : quantity.head]
    return all(token.lemma in _OF_ALL or token.part_of_speech != "ADJ" for token in between)


def _zero_counts(reading: Reading, sentence: Sentence, quantity: Quantity) -> tuple[Counts, ...]:
    if any(token.lemma in {"immediate", "immediately", "word", "yet"} for token in reading.words(sentence)):
        return ()
    if quantity.toll == "casualty":
        return ("killed", "injured")
    return (quantity.toll,) if quantity.toll in {"killed", "injured", "missing"} else ()


def _zero(reading: Reading, quantity: Quantity, counts: Counts) -> Figure:
    span = _span(reading, quantity)
    return Figure(*span, counts, "person", "unknown", None, 0, 0, None, quantity.rule)


def _figure(
    reading: Reading,
    candidate: Candidate,
    count: Count,
    part_of: int | None,
    population_of: PopulationOf,
    side_of: SideOf,
) -> Figure:
    quantity = count.quantity
    counts, unit, population = _meaning(reading, count, population_of)
    return Figure(
        *_span(reading, quantity),
        counts=counts,
        unit=unit,
        population=population,
        side=side_of(quantity.head),
        low=quantity.low,
        high=quantity.high,
        qualifier=quantity.qualifier,
        rule=quantity.rule,
        cumulative=is_cumulative(reading, candidate, count),
        part_of=part_of,
    )


def _span(reading: Reading, quantity: Quantity) -> tuple[str, int, int]:
    """From the qualifier to the noun, unless a verb or a comma stands between."""
    between = reading.tokens[quantity.last + 1 : quantity.head + 1]
    is_phrase = not any(token.tag in {",", ":", "VBD", "VBZ", "VBP", "MD"} for token in between)
    first, last = quantity.first, quantity.last
    if quantity.head > last and is_phrase:
        last = _counted_together(reading, quantity.head)[-1]
    elif quantity.container is not None and quantity.head <= last:
        first = quantity.container  # "family of five"
    span = reading.span_of(first, last)
    return span.text, span.start, span.end


def _counted_together(reading: Reading, head: int) -> list[int]:
    """The nouns that one number counts: "dozens of pupils, teachers and relatives"; not "12 soldiers and the mayor"."""
    others = conjuncts(reading, head)[1:]
    if reading.tokens[head].tag not in _PLURAL or any(
        reading.tokens[other].tag not in _PLURAL
        or any(reading.tokens[child].relation in _OWN for child in reading.children[other])
        or other < head
        for other in others
    ):
        return [head]
    return [head, *others]


def _meaning(reading: Reading, count: Count, population_of: PopulationOf) -> tuple[Counts, str, Population]:
    """What is counted: people are killed, things are not, and a place that is captured is taken."""
    quantity, counts = count.quantity, count.counts
    if count.is_event:
        return counts, _event_unit(reading, quantity, counts), "unknown"
    if quantity.first <= quantity.head <= quantity.last:
        known = quantity.container or _said_of(reading, quantity.head)
        population, unit = population_of(known) if known else ("unknown", "person")
        return counts, unit if unit in _PERSONS else "person", population
    population, unit = _of_all(population_of, _counted_together(reading, quantity.head))
    noun = reading.tokens[quantity.head]
    if counts == "places-taken" and unit == "vehicle":
        counts = "other"
    if counts in PEOPLE and unit in _THINGS:
        counts = "places-taken" if unit in _PLACES and counts in {"captured", "freed"} else "other"
    if unit == "place" or (unit == "person" and population == "unknown" and counts not in PEOPLE):
        unit = "person" if noun.lemma in _ANYONE else noun.lemma
    return counts, unit, population


def _said_of(reading: Reading, number: int) -> int | None:
    """ "41 were civilians": the noun that says who they are."""
    token = reading.tokens[number]
    siblings = reading.children[token.head] if token.relation in {"nsubj", "nsubjpass"} else []
    return next(
        (index for index in siblings if reading.tokens[index].relation == "attr" and index > number),
        None,
    )


def _of_all(population_of: PopulationOf, heads: Sequence[int]) -> tuple[Population, str]:
    """The population and unit of nouns counted together: mixed persons when they differ."""
    populations, units = zip(*map(population_of, heads), strict=True)
    unit = units[0] if len(set(units)) == 1 or not set(units) <= _PERSONS else "person"
    return (populations[0] if len(set(populations)) == 1 else "mixed"), unit


def _event_unit(reading: Reading, quantity: Quantity, counts: Counts) -> str:
    """What a number of acts counts: cases, attacks, or the people of "three deaths"."""
    if quantity.is_case:
        return "case"
    if counts in PEOPLE:
        return "person"
    if counts != "attacks" and quantity.first <= quantity.head <= quantity.last:
        return "case"
    return "attack" if counts == "attacks" else reading.tokens[quantity.head].lemma
