"""Keep what the ledger knows of copies and versions in step with its stories."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dateline.linking.report import ReportReader


def relink(connection: "Connection", story_id: str) -> tuple[str, ...]:
    """Compare a story that was added or restored with the others, or take out one that was removed.

    Returns the stories whose link is another than before; nothing is done for a story that was compared before.
    """
    from dateline.ledger.links import LedgerStories
    from dateline.ledger.stories import presence, texts_of
    from dateline.linking.copies import CopyIndex
    from dateline.linking.shelf import NEAREST

    known = LedgerStories(connection, NEAREST)
    is_there = presence(connection, story_id) == "known"
    if is_there == known.has(story_id):
        return ()
    index = CopyIndex(known, _reader())
    if not is_there:
        return index.remove(story_id)
    ((story, stretches),) = texts_of(connection, [story_id])
    return index.add(story, stretches)


@cache
def _reader() -> "ReportReader":
    """The names that it knows take a while to gather."""
    from dateline.linking.report import ReportReader

    return ReportReader()
