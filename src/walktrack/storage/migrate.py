"""Brings a diary's file to the newest version, one step at a time, each wholly or not at all."""

import sqlite3
from collections.abc import Sequence

from walktrack.domain.faults import DiaryError, Fault
from walktrack.storage.database import Database
from walktrack.storage.header import APPLICATION_ID
from walktrack.storage.migrations import (
    m0001_first,
    m0002_records,
    m0003_plan,
    m0004_warning_signs,
    m0005_interference,
    m0006_reminders,
)

# The statements of each step, to be run in order.
STEPS: tuple[Sequence[str], ...] = (
    m0001_first.STATEMENTS,
    m0002_records.STATEMENTS,
    m0003_plan.STATEMENTS,
    m0004_warning_signs.STATEMENTS,
    m0005_interference.STATEMENTS,
    m0006_reminders.STATEMENTS,
)
NEWEST = len(STEPS)


def version_of(db: Database) -> int:
    """Return the version of the open file; 0 if it is new."""
    ((version,),) = db.rows("PRAGMA user_version")
    return version


def bring_up_to_date(db: Database, newest: int | None = None) -> None:
    """Take all steps the open file has not had, up to a version or to the newest.

    DiaryError DAMAGED if the file is not what its version says, as after a torn write.
    """
    until = NEWEST if newest is None else newest
    for number in range(version_of(db) + 1, until + 1):
        try:
            apply(db, STEPS[number - 1], number)
        except sqlite3.OperationalError as error:
            raise DiaryError(Fault.DAMAGED, db.path) from error


def apply(db: Database, statements: Sequence[str], version: int) -> None:
    """Run one step; DiaryError OURS, and nothing changed, if it loses rows or breaks links.

    Links between tables are checked at the end and not enforced on the way, so that a step may
    build a table anew.
    """
    db.execute_sql("PRAGMA foreign_keys = 0")
    try:
        with db.guard(), db.atomic("EXCLUSIVE"):
            before = _rows_by_table(db)
            for statement in statements:
                db.execute_sql(statement)
            after = _rows_by_table(db)
            lost = any(after.get(table, count) != count for table, count in before.items())
            if lost or db.rows("PRAGMA foreign_key_check"):
                raise DiaryError(Fault.OURS, db.path)
            db.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute_sql(f"PRAGMA user_version = {version}")
    finally:
        db.execute_sql("PRAGMA foreign_keys = 1")


def _rows_by_table(db: Database) -> dict[str, int]:
    names = db.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    counting = 'SELECT count(*) FROM "{}"'
    return {name: db.rows(counting.format(name))[0][0] for (name,) in names}
