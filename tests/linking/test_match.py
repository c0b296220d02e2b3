"""What speaks for one happening and what forbids it, claim by claim."""

import pytest

from dateline.linking.match import compare
from dateline.linking.profile import profile_of
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
