"""The shipped JSON Schema fits the records and names the same values as the model."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any, get_args

import jsonschema
import pytest

from dateline.exports.schema import coded_story_schema
from dateline.model.claim import PLOVER_TYPES, STATUSES
from dateline.model.coded import SCHEMA, CodedStory, Coder
from dateline.model.correction import Correction, CorrectionKind
from dateline.model.figure import COUNTS, Population
from dateline.model.party import KINDS, Certainty
from dateline.model.place import PlacePrecision, PlaceRole
from dateline.model.reading import Part
from dateline.model.record import coded_story_record
from dateline.model.source import Quoted
from dateline.model.time import TimePrecision
from dateline.model.values import values_of


def as_json(coded: CodedStory, coder: Coder) -> dict[str, Any]:
    return json.loads(json.dumps(coded_story_record(coded, coder)))  # type: ignore[no-any-return]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(coded_story_schema())
    assert coded_story_schema()["title"] == SCHEMA


def test_a_record_fits(make_coded: Callable[[], CodedStory], coder: Coder) -> None:
    jsonschema.validate(as_json(make_coded(), coder), coded_story_schema())


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("schema",), "dateline.coded-story/2"),
        (("story", "published"), "5 July"),
        (("story", "outlet"), 3),
        (("claims", 0, "status"), "happened"),
        (("claims", 0, "event", "plover"), "FIGHT"),
        (("claims", 0, "places", 1, "lat"), 91.0),
        (("claims", 0, "actors", 0, "country"), "Karsu"),
        (("claims", 0, "figures", 0, "low"), 1.5),
        (("claims", 0, "time"), "Monday"),
        (("claims", 0, "confidence"), 2),
        (("coder", "model"), 0),
    ],
)
def test_a_wrong_value_does_not_fit(
    make_coded: Callable[[], CodedStory], coder: Coder, path: tuple[Any, ...], wrong: object
) -> None:
    record = as_json(make_coded(), coder)
    *way, last = path
    inside: Any = record
    for step in way:
        inside = inside[step]
    inside[last] = wrong
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, coded_story_schema())


def test_a_claim_with_corrections_fits_and_a_wrong_one_does_not(
    make_coded: Callable[[], CodedStory], coder: Coder
) -> None:
    record = as_json(make_coded(), coder)
    correction = Correction("status", "edit", "denied", "it was denied", "ana", "2026-11-05T09:30:00.000000Z")
    record["claims"][0]["corrections"] = [asdict(correction)]
    jsonschema.validate(record, coded_story_schema())
    value = values_of(record["claims"][0])[-1]
    edit = Correction(value.field, "edit", value.coded, "read again", "ana", correction.at)
    record["claims"][0]["corrections"] = [asdict(edit), asdict(replace(edit, kind="reject", value=None))]
    jsonschema.validate(record, coded_story_schema())
    record["claims"][0]["corrections"][0]["field"] = "place"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, coded_story_schema())


def test_a_record_with_a_field_missing_does_not_fit(make_coded: Callable[[], CodedStory], coder: Coder) -> None:
    record = as_json(make_coded(), coder)
    del record["claims"][0]["why"]
    with pytest.raises(jsonschema.ValidationError, match="why"):
        jsonschema.validate(record, coded_story_schema())


@pytest.mark.parametrize(
    ("kind", "field", "values"),
    [
        ("claim", "status", STATUSES),
        ("party", "kind", KINDS),
        ("source", "kind", KINDS),
        ("party", "certainty", (*get_args(Certainty), None)),
        ("place", "role", get_args(PlaceRole)),
        ("place", "precision", get_args(PlacePrecision)),
        ("time", "precision", get_args(TimePrecision)),
        ("figure", "counts", COUNTS),
        ("figure", "population", get_args(Population)),
        ("sentence", "part", get_args(Part)),
        ("attribution", "quoted", get_args(Quoted)),
        ("correction", "kind", get_args(CorrectionKind)),
    ],
)
def test_the_schema_names_the_values_of_the_model(kind: str, field: str, values: tuple[str | None, ...]) -> None:
    assert coded_story_schema()["$defs"][kind]["properties"][field]["enum"] == list(values)


def test_the_schema_names_the_types_of_the_model() -> None:
    event = coded_story_schema()["$defs"]["claim"]["properties"]["event"]
    assert event["properties"]["plover"]["enum"] == list(PLOVER_TYPES)
