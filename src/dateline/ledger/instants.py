"""Instants as the ledger writes them: UTC, one width, so that they sort as text."""

from datetime import UTC, datetime


def instant(moment: datetime | None = None) -> str:
    """A moment (now, when there is none) as "2026-11-05T09:30:00.000000Z". A moment without a zone is local time."""
    return (moment or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
