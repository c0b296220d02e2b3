"""Corrections of claims, appended: for each claim and field the last decision stands, and `undo` takes it back."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, insert, select

from dateline.errors import ConfigurationError
from dateline.ledger.batches import batches
from dateline.ledger.claims import index_anew
from dateline.ledger.folding import storable
from dateline.ledger.instants import instant
from dateline.ledger.tables import claims, decisions
from dateline.model.claim import PLOVER_TYPES, STATUSES
from dateline.model.correction import NO_EVENT, Correction, CorrectionKind, Field, coded_value
from dateline.model.record import Record
from dateline.model.values import list_of

UNDO = "undo"
_KINDS = (*get_args(CorrectionKind), UNDO)
_NEEDS_REASON = ("edit", "reject", "add")
_VALUES: dict[str, tuple[str, ...]] = {"claim": (NO_EVENT,), "status": STATUSES, "type": PLOVER_TYPES}


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be decided: `kind` is that of a correction, or UNDO, which has no value.

    `field` and `value` are as in `model.correction.Correction`.
    """

    kind: str
    field: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A decision about a claim, what the machine had coded, and whether the decision stands.

    It is orphaned when nothing is coded any more where the claim was.
    """

    claim: str
    field: str
    kind: str
    value: Any
    was: Any
    reason: str | None
    by: str
    at: str
    stands: bool
    is_orphaned: bool = False


def correct(connection: Connection, claim_id: str, decision: Decision, reason: str | None, by: str) -> bool:
    """Append a decision about a claim's field. Returns False, and appends nothing, when it stands already.

    Raises ConfigurationError for a value that the field cannot have, and for an edit or a rejection without a reason.
    """
    _check(decision, reason)
    before = next((one for one in standing(connection, [claim_id])[claim_id] if one.field == decision.field), None)
    if _stands_already(before, decision, reason):
        return False
    told = {"at": instant(), "subject": claim_id, "by": storable(by), "reason": storable(reason)}
    decided = {"kind": decision.kind, "field": decision.field, "value": _written(decision.field, decision.value)}
    connection.execute(insert(decisions).values(**told, **decided))
    if list_of(decision.field):
        index_decided(connection, [claim_id])
    return True


def index_decided(connection: Connection, claim_ids: Sequence[str]) -> None:
    """Let filters ask for what holds of claims about whose parties or places something was decided."""
    for batch in batches(claim_ids):
        query = select(claims.c.record).where(claims.c.id.in_(batch))
        for record in with_corrections(connection, list(connection.execute(query).scalars())):
            index_anew(connection, record)


def _stands_already(before: Correction | None, decision: Decision, reason: str | None) -> bool:
    if before is None or decision.kind == UNDO:
        return (before is None) == (decision.kind == UNDO)
    return (before.kind, before.value) == (decision.kind, decision.value) and reason in (None, before.reason)


def _written(field: str, value: Any) -> str | None:
    """A value as the table keeps it: a word, or a party, place or figure as JSON."""
    return json.dumps(value, sort_keys=True) if list_of(field) and value is not None else value


def _read(field: str, written: str | None) -> Any:
    return json.loads(written) if list_of(field) and written is not None else written


def _check(decision: Decision, reason: str | None) -> None:
    is_word = not list_of(decision.field)
    if is_word and decision.kind != UNDO and decision.value not in _VALUES[decision.field]:
        raise ConfigurationError(
            f"{decision.value!r} is no {decision.field} of a claim; it is one of {', '.join(_VALUES[decision.field])}"
        )
    if decision.kind in _NEEDS_REASON and not reason:
        raise ConfigurationError(f"whoever decides to {decision.kind} says why; give the reason with --because")


def standing(connection: Connection, claim_ids: Sequence[str]) -> dict[str, list[Correction]]:
    """The corrections that stand for some claims, by claim, in the order of the fields' names."""
    found: dict[str, list[Correction]] = defaultdict(list)
    for row in connection.execute(_standing().where(decisions.c.subject.in_(claim_ids)).order_by(decisions.c.field)):
        found[row.subject].append(_correction(row))
    return found


def _correction(row: Row[Any]) -> Correction:
    return Correction(row.field, row.kind, _read(row.field, row.value), row.reason, row.by, row.at)


def with_corrections(connection: Connection, records: Sequence[Record]) -> list[Record]:
    """Claims as public JSON, each with the `corrections` that stand for it, if any."""
    found = standing(connection, [record["id"] for record in records])
    return [
        {**record, "corrections": [asdict(one) for one in found[record["id"]]]} if record["id"] in found else record
        for record in records
    ]


def has_correction(claim: ColumnElement[str], field: Field, values: Sequence[str] | None = None) -> ColumnElement[bool]:
    """The condition that a correction stands for the claim's field (with one of some values)."""
    found = _standing().where(decisions.c.field == field)
    if values is not None:
        found = found.where(decisions.c.value.in_(values))
    return claim.in_(found.with_only_columns(decisions.c.subject))


def is_decided(claim: ColumnElement[str]) -> ColumnElement[bool]:
    """The condition that a correction stands for any field of the claim."""
    return claim.in_(_standing().with_only_columns(decisions.c.subject))


def is_rejected(claim: ColumnElement[str]) -> ColumnElement[bool]:
    """The condition that a person said that the claim is no event."""
    return has_correction(claim, "claim")


def history(connection: Connection, limit: int | None, *, is_all: bool) -> list[CorrectionRow]:
    """The corrections, the last first; `is_all` adds those that were superseded or taken back, and the undoing."""
    return [_row(row) for row in connection.execute(_listed(is_all).order_by(decisions.c.id.desc()).limit(limit))]


def count_history(connection: Connection, *, is_all: bool) -> int:
    """How many corrections there are."""
    return int(connection.execute(select(func.count()).select_from(_listed(is_all).subquery())).scalar_one())


def _listed(is_all: bool) -> Select[Any]:
    query = select(decisions, claims.c.record, (_is_last() & (decisions.c.kind != UNDO)).label("stands"))
    query = query.outerjoin(claims, claims.c.id == decisions.c.subject).where(decisions.c.kind.in_(_KINDS))
    return query if is_all else query.where(_is_last(), decisions.c.kind != UNDO, ~_is_handed_on())


def _standing() -> Select[Any]:
    return select(decisions).where(decisions.c.kind.in_(_KINDS), decisions.c.kind != UNDO, _is_last())


def _is_last() -> ColumnElement[bool]:
    """The condition that no later decision is about the same claim and field."""
    later = decisions.alias()
    is_about_the_same = (later.c.subject == decisions.c.subject) & (later.c.field == decisions.c.field)
    return ~select(later.c.id).where(is_about_the_same, later.c.id > decisions.c.id).exists()


def _is_handed_on() -> ColumnElement[bool]:
    """The condition that the claim is coded no more and the same decision stands for another, whose trigger overlaps.

    A rerun appends it so: `ledger.recode` copies all but the claim.
    """
    twin = decisions.alias()
    same = ("at", "by", "kind", "field", "value")
    is_twin = and_(twin.c.subject != decisions.c.subject, *(twin.c[name] == decisions.c[name] for name in same))
    return claims.c.id.is_(None) & select(twin.c.id).where(is_twin).exists()


def _row(row: Row[Any]) -> CorrectionRow:
    was = coded_value(row.record, row.field) if row.record and row.field != "claim" else None
    return CorrectionRow(
        row.subject,
        row.field,
        row.kind,
        _read(row.field, row.value),
        was,
        row.reason,
        row.by,
        row.at,
        bool(row.stands),
        row.record is None,
    )
