"""The recorded program: the first start of a newer WalkTrack, which changes the diary.

Its argument is a folder with a diary in it. The steps to come are made up: one builds a table anew
under its links, the other adds one.
"""

import sys
from pathlib import Path

from tests.clocks import HandClock

from walktrack import paths
from walktrack.services.opening import open_diary
from walktrack.storage import migrate

OLD = migrate.NEWEST
TO_COME = (
    (
        "CREATE TABLE fresh (id TEXT PRIMARY KEY, name TEXT NOT NULL, pet TEXT,"
        " entered_at INTEGER, edited_at INTEGER, deleted_at INTEGER) STRICT",
        "INSERT INTO fresh SELECT id, name, 'cat', entered_at, edited_at, deleted_at FROM person",
        "DROP TABLE person",
        "ALTER TABLE fresh RENAME TO person",
    ),
    ("CREATE TABLE more (x INTEGER) STRICT", "INSERT INTO more SELECT walked_ms FROM walk"),
)


def be_newer():
    """Have this process know the steps to come."""
    migrate.STEPS = (*migrate.STEPS[:OLD], *TO_COME)
    migrate.NEWEST = len(migrate.STEPS)


def main(root: str) -> None:
    be_newer()
    diary = open_diary(Path(root) / paths.DIARY, HandClock())
    print("ack", flush=True)
    diary.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
