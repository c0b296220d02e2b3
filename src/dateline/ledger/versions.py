"""The versions of the tables, and the way from one to the next."""

from pathlib import Path

from sqlalchemy import Connection, text

KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
CURRENT = KNOWN[-1]
VERSION_TABLE = "ledger_version"


def version_of(connection: Connection) -> str | None:
    """The version of the tables of a ledger, or None when there is no word about it."""
    if not connection.dialect.has_table(connection, VERSION_TABLE):
        return None
    version = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    return None if version is None else str(version)


def upgrade(connection: Connection) -> None:
    """Bring the tables to the current version inside the transaction of `connection`."""
    from alembic import command  # a third of a second, and hardly ever needed
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, CURRENT)
