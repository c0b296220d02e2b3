"""The JSON Schemas of `dateline.coded-story/1` and `dateline.event/1`, shipped as files beside this one."""

import json
from importlib.resources import files
from typing import Any


def coded_story_schema() -> dict[str, Any]:
    """The schema of a coded story, JSON Schema 2020-12."""
    return _schema("coded-story")


def event_schema() -> dict[str, Any]:
    """The schema of an event, JSON Schema 2020-12."""
    return _schema("event")


def _schema(name: str) -> dict[str, Any]:
    text = files("dateline.exports").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
