"""List the claims of the ledger."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.ledger.filters import Filters
    from dateline.ledger.queries import ClaimRow


def claims(
    settings: Settings | None = None, filters: "Filters | None" = None, limit: int | None = None
) -> "Iterator[ClaimRow]":
    """The claims asked for, those of the story added last first, in the order of its text. Raises LedgerError."""
    from dateline.ledger.filters import Filters
    from dateline.ledger.open import open_ledger
    from dateline.ledger.queries import list_claims

    with open_ledger((settings or Settings()).ledger).reading() as connection:
        yield from list_claims(connection, filters or Filters(), limit)


def count_claims(settings: Settings | None = None, filters: "Filters | None" = None) -> int:
    """How many claims are asked for. Raises LedgerError."""
    from dateline.ledger import queries
    from dateline.ledger.filters import Filters
    from dateline.ledger.open import open_ledger

    with open_ledger((settings or Settings()).ledger).reading() as connection:
        return queries.count_claims(connection, filters or Filters())
