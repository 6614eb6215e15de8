"""Alembic's environment: always run by checker.store.migrate with an open connection."""

from alembic import context

from checker.store.tables import Base

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata, transaction_per_migration=False)
context.run_migrations()
