"""A place in disputed territory says so, and stands under the country that the chosen view has."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.actions.add import add
from dateline.actions.claims import claims
from dateline.actions.read import read
from dateline.actions.rerun import Recoded, rerun, stories_to_rerun
from dateline.actions.show import show
from dateline.codebook.codebook import load_codebook
from dateline.model.coded import CodedStory
from dateline.model.place import Dispute, Place
from dateline.model.record import claim_from_record, coded_story_record
from dateline.pipeline import coder
from dateline.placing.borders import as_viewed, is_inside, territory_of
from dateline.settings import Settings, load_settings

PLACE = Place("X", 0, 1, "where", "X", None, None, None, None, "settlement", 2.0, None)
STORY = """Strike kills three in peninsula

SIMFEROPOL, July 5 (Example Wire) - A missile strike killed three soldiers in Simferopol on Monday, officials said.
"""


@pytest.mark.parametrize(
    ("values", "territory"),
    [
        ({"country": "UKR", "admin1": "Autonomous Republic of Crimea"}, "Crimea"),
        ({"country": "UKR", "admin1": "Kyiv"}, None),
        ({"country": "RUS", "admin1": "Donetsk"}, None),  # a unit is told with its country
        ({"country": "TWN"}, "Taiwan"),
        ({"gazetteer_id": "own:abyei", "precision": "region"}, "Abyei"),
        ({"country": "SYR", "lat": 32.99, "lon": 35.70}, "Golan Heights"),
        ({"country": "ISR", "lat": 33.207, "lon": 35.571}, None),  # beside the Golan Heights
        ({"country": "CYP", "lat": 35.125, "lon": 33.941}, "Northern Cyprus"),
        ({"country": "CYP", "lat": 35.167, "lon": 33.367}, None),  # the divided town itself
        ({"country": "GEO", "lat": 42.227, "lon": 43.969}, "South Ossetia"),
        ({"country": "GEO", "lat": 41.98, "lon": 44.11}, None),
        (
            {"country": "GEO", "lat": 42.3, "lon": 44.0, "precision": "province"},
            None,
        ),  # a middle says nothing of a unit
        ({"country": "TUR", "lat": 35.3, "lon": 33.6}, None),  # of no claimant
        ({"country": "JPN", "lat": 43.33, "lon": 145.58}, None),
        ({"country": "RUS", "lat": 44.03, "lon": 145.86}, "Southern Kuril Islands"),
        ({}, None),
    ],
)
def test_what_lies_in_a_disputed_territory(values: dict[str, object], territory: str | None) -> None:
    found = territory_of(replace(PLACE, **values), load_codebook().borders, None)  # type: ignore[arg-type]
    assert (found.name if found else None) == territory


@pytest.mark.parametrize(
    ("view", "country"), [("neutral", "UKR"), ("control", "RUS"), ("RUS", "RUS"), ("UKR", "UKR"), ("IND", "UKR")]
)
def test_the_view_decides_the_country_and_the_place_says_so(view: str, country: str) -> None:
    borders = load_codebook().borders
    place = replace(PLACE, country="UKR", admin1="Sevastopol", lat=44.6, lon=33.5)
    viewed = as_viewed(place, borders, borders.view(view), None)
    assert (viewed.country, viewed.disputed) == (country, Dispute("Crimea", ("RUS", "UKR"), view))
    assert (viewed.lat, viewed.lon, viewed.admin1) == (place.lat, place.lon, place.admin1)


@pytest.mark.parametrize(
    ("admin1", "day", "territory"),
    [
        ("Zaporizhzhia", "2022-03-15", None),
        ("Zaporizhzhia", "2022-09-30", "Kherson and Zaporizhzhia regions"),
        ("Donetsk", "2014-02-01", None),
        ("Donetsk", "2016-05-01", "Donetsk and Luhansk regions until 2022"),
        ("Donetsk", "2023-05-01", "Donetsk and Luhansk regions"),
        ("Donetsk", None, "Donetsk and Luhansk regions"),
    ],
)
def test_a_dispute_has_its_days(admin1: str, day: str | None, territory: str | None) -> None:
    found = territory_of(replace(PLACE, country="UKR", admin1=admin1), load_codebook().borders, day)
    assert (found.name if found else None) == territory


def test_a_line_between_countries_gets_none() -> None:
    borders = load_codebook().borders
    line = replace(PLACE, precision="line", gazetteer_id="own:abkhazia:geo")
    viewed = as_viewed(line, borders, borders.view("neutral"), None)
    assert viewed.country is None
    assert viewed.disputed is not None


def test_what_nobody_disputes_stays_as_it_is() -> None:
    borders = load_codebook().borders
    place = replace(PLACE, country="KEN", admin1="Nairobi")
    assert as_viewed(place, borders, borders.view("control"), None) is place


def test_a_ring_holds_what_is_inside() -> None:
    ring = ((0.0, 0.0), (0.0, 4.0), (4.0, 4.0), (1.0, 2.0), (4.0, 0.0))  # with a dent from the north
    assert [is_inside(lat, lon, ring) for lat, lon in ((0.5, 2.0), (3.0, 0.5), (3.0, 2.0), (5.0, 2.0))] == [
        True, True, False, False,
    ]  # fmt: skip


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def places(coded: Iterator[object]) -> list[Place]:
    return [place for item in coded if isinstance(item, CodedStory) for claim in item.claims for place in claim.places]


def test_reading_follows_the_setting(story: Path) -> None:
    neutral, control = (places(read([str(story)], Settings(no_model=True, borders=v))) for v in ("neutral", "control"))
    assert {place.country for place in neutral} == {"UKR"}
    assert {place.country for place in control} == {"RUS"}
    assert {place.gazetteer_id for place in neutral} == {place.gazetteer_id for place in control}


def test_a_record_gives_the_place_back_and_an_old_one_too(story: Path) -> None:
    settings = Settings(no_model=True)
    (coded,) = [item for item in read([str(story)], settings) if isinstance(item, CodedStory)]
    record = coded_story_record(coded, coder(settings))
    assert record["coder"]["borders"] == "neutral"
    assert tuple(map(claim_from_record, record["claims"])) == coded.claims
    old = next(claim for claim in record["claims"] if claim["places"])
    old["places"] = [{key: value for key, value in old["places"][0].items() if key != "disputed"}]
    assert claim_from_record(old).places[0].disputed is None


def test_a_changed_view_is_noticed_by_a_rerun_and_the_old_record_kept(story: Path, tmp_path: Path) -> None:
    before = Settings(ledger=tmp_path / "places.db", no_model=True)
    after = replace(before, borders="control")
    list(add([str(story)], before))
    assert stories_to_rerun(before) == []
    waiting = stories_to_rerun(after)
    (event,) = rerun(waiting, after)
    assert isinstance(event, Recoded)
    assert {name for change in event.changes.changed for name in change.fields} == {"places"}
    assert {place.country for row in claims(after) for place in row.claim.places} == {"RUS"}
    assert show(waiting[0], after).story["coder"]["borders"] == "control"
    assert stories_to_rerun(after) == []


def test_the_view_is_a_setting() -> None:
    assert load_settings(environment={}).borders == "neutral"
    assert load_settings(environment={"DATELINE_BORDERS": "control"}).borders == "control"
    assert load_settings(environment={"DATELINE_BORDERS": "control"}, borders="IND").borders == "IND"
