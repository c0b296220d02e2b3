"""The scorer of attacks on rights defenders, on articles of its own."""

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import UnreadableError
from dateline.evaluation.hrdsattack import (
    compare,
    gold_countries,
    gold_day,
    hrdsattack_scores,
    hrdsattack_story,
    named,
)
from dateline.evaluation.incident import Incident, main_incident
from dateline.pipeline import code
from dateline.settings import Settings


def gold(country: Any, city: Any, day: tuple[Any, Any, Any] = (None, None, None)) -> dict[str, Any]:
    return {"country": country, "city": city, "year": day[0], "month": day[1], "date": day[2]}


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("People's Republic of China", {"CHN"}),
        ("US", {"USA"}),
        ("the Netherlands", {"NLD"}),
        ("Turrkey", {"TUR"}),
        ("Greece and India", {"GRC", "IND"}),
        ("Hong Kong", {"CHN"}),
        ("Africa", set()),
        ("None", set()),
        (None, set()),
    ],
)
def test_countries(value: str | None, codes: set[str]) -> None:
    assert gold_countries(value) == codes


@pytest.mark.parametrize(
    ("values", "day"),
    [
        (("2020.0", "07", "4.0"), (2020, 7, 4)),
        (("2021", "Novermber", "18"), (2021, 11, 18)),
        ((None, "March", "7.0"), (None, 3, 7)),
        (("2021", "May", "2021.0"), None),
        (("2021", None, "3"), None),
        (("unknown", "unknown", "unknown"), None),
    ],
)
def test_day(values: tuple[Any, Any, Any], day: tuple[int | None, int, int] | None) -> None:
    assert gold_day(gold(None, None, values)) == day


def test_fields_are_compared() -> None:
    outcome = compare(
        gold("USA", "Beijin", ("2020", "July", "4")), Incident("USA", ("Beijing", "Peking"), "2020-07-05")
    )
    assert outcome == {"country": (True, True, True), "city": (True, True, True), "day": (True, True, False)}


def test_what_the_gold_does_not_have_is_a_false_fill_and_a_continent_is_left_out() -> None:
    outcome = compare(gold("Africa", "None"), Incident("KEN", ("Nairobi",), None))
    assert outcome == {"city": (False, True, False), "day": (False, False, False)}


def test_scores(tmp_path: Path) -> None:
    sample = {
        "Input.title": "Gunmen abduct teacher in Kenya",
        "Input.publish_date": "2021-07-06 10:00:00",
        "Input.article_interface": "<p>Gunmen abducted a teacher in Nairobi, Kenya, on Monday, police said.</p>",
    }
    record = {"sample": sample, "merged_sample": gold("Kenya", "Nairobi", ("2021", "July", "5.0"))}
    path = tmp_path / "articles.json"
    path.write_text(json.dumps([record]), encoding="utf-8")
    result = hrdsattack_scores(path)
    assert result.n == 1
    assert [result.scores[name] for name in ("country", "city", "day", "false_fills")] == [1.0, 1.0, 1.0, 0.0]


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.json"
    path.write_text("no json", encoding="utf-8")
    with pytest.raises(UnreadableError):
        hrdsattack_scores(path)


def test_a_town_far_from_the_incident_and_a_day_further_down_are_left_out() -> None:
    filler = "".join(f"<p>The council met in session {word} and talked of roads.</p>" for word in "abcdef")
    for town, city in (("in Nairobi", True), ("at dawn", False)):
        sample = {
            "Input.title": "Activist beaten",
            "Input.article_interface": f"<p>Police beat an activist {town}.</p>{filler}<p>Mombasa held a fair.</p>",
            "Input.publish_date": "2021-07-06",
        }
        coded = next(iter(code([hrdsattack_story({"sample": sample})], Settings())))
        incident = main_incident(coded, named(coded))
        assert bool(incident.city) == city
        assert "Mombasa" not in incident.city
        assert incident.day is None
