"""The JSON Schema of `dateline.coded-story/1`, shipped as a file beside this one."""

import json
from importlib.resources import files
from typing import Any


def coded_story_schema() -> dict[str, Any]:
    """The schema, JSON Schema 2020-12."""
    text = files("dateline.exports").joinpath("coded-story.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
