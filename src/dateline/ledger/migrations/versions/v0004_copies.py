"""Copies: the fingerprints of stories, and which story is a copy or a version of which."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables, which can be filled anew from stories, and let all stories wait to be linked again."""
    op.create_table(
        "fingerprints",
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("published", sa.String(40), primary_key=True),
        sa.Column("brevity", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("story_id", sa.String(64), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "story_links",
        sa.Column("story_id", sa.String(64), sa.ForeignKey("stories.id"), primary_key=True),
        sa.Column("of_id", sa.String(64), index=True),
        sa.Column("kind", sa.String(8)),
        sa.Column("why", sa.Text),
        sa.Column("changed", sa.JSON),
    )
    op.execute(sa.text("DELETE FROM linked_stories"))
