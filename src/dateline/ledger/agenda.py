"""What nobody has decided yet: claims that the coder is not sure of."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from dateline.ledger.batches import batches
from dateline.ledger.corrections import is_decided
from dateline.ledger.decisions import is_removed
from dateline.ledger.tables import claims, event_claims


def doubtful_claims(
    connection: Connection, event_ids: Sequence[str], below: float, limit: int | None = None
) -> list[tuple[str, str, float]]:
    """The claims of some events with less confidence, the least first, that nobody has decided about; `limit` of them.

    Each with its event and its confidence.
    """
    confidence = claims.c.record["confidence"].as_float()
    found: list[tuple[str, str, float]] = []
    for batch in batches(event_ids):
        query = select(claims.c.id, event_claims.c.event_id, confidence.label("confidence"))
        query = query.join(event_claims, event_claims.c.claim_id == claims.c.id)
        is_open = (~is_removed(claims.c.id), ~is_decided(claims.c.id))
        query = query.where(event_claims.c.event_id.in_(batch), confidence < below, *is_open)
        query = query.order_by(confidence, claims.c.id).limit(limit)
        found += [(row.id, row.event_id, row.confidence) for row in connection.execute(query)]
    return sorted(found, key=lambda one: (one[2], one[0]))[:limit]
