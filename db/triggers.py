"""The triggers that log every write to a table and refuse one outside a revision."""

from __future__ import annotations

from sqlite_utils import Database

_OPEN = "(SELECT revision_id FROM open_revision)"
_GUARD = "SELECT RAISE(ABORT, 'write outside a revision') WHERE NOT EXISTS (SELECT 1 FROM open_revision);"
OPERATIONS = ("insert", "update", "delete")


def drop_triggers(db: Database, table: str) -> None:
    """Take our triggers off a table, as must be done before a migration rebuilds it."""
    for operation in OPERATIONS:
        db.conn.execute(f"DROP TRIGGER IF EXISTS {table}_log_{operation}")


def install_triggers(db: Database, table: str) -> None:
    """Log each insert (its key), update (the changed columns) and delete (the whole row) of a table."""
    columns = [str(row[1]) for row in db.conn.execute(f"PRAGMA table_info({table})")]
    whole = "json_object(" + ", ".join(f"'{name}', OLD.{name}" for name in columns) + ")"

    def changed(row: str) -> str:
        """JSON of the columns whose value the update changed, taken from OLD or NEW."""
        pairs = " UNION ALL ".join(
            f"SELECT '{name}' AS k, {row}.{name} AS v WHERE OLD.{name} IS NOT NEW.{name}" for name in columns
        )
        return f"(SELECT json_group_object(k, v) FROM ({pairs}))"

    differs = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in columns)
    for operation, row, before, after, when in (
        ("insert", "NEW", "NULL", "NULL", ""),
        ("update", "OLD", changed("OLD"), changed("NEW"), f"WHEN {differs}"),
        ("delete", "OLD", whole, "NULL", ""),
    ):
        db.conn.execute(
            f"CREATE TRIGGER {table}_log_{operation} AFTER {operation.upper()} ON {table} {when} BEGIN {_GUARD} "
            "INSERT INTO changes (revision_id, table_name, row_id, row_uid, operation, before, after) "
            f"VALUES ({_OPEN}, '{table}', {row}.id, {row}.uid, '{operation}', {before}, {after}); END"
        )
