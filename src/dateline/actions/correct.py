"""Correct a claim: accept what was coded, put another value beside it, or say that it is no event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.actions.decide import who
from dateline.actions.value_edit import added_values, edited_values, value_named, values_told
from dateline.errors import ConfigurationError, UnknownIdError
from dateline.model.correction import CODED_FIELDS, FIELDS, NO_EVENT, coded_value, correction_of
from dateline.model.record import Record
from dateline.model.values import values_of
from dateline.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.ledger.corrections import Decision

ALL = "all"  # to accept: status and type, where no correction stands
CLAIM = "claim"  # to reject or undo: the claim as a whole


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants of a claim.

    `values` are edits of values as (what, words): ("figure1", "12 to 15"), and `adds` values that reading missed, as
    `actions.value_edit.added_values` has them: ("figure", "12 killed"). `accept`, `reject` and `undo` name "status",
    "type", CLAIM or a value ("place1"), where each can be; `accept` also ALL.
    """

    status: str | None = None
    type: str | None = None
    values: tuple[tuple[str, str], ...] = ()
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    undo: tuple[str, ...] = ()
    adds: tuple[tuple[str, str], ...] = ()


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
    machine. Raises UnknownIdError, LedgerError, and ConfigurationError for values and wishes that cannot be (its
    UnsureError has the choices when a name may mean several places or parties).
    """
    settings = settings or Settings()
    reason = " ".join((because or "").split()) or None

    def with_reasons(claim: Record, text: str) -> "list[tuple[Decision, str | None]]":
        decisions = list(_decisions(claim, wanted, text, settings))
        is_of_edit = any(one.kind in ("edit", "add") for one in decisions)  # then the reason is not the acceptance's
        return [(one, None if is_of_edit and one.kind == "accept" else reason) for one in decisions]

    return _append(beginning, with_reasons, settings, by)


def decide_again(
    claim: str,
    decisions: "Sequence[tuple[Decision, str | None]]",
    settings: Settings | None = None,
    by: str | None = None,
) -> Corrected:
    """Append decisions about a claim, each with its reason, as they stood before. Raises as `correct` does."""
    return _append(claim, lambda *_: list(decisions), settings or Settings(), by)


def _append(
    beginning: str,
    decided: "Callable[[Record, str], list[tuple[Decision, str | None]]]",
    settings: Settings,
    by: str | None,
) -> Corrected:
    from dateline.actions.renew import renew
    from dateline.ledger import corrections, queries
    from dateline.ledger.open import open_ledger, open_writable_ledger

    open_ledger(settings.ledger)  # a correction makes no ledger
    with open_writable_ledger(settings.ledger).writing() as connection:
        found = queries.find(connection, beginning)
        if found.kind != "claim":
            raise UnknownIdError(
                f"{beginning} is a story, and corrections are of claims; `dateline show {beginning}` lists its claims"
            )
        text = queries.story_text(connection, found.story_id)
        decisions = decided(queries.claim_row(connection, found).record, text)
        by = (by or "").strip() or who()
        news = [corrections.correct(connection, found.id, one, reason, by) for one, reason in decisions]
        if any(news):
            renew(connection, [found.story_id], f"claim {found.id}: corrected", settings)
        return Corrected(queries.claim_row(connection, found).record, any(news))


def _decisions(claim: Record, wanted: Wanted, text: str, settings: Settings) -> Iterator["Decision"]:
    """What is wanted as decisions, the undoing first. Raises ConfigurationError."""
    from dateline.ledger.corrections import UNDO, Decision

    if wanted == Wanted():
        raise ConfigurationError(
            "nothing is decided; say what with --status, --type, --set, --add, --accept, --reject or --undo"
        )
    undone = [_field(claim, name, "undo", FIELDS) for name in wanted.undo]
    rejected = [_field(claim, name, "reject", (CLAIM,)) for name in wanted.reject]
    edits = _edits(claim, wanted, text, settings)
    added = dict(added_values(claim, wanted.adds, text, settings))
    accepted = list(_accepted(claim, wanted.accept, {*edits, *undone}))
    _refuse_contradictions(claim, [*edits, *added, *accepted, *rejected], undone)
    for field in undone:
        yield Decision(UNDO, field)
    for field in rejected:
        yield Decision("reject", field, NO_EVENT if field == CLAIM else None)
    for field, value in edits.items():
        before = correction_of(claim, field)
        kind = "add" if before and before["kind"] == "add" else "edit"
        yield Decision("accept" if value == coded_value(claim, field) else kind, field, value)
    for field, value in added.items():
        yield Decision("add", field, value)
    for field in accepted:
        coded = coded_value(claim, field)
        yield Decision("accept", field, coded if coded is not None else value_named(claim, field).value)


def _edits(claim: Record, wanted: Wanted, text: str, settings: Settings) -> dict[str, str | Record]:
    edits: dict[str, str | Record] = {}
    if wanted.status is not None:
        edits["status"] = wanted.status.lower()
    if wanted.type is not None:
        if wanted.type.lower() == NO_EVENT:
            raise ConfigurationError("a claim that is no event is rejected as a whole: give --reject instead of --type")
        edits["type"] = wanted.type.upper()
    return edits | {value.field: record for value, record in edited_values(claim, wanted.values, text, settings)}


def _accepted(claim: Record, asked: Sequence[str], others: set[str]) -> Iterator[str]:
    for name in asked:
        if name.lower() == ALL:
            yield from (field for field in CODED_FIELDS if field not in others and not correction_of(claim, field))
        else:
            yield _field(claim, name, "accept", CODED_FIELDS)


def _field(claim: Record, name: str, verb: str, known: Sequence[str]) -> str:
    """A field by its name, or the key of a party, place or figure by its handle."""
    if name.lower() in known:
        return name.lower()
    for value in values_of(claim):
        if name.lower() in (value.handle, value.field):
            return value.field
    named = ", ".join([*known, *values_told(claim)])
    raise ConfigurationError(f"there is no field {name!r} to {verb}; it is one of {named}")


def _refuse_contradictions(claim: Record, fields: Sequence[str], undone: Sequence[str]) -> None:
    decided = [*fields, *undone]
    if len(set(decided)) < len(decided) or (CLAIM in fields and len(decided) > 1):
        raise ConfigurationError("two decisions contradict each other; give one for each field, and --reject alone")
    if fields and CLAIM not in undone and CLAIM not in fields and correction_of(claim, "claim"):
        raise ConfigurationError(
            f"the claim is rejected as no event; take that back first with `dateline correct {claim['id'][:8]} --undo "
            "claim`"
        )
