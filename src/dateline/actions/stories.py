"""List the stories of the ledger."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.ledger.filters import Filters
    from dateline.ledger.queries import StoryRow


def stories(
    settings: Settings | None = None, filters: "Filters | None" = None, limit: int | None = None
) -> "Iterator[StoryRow]":
    """The stories asked for, the last added first. Raises LedgerError."""
    from dateline.actions.renew import linked_ledger
    from dateline.ledger.filters import Filters
    from dateline.ledger.queries import list_stories

    with linked_ledger(settings).reading() as connection:
        yield from list_stories(connection, filters or Filters(), limit)


def count_stories(settings: Settings | None = None, filters: "Filters | None" = None) -> int:
    """How many stories are asked for. Raises LedgerError."""
    from dateline.ledger import queries
    from dateline.ledger.filters import Filters
    from dateline.ledger.open import open_ledger

    with open_ledger((settings or Settings()).ledger).reading() as connection:
        return queries.count_stories(connection, filters or Filters())
