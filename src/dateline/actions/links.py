"""Which stories of the ledger are copies or later versions of others."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.linking.copies import CopyIndex
from dateline.linking.report import ReportReader
from dateline.model.link import Link

if TYPE_CHECKING:
    from sqlalchemy import Connection


def links_of(connection: "Connection", stories: Sequence[str]) -> tuple[Link, ...]:
    """The copies and versions among some stories, sorted by story; a function of their set."""
    from dateline.ledger.stories import texts_of

    index = CopyIndex(reader=_reader())
    for story, stretches in texts_of(connection, stories):
        index.add(story, stretches)
    return tuple(link for _, link in sorted(index.links.items()))


@cache
def _reader() -> ReportReader:
    """The names that it knows take a while to gather."""
    return ReportReader()
