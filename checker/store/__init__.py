"""Results in a database: SQLite by default, PostgreSQL by URL. Rows are superseded, never overwritten."""

from checker.store.store import Store, database_url

__all__ = ["Store", "database_url"]
