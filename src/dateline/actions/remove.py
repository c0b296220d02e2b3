"""Take a story or claim out of the record; nothing is deleted."""

from dateline.actions.decide import Decided, decide
from dateline.settings import Settings


def remove(beginning: str, settings: Settings | None = None, by: str | None = None) -> Decided:
    """Remove the story or claim whose id begins so: lists and exports leave it out until it is restored.

    `by` is who decides, by default the user of the machine. Raises UnknownIdError and LedgerError.
    """
    return decide("remove", beginning, settings, by)
