"""Number expressions: bounds by named rules, the noun they count, and what is no count."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codebook.quantities import QuantityRules, read_quantities
from dateline.codebook.tables import Tables
from dateline.coding.figures.numerals import read_number
from dateline.coding.figures.quantities import Quantity, find_quantities
from dateline.model.reading import Reading

# sentence; for each quantity its words, the noun it counts (None: itself), low, high and rule
COUNTS: list[tuple[str, list[tuple[str, str | None, int | None, int | None, str]]]] = [
    ("1,037 soldiers crossed the river.", [("1,037", "soldiers", 1037, 1037, "exact")]),
    ("Two soldiers crossed the river.", [("Two", "soldiers", 2, 2, "exact")]),
    ("Twenty-seven villagers were detained.", [("Twenty-seven", "villagers", 27, 27, "exact")]),
    ("One hundred and forty villagers were detained.", [("One hundred and forty", "villagers", 140, 140, "exact")]),
    ("Three hundred villagers were detained.", [("Three hundred", "villagers", 300, 300, "exact")]),
    (
        "Two thousand five hundred villagers were detained.",
        [("Two thousand five hundred", "villagers", 2500, 2500, "exact")],
    ),
    ("Two and a half million villagers fled.", [("Two and a half million", "villagers", 2500000, 2500000, "exact")]),
    ("1.2 million villagers fled.", [("1.2 million", "villagers", 1200000, 1200000, "exact")]),
    ("Half a million villagers fled.", [("Half a million", "villagers", 500000, 500000, "exact")]),
    ("A hundred villagers fled.", [("A hundred", "villagers", 100, 100, "exact")]),
    ("A dozen villagers fled.", [("A dozen", "villagers", 12, 12, "exact")]),
    ("Two dozen villagers fled.", [("Two dozen", "villagers", 24, 24, "exact")]),
    ("Half a dozen villagers fled.", [("Half a dozen", "villagers", 6, 6, "exact")]),
    ("3 lakh villagers fled.", [("3 lakh", "villagers", 300000, 300000, "exact")]),
    ("300k villagers fled.", [("300k", "villagers", 300000, 300000, "exact")]),
    ("12 000 villagers fled.", [("12 000", "villagers", 12000, 12000, "exact")]),
    ("12.500 villagers fled.", [("12.500", "villagers", 12500, 12500, "exact")]),
    ("More than 1,000 villagers fled.", [("More than 1,000", "villagers", 1001, None, "more-than")]),
    ("Over 1,000 villagers fled.", [("Over 1,000", "villagers", 1001, None, "more-than")]),
    ("Well over 1,000 villagers fled.", [("Well over 1,000", "villagers", 1001, None, "more-than")]),
    ("Upwards of 300 villagers fled.", [("Upwards of 300", "villagers", 301, None, "more-than")]),
    ("In excess of 300 villagers fled.", [("In excess of 300", "villagers", 301, None, "more-than")]),
    ("More than a dozen villagers fled.", [("More than a dozen", "villagers", 13, None, "more-than")]),
    ("Just over 200 villagers fled.", [("Just over 200", "villagers", 201, 220, "just-over")]),
    ("At least 12 villagers fled.", [("At least 12", "villagers", 12, None, "at-least")]),
    ("No fewer than 15 villagers fled.", [("No fewer than 15", "villagers", 15, None, "at-least")]),
    ("Not less than 40 villagers fled.", [("Not less than 40", "villagers", 40, None, "at-least")]),
    ("A minimum of 40 villagers fled.", [("A minimum of 40", "villagers", 40, None, "at-least")]),
    ("12 or more villagers fled.", [("12 or more", "villagers", 12, None, "at-least")]),
    ("300+ villagers fled.", [("300+", "villagers", 300, None, "at-least")]),
    ("At least a dozen villagers fled.", [("At least a dozen", "villagers", 12, None, "at-least")]),
    ("At least another 12 villagers fled.", [("At least another 12", "villagers", 12, None, "at-least")]),
    ("Nearly 1,600 villagers fled.", [("Nearly 1,600", "villagers", 1440, 1600, "nearly")]),
    ("Almost 1,600 villagers fled.", [("Almost 1,600", "villagers", 1440, 1600, "nearly")]),
    ("Close to 1,600 villagers fled.", [("Close to 1,600", "villagers", 1440, 1600, "nearly")]),
    ("Just under 300 villagers fled.", [("Just under 300", "villagers", 270, 300, "nearly")]),
    ("About 300 villagers fled.", [("About 300", "villagers", 270, 330, "about")]),
    ("Around 300 villagers fled.", [("Around 300", "villagers", 270, 330, "about")]),
    ("Some 300 villagers fled.", [("Some 300", "villagers", 270, 330, "about")]),
    ("Roughly 300 villagers fled.", [("Roughly 300", "villagers", 270, 330, "about")]),
    ("Approximately 15 villagers fled.", [("Approximately 15", "villagers", 13, 17, "about")]),
    ("An estimated 5,000 villagers fled.", [("An estimated 5,000", "villagers", 4500, 5500, "about")]),
    ("About 1.2 million villagers fled.", [("About 1.2 million", "villagers", 1080000, 1320000, "about")]),
    ("300 or so villagers fled.", [("300 or so", "villagers", 270, 330, "about")]),
    ("Thirty-odd villagers fled.", [("Thirty-odd", "villagers", 27, 33, "about")]),
    ("Up to 50 villagers fled.", [("Up to 50", "villagers", None, 50, "up-to")]),
    ("As many as 60 villagers fled.", [("As many as 60", "villagers", None, 60, "up-to")]),
    ("No more than 60 villagers fled.", [("No more than 60", "villagers", None, 60, "up-to")]),
    ("Fewer than 20 villagers fled.", [("Fewer than 20", "villagers", None, 19, "fewer-than")]),
    ("Less than 20 villagers fled.", [("Less than 20", "villagers", None, 19, "fewer-than")]),
    ("Under 20 villagers fled.", [("Under 20", "villagers", None, 19, "fewer-than")]),
    ("Between 20 and 30 villagers fled.", [("Between 20 and 30", "villagers", 20, 30, "range")]),
    ("20-30 villagers fled.", [("20-30", "villagers", 20, 30, "range")]),
    ("20–30 villagers fled.", [("20–30", "villagers", 20, 30, "range")]),
    ("Twenty to thirty villagers fled.", [("Twenty to thirty", "villagers", 20, 30, "range")]),
    ("Eight or nine villagers fled.", [("Eight or nine", "villagers", 8, 9, "range")]),
    ("From 10 to 15 villagers fled.", [("From 10 to 15", "villagers", 10, 15, "range")]),
    ("10-15,000 villagers fled.", [("10-15,000", "villagers", 10000, 15000, "range")]),
    ("2 to 3 million villagers fled.", [("2 to 3 million", "villagers", 2000000, 3000000, "range")]),
    ("Two to three dozen villagers fled.", [("Two to three dozen", "villagers", 24, 36, "range")]),
    ("Several villagers fled.", [("Several", "villagers", 3, 9, "several")]),
    ("A few villagers fled.", [("A few", "villagers", 3, 9, "few")]),
    ("A handful of villagers fled.", [("A handful", "villagers", 3, 5, "handful")]),
    ("A couple of villagers fled.", [("A couple", "villagers", 2, 2, "couple")]),
    ("A pair of gunmen fled.", [("A pair", "gunmen", 2, 2, "couple")]),
    ("A number of villagers fled.", [("A number", "villagers", 2, None, "number")]),
    ("Multiple villagers fled.", [("Multiple", "villagers", 2, None, "multiple")]),
    ("Dozens of villagers fled.", [("Dozens", "villagers", 24, 99, "dozens")]),
    ("Scores of villagers fled.", [("Scores", "villagers", 40, 99, "scores")]),
    ("Tens of villagers fled.", [("Tens", "villagers", 20, 99, "tens")]),
    ("Hundreds of villagers fled.", [("Hundreds", "villagers", 200, 999, "hundreds")]),
    ("Several hundred villagers fled.", [("Several hundred", "villagers", 300, 999, "several")]),
    ("A few hundred villagers fled.", [("A few hundred", "villagers", 300, 999, "few")]),
    ("Several dozen villagers fled.", [("Several dozen", "villagers", 36, 108, "several")]),
    ("Thousands of villagers fled.", [("Thousands", "villagers", 2000, 9999, "thousands")]),
    ("Several thousand villagers fled.", [("Several thousand", "villagers", 3000, 9999, "several")]),
    ("Tens of thousands of villagers fled.", [("Tens of thousands", "villagers", 20000, 99999, "tens")]),
    ("Hundreds of thousands of villagers fled.", [("Hundreds of thousands", "villagers", 200000, 999999, "hundreds")]),
    ("Millions of villagers fled.", [("Millions", "villagers", 2000000, 9999999, "millions")]),
    ("1000s of villagers fled.", [("1000s", "villagers", 2000, 9999, "thousands")]),
    ("Dozens, if not hundreds, of villagers fled.", [("Dozens, if not hundreds", "villagers", 24, 999, "range")]),
    ("Both villagers fled.", [("Both", "villagers", 2, 2, "both")]),
    ("No villagers fled.", [("No", "villagers", 0, 0, "none")]),
    ("Not a single villager fled.", [("Not a single", "villager", 0, 0, "none")]),
    ("None of the villagers fled.", [("None", "villagers", 0, 0, "none")]),
    ("No one fled.", [("No one", None, 0, 0, "none")]),
    ("Nobody was hurt.", [("Nobody", None, 0, 0, "none")]),
    ("Another 1,000 fled.", [("Another 1,000", None, 1000, 1000, "exact")]),
    ("A further 12 were hurt.", [("A further 12", None, 12, 12, "exact")]),
    ("An additional 12 villagers were hurt.", [("An additional 12", "villagers", 12, 12, "exact")]),
    ("Around 900 more were hurt.", [("Around 900 more", None, 810, 990, "about")]),
    ("Dozens more were hurt.", [("Dozens more", None, 24, 99, "dozens")]),
    ("Sixteen others were hurt.", [("Sixteen others", None, 16, 16, "exact")]),
    ("Hundreds of others were hurt.", [("Hundreds", "others", 200, 999, "hundreds")]),
    ("Two of the rebels fled.", [("Two", "rebels", 2, 2, "exact")]),
    ("Two more of the rebels fled.", [("Two more", "rebels", 2, 2, "exact")]),
    ("Three of them fled.", [("Three", "them", 3, 3, "exact")]),
    ("Twelve of the 15 gunmen fled.", [("Twelve", "gunmen", 12, 12, "exact"), ("15", "gunmen", 15, 15, "exact")]),
    ("Five out of the nine gunmen fled.", [("Five", "gunmen", 5, 5, "exact"), ("nine", "gunmen", 9, 9, "exact")]),
    ("One of their buildings was hit.", [("One", "buildings", 1, 1, "exact")]),
    ("One soldier shot one of the rebels.", [("One", "soldier", 1, 1, "exact"), ("one", "rebels", 1, 1, "exact")]),
    ("The blast killed one and wounded two.", [("one", None, 1, 1, "exact"), ("two", None, 2, 2, "exact")]),
    ("The two men were freed.", [("two", "men", 2, 2, "exact")]),
    ("The 300-strong force advanced.", [("300", "force", 300, 300, "exact")]),
    ("An 18-member gang stormed the shop.", [("18", "gang", 18, 18, "exact")]),
    ("Two barrel bombs fell on the school.", [("Two", "bombs", 2, 2, "exact")]),
    ("Five electricity posts were blown up.", [("Five", "posts", 5, 5, "exact")]),
    ("Two government vehicles were hit.", [("Two", "vehicles", 2, 2, "exact")]),
    ("The toll rose from 10 to 15.", [("10", None, 10, 10, "exact"), ("15", None, 15, 15, "exact")]),
    ("The army lost 30 regime and rebel fighters.", [("30", "fighters", 30, 30, "exact")]),
    ("They took over two stations.", [("two", "stations", 2, 2, "exact")]),
    ("The army handed over three bases.", [("three", "bases", 3, 3, "exact")]),
    ("The police said about 40 houses were burnt.", [("about 40", "houses", 36, 44, "about")]),
]
NO_COUNTS = [
    "The siege lasted 48 hours.",
    "A 48-hour truce began.",
    "They walked 45 km to the border.",
    "They walked 45km to the border.",
    "The camp lies 28 miles away.",
    "A four mile chase followed.",
    "It fired 120mm mortars.",
    "The tanker held 50,000 litres.",
    "They stole $5,000 and 300 dollars.",
    "They demanded a ransom of 10 million naira.",
    "Rs500 was paid.",
    "About 20 percent of the town is ruined.",
    "One in five villagers fled.",
    "Two-thirds of the town is ruined.",
    "A 75-year-old woman was hurt.",
    "A woman, 23, was hurt.",
    "Omar Said (23) was hurt.",
    "A boy aged 12 was hurt.",
    "Children aged between 12 and 15 were hurt.",
    "The attack of 2016 is not forgotten.",
    "The 2016 attack is not forgotten.",
    "The war of 2014-2016 is not forgotten.",
    "It happened on March 12.",
    "It happened on 12 March.",
    "It happened on March 12, 2016.",
    "They came at 8am.",
    "They came at 2:00 am.",
    "The council passed Resolution 1701.",
    "They fought along Highway 1.",
    "Brigade 44 retreated.",
    "The 44th Brigade retreated.",
    "They had M-60 guns and an F-16.",
    "Their team won 2-0.",
    "A man in his late 20's was seen.",
    "The house at 190 Pine St. burned.",
    "It happened in the 400 block of West Street.",
    "A neighbour called 911.",
    "Call 555 1234 for help.",
    "The fighting went on for weeks and several months.",
    "In the past four days they have rested.",
    "One of the biggest towns fell.",
    "One can only wait.",
    "They fought one another.",
    "They no longer fight.",
    "On the 2nd day they rested.",
    "He came first and she came second.",
    "It was the third attack.",
]
QUALIFIERS = [
    ("More than 1,000 villagers fled.", "More than"),
    ("At least another 12 villagers fled.", "At least"),
    ("300 or so villagers fled.", "or so"),
    ("Another 1,000 villagers fled.", None),
    ("Dozens of villagers fled.", None),
]
TOLLS = [
    ("The blast left 12 dead.", "12", "killed", False),
    ("There were three deaths.", "three", "killed", False),
    ("There were no casualties.", "no", "casualty", False),
    ("The death toll rose to 45.", "45", "killed", True),
    ("It killed two, bringing the total to 31.", "31", "total", True),
    ("It brought the toll since April to 12,000.", "12,000", "killed", True),
    ("Two soldiers crossed the river.", "Two", None, False),
]
RULES = read_quantities(Tables())
ONES = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
TEENS = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


@pytest.fixture(scope="module")
def rules() -> QuantityRules:
    return RULES


def _found(reading: Reading, rules: QuantityRules) -> list[Quantity]:
    """What is found in the body; the headline of the fixture has no number."""
    return list(find_quantities(reading, rules))


@pytest.mark.parametrize(("sentence", "expected"), COUNTS)
def test_counts(
    read_body: Callable[..., Reading],
    rules: QuantityRules,
    sentence: str,
    expected: list[tuple[str, str | None, int | None, int | None, str]],
) -> None:
    reading = read_body(sentence)
    found = [
        (
            reading.span_of(quantity.first, quantity.last).text,
            None if quantity.first <= quantity.head <= quantity.last else reading.tokens[quantity.head].text,
            quantity.low,
            quantity.high,
            quantity.rule,
        )
        for quantity in _found(reading, rules)
    ]
    assert found == expected


@pytest.mark.parametrize("sentence", NO_COUNTS)
def test_no_counts(read_body: Callable[..., Reading], rules: QuantityRules, sentence: str) -> None:
    assert _found(read_body(sentence), rules) == []


@pytest.mark.parametrize(("sentence", "qualifier"), QUALIFIERS)
def test_the_qualifier_is_the_wording_of_the_bound(
    read_body: Callable[..., Reading], rules: QuantityRules, sentence: str, qualifier: str | None
) -> None:
    assert [quantity.qualifier for quantity in _found(read_body(sentence), rules)] == [qualifier]


@pytest.mark.parametrize(("sentence", "words", "toll", "is_total"), TOLLS)
def test_tolls(
    read_body: Callable[..., Reading], rules: QuantityRules, sentence: str, words: str, toll: str | None, is_total: bool
) -> None:
    reading = read_body(sentence)
    found = {reading.span_of(each.first, each.last).text: each for each in _found(reading, rules)}
    assert (found[words].toll, found[words].is_total) == (toll, is_total)


@given(st.integers(min_value=1, max_value=999_999))
def test_a_number_in_words_and_in_digits_is_read_back(number: int) -> None:
    for text in (_in_words(number), str(number), f"{number:,}"):
        words = text.replace("-", " - ").split()
        read = read_number(words, 0, RULES)
        assert read is not None
        assert (read.low, read.high, read.last) == (number, number, len(words) - 1)


def _in_words(number: int) -> str:
    if number >= 1000:
        rest = number % 1000
        return _in_words(number // 1000) + " thousand" + (f" {_in_words(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{ONES[number // 100]} hundred" + (f" and {_in_words(rest)}" if rest else "")
    if number >= 20:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return (ONES + TEENS)[number]
