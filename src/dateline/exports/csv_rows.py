"""CSV for spreadsheets and statistics: one row a claim, the columns of `flat.COLUMNS`."""

import csv
from typing import Any, TextIO

from dateline.exports.common import CodedStoryRecord
from dateline.exports.flat import COLUMNS, flat_rows

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


class CsvExporter:
    """RFC 4180, UTF-8, a header; unknown is empty, zero is 0; several values of a cell are joined by "; "."""

    def __init__(self, out: TextIO) -> None:
        self._writer = csv.writer(out, lineterminator="\r\n")

    def start(self) -> None:
        """Write the header."""
        self._writer.writerow(COLUMNS)

    def row(self, story: CodedStoryRecord) -> None:
        """Write one row for each claim."""
        for row in flat_rows(story):
            self._writer.writerow([cell(value) for value in row.values()])

    def finish(self) -> None:
        """Nothing stands after the last row."""


def cell(value: Any) -> Any:
    """A value as a cell that no spreadsheet runs.

    Headlines come from strangers, and a spreadsheet takes a text that begins with `=`, `+`, `-`, `@`, a tab or a
    carriage return for a formula. Such texts get an apostrophe in front, as OWASP advises; numbers stay numbers.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        plain = value.encode("utf-8", "replace").decode("utf-8")
        return f"'{plain}" if plain.startswith(_FORMULA_SIGNS) else plain
    return value
