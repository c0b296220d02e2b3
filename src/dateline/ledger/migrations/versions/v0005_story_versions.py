"""Versions: what a story was coded as before it was coded anew."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table; a row is a whole coded story but for its text."""
    op.create_table(
        "story_versions",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("story_id", sa.String(64), sa.ForeignKey("stories.id"), nullable=False, index=True),
        sa.Column("record", sa.JSON, nullable=False),
        sa.Column("replaced_at", sa.String(32), nullable=False),
    )
