"""The sidecar: `NAME.json` beside `NAME.txt` with what is known about the story."""

import json
from dataclasses import fields
from pathlib import Path

from dateline.errors import InputError, UnreadableError
from dateline.sources.metadata import Metadata

KEYS = tuple(field.name for field in fields(Metadata))


def read_sidecar(story: Path) -> Metadata:
    """The metadata of the sidecar of a story's file, empty when it has none.

    Raises UnreadableError when the sidecar is no JSON object with texts or nulls under the known keys.
    """
    path = story.with_suffix(".json")
    if not path.is_file():
        return Metadata()
    try:
        record = json.loads(path.read_bytes())
    except OSError as error:
        raise UnreadableError(f"the sidecar {path} cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"the sidecar {path} is not JSON ({error}); mend it or take it away") from error
    if not isinstance(record, dict):
        raise UnreadableError(f"the sidecar {path} must hold one JSON object with any of {', '.join(KEYS)}")
    if unknown := sorted(record.keys() - set(KEYS)):
        raise UnreadableError(f"the sidecar {path} has unknown keys {', '.join(unknown)}; known are {', '.join(KEYS)}")
    if wrong := [key for key, value in record.items() if not (value is None or isinstance(value, str))]:
        raise UnreadableError(f"the sidecar {path} must give texts, not numbers or lists, for {', '.join(wrong)}")
    try:
        return Metadata(**{key: value or None for key, value in record.items()})
    except InputError as error:
        raise UnreadableError(f"the sidecar {path}: {error}") from error
