"""Show one story or claim of the ledger."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model.link import Link
from dateline.model.record import Record
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.ledger.queries import ClaimRow


@dataclass(frozen=True, slots=True)
class Shown:
    """A story with its claims as public JSON, and the claim that was asked for, or None when it was the story.

    `link` says which other story the story is a copy or a version of, `copies` which ones are copies of it, `renewals`
    its later versions, the first published first: the last supersedes it.
    """

    story: Record
    claim: "ClaimRow | None"
    removed_at: str | None
    link: Link | None
    copies: tuple[str, ...] = ()
    renewals: tuple[Link, ...] = ()


def show(beginning: str, settings: Settings | None = None) -> Shown:
    """The story or claim whose id begins so, also when it is removed. Raises UnknownIdError and LedgerError."""
    from dateline.actions.renew import linked_ledger
    from dateline.ledger import queries
    from dateline.ledger.decisions import removed_among
    from dateline.ledger.links import copies_of, link_of, renewals_of
    from dateline.ledger.stories import story_record

    with linked_ledger(settings).reading() as connection:
        found = queries.find(connection, beginning)
        removed = removed_among(connection, [found.id, found.story_id])
        return Shown(
            story=story_record(connection, found.story_id),
            claim=queries.claim_row(connection, found) if found.kind == "claim" else None,
            removed_at=min(removed.values(), default=None),
            link=link_of(connection, found.story_id),
            copies=copies_of(connection, found.story_id),
            renewals=renewals_of(connection, found.story_id),
        )
