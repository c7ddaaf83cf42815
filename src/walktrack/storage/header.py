"""Looks at a diary's file without changing a byte of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from walktrack.domain.faults import DiaryError, Fault
from walktrack.storage.faults import UNREADABLE, classify

APPLICATION_ID = 0x57414C4B  # "WALK"

_MAGIC = b"SQLite format 3\0"
_SMALLEST = 512  # bytes in the least SQLite file; of less it would make a new one
_MARK_AT = slice(68, 72)


def check_header(path: Path, newest: int) -> None:
    """Raise DiaryError unless the file can be opened as a diary of version 1 to `newest`.

    NEWER, NOT_A_DIARY or DAMAGED; CANNOT_OPEN if it cannot be read. An empty file is damage: a
    new diary is made under another name and never seen without its tables.
    """
    if path.exists() and not path.is_file():
        raise DiaryError(Fault.CANNOT_OPEN, path)
    if path.stat().st_size < _SMALLEST:
        raise DiaryError(_unreadable(path), path)
    try:
        application, version = _numbers(path)
    except sqlite3.OperationalError:
        raise  # it could not be opened or read
    except UNREADABLE as error:
        raise DiaryError(_unreadable(path), path) from error
    if application != APPLICATION_ID:
        raise DiaryError(Fault.NOT_A_DIARY, path)
    if version > newest:
        raise DiaryError(Fault.NEWER, path)
    if version < 1:
        raise DiaryError(Fault.DAMAGED, path)


def is_held(path: Path) -> bool:
    """Say whether another program has the diary open; to be asked before this one opens it."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=0)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except UNREADABLE as error:
        return classify(error) is Fault.BUSY
    return False


def _numbers(path: Path) -> tuple[int, int]:
    # SQLite reads them itself: a file this process opened and closed on the side would take
    # away every lock the process has on it. Immutable: no lock, and no journal played back.
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        ((application,),) = connection.execute("PRAGMA application_id")
        ((version,),) = connection.execute("PRAGMA user_version")
    return application, version


def _unreadable(path: Path) -> Fault:
    """Tell a diary gone bad from something that never was one."""
    with path.open("rb") as file:
        start = file.read(100)
    marked = start[_MARK_AT] == APPLICATION_ID.to_bytes(4, "big")
    if start.startswith(_MAGIC) or marked or not any(start):
        return Fault.DAMAGED
    return Fault.NOT_A_DIARY
