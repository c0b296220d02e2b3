"""How many: what stands, what is replaced, what is a part, and the number that a rule chooses."""

from dataclasses import replace

import pytest

from dateline.cli.event_tables import counted_words
from dateline.linking.describe import event_of
from dateline.model.event import EventFigure
from dateline.model.figure import Figure
from dateline.model.link import Link
from dateline.model.telling import Telling
from tests.linking.conftest import MakeTelling, figure, source

GOVERNOR, REBELS = (source("Governor of Karsu"),), (source("Northern Front", "rebel"),)


def one_figure(tellings: list[Telling], *links: Link, rule: str = "most-origins") -> EventFigure:
    (found,) = event_of("e", tellings, links, rule).figures
    assert event_of("e", tellings[::-1], links[::-1], rule).figures == (found,)
    return found


def numbers(figure: EventFigure) -> tuple[int | None, int | None, int | None, bool]:
    return figure.low, figure.best, figure.high, figure.contested


def test_a_later_figure_of_one_origin_replaces_the_earlier(telling: MakeTelling) -> None:
    first = telling("one", figures=(figure(12, None),), attribution=GOVERNOR)
    later = telling("two", on="2021-07-06", figures=(figure(19, 19),), attribution=GOVERNOR)
    found = one_figure([first, later])
    assert numbers(found) == (19, 19, 19, False)
    assert [step.superseded_by for step in found.claims] == [later.claim.id, None]


def test_a_vaguer_repetition_replaces_nothing(telling: MakeTelling) -> None:
    exact = telling("one", figures=(figure(1037, 1037),), attribution=GOVERNOR)
    vague = telling("two", on="2021-07-08", figures=(figure(1001, None),), attribution=GOVERNOR)
    assert numbers(one_figure([exact, vague])) == (1037, 1037, 1037, False)


def test_a_version_replaces_the_story_it_renews(telling: MakeTelling) -> None:
    first = telling("one", figures=(figure(12, 12),), attribution=(source("police", "police"),))
    later = telling("two", figures=(figure(15, 15),), attribution=GOVERNOR)
    assert numbers(one_figure([first, later]))[3]
    assert numbers(one_figure([first, later], Link("two", "one", "version", "same headline"))) == (15, 15, 15, False)


def test_two_sides_that_contradict_stay(telling: MakeTelling) -> None:
    tellings = [
        telling("one", figures=(figure(40, 40),), attribution=GOVERNOR),
        telling("two", figures=(figure(4, 4),), attribution=REBELS),
    ]
    assert numbers(one_figure(tellings)) == (4, None, 40, True)


@pytest.mark.parametrize(("rule", "best"), [("latest", 4), ("lowest", 4), ("highest", 40), ("most-origins", None)])
def test_the_rule_can_be_chosen(telling: MakeTelling, rule: str, best: int | None) -> None:
    tellings = [
        telling("one", figures=(figure(40, 40),), attribution=GOVERNOR),
        telling("two", on="2021-07-06", figures=(figure(4, 4),), attribution=REBELS),
    ]
    assert numbers(one_figure(tellings, rule=rule)) == (4, best, 40, True)


def test_parts_that_sum_to_a_whole(telling: MakeTelling) -> None:
    parts = [104, 296, 173, 312, 152]
    whole = telling("one", figures=(figure(1037, 1037),), attribution=GOVERNOR)
    by_place = tuple(figure(number, number, start=10 * at) for at, number in enumerate(parts))
    noise = figure(20, 20, start=90)
    found = one_figure([whole, telling("two", figures=(*by_place, noise), attribution=REBELS)])
    assert {step.low for step in found.claims if step.part_of == whole.claim.id} == set(parts)
    assert numbers(found) == (20, None, 1037, True)  # the noise is the other's own count


def test_a_part_that_is_split_is_a_part_with_its_pieces(telling: MakeTelling) -> None:
    parts = [104, 200, 96, 173, 312, 152]
    told = tuple(figure(number, number, start=10 * at) for at, number in enumerate([1037, *parts]))
    found = one_figure([telling("one", figures=told, attribution=GOVERNOR)])
    assert {step.low for step in found.claims if step.part_of} == set(parts)
    assert numbers(found) == (1037, 1037, 1037, False)


def test_a_part_by_its_words_is_no_figure_of_the_whole(telling: MakeTelling) -> None:
    told = (figure(10, None, "injured"), figure(3, 3, "injured", start=20, part_of=0))
    assert numbers(one_figure([telling("one", figures=told, attribution=GOVERNOR)])) == (10, 10, None, False)


def test_soldiers_who_are_called_displaced_have_fled(telling: MakeTelling) -> None:
    found = one_figure([telling("one", figures=(replace(figure(50, 50, "displaced"), unit="soldier"),))])
    assert (found.counts, found.unit) == ("fled", "soldier")


def test_insurgents_are_no_soldiers(telling: MakeTelling) -> None:
    found = one_figure([telling("one", figures=(figure(69, 69, "killed"),))])
    assert (found.population, found.unit, counted_words(found)) == ("military", "person", "fighters killed")


def test_vague_words_name_no_number(telling: MakeTelling) -> None:
    assert numbers(one_figure([telling("one", figures=(figure(24, 99),))])) == (24, None, 99, False)


def test_a_copy_says_nothing_new(telling: MakeTelling) -> None:
    tellings = [
        telling("one", figures=(figure(12, 12),)),
        telling("two", on="2021-07-07", outlet="Hill Post", figures=(figure(12, 12),)),
        telling("three", on="2021-07-06", figures=(figure(15, 15),)),
    ]
    found = event_of("e", tellings, [Link("two", "one", "copy", "all words")])
    assert numbers(found.figures[0]) == (15, 15, 15, False)
    assert (found.stories, found.copies, [origin.name for origin in found.origins]) == (3, 1, ["Valley Post"])


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (figure(133, None), figure(200, 999), (200, None, 999, False)),
        (figure(36, None), figure(4, 4), (4, None, 36, True)),
        (figure(36, None), figure(40, 40), (40, 40, 40, False)),
    ],
)
def test_the_best_number_is_one_that_all_or_more_can_say(
    telling: MakeTelling, one: Figure, other: Figure, told: tuple[int | None, int | None, int | None, bool]
) -> None:
    tellings = [
        telling("one", figures=(one,), attribution=GOVERNOR),
        telling("two", figures=(other,), attribution=REBELS),
    ]
    assert numbers(one_figure(tellings)) == told
