"""Events: what linking keeps of claims, which of them hang together, and the events they make."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables; all of them can be filled anew from stories, claims and decisions."""
    op.create_table(
        "linked_stories",
        sa.Column("story_id", sa.String(64), sa.ForeignKey("stories.id"), primary_key=True),
    )
    op.create_table(
        "profiles",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("story_id", sa.String(64), sa.ForeignKey("stories.id"), nullable=False, index=True),
        sa.Column("record", sa.JSON, nullable=False),
    )
    op.create_table(
        "profile_claims",
        sa.Column("claim_id", sa.String(64), sa.ForeignKey("claims.id"), primary_key=True),
        sa.Column("profile_id", sa.String(64), nullable=False, index=True),
    )
    op.create_table(
        "profile_keys",
        sa.Column("key", sa.String(80), primary_key=True),
        sa.Column("profile_id", sa.String(64), primary_key=True, index=True),
    )
    op.create_table(
        "joined",
        sa.Column("one", sa.String(64), primary_key=True),
        sa.Column("other", sa.String(64), primary_key=True, index=True),
        sa.Column("is_part", sa.Boolean, nullable=False),
        sa.Column("points", sa.Float, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
    )
    op.create_table(
        "events",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("status", sa.String(16), nullable=False, index=True),
        sa.Column("is_contested", sa.Boolean, nullable=False),
        sa.Column("summary", sa.JSON, nullable=False),
        sa.Column("changed_at", sa.String(32), nullable=False, index=True),
    )
    op.create_table(
        "event_claims",
        sa.Column("claim_id", sa.String(64), sa.ForeignKey("claims.id"), primary_key=True),
        sa.Column("event_id", sa.String(64), nullable=False, index=True),
    )
    op.create_table(
        "event_aliases",
        sa.Column("alias", sa.String(64), primary_key=True),
        sa.Column("event_id", sa.String(64), nullable=False, index=True),
    )
    op.create_table(
        "event_history",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("event_id", sa.String(64), nullable=False, index=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("because", sa.Text, nullable=False),
    )
