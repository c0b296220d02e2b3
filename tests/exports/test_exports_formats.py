"""Each export format can be read back, and says no more than the record."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import ConfigurationError
from dateline.exports.csv_rows import cell
from dateline.exports.flat import COLUMNS, flat_rows, main_place
from dateline.exports.formats import FORMATS, exporter
from dateline.exports.json_lines import json_line
from dateline.exports.wording import NO_OPINION, bounds_words, figure_words
from dateline.model.coded import CodedStory, Coder
from dateline.model.record import Record, coded_story_record
from dateline.model.story import Story


@pytest.fixture
def record(make_coded: Callable[..., CodedStory], make_story: Callable[..., Story], coder: Coder) -> Record:
    story = replace(make_story("A third “paragraph”, with commas."), headline='=HYPERLINK("http://example.org")')
    return json.loads(json.dumps(coded_story_record(make_coded(story), coder)))  # type: ignore[no-any-return]


def written(name: str, *records: Record) -> str:
    out = io.StringIO(newline="")
    writer = exporter(name)(out)
    writer.start()
    for record in records:
        writer.row(record)
    writer.finish()
    return out.getvalue()


def test_json_lines_read_back(record: Record) -> None:
    text = written("json", record, record)
    assert [json.loads(line) for line in text.splitlines()] == [record, record]
    assert "“paragraph”" in text


def test_json_lines_of_broken_text_are_utf_8() -> None:
    line = json_line({"text": "half \ud83d"})
    assert json.loads(line.encode("utf-8")) == {"text": "half \ud83d"}


def test_csv_reads_back(record: Record) -> None:
    left, shelling = csv.DictReader(io.StringIO(written("csv", record), newline=""))
    assert list(left) == list(COLUMNS)
    assert left["headline"] == """'=HYPERLINK("http://example.org")"""
    assert left["actors"] == "Karsu Army"
    assert (left["place"], left["place_role"], left["lat"], left["lon"]) == ("Karsu", "origin", "35.25", "-12.5")
    assert left["other_places"] == "Ostan (destination)"
    assert (left["earliest"], left["latest"]) == ("2021-07-05", "2021-07-05")
    assert left["figures"] == "At least 40 (40 or more) soldiers fled"
    assert (left["killed_low"], left["displaced_low"]) == ("", "")
    assert left["sources"] == "Governor of Karsu"
    assert record["story"]["text"][int(left["start"]) : int(left["end"])] == left["trigger"] == "left"
    assert shelling["targets"] == "'=the bridge"
    assert (shelling["place"], shelling["lat"], shelling["sources"]) == ("", "", "")


def test_csv_gives_a_toll_only_when_there_is_one(record: Record) -> None:
    killed = {**record["claims"][0]["figures"][0], "counts": "killed", "low": 3, "high": 5}
    part = {**killed, "low": 1, "high": 1, "part_of": 0}
    record["claims"][0]["figures"] = [killed, part]
    record["claims"][1]["figures"] = [killed, killed]
    one, several = flat_rows(record)
    assert (one["killed_low"], one["killed_high"]) == (3, 5)
    assert (several["killed_low"], several["killed_high"]) == (None, None)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"), ("+7", "'+7"), ("-7", "'-7"), ("@name", "'@name"), ("\tx", "'\tx"), ("\rx", "'\rx"),
        ("plain = text", "plain = text"), ("'quoted", "'quoted"), ("", ""), (None, ""), (0, 0), (-12.5, -12.5),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(value: object, shown: object) -> None:
    assert cell(value) == shown


@given(st.text())
def test_cells_read_back(text: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow([cell(text), "end"])
    ((back, end),) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert end == "end"
    assert back in (text, f"'{text}")
    assert not back.startswith(("=", "+", "-", "@"))


def test_geojson_is_a_feature_collection_with_no_made_up_pin(record: Record) -> None:
    collection = json.loads(written("geojson", record))
    assert collection["type"] == "FeatureCollection"
    left, shelling = collection["features"]
    assert left["geometry"] == {"type": "Point", "coordinates": [-12.5, 35.25]}
    assert shelling["geometry"] is None
    assert left["id"] == record["claims"][0]["id"]
    assert set(left["properties"]) == set(COLUMNS) - {"claim_id", "lat", "lon"}
    assert left["properties"]["uncertainty_km"] == 3.0


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_of_nothing_is_whole(name: str) -> None:
    text = written(name)
    if name == "geojson":
        assert json.loads(text) == {"type": "FeatureCollection", "note": NO_OPINION, "features": []}
    else:
        assert text == {"json": "", "csv": ",".join(COLUMNS) + "\r\n"}[name]


def test_an_unknown_format_lists_those_there_are() -> None:
    with pytest.raises(ConfigurationError, match="no export format 'xml'; the formats are csv, geojson, json"):
        exporter("xml")


def at(role: str, lat: float | None) -> dict[str, Any]:
    return {"role": role, "lat": lat, "lon": lat}


@pytest.mark.parametrize(
    ("places", "chosen"),
    [
        ([], None),
        ([at("origin", 1.0), at("where", 2.0)], 1),
        ([at("where", None), at("origin", 1.0)], 0),  # the place is known to be elsewhere: no pin at the origin
        ([at("where", None), at("near", 1.0)], 1),
        ([at("origin", 1.0), at("destination", 2.0)], 1),
        ([at("origin", 1.0), at("destination", None)], 0),
    ],
)
def test_the_main_place(places: list[dict[str, Any]], chosen: int | None) -> None:
    assert main_place({"places": places}) is (None if chosen is None else places[chosen])


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (1001, None, "1,001 or more"), (None, 50, "50 or fewer"), (20, 30, "20 to 30"), (0, 0, "0"),
        (1037, 1037, "1,037"), (None, None, "unknown"),
    ],
)  # fmt: skip
def test_bounds_in_words(low: int | None, high: int | None, words: str) -> None:
    assert bounds_words(low, high) == words


def figure(text: str, counts: str, unit: str, low: int | None, high: int | None, **more: object) -> dict[str, Any]:
    given = {"text": text, "counts": counts, "unit": unit, "low": low, "high": high}
    return {**given, "cumulative": False, "qualifier": None, "rule": "exact", **more}


MORE = figure("more than 1,000", "fled", "soldier", 1001, None, qualifier="more than")
TROOPS = {**MORE, "text": "More than 1,000\nfrontier troops"}
TAKEN = figure("dozens of districts", "places-taken", "district", 24, 99, cumulative=True)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (MORE, "more than 1,000 (1,001 or more) soldiers fled"),
        (TROOPS, "More than 1,000 frontier troops (1,001 or more) fled"),
        (TAKEN, "dozens of districts (24 to 99) taken, running total"),
        (figure("1,037", "fled", "soldier", 1037, 1037), "1,037 soldiers fled"),
        (figure("three", "killed", "person", 3, 3), "three (3) people killed"),
        (figure("one", "killed", "person", 1, 1), "one (1) person killed"),
        (figure("No casualties", "killed", "person", 0, 0), "No casualties (0) killed"),
        (figure("12", "other", "city", 12, 12), "12 cities"),
        (figure("at least 40", "fled", "soldier", 12, 15, rule="person"), "12 to 15 soldiers fled"),
    ],
)
def test_figures_in_words(values: dict[str, Any], words: str) -> None:
    assert figure_words(values) == words
