"""The tables and indexes of a file, beside those that belong there."""

from contextlib import closing

from walktrack.storage import migrate
from walktrack.storage.database import Database, Row


def schema_of(db: Database) -> set[Row]:
    """Return all that is in the schema of an open file, with the words it was made by."""
    return set(db.rows("SELECT type, name, tbl_name, sql FROM sqlite_schema"))


def schema_made_here(version: int) -> set[Row]:
    """Return the schema of a diary of a version as this program makes it."""
    with closing(Database(None)) as ours:
        ours.connect()
        migrate.bring_up_to_date(ours, version)
        return schema_of(ours)
