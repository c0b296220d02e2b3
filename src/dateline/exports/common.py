"""What every export format does: start, one row for each story, finish."""

from collections.abc import Mapping
from typing import Any, Protocol, TextIO

CodedStoryRecord = Mapping[str, Any]  # the public JSON `dateline.coded-story/1`, with the claims that were asked for


class Exporter(Protocol):
    """Writes one file. `out` takes text with newlines as they are written (`newline=""`)."""

    def __init__(self, out: TextIO) -> None: ...

    def start(self) -> None:
        """Write what stands before the first row."""

    def row(self, story: CodedStoryRecord) -> None:
        """Write one coded story with its claims."""

    def finish(self) -> None:
        """Write what stands after the last row."""
