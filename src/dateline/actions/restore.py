"""Undo a removal."""

from dateline.actions.decide import Decided, decide
from dateline.settings import Settings


def restore(beginning: str, settings: Settings | None = None, by: str | None = None) -> Decided:
    """Bring back the removed story or claim whose id begins so.

    `by` is who decides, by default the user of the machine. Raises UnknownIdError and LedgerError.
    """
    return decide("restore", beginning, settings, by)
