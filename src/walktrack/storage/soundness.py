"""Looks for what SQLite's own check does not see: a wrong letter, a time out of this world.

One bit that fell is enough for either, and the program could not show such a record.
"""

from walktrack.storage import migrate
from walktrack.storage.database import Database
from walktrack.storage.schema import schema_made_here, schema_of
from walktrack.storage.values import (
    CHOICES,
    EARLIEST_DAY,
    EARLIEST_MS,
    LARGEST_OFFSET,
    LATEST_DAY,
    LATEST_MS,
)

_TABLES = (
    "person",
    "walk",
    "walk_event",
    "pain_rating",
    "posture_check",
    "day_mark",
    "interference",
    "sign_check",
    "edit",
    "plan",
    "plan_step",
    "reminder",
)


def is_sound(db: Database) -> bool:
    """Say whether every page, link, table and value of the open diary can be used."""
    return (
        db.rows("PRAGMA integrity_check(1)") == [("ok",)]
        and not db.rows("PRAGMA foreign_key_check")
        and schema_made_here(migrate.version_of(db)) <= schema_of(db)
        and not any(_holds_strange_values(db, table) for table in _TABLES)
    )


def _holds_strange_values(db: Database, table: str) -> bool:
    signs = [
        f"{column} NOT IN ({', '.join(repr(str(word)) for word in words)})"
        for column, words in CHOICES.get(table, {}).items()
    ]
    for (column,) in db.rows("SELECT name FROM pragma_table_info(?)", table):
        if column.endswith("_at"):
            signs.append(f"{column} NOT BETWEEN {EARLIEST_MS} AND {LATEST_MS}")
        elif column.endswith("day"):
            signs.append(f"{column} NOT BETWEEN {EARLIEST_DAY} AND {LATEST_DAY}")
        elif column.endswith("_offset"):
            signs.append(f"{column} NOT BETWEEN {-LARGEST_OFFSET} AND {LARGEST_OFFSET}")
    found = f"SELECT 1 FROM {table} WHERE {' OR '.join(signs)} LIMIT 1"  # noqa: S608 - names of ours
    return bool(signs and db.rows(found))
