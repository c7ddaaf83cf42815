"""Takes the indexes away while records are put in, and makes them again when none is double."""

import sqlite3
from dataclasses import dataclass

from walktrack.storage.database import Database
from walktrack.storage.salvage.open_walks import END_IT


@dataclass(frozen=True, slots=True)
class _Once:
    """What there may be one of: for each `of` among the records `where`, or else the change."""

    table: str
    of: str
    where: str
    change: str
    first: str = "coalesce(edited_at, entered_at) DESC"


_ONCE = (
    _Once("walk", "person_id", "state <> 'done'", END_IT, "start_at DESC"),
    _Once(
        "pain_rating",
        "walk_id, moment",
        "walk_id IS NOT NULL AND moment IN ('before', 'after')",
        "UPDATE pain_rating SET moment = 'other'",
    ),
    _Once(
        "pain_rating",
        "person_id, day, moment",
        "moment IN ('next_morning', 'day_average')",
        "UPDATE pain_rating SET moment = 'other'",
    ),
    _Once("posture_check", "walk_id, item", "walk_id IS NOT NULL", "DELETE FROM posture_check"),
    _Once("posture_check", "person_id, item", "walk_id IS NULL", "DELETE FROM posture_check"),
    _Once("interference", "person_id, day", "TRUE", "DELETE FROM interference"),
)


def drop_indexes(db: Database) -> list[tuple[str, str]]:
    """Take away the indexes; return the table of each and how it is made."""
    indexes = db.rows(
        "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
    )
    for name, _, _ in indexes:
        db.execute_sql(f"DROP INDEX {name}")
    return [(table, sql) for _, table, sql in indexes]


def make_indexes(db: Database, indexes: list[tuple[str, str]]) -> None:
    """Make the indexes again; where there can be only one, the last said or begun stays so."""
    for once in _ONCE:
        db.execute_sql(f"""{once.change} WHERE id IN (
            SELECT id FROM (
                SELECT id, row_number() OVER (PARTITION BY {once.of} ORDER BY {once.first}) AS place
                FROM {once.table} WHERE deleted_at IS NULL AND {once.where})
            WHERE place > 1)""")  # noqa: S608 - constants
    for table, sql in indexes:
        try:
            db.execute_sql(sql)
        except sqlite3.IntegrityError:
            _make_by_force(db, table, sql)


def _make_by_force(db: Database, table: str, sql: str) -> None:
    """Make a unique index nothing above knows of, and keep the first of what it holds double."""
    db.execute_sql(f"CREATE TEMP TABLE double AS SELECT * FROM main.{table}")  # noqa: S608
    db.execute_sql(f"DELETE FROM {table}")  # noqa: S608
    db.execute_sql(sql)
    db.execute_sql(f"INSERT OR IGNORE INTO {table} SELECT * FROM temp.double")  # noqa: S608
    db.execute_sql("DROP TABLE temp.double")
