"""Keep what the ledger knows of copies and versions in step with its stories."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dateline.linking.report import ReportReader


def relink(connection: "Connection", story_id: str, settings: Settings) -> tuple[str, ...]:
    """Compare a story that was added or restored with the others, or take out one that was removed.

    The settings say which codebook and gazetteer know the names. Returns the stories whose link is another than before;
    nothing is done for a story that was compared before.
    """
    from dateline.ledger.links import LedgerStories
    from dateline.ledger.stories import presence, texts_of
    from dateline.linking.copies import CopyIndex
    from dateline.linking.shelf import NEAREST

    known = LedgerStories(connection, NEAREST)
    is_there = presence(connection, story_id) == "known"
    if is_there == known.has(story_id):
        return ()
    index = CopyIndex(known, report_reader(settings.codebook, settings.gazetteer))
    if not is_there:
        return index.remove(story_id)
    ((story, stretches),) = texts_of(connection, [story_id])
    return index.add(story, stretches)


@cache
def report_reader(codebook: Path | None, gazetteer: Path | None) -> "ReportReader":
    """What reads stories for the ledger's links, kept: the names that it knows take a while to gather."""
    from dateline.codebook.codebook import load_codebook
    from dateline.gazetteer.gazetteer import open_gazetteer
    from dateline.linking.report import ReportReader

    return ReportReader(load_codebook(codebook), gazetteer=open_gazetteer(codebook, gazetteer))
