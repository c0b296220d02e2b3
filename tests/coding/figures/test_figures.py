"""The figures of a claim, with predicates made for the tests and a stub for what nouns count."""

from collections.abc import Callable

import pytest

from dateline.codebook.frames import read_frames
from dateline.codebook.predicates import PartOfSpeech, Predicate
from dateline.codebook.quantities import read_quantities
from dateline.codebook.tables import Tables
from dateline.coding.figures.of_claim import figures, zero_casualties
from dateline.coding.figures.quantities import find_quantities
from dateline.coding.predicates import PredicateMatcher
from dateline.coding.roles import fill_roles
from dateline.model.claim import EventType, Plover
from dateline.model.figure import Counts, Figure, Population
from dateline.model.reading import Reading

RULES = read_quantities(Tables())
FRAMES = read_frames(Tables())
UNITS: dict[str, tuple[Population, str]] = {
    "soldier": ("military", "soldier"),
    "troop": ("military", "soldier"),
    "officer": ("military", "soldier"),
    "policeman": ("unknown", "person"),
    "civilian": ("civilian", "person"),
    "villager": ("civilian", "person"),
    "child": ("civilian", "person"),
    "woman": ("civilian", "person"),
    "family": ("civilian", "household"),
    "village": ("unknown", "place"),
    "district": ("unknown", "place"),
    "tank": ("military", "vehicle"),
    "house": ("civilian", "building"),
}


def _predicate(
    words: str, pos: PartOfSpeech, plover: Plover, frame: str, role: str = "target", counts: Counts | None = None
) -> Predicate:
    slots = tuple(frozenset(() if slot == "*" else slot.split("|")) for slot in words.split())
    pairs = ((role, counts),) if counts else ()
    return Predicate(words, slots, 0, pos, EventType(plover, None, None, words), frame, pairs, (), ())  # type: ignore[arg-type]


PREDICATES = (
    _predicate("kill", "v", "ASSAULT", "transitive", counts="killed"),
    _predicate("die", "v", "ASSAULT", "undergo", counts="killed"),
    _predicate("leave * dead", "v", "ASSAULT", "transitive", counts="killed"),
    _predicate("wound|injure", "v", "ASSAULT", "transitive", counts="injured"),
    _predicate("abduct", "v", "ASSAULT", "transitive", counts="abducted"),
    _predicate("capture", "v", "COERCE", "seize", counts="captured"),
    _predicate("seize|overrun", "v", "COERCE", "seize", counts="places-taken"),
    _predicate("flee", "v", "RETREAT", "yield", role="actor", counts="fled"),
    _predicate("destroy", "v", "ASSAULT", "transitive", counts="other"),
    _predicate("airstrike", "n", "ASSAULT", "transitive", role="event", counts="attacks"),
    _predicate("shelling", "n", "ASSAULT", "transitive", role="event", counts="attacks"),
    _predicate("detention", "n", "COERCE", "transitive", counts="arrested"),
    _predicate("rally", "v", "PROTEST", "intransitive"),
)
# sentence, a word of the trigger, and its figures: words, what they count, unit, low, high, index of the whole
CASES: list[tuple[str, str, list[tuple[str, str, str, int | None, int | None, int | None]]]] = [
    (
        "The militants killed three civilians and wounded five.",
        "killed",
        [("three civilians", "killed", "person", 3, 3, None)],
    ),
    ("The militants killed three civilians and wounded five.", "wounded", [("five", "injured", "person", 5, 5, None)]),
    ("27 people were killed and 12 wounded.", "killed", [("27 people", "killed", "person", 27, 27, None)]),
    ("27 people were killed and 12 wounded.", "wounded", [("12", "injured", "person", 12, 12, None)]),
    (
        "Three soldiers were killed and seven others were wounded.",
        "wounded",
        [("seven others", "injured", "person", 7, 7, None)],
    ),
    (
        "The blast killed at least 12, including three children.",
        "killed",
        [("at least 12", "killed", "person", 12, None, None), ("three children", "killed", "person", 3, 3, 0)],
    ),
    (
        "The attack killed 12 people, among them two officers and a child.",
        "killed",
        [
            ("12 people", "killed", "person", 12, 12, None),
            ("two officers", "killed", "soldier", 2, 2, 0),
            ("a child", "killed", "person", 1, 1, 0),
        ],
    ),
    (
        "Ten people were killed, three of them children.",
        "killed",
        [("Ten people", "killed", "person", 10, 10, None), ("three of them children", "killed", "person", 3, 3, 0)],
    ),
    (
        "Three people, two of them children, died.",
        "died",
        [("Three people", "killed", "person", 3, 3, None), ("two of them children", "killed", "person", 2, 2, 0)],
    ),
    (
        "Three women and four children were killed.",
        "killed",
        [("Three women", "killed", "person", 3, 3, None), ("four children", "killed", "person", 4, 4, None)],
    ),
    ("Two soldiers killed in ambush", "killed", [("Two soldiers", "killed", "soldier", 2, 2, None)]),
    ("Two soldiers killed, dozens injured in ambush", "injured", [("dozens", "injured", "person", 24, 99, None)]),
    ("A soldier was killed.", "killed", [("A soldier", "killed", "soldier", 1, 1, None)]),
    ("The soldier was killed.", "killed", []),
    ("No one was killed.", "killed", [("No one", "killed", "person", 0, 0, None)]),
    (
        "Nearly 50 soldiers were killed in the clash.",
        "killed",
        [("Nearly 50 soldiers", "killed", "soldier", 45, 50, None)],
    ),
    ("Gunmen abducted a group of 15 villagers.", "abducted", [("15 villagers", "abducted", "person", 15, 15, None)]),
    (
        "Gunmen abducted 12 policemen, including an officer.",
        "abducted",
        [("12 policemen", "abducted", "person", 12, 12, None), ("an officer", "abducted", "soldier", 1, 1, 0)],
    ),
    ("A family of five was killed.", "killed", [("family of five", "killed", "person", 5, 5, None)]),
    ("The blast left 12 dead.", "dead", [("12 dead", "killed", "person", 12, 12, None)]),
    (
        "The fighting left 12 soldiers dead and at least 30 civilians injured.",
        "dead",
        [("12 soldiers", "killed", "soldier", 12, 12, None)],
    ),
    (
        "The strike killed two soldiers, bringing the toll to 31.",
        "killed",
        [("two soldiers", "killed", "soldier", 2, 2, None), ("31", "killed", "person", 31, 31, None)],
    ),
    (
        "Six civilians were among at least 22 people killed in the raid.",
        "killed",
        [("Six civilians", "killed", "person", 6, 6, 1), ("at least 22 people", "killed", "person", 22, None, None)],
    ),
    (
        "Rebels seized 12 villages and two tanks.",
        "seized",
        [("12 villages", "places-taken", "village", 12, 12, None), ("two tanks", "other", "vehicle", 2, 2, None)],
    ),
    (
        "Rebels captured three villages and 20 soldiers.",
        "captured",
        [
            ("three villages", "places-taken", "village", 3, 3, None),
            ("20 soldiers", "captured", "soldier", 20, 20, None),
        ],
    ),
    ("Some 200 families fled the town.", "fled", [("Some 200 families", "fled", "household", 180, 220, None)]),
    (
        "More than 1,000 troops fled over the border.",
        "fled",
        [("More than 1,000 troops", "fled", "soldier", 1001, None, None)],
    ),
    (
        "The fire destroyed eight houses and nine boats.",
        "destroyed",
        [("eight houses", "other", "building", 8, 8, None), ("nine boats", "other", "boat", 9, 9, None)],
    ),
    ("The coalition conducted 10 airstrikes.", "airstrikes", [("10 airstrikes", "attacks", "attack", 10, 10, None)]),
    (
        "They support the army with airstrikes -- eight in the last 24 hours.",
        "airstrikes",
        [("eight", "attacks", "attack", 8, 8, None)],
    ),
    (
        "At least 36 cases of civilian detentions have been verified.",
        "detentions",
        [("At least 36 cases", "arrested", "case", 36, None, None)],
    ),
    ("The shelling left 12 dead.", "shelling", [("12 dead", "killed", "person", 12, 12, None)]),
    (
        "About 20,000 workers rallied in the square.",
        "rallied",
        [("About 20,000 workers", "other", "worker", 18000, 22000, None)],
    ),
    (
        "Hundreds of soldiers, including 15 officers, were killed.",
        "killed",
        [
            ("Hundreds of soldiers", "killed", "soldier", 200, 999, None),
            ("15 officers", "killed", "soldier", 15, 15, 0),
        ],
    ),
    ("They killed one of the officers.", "killed", [("one of the officers", "killed", "soldier", 1, 1, None)]),
    (
        "They killed 12 of the 15 policemen on board.",
        "killed",
        [("12 of the 15 policemen", "killed", "person", 12, 12, None)],
    ),
]
CUMULATIVE = [
    ("The strike killed two soldiers, bringing the toll to 31.", "killed", [False, True]),
    ("More than 300,000 people have been killed since the war began.", "killed", [True]),
    ("At least 200 villagers have been killed so far.", "killed", [True]),
    ("In the past five years the war has killed 280,000 people.", "killed", [True]),
    ("Rebels have seized dozens of districts.", "seized", [True]),
    ("Rebels had seized three villages.", "seized", [False]),
    ("The blast killed 12 people on Monday.", "killed", [False]),
]
ZEROS = [
    ("There were no casualties.", ["killed", "injured"]),
    ("No casualties were reported.", ["killed", "injured"]),
    ("The raid did not cause any casualties.", ["killed", "injured"]),
    ("The raid ended without casualties.", ["killed", "injured"]),
    ("There were no injuries.", ["injured"]),
    ("No deaths were reported.", ["killed"]),
    ("No one was injured.", ["injured"]),
    ("There were no serious injuries.", []),
    ("There were no immediate reports of casualties.", []),
    ("The raid caused several casualties.", []),
    ("No talks were held.", []),
]


def _figures(reading: Reading, trigger: str) -> tuple[Figure, ...]:
    """The figures of the predicate at the first occurrence of a word."""
    quantities = find_quantities(reading, RULES)
    matcher = PredicateMatcher(PREDICATES)
    for sentence in reading.sentences:
        own = [quantity for quantity in quantities if sentence.first <= quantity.first < sentence.last]
        for match in matcher.matches(reading, sentence, lambda head: None):
            candidate = fill_roles(reading, match, FRAMES, {}, lambda head: None)
            if trigger in reading.span_of(candidate.first, candidate.last).text.split():
                return figures(reading, candidate, own, lambda head: _population(reading, head))
    raise AssertionError(f"no predicate at {trigger!r}")


def _population(reading: Reading, head: int) -> tuple[Population, str]:
    return UNITS.get(reading.tokens[head].lemma, ("unknown", "person"))


@pytest.mark.parametrize(("sentence", "trigger", "expected"), CASES)
def test_figures(
    read_body: Callable[..., Reading],
    sentence: str,
    trigger: str,
    expected: list[tuple[str, str, str, int | None, int | None, int | None]],
) -> None:
    found = _figures(read_body(sentence), trigger)
    assert [
        (figure.text, figure.counts, figure.unit, figure.low, figure.high, figure.part_of) for figure in found
    ] == expected


@pytest.mark.parametrize(("sentence", "trigger", "expected"), CUMULATIVE)
def test_running_totals(read_body: Callable[..., Reading], sentence: str, trigger: str, expected: list[bool]) -> None:
    assert [figure.cumulative for figure in _figures(read_body(sentence), trigger)] == expected


@pytest.mark.parametrize(("sentence", "expected"), ZEROS)
def test_zero_casualties(read_body: Callable[..., Reading], sentence: str, expected: list[str]) -> None:
    reading = read_body(sentence)
    found = zero_casualties(reading, reading.sentences[-1], find_quantities(reading, RULES))
    assert [figure.counts for figure in found] == expected
    assert all((figure.low, figure.high) == (0, 0) for figure in found)


@pytest.mark.parametrize(("sentence", "trigger"), [(sentence, trigger) for sentence, trigger, _ in CASES])
def test_the_words_of_a_figure_are_the_storys(read_body: Callable[..., Reading], sentence: str, trigger: str) -> None:
    reading = read_body(sentence)
    for figure in _figures(reading, trigger):
        assert reading.story.text[figure.start : figure.end] == figure.text


def test_population_and_side_come_from_the_noun(read_body: Callable[..., Reading]) -> None:
    reading = read_body("Nearly 50 soldiers and three civilians were killed.")
    soldiers, civilians = _figures(reading, "killed")
    assert (soldiers.population, civilians.population) == ("military", "civilian")
    assert (soldiers.qualifier, soldiers.rule) == ("Nearly", "nearly")
    assert soldiers.side is None
