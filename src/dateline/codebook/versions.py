"""By what a story says that it renews an earlier one: marks on headlines, and words before an earlier toll."""

import re
from dataclasses import dataclass
from typing import Literal, get_args

from dateline.codebook.tables import Tables

Where = Literal["start", "end", "toll"]
PLACEHOLDERS = {"{NTH}": r"\d{1,2}(?:st|nd|rd|th)", "{DASH}": "[-–—:]"}


@dataclass(frozen=True)
class VersionMarks:
    """The patterns of `versions.tsv`, by where they stand."""

    patterns: dict[str, tuple[re.Pattern[str], ...]]

    def mark(self, headline: str) -> tuple[int, int] | None:
        """Where a headline is marked as that of a later version. Example: (0, 9) in "UPDATE 2-Blast in Karsu"."""
        headline = headline.rstrip(" .")
        for pattern in self.patterns["start"]:
            if match := pattern.match(headline.lstrip()):
                return 0, len(headline) - len(headline.lstrip()) + match.end()
        ends = (pattern.search(headline) for pattern in self.patterns["end"])
        return next((match.span() for match in ends if match), None)

    def tolls(self, sentence: str) -> tuple[int, ...]:
        """Where words end after which an earlier number follows. Example: after "up from" in "15 died, up from 12"."""
        return tuple(sorted({match.end() for pattern in self.patterns["toll"] for match in pattern.finditer(sentence)}))


def read_version_marks(tables: Tables) -> VersionMarks:
    """The table versions.tsv."""
    found: dict[str, list[re.Pattern[str]]] = {where: [] for where in get_args(Where)}
    for row in tables.rows("versions.tsv", ("where", "pattern", "agencies")):
        source = row["pattern"] + ("$" if row["where"] == "end" else "")
        for name, meaning in PLACEHOLDERS.items():
            source = source.replace(name, meaning)
        try:
            pattern = re.compile(source, re.IGNORECASE)
        except re.error as error:
            tables.problem(row, f"{row['pattern']!r} is no regular expression: {error}")
            continue
        if row["where"] not in found:
            tables.problem(row, f"where is one of {', '.join(found)}, not {row['where']!r}")
            continue
        found[row["where"]].append(pattern)
    return VersionMarks({where: tuple(patterns) for where, patterns in found.items()})
