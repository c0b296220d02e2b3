"""How credible an origin is: each number has its rule in words, and the grade plays no part in it."""

import pytest

from dateline.linking.describe import event_of
from dateline.linking.voices import is_hidden
from dateline.model.event import Event
from dateline.model.figure import Figure
from dateline.model.source import GRADES, grade_key
from dateline.model.telling import Telling
from tests.linking.conftest import MakeTelling, figure, source


def told(event: Event) -> dict[str, tuple[int, str]]:
    return {origin.name: (origin.credibility, origin.why) for origin in event.origins}


def by(telling: MakeTelling, name: str | None, status: str = "occurred", *figures: Figure, story: str = "") -> Telling:
    return telling(story or str(name), attribution=(source(name),), status=status, figures=figures)


def test_two_with_names_confirm_each_other(telling: MakeTelling) -> None:
    event = event_of("e", [by(telling, "Karsu police"), by(telling, "Red Cross")])
    assert told(event) == {
        "Karsu police": (1, "Red Cross says the same"),
        "Red Cross": (1, "Karsu police says the same"),
    }
    assert {origin.grade for origin in event.origins} == {"F"}


def test_one_alone_cannot_be_judged_however_often(telling: MakeTelling) -> None:
    event = event_of("e", [by(telling, "Karsu police", story=story) for story in ("one", "two", "three")])
    assert told(event) == {"Karsu police": (6, "nobody else says the same")}


def test_one_without_a_name_makes_it_probable(telling: MakeTelling) -> None:
    event = event_of("e", [by(telling, "Karsu police"), by(telling, "residents")])
    assert told(event)["Karsu police"] == (2, "others say the same, but none of them has a name")
    assert told(event)["residents"][0] == 1


def test_more_say_it_than_deny_it(telling: MakeTelling) -> None:
    event = event_of(
        "e", [by(telling, "Karsu police"), by(telling, "Red Cross"), by(telling, "Northern Front", "denied")]
    )
    assert told(event) == {
        "Karsu police": (2, "Northern Front contradicts it, but more say it"),
        "Red Cross": (2, "Northern Front contradicts it, but more say it"),
        "Northern Front": (5, "Karsu police and Red Cross contradict it, and nobody else says it"),
    }


def test_word_against_word_is_possible(telling: MakeTelling) -> None:
    low, high = figure(4, 4, "killed"), figure(40, 40, "killed")
    event = event_of(
        "e", [by(telling, "Karsu police", "occurred", low), by(telling, "Northern Front", "occurred", high)]
    )
    assert event.status == "contested"
    assert told(event) == {
        "Karsu police": (3, "Northern Front contradicts it, and as many say it"),
        "Northern Front": (3, "Karsu police contradicts it, and as many say it"),
    }


def test_fewer_say_it_than_contradict_it(telling: MakeTelling) -> None:
    sayers = [by(telling, name) for name in ("Karsu police", "Red Cross")]
    deniers = [by(telling, name, "denied") for name in ("Northern Front", "Ostan army", "Upland Guard")]
    assert told(event_of("e", [*sayers, *deniers]))["Red Cross"] == (
        4, "Northern Front, Ostan army and Upland Guard contradict it, and fewer say it"
    )  # fmt: skip


def test_who_takes_it_back_is_improbable(telling: MakeTelling) -> None:
    first = telling("one", on="2021-07-05", attribution=(source("Karsu police"),))
    later = telling("two", on="2021-07-06", attribution=(source("Karsu police"),), status="denied")
    event = event_of("e", [first, later])
    assert (event.status, told(event)["Karsu police"]) == ("retracted", (5, "who said it has taken it back"))


@pytest.mark.parametrize("status", ["planned", "possible", "background"])
def test_what_is_no_news_cannot_be_judged(telling: MakeTelling, status: str) -> None:
    event = event_of("e", [by(telling, "Karsu police", status), by(telling, "Red Cross", status)])
    assert set(told(event).values()) == {(6, "it is not told as news")}


def test_a_grade_is_shown_and_changes_no_credibility(telling: MakeTelling) -> None:
    tellings = [by(telling, "Karsu police"), by(telling, "Red Cross")]
    event = event_of("e", tellings, grades={grade_key("the  KARSU police"): "B"})
    assert [origin.grade for origin in event.origins] == ["B", "F"]
    assert told(event) == told(event_of("e", tellings))
    assert list(GRADES) == list("ABCDEF")


@pytest.mark.parametrize(
    ("name", "hides"),
    [
        ("Karsu police", False),
        ("residents", True),
        ("Afghan defence ministry official", True),
        ("somebody unnamed (2)", True),
        ("no outlet named", True),
        ("Red Cross", False),
    ],
)
def test_a_name_that_hides_who_it_is(name: str, hides: bool) -> None:
    assert is_hidden(name) == hides


def test_who_counts_something_else_confirms_nothing(telling: MakeTelling) -> None:
    dead, wounded = figure(12, 12, "killed"), figure(30, 30, "injured")
    doctor, ministry = by(telling, "Red Cross", "occurred", wounded), by(telling, "Karsu police", "occurred", dead)
    apart = event_of("e", [doctor, ministry])
    assert (apart.status, {number for number, _ in told(apart).values()}) == ("reported", {6})
    both = event_of("e", [doctor, ministry, by(telling, "Northern Front", "occurred")])
    assert (both.status, told(both)["Red Cross"]) == ("corroborated", (1, "Northern Front says the same"))
    same = by(telling, "Northern Front", "occurred", dead)
    assert told(event_of("e", [doctor, ministry, same]))["Karsu police"] == (1, "Northern Front says the same")
