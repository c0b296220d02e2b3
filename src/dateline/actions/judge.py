"""A person's decision whether two claims tell of one event."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.actions.decide import who
from dateline.errors import ConfigurationError, UnknownIdError
from dateline.model.judgement import VERDICTS, Judgement, Verdict
from dateline.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dateline.ledger.queries import Found


@dataclass(frozen=True, slots=True)
class Judged:
    """The two claims, the events they now belong to, whether anything changed, and what was said of them before."""

    one: str
    other: str
    events: tuple[str | None, str | None]
    is_new: bool
    before: str | None = None


def judge(
    one: str,
    other: str,
    verdict: str | None,
    settings: Settings | None = None,
    because: str | None = None,
    by: str | None = None,
) -> Judged:
    """Append that two claims, given by the beginnings of their ids, are "same", "different" or "unsure".

    None leaves the two as if nobody had looked at them.

    Raises UnknownIdError, LedgerError, and ConfigurationError for another verdict or one claim twice.
    """
    from dateline.actions.renew import renew
    from dateline.ledger import judgements
    from dateline.ledger.events import event_of_claim
    from dateline.ledger.open import open_ledger, open_writable_ledger

    settings = settings or Settings()
    open_ledger(settings.ledger)  # a decision makes no ledger
    with open_writable_ledger(settings.ledger).writing() as connection:
        found = [_claim(connection, beginning) for beginning in (one, other)]
        if found[0].id == found[1].id:
            raise ConfigurationError(f"{one} and {other} are the same claim; name two")
        first, second = sorted(thing.id for thing in found)
        by = (by or "").strip() or who()
        before = judgements.last_words(connection, [first]).get((first, second))
        if verdict is None:
            is_new = judgements.reopen(connection, first, second, because, by)
        else:
            is_new = judgements.judge(connection, Judgement(first, second, _verdict(verdict)), because, by)
        if is_new:
            renew(
                connection,
                sorted({thing.story_id for thing in found}),
                f"claims {first} and {second}: {verdict or 'open again'}",
                settings,
            )
        events = tuple(event_of_claim(connection, claim) for claim in (first, second))
        return Judged(first, second, (events[0], events[1]), is_new, before)


def _claim(connection: "Connection", beginning: str) -> "Found":
    """The claim whose id begins so. Raises UnknownIdError, with what else the id is of."""
    from dateline.ledger import queries
    from dateline.ledger.events import find_event

    try:
        found = queries.find(connection, beginning)
    except UnknownIdError as error:
        try:
            find_event(connection, beginning)
        except UnknownIdError:
            raise error from None
        raise UnknownIdError(
            f"{beginning} is an event, and a decision is about two claims; `dateline event {beginning}` lists them"
        ) from error
    if found.kind != "claim":
        raise UnknownIdError(f"{beginning} is a story; `dateline show {beginning}` lists its claims")
    return found


def _verdict(verdict: str) -> Verdict:
    for known in VERDICTS:
        if known == verdict:
            return known
    raise ConfigurationError(f"there is no verdict {verdict!r}; it is one of {', '.join(VERDICTS)}")
