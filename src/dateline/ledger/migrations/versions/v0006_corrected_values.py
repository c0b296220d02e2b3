"""Decisions about parties, places and figures: a field names the words they stand on, a value is a whole record."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Let both be of any length."""
    with op.batch_alter_table("decisions") as table:
        for column in ("field", "value"):
            table.alter_column(column, existing_type=sa.String(16), type_=sa.Text)
