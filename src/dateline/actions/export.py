"""Hand the record to other programs."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from dateline.actions.whole_file import whole_file
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.ledger.filters import Filters


@dataclass(frozen=True, slots=True)
class Exported:
    """How much was written."""

    stories: int
    claims: int


def export(
    format_name: str, out: TextIO | Path, settings: Settings | None = None, filters: "Filters | None" = None
) -> Exported:
    """Write the stories and claims asked for, as "json", "csv" or "geojson", into a stream or a file.

    A file is there whole or not at all. Raises ConfigurationError for an unknown format, LedgerError, and ResourceError
    when the file cannot be written.
    """
    from dateline.exports.formats import exporter

    exporter(format_name)  # an unknown format makes no file
    with whole_file(out) as file:
        return _export(format_name, file, settings, filters)


def _export(format_name: str, out: TextIO, settings: Settings | None, filters: "Filters | None") -> Exported:
    from dateline.exports.formats import exporter
    from dateline.ledger.filters import Filters
    from dateline.ledger.open import open_ledger
    from dateline.ledger.queries import coded_stories

    stories = claims = 0
    writer = exporter(format_name)(out)
    with open_ledger((settings or Settings()).ledger).reading() as connection:
        writer.start()
        for record in coded_stories(connection, filters or Filters()):
            writer.row(record)
            stories, claims = stories + 1, claims + len(record["claims"])
        writer.finish()
    return Exported(stories, claims)
