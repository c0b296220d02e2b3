"""The organs of states: under which words a ministry, an army or a presidency speaks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.codebook.names import fold
from dateline.codebook.tables import Tables


@dataclass(frozen=True)
class Organs:
    """The organs by each of their names; names are folded as `codebook.names.fold` does."""

    by_name: Mapping[str, str]

    def find(self, text: str) -> tuple[str, int, int] | None:
        """The organ that a text names first, with [start, end) of its name, or None; the longest name counts.

        `find("Afghan Ministry of Defence")` gives the defence ministry at 7 to 26.
        """
        match = self._pattern.search(fold(text))
        return (self.by_name[match.group(1)], match.start(1), match.end(1)) if match else None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = sorted(self.by_name, key=lambda name: (-len(name), name))
        return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, names)) or '(?!)'})(?!\w)")


def read_organs(tables: Tables) -> Organs:
    """The rows of `organs.tsv`; an overlay row adds its names, and takes them from the organ that had them."""
    by_name: dict[str, str] = {}
    for row in tables.rows("organs.tsv", ("organ", "names")):
        if not row["organ"]:
            tables.problem(row, "the organ must not be empty")
        for name in map(fold, row.list("names")):
            if name in by_name and not row.is_overlay:
                tables.problem(row, f"{name!r} is a name of {by_name[name]!r} too")
            by_name[name] = row["organ"]
    return Organs(by_name)
