"""Decisions are found by both claims of a pair, and stories are linked anew: what names no day has more keys."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Index the other claim of a pair; all stories wait to be linked."""
    op.create_index("ix_decisions_value", "decisions", ["value"])
    op.execute("DELETE FROM linked_stories")
