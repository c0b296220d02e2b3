"""How the stories of a ledger hang on each other."""

from collections.abc import Sequence

from sqlalchemy import Connection

from dateline.model.link import Link


def links_of(connection: Connection, stories: Sequence[str]) -> tuple[Link, ...]:
    """The copies and versions among some stories."""
    return ()
