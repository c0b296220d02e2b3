"""The first tables: stories, claims with their parties, places and sources, and decisions."""

import sqlalchemy as sa
from alembic import op

from dateline.ledger.search import make_words_index

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "stories",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("text_id", sa.String(64), nullable=False, index=True),
        sa.Column("path_or_url", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("credit", sa.Text),
        sa.Column("headline", sa.Text),
        sa.Column("published", sa.String(40), index=True),
        sa.Column("language", sa.String(16)),
        sa.Column("story", sa.JSON, nullable=False),
        sa.Column("sentences", sa.JSON, nullable=False),
        sa.Column("attributions", sa.JSON, nullable=False),
        sa.Column("issues", sa.JSON, nullable=False),
        sa.Column("coder", sa.JSON, nullable=False),
        sa.Column("added_at", sa.String(32), nullable=False, index=True),
    )
    op.create_table(
        "claims",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("story_id", sa.String(64), sa.ForeignKey("stories.id"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("plover", sa.String(16), nullable=False),
        sa.Column("mode", sa.String(64)),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("trigger", sa.Text, nullable=False),
        sa.Column("earliest", sa.String(10)),
        sa.Column("latest", sa.String(10)),
        sa.Column("record", sa.JSON, nullable=False),
        sa.Column("added_at", sa.String(32), nullable=False, index=True),
    )
    op.create_index("ix_claims_story", "claims", ["story_id", "ordinal"])
    op.create_index("ix_claims_type", "claims", ["plover", "mode"])
    op.create_index("ix_claims_days", "claims", ["earliest", "latest"])
    op.create_index("ix_claims_status", "claims", ["status"])
    _make_tables_of_claims()
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
    )
    op.create_index("ix_decisions_subject", "decisions", ["subject", "id"])
    make_words_index(op.get_bind())


def _make_tables_of_claims() -> None:
    op.create_table(
        "claim_parties",
        sa.Column("claim_id", sa.String(64), sa.ForeignKey("claims.id"), primary_key=True),
        sa.Column("role", sa.String(8), primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("country", sa.String(3)),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("party_id", sa.Text),
    )
    op.create_index("ix_claim_parties_country", "claim_parties", ["country", "claim_id"])
    op.create_table(
        "claim_places",
        sa.Column("claim_id", sa.String(64), sa.ForeignKey("claims.id"), primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("country", sa.String(3)),
        sa.Column("admin1", sa.Text),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("precision", sa.String(16), nullable=False),
    )
    op.create_index("ix_claim_places_country", "claim_places", ["country", "claim_id"])
    op.create_table(
        "claim_sources",
        sa.Column("claim_id", sa.String(64), sa.ForeignKey("claims.id"), primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
    )
