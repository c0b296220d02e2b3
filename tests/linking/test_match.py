"""What speaks for one happening and what forbids it, claim by claim."""

import random
from itertools import combinations

import pytest

from dateline.linking.blocking import filed, sought
from dateline.linking.match import compare
from dateline.linking.profile import profile_of
from dateline.linking.words import content_words, opening_names
from dateline.model.profile import Profile
from tests.linking.conftest import MakeTelling, figure, party, place, time


def test_one_happening_is_told_in_words(telling: MakeTelling) -> None:
    match = compare(profile_of(telling("one")), profile_of(telling("two")))
    assert match.is_same
    for words in ("both withdraw +0.5", "by ostland soldier +1.5", "both in karsu +2.0", "days that overlap +1.5"):
        assert words in match.why
    assert match == compare(profile_of(telling("two")), profile_of(telling("one")))


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"time": time("2021-07-03")}, "they name different days"),
        ({"time": None, "on": "2021-07-12"}, "they are told 5 days apart"),
        ({"places": (place("Tarsu", "KRS", 36.0, 62.0),)}, "is far from"),
        ({"status": "background"}, None),
        ({"status": "background", "time": time("2016-07-01", "2016-07-31", "month")}, "one is background"),
        ({"status": "planned"}, "told as a fact or denied"),
        ({"plover": "ASSAULT", "mode": None}, "violence"),
        ({"time": time("2021-06-20", "2021-07-06", "after")}, "total over a stretch"),
        ({"figures": (figure(2, 2, population="civilian"),)}, None),
        ({"status": "denied"}, None),
    ],
)
def test_what_forbids_it(telling: MakeTelling, values: dict[str, object], why: str | None) -> None:
    match = compare(
        profile_of(telling("one", figures=(figure(90, 90),))),
        profile_of(telling("two", **values)),
    )
    assert match.is_same == (why is None)
    assert why is None or why in (match.veto or "")


def test_a_day_in_a_stretch_is_a_part_of_it(telling: MakeTelling) -> None:
    total = telling("two", time=time("2021-07-02", "2021-07-06", "after"))
    match = compare(profile_of(telling("one")), profile_of(total))
    assert (match.is_same, match.is_part) == (False, True)
    abroad = {"places": (place("Tarsu", "XXX", 1.0, 1.0),), "actors": (party("Rebels", "YYY", "rebel"),)}
    assert not compare(profile_of(telling("one", **abroad)), profile_of(total)).is_part


def test_parties_that_differ_speak_against_it(telling: MakeTelling) -> None:
    same = profile_of(telling("one"))
    other = profile_of(telling("two", actors=(party("Karsu guards", "KRS"),)))
    assert compare(same, other).points < compare(same, profile_of(telling("two"))).points - 2.5


def retold(telling: MakeTelling, **values: object) -> Profile:
    """A claim of a later story that names no day, of 12 dead in Karsu."""
    plain: dict[str, object] = {"time": None, "on": "2021-07-09", "figures": (figure(12, 12, "killed"),)} | values
    return profile_of(telling("two", **plain))


@pytest.mark.parametrize(
    ("values", "is_same"),
    [
        ({}, True),
        ({"status": "background"}, True),
        ({"on": "2021-07-12", "status": "background"}, True),
        ({"on": "2021-07-13"}, False),
        ({"on": "2021-07-03"}, False),
        ({"time": time("2021-07-07")}, False),
        ({"figures": (figure(13, 13, "killed"),)}, False),
        ({"figures": (figure(12, None, "killed"),)}, False),
        ({"figures": (figure(12, 12, "injured"),)}, False),
        ({"figures": (), "status": "background"}, False),
        ({"places": (place("Krasland", "KRS"),)}, False),
        ({"status": "planned"}, False),
    ],
)
def test_what_names_no_day_takes_up_earlier_news(
    telling: MakeTelling, values: dict[str, object], is_same: bool
) -> None:
    news = profile_of(telling("one", figures=(figure(12, 12, "killed"),)))
    later = retold(telling, **values)
    assert compare(news, later).is_same == is_same
    assert compare(later, news) == compare(news, later)
    if is_same:
        assert "one names no day and is told" in compare(news, later).why
        assert set(sought(later)) & set(filed(news))
        assert set(sought(news)) & set(filed(later))


@pytest.mark.parametrize("seed", range(5))
def test_what_is_one_meets_whichever_seeks(telling: MakeTelling, seed: int) -> None:
    chance = random.Random(seed)
    some = [
        retold(
            telling,
            on=f"2021-07-{chance.randint(1, 20):02}",
            time=chance.choice((None, None, time("2021-07-05"), time("2021-07-02", "2021-07-05", "after"))),
            status=chance.choice(("occurred", "background")),
            figures=(figure(chance.randint(11, 12), 12, "killed"),),
        )
        for _ in range(30)
    ]
    told = [(a, b) for a, b in combinations(some, 2) if "news" in (a.standing, b.standing)]
    together = [(a, b) for a, b in told if compare(a, b).is_same or compare(a, b).is_part]
    assert together
    for one, other in together:
        assert set(sought(one)) & set(filed(other))
        assert set(sought(other)) & set(filed(one))


def test_words_are_compared_without_plural_and_numbers_whole() -> None:
    assert content_words("Armed clashes, churches and trucks") == ("armed", "church", "clash", "truck")
    assert opening_names("Some 1,037 soldiers fled to Tarsu") == ("1037", "tarsu")
