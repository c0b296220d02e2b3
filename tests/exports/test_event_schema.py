"""The shipped JSON Schema of an event names the same keys and values as the model."""

from dataclasses import fields
from typing import get_args

import jsonschema
import pytest

from dateline.exports.schema import coded_story_schema, event_schema
from dateline.model import event as model


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(event_schema())
    assert event_schema()["title"] == model.SCHEMA


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("event_time", model.EventTime),
        ("origin", model.Origin),
        ("event_figure", model.EventFigure),
        ("figure_claim", model.FigureClaim),
        ("change", model.Change),
    ],
)
def test_the_schema_has_the_keys_of_the_model(name: str, shape: type) -> None:
    described = event_schema()["$defs"][name]
    assert list(described["properties"]) == described["required"] == [field.name for field in fields(shape)]


def test_an_event_has_the_keys_and_values_of_the_model() -> None:
    schema = event_schema()
    assert schema["required"] == ["schema", *(field.name for field in fields(model.Event))]
    assert schema["properties"]["status"]["enum"] == list(get_args(model.EventStatus))
    assert schema["properties"]["review"]["enum"] == list(get_args(model.Review))


def test_what_a_coded_story_has_too_is_the_same() -> None:
    story, event = coded_story_schema()["$defs"], event_schema()["$defs"]
    assert all(event[name] == story[name] for name in ("party", "place"))
    assert event_schema()["properties"]["event"] == story["claim"]["properties"]["event"]
    for name in ("counts", "population"):
        assert event["event_figure"]["properties"][name] == story["figure"]["properties"][name]
