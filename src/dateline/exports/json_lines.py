"""JSON Lines: one `dateline.coded-story/1` record a line."""

import json
from typing import TextIO

from dateline.exports.common import CodedStoryRecord


class JsonLinesExporter:
    """Each line is the record that `dateline read --json` printed, with the claims that were asked for."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def start(self) -> None:
        """Nothing stands before the first line."""

    def row(self, story: CodedStoryRecord) -> None:
        """Write one line."""
        self._out.write(json_line(story))

    def finish(self) -> None:
        """Nothing stands after the last line."""


def json_line(record: CodedStoryRecord) -> str:
    """A record as one line; letters stay readable, halves of a surrogate pair from broken input are escaped."""
    line = json.dumps(record, ensure_ascii=False)
    if any("\ud800" <= letter <= "\udfff" for letter in line):
        line = json.dumps(record)
    return line + "\n"
