"""Correct a claim: accept what was coded, put another value beside it, or say that it is no event."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.actions.decide import who
from dateline.errors import ConfigurationError, UnknownIdError
from dateline.model.correction import CODED_FIELDS, FIELDS, NO_EVENT, Field, coded_value, correction_of
from dateline.model.record import Record
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.ledger.corrections import Decision

ALL = "all"  # to accept: every field for which no correction stands


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants of a claim; `accept` and `undo` name a field, `accept` also ALL."""

    status: str | None = None
    type: str | None = None
    accept: str | None = None
    is_rejected: bool = False
    undo: str | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """The claim as public JSON with the corrections that stand now; `is_new` is False when nothing changed."""

    claim: Record
    is_new: bool


def correct(
    beginning: str,
    wanted: Wanted,
    settings: Settings | None = None,
    because: str | None = None,
    by: str | None = None,
) -> Corrected:
    """Append what is wanted of the claim whose id begins so. The machine's claim is left as it is.

    `because` is the reason, which an edit and a rejection need; `by` is who decides, by default the user of the
    machine. Raises UnknownIdError, LedgerError, and ConfigurationError for values and wishes that cannot be.
    """
    from dateline.actions.renew import renew
    from dateline.ledger import corrections, queries
    from dateline.ledger.open import open_ledger, open_writable_ledger

    path = (settings or Settings()).ledger
    open_ledger(path)  # a correction makes no ledger
    reason = " ".join((because or "").split()) or None
    with open_writable_ledger(path).writing() as connection:
        found = queries.find(connection, beginning)
        if found.kind != "claim":
            raise UnknownIdError(
                f"{beginning} is a story, and corrections are of claims; `dateline show {beginning}` lists its claims"
            )
        claim = queries.claim_row(connection, found).record
        by = (by or "").strip() or who()
        decisions = list(_decisions(claim, wanted))
        is_of_edit = any(decision.kind == "edit" for decision in decisions)  # then the reason is not the acceptance's
        news = [
            corrections.correct(connection, found.id, one, None if is_of_edit and one.kind == "accept" else reason, by)
            for one in decisions
        ]
        if any(news):
            renew(connection, [found.story_id], f"claim {found.id}: corrected")
        return Corrected(queries.claim_row(connection, found).record, any(news))


def _decisions(claim: Record, wanted: Wanted) -> Iterator["Decision"]:
    """What is wanted as decisions, the undoing first. Raises ConfigurationError."""
    from dateline.ledger.corrections import UNDO, Decision

    edits = _edits(wanted)
    undone = _field(wanted.undo, "undo", FIELDS) if wanted.undo else None
    accepted = _accepted(claim, wanted.accept, {*edits, undone})
    _refuse_contradictions(claim, wanted, [*edits, *accepted], undone)
    if undone:
        yield Decision(UNDO, undone)
    if wanted.is_rejected:
        yield Decision("reject", "claim", NO_EVENT)
    for field, value in edits.items():
        yield Decision("accept" if value == coded_value(claim, field) else "edit", field, value)
    for field in accepted:
        yield Decision("accept", field, coded_value(claim, field))


def _edits(wanted: Wanted) -> dict[Field, str]:
    edits: dict[Field, str] = {}
    if wanted.status is not None:
        edits["status"] = wanted.status.lower()
    if wanted.type is not None:
        if wanted.type.lower() == NO_EVENT:
            raise ConfigurationError("a claim that is no event is rejected as a whole: give --reject instead of --type")
        edits["type"] = wanted.type.upper()
    return edits


def _accepted(claim: Record, asked: str | None, others: set[Field | None]) -> list[Field]:
    if asked is None:
        return []
    if asked.lower() == ALL:
        return [field for field in CODED_FIELDS if field not in others and not correction_of(claim, field)]
    return [_field(asked, "accept", CODED_FIELDS)]


def _field(name: str, verb: str, known: tuple[Field, ...]) -> Field:
    for field in known:
        if field == name.lower():
            return field
    raise ConfigurationError(f"there is no field {name!r} to {verb}; it is one of {', '.join(known)}")


def _refuse_contradictions(claim: Record, wanted: Wanted, fields: list[Field], undone: Field | None) -> None:
    if wanted == Wanted():
        raise ConfigurationError("nothing is decided; say what with --status, --type, --accept, --reject or --undo")
    decided = [*fields, *([undone] if undone else [])]
    if len(set(decided)) < len(decided) or (wanted.is_rejected and decided):
        raise ConfigurationError("two decisions contradict each other; give one for each field, and --reject alone")
    if fields and undone != "claim" and correction_of(claim, "claim"):
        raise ConfigurationError(
            f"the claim is rejected as no event; take that back first with `dateline correct {claim['id'][:8]} --undo "
            "claim`"
        )
