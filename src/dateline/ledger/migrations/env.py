"""Alembic's way in: run the migrations on the connection that `ledger.versions.upgrade` hands over."""

from alembic import context

from dateline.ledger.tables import metadata
from dateline.ledger.versions import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
