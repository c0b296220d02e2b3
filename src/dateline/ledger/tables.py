"""The tables of the ledger, as SQLAlchemy Core sees them. The migrations make them; a test holds the two together.

Rows are only ever inserted, but for three kinds. Those of parties, places and sources of a claim, and its days, repeat
what holds of it, and change when a person corrects it. Those of events, from `linked_stories` on, are a cache: they can
be filled anew from the rest, all but the ids that events had and their history. When a story is coded anew, its row and
those of its claims give way to new ones, and `story_versions` keeps what they held. `number` is the order of adding. A
record column holds the public JSON as it was coded; the other columns of a row repeat what filters and lists ask for.
Instants are UTC, ISO 8601, of one width, so that they sort as text; days are ISO dates. A fingerprint lists its stories
in the order of `linking.report.Order`; a story that was compared and hangs on no other has a link of which only the
story is filled.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

stories = Table(
    "stories",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("text_id", String(64), nullable=False, index=True),
    Column("path_or_url", Text, nullable=False),
    Column("outlet", Text),
    Column("credit", Text),
    Column("headline", Text),
    Column("published", String(40), index=True),
    Column("language", String(16)),
    Column("story", JSON, nullable=False),
    Column("sentences", JSON, nullable=False),
    Column("attributions", JSON, nullable=False),
    Column("issues", JSON, nullable=False),
    Column("coder", JSON, nullable=False),
    Column("added_at", String(32), nullable=False, index=True),
)

claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("story_id", String(64), ForeignKey("stories.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("plover", String(16), nullable=False),
    Column("mode", String(64)),
    Column("status", String(16), nullable=False),
    Column("trigger", Text, nullable=False),
    Column("earliest", String(10)),
    Column("latest", String(10)),
    Column("record", JSON, nullable=False),
    Column("added_at", String(32), nullable=False, index=True),
    Index("ix_claims_story", "story_id", "ordinal"),
    Index("ix_claims_type", "plover", "mode"),
    Index("ix_claims_days", "earliest", "latest"),
    Index("ix_claims_status", "status"),
)

claim_parties = Table(
    "claim_parties",
    metadata,
    Column("claim_id", String(64), ForeignKey("claims.id"), primary_key=True),
    Column("role", String(8), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("country", String(3)),
    Column("kind", String(32), nullable=False),
    Column("party_id", Text),
    Index("ix_claim_parties_country", "country", "claim_id"),
)

claim_places = Table(
    "claim_places",
    metadata,
    Column("claim_id", String(64), ForeignKey("claims.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("role", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("country", String(3)),
    Column("admin1", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", String(16), nullable=False),
    Index("ix_claim_places_country", "country", "claim_id"),
)

claim_sources = Table(
    "claim_sources",
    metadata,
    Column("claim_id", String(64), ForeignKey("claims.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("name", Text),
    Column("folded", Text, nullable=False),
    Column("kind", String(32), nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("by", Text, nullable=False),
    Column("field", Text),
    Column("value", Text),
    Column("reason", Text),
    Index("ix_decisions_subject", "subject", "id"),
    Index("ix_decisions_value", "value"),
)

linked_stories = Table(
    "linked_stories",
    metadata,
    Column("story_id", String(64), ForeignKey("stories.id"), primary_key=True),
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("published", String(40), primary_key=True),
    Column("brevity", Integer, primary_key=True, autoincrement=False),
    Column("story_id", String(64), primary_key=True),
    sqlite_with_rowid=False,
)

story_links = Table(
    "story_links",
    metadata,
    Column("story_id", String(64), ForeignKey("stories.id"), primary_key=True),
    Column("of_id", String(64), index=True),
    Column("kind", String(8)),
    Column("why", Text),
    Column("changed", JSON),
)

profiles = Table(
    "profiles",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("story_id", String(64), ForeignKey("stories.id"), nullable=False, index=True),
    Column("record", JSON, nullable=False),
)

profile_claims = Table(
    "profile_claims",
    metadata,
    Column("claim_id", String(64), ForeignKey("claims.id"), primary_key=True),
    Column("profile_id", String(64), nullable=False, index=True),
)

profile_keys = Table(
    "profile_keys",
    metadata,
    Column("key", String(80), primary_key=True),
    Column("profile_id", String(64), primary_key=True, index=True),
)

joined = Table(
    "joined",
    metadata,
    Column("one", String(64), primary_key=True),
    Column("other", String(64), primary_key=True, index=True),
    Column("is_part", Boolean, nullable=False),
    Column("points", Float, nullable=False),
    Column("why", Text, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("status", String(16), nullable=False, index=True),
    Column("is_contested", Boolean, nullable=False),
    Column("summary", JSON, nullable=False),
    Column("changed_at", String(32), nullable=False, index=True),
)

event_claims = Table(
    "event_claims",
    metadata,
    Column("claim_id", String(64), ForeignKey("claims.id"), primary_key=True),
    Column("event_id", String(64), nullable=False, index=True),
)

event_aliases = Table(
    "event_aliases",
    metadata,
    Column("alias", String(64), primary_key=True),
    Column("event_id", String(64), nullable=False, index=True),
)

event_history = Table(
    "event_history",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("event_id", String(64), nullable=False, index=True),
    Column("at", String(32), nullable=False),
    Column("what", Text, nullable=False),
    Column("because", Text, nullable=False),
)

story_versions = Table(
    "story_versions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("story_id", String(64), ForeignKey("stories.id"), nullable=False, index=True),
    Column("record", JSON, nullable=False),
    Column("replaced_at", String(32), nullable=False),
)
