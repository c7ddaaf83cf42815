"""Copies a whole diary from the open connection to a file, and from a file back into it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from walktrack.domain.faults import DiaryError, Fault
from walktrack.durable import sync_file
from walktrack.storage.database import MARK, Database
from walktrack.storage.faults import UNREADABLE

_PAGES_A_STEP = 256  # 1 MiB: the window gets the connection back after a millisecond or two
_PAUSE_S = 0.005


def take(db: Database, target: Path) -> None:
    """Write the diary as it is into a new file, and check that file; safe to run in a thread.

    What is committed meanwhile through the same connection goes into the copy as well. DiaryError
    for trouble with either file; OSError for trouble in making `target`.
    """
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with db.guard(), closing(sqlite3.connect(target, isolation_level=None)) as copy:
        # No journal of its own: the file gets its real name only when it is whole.
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        db.connection().backup(copy, pages=_PAGES_A_STEP, sleep=_PAUSE_S)
    check_copy(target)
    sync_file(target)


def load(db: Database, source: Path) -> None:
    """Put the records of a file in place of the open ones, in one transaction: all or nothing.

    The file must be a sound diary of the newest version; it gets the settings of the open one,
    which stay as they are. DiaryError if the change is not kept.
    """
    mark = uuid4().hex
    with db.guard():
        settings = dict(db.rows("SELECT name, value FROM setting")) | {MARK: mark}
        with closing(sqlite3.connect(source)) as theirs, theirs:
            theirs.execute("DELETE FROM setting")
            theirs.executemany("INSERT INTO setting VALUES (?, ?)", settings.items())
        db.be_in_place()
        try:
            with closing(_read_only(source)) as whole:
                whole.backup(db.connection())
        except sqlite3.Error:
            if db.stored_mark() != mark:
                raise
        finally:
            db.written += 1
        db.settle()


def check_copy(path: Path) -> None:
    """Read the whole of a closed diary; DiaryError DAMAGED unless every page and link is sound."""
    try:
        with closing(_read_only(path)) as copy:
            sound = copy.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
            if sound and not copy.execute("PRAGMA foreign_key_check").fetchall():
                return
    except UNREADABLE as error:
        raise DiaryError(Fault.DAMAGED, path) from error
    raise DiaryError(Fault.DAMAGED, path)


def _read_only(path: Path) -> sqlite3.Connection:
    """Open a file nobody writes to; nothing in it is run, and nothing is written beside it."""
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = 0")
    connection.execute("PRAGMA cell_size_check = 1")
    return connection
