"""Open a database at the schema this version knows; refuse one that is not ours or is newer."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from checker.errors import StoreError

HEAD = "0003"
MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine, shown: str) -> None:
    """Create or upgrade the schema; StoreError when the database is someone else's or of a later release.

    `shown` is how to name the database to people (without a password).
    """
    with engine.begin() as connection:
        found = _revision(connection, shown)
        if found == HEAD:
            return
        _upgrade(connection, shown)


def _revision(connection: Connection, shown: str) -> str | None:
    names = set(inspect(connection).get_table_names())
    if "alembic_version" not in names:
        if names:
            raise StoreError(
                f"{shown}: holds tables that are not Caiheng's ({', '.join(sorted(names)[:3])} …); "
                "give a new file or an empty database"
            )
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return str(row[0]) if row else None


def _upgrade(connection: Connection, shown: str) -> None:
    from alembic import command  # slow to import and needed once a database
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(f"{shown}: is of a schema this version does not know ({error}); update Caiheng") from error
