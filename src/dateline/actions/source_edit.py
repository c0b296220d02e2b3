"""Another source for the words of a source, and other words for an instrument."""

from dateline.actions.party_edit import kind_of, party_called
from dateline.errors import ConfigurationError
from dateline.model.record import Record
from dateline.settings import Settings

NOBODY = "null"


def edited_source(record: Record, part: str | None, words: str, settings: Settings) -> Record:
    """The source with another name (part None; "null" for nobody named) or kind.

    A name or id that the codebook knows brings its kind. Raises UnsureError when several bear the name, and
    ConfigurationError for what a source cannot have.
    """
    words = " ".join(words.split())
    if part == "kind":
        return {**record, "kind": kind_of(words)}
    if part not in (None, "name"):
        raise ConfigurationError(f"a source has no {part!r} to set; it has name and kind")
    if words.lower() == NOBODY:
        return {**record, "name": None}
    called = party_called(words, settings)
    return {**record, "name": called["name"], "kind": called.get("kind", record["kind"])}
