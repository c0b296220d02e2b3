"""A person's decision about a story or claim, written into the ledger."""

import getpass
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.ledger.decisions import DecisionKind


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about which story or claim; `is_new` is False when it stood already and nothing changed."""

    kind: Literal["story", "claim"]
    id: str
    is_new: bool


def decide(decision: "DecisionKind", beginning: str, settings: Settings | None, by: str | None) -> Decided:
    """Append a decision about the story or claim whose id begins so. Raises UnknownIdError and LedgerError."""
    from dateline.actions.renew import renew
    from dateline.ledger import decisions, queries
    from dateline.ledger.open import open_ledger, open_writable_ledger

    settings = settings or Settings()
    open_ledger(settings.ledger)  # a decision makes no ledger
    with open_writable_ledger(settings.ledger).writing() as connection:
        found = queries.find(connection, beginning)
        is_new = decisions.decide(connection, decision, found.id, by or who())
        if is_new:
            renew(connection, [found.story_id], f"{found.kind} {found.id}: {decision}", settings)
    return Decided(found.kind, found.id, is_new)


def who() -> str:
    """The user of the machine, who decides when nobody is named."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in some containers
        return "unknown"
