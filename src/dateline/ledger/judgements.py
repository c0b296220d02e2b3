"""What people decided about pairs of claims, appended: the last decision about a pair stands."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, or_, select

from dateline.ledger.batches import batches
from dateline.ledger.folding import storable
from dateline.ledger.instants import instant
from dateline.ledger.tables import decisions
from dateline.model.judgement import VERDICTS, Judgement

PAIR = "pair"  # the field of such a decision, so that it is no removal and no correction
REOPEN = "reopen"  # the kind of a row that leaves a pair as if nobody had looked at it
Pair = tuple[str, str]


def judge(connection: Connection, judgement: Judgement, reason: str | None, by: str) -> bool:
    """Append a judgement. Returns False, and appends nothing, when it stands already."""
    return _append(connection, judgement.one, judgement.other, judgement.verdict, reason, by)


def reopen(connection: Connection, one: str, other: str, reason: str | None, by: str) -> bool:
    """Append that nothing is said of a pair any more. Returns False when nothing was."""
    return _append(connection, one, other, REOPEN, reason, by)


def last_words(connection: Connection, claims: Sequence[str]) -> dict[Pair, str]:
    """The last verdict about each pair of which one is among the claims, "unsure" too."""
    found: dict[Pair, tuple[int, str]] = {}
    for batch in batches(claims):
        is_about = or_(decisions.c.subject.in_(batch), decisions.c.value.in_(batch))
        query = select(decisions).where(decisions.c.field == PAIR, decisions.c.kind.in_((*VERDICTS, REOPEN)), is_about)
        for row in connection.execute(query):
            pair = (row.subject, row.value)
            found[pair] = max(found.get(pair, (0, "")), (row.id, row.kind))
    return {pair: verdict for pair, (_, verdict) in sorted(found.items()) if verdict != REOPEN}


def judgements_about(connection: Connection, claims: Sequence[str]) -> dict[Pair, str]:
    """The judgements that stand about pairs of which one is among the claims; "unsure" decides nothing."""
    return {pair: verdict for pair, verdict in last_words(connection, claims).items() if verdict != "unsure"}


def _append(connection: Connection, one: str, other: str, kind: str, reason: str | None, by: str) -> bool:
    one, other = sorted((one, other))
    if last_words(connection, [one]).get((one, other), REOPEN) == kind:
        return False
    row = {"kind": kind, "subject": one, "value": other, "field": PAIR}
    connection.execute(insert(decisions).values(at=instant(), by=storable(by), reason=storable(reason), **row))
    return True
