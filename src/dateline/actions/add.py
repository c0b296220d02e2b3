"""Read stories and keep them in the ledger."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.actions.coding import Coding, Unread, code_each, shipped_coding
from dateline.actions.sources import Paths, stories_of
from dateline.model.coded import CodedStory
from dateline.model.record import Record, coded_story_record
from dateline.model.story import Story
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.ledger.open import Ledger
    from dateline.ledger.stories import Presence
    from dateline.sources.metadata import Metadata


@dataclass(frozen=True, slots=True)
class Added:
    """A new story, which is on the disk by the time this is given out."""

    path: str
    story_id: str
    claims: int


@dataclass(frozen=True, slots=True)
class Known:
    """A story that the ledger had; nothing changed."""

    path: str
    story_id: str


@dataclass(frozen=True, slots=True)
class RemovedBefore:
    """A story that was removed from the ledger and stays so; `restore` brings it back."""

    path: str
    story_id: str


NotNew = Known | RemovedBefore
AddEvent = Added | NotNew | Unread


def add(
    paths: Paths,
    settings: Settings | None = None,
    metadata: "Metadata | None" = None,
    coding: Coding | None = None,
) -> Iterator[AddEvent]:
    """Read and code each file of `paths` as `read` does and add it to the ledger, one event for each in order.

    A story is added, and the events it tells of are told anew, in one transaction. What the ledger has already is
    recognised before it is parsed, so that a run that was stopped goes on where it was. Raises LedgerError,
    ConfigurationError and ResourceError; what was given out as added by then is kept.
    """
    from dateline.ledger.open import open_writable_ledger

    settings = settings or Settings()
    ledger = open_writable_ledger(settings.ledger)
    coding = coding or shipped_coding(settings)
    items = (_unless_known(ledger, item) for item in stories_of(paths, settings, metadata))
    coded: Iterator[CodedStory | Unread | NotNew] = code_each(items, coding.code)
    for item in coded:
        yield _added(ledger, coded_story_record(item, coding.coder), settings) if isinstance(item, CodedStory) else item


def _unless_known(ledger: "Ledger", item: Story | Unread) -> Story | NotNew | Unread:
    from dateline.ledger.stories import presence

    if isinstance(item, Unread):
        return item
    with ledger.reading() as connection:
        found = presence(connection, item.id)
    return item if found == "new" else _not_new(found, item.path_or_url, item.id)


def _added(ledger: "Ledger", record: Record, settings: Settings) -> AddEvent:
    from dateline.actions.renew import renew
    from dateline.ledger.stories import add_story

    path, story_id = record["story"]["path_or_url"], record["story"]["id"]
    with ledger.writing() as connection:
        before = add_story(connection, record)
        if before == "new":
            renew(connection, [story_id], f"story {story_id}", settings)
    return Added(path, story_id, len(record["claims"])) if before == "new" else _not_new(before, path, story_id)


def _not_new(presence: "Presence", path: str, story_id: str) -> NotNew:
    return RemovedBefore(path, story_id) if presence == "removed" else Known(path, story_id)
