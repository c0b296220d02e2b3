"""Compare all stories of a ledger anew with each other, by the rules of linking that are installed now."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from dateline.actions.links import report_reader
from dateline.model.link import Link
from dateline.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dateline.linking.shelf import Known


@dataclass(frozen=True, slots=True)
class Relinked:
    """A story whose link is another than before; None where it is no copy and no version."""

    story: str
    headline: str
    before: Link | None
    after: Link | None

    def record(self) -> dict[str, Any]:
        """A plain dictionary, for programs."""
        return asdict(self)


def rerun_links(
    settings: Settings | None = None, *, is_diff: bool = False, at_each: Callable[[str], None] = lambda path: None
) -> list[Relinked]:
    """The stories whose link is another now, those published first before others; with `is_diff` nothing is written.

    Links hang on all stories at once, so that all are compared, in one transaction; events are told anew where links
    have changed. With `is_diff` the texts of all stories are held in memory. Raises LedgerError.
    """
    from dateline.actions.renew import renew
    from dateline.ledger.links import LedgerStories, forget_links
    from dateline.ledger.open import open_ledger, open_writable_ledger
    from dateline.linking.shelf import NEAREST, Shelf

    settings = settings or Settings()
    ledger = open_ledger(settings.ledger)  # a rerun makes no ledger
    if is_diff:
        with ledger.reading() as connection:
            return _compared(connection, Shelf(), settings, at_each)
    with open_writable_ledger(settings.ledger).writing() as connection:
        before = _links(connection)
        forget_links(connection)
        changed = _compared(connection, LedgerStories(connection, NEAREST), settings, at_each, before)
        renew(connection, [one.story for one in changed], "copies and versions compared anew", settings)
        return changed


def _compared(
    connection: "Connection",
    known: "Known",
    settings: Settings,
    at_each: Callable[[str], None],
    before: dict[str, Link] | None = None,
) -> list[Relinked]:
    from dateline.ledger.links import by_publication
    from dateline.ledger.stories import texts_of
    from dateline.linking.copies import CopyIndex

    before = _links(connection) if before is None else before
    ids = by_publication(connection, _stories(connection))
    index = CopyIndex(known, report_reader(settings.codebook, settings.gazetteer))
    headlines = {}
    for story_id in ids:
        ((story, stretches),) = texts_of(connection, [story_id])
        headlines[story_id] = story.headline or story.path_or_url
        at_each(story.path_or_url)
        index.add(story, stretches)
    after = {story_id: known.link(story_id) for story_id in ids}
    return [Relinked(one, headlines[one], before.get(one), after[one]) for one in ids if before.get(one) != after[one]]


def _stories(connection: "Connection") -> list[str]:
    from dateline.ledger.filters import Filters
    from dateline.ledger.queries import coders_of_stories

    return [story for story, _ in coders_of_stories(connection, Filters())]


def _links(connection: "Connection") -> dict[str, Link]:
    from dateline.ledger.links import links_of

    return {link.story: link for link in links_of(connection, _stories(connection))}
