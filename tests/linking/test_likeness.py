"""Stories of one matter, and of another like it next door."""

import random

import pytest

from dateline.linking.likeness import evidence, gists, matters, rarity
from dateline.linking.report import Report, ReportReader
from dateline.model.story import Story

TEXTS = {
    "fire 1": "A fire destroyed the grain market of Talim on 4 March 2019, killing 14 traders, mayor Bako Idris said. "
    "Firefighters from Garun fought the blaze until dawn.",
    "fire 2": "Fourteen traders died when the grain market at Talim burned down on March 4, according to Bako Idris, "
    "the mayor. The blaze began in a store of cotton, firefighters said.",
    "fire 3": "Talim buried the 14 traders who died in the blaze at its grain market. Mayor Idris promised new stalls.",
    "other fire 1": "A fire destroyed the fish market of Brod on 9 June 2021, killing 22 traders, mayor Anton "
    "Miric said. Firefighters from Kamen fought the blaze until dawn.",
    "other fire 2": "The mayor of Brod, Anton Miric, spoke of 22 dead traders after the blaze at the fish market. "
    "Firefighters found the last of them on Thursday.",
    "vote": "Voters in Ostland went to the polls on Sunday to choose a parliament of 125 members. "
    "Observers spoke of long queues in the capital, Ostan.",
}  # fmt: skip


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    reader = ReportReader()
    stories = [
        Story(name, name, "x", None, None, None, None, None, None, None, "en", text) for name, text in TEXTS.items()
    ]
    return [reader.report(story, [(0, len(story.text), "body")]) for story in stories]


def test_stories_are_grouped_by_matter_whatever_their_order(reports: list[Report]) -> None:
    expected = [("fire 1", "fire 2", "fire 3"), ("other fire 1", "other fire 2"), ("vote",)]
    assert matters(reports) == expected
    shuffled = list(reports)
    random.Random(5).shuffle(shuffled)
    assert matters(shuffled) == expected


def test_the_comparison_says_why(reports: list[Report]) -> None:
    by_id = {gist.id: gist for gist in gists(reports)}
    same = [why for _, why in evidence(by_id["fire 1"], by_id["fire 2"])]
    assert same[0].startswith("both say ")
    assert same[1:] == ["days: 3-4", "figures: 14"]
    points = {why: points for points, why in evidence(by_id["fire 1"], by_id["other fire 1"])}
    assert points["other years"] < points["other days"] < 0


def test_rare_words_say_more() -> None:
    assert rarity("the") < rarity("market") < rarity("grain") < rarity("zarmaqan")
