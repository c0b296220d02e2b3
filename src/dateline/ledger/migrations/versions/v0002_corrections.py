"""Decisions about a field of a claim: the field, its new value, and the reason."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns; decisions about a whole story or claim leave them empty."""
    op.add_column("decisions", sa.Column("field", sa.String(16)))
    op.add_column("decisions", sa.Column("value", sa.String(16)))
    op.add_column("decisions", sa.Column("reason", sa.Text))
