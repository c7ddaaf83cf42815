"""Tells what is wrong with the file from whatever SQLite or the system raised."""

import errno
import os
import sqlite3
from pathlib import Path

from walktrack.domain.faults import DiaryError, Fault

# Python makes its message of what SQLite quotes from the file, and that may be no text any more.
UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)

_OF_RESULT = {
    sqlite3.SQLITE_FULL: Fault.FULL,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Fault.CANNOT_OPEN,
    sqlite3.SQLITE_PERM: Fault.CANNOT_OPEN,
    sqlite3.SQLITE_AUTH: Fault.CANNOT_OPEN,
    sqlite3.SQLITE_IOERR: Fault.CANNOT_OPEN,
    sqlite3.SQLITE_NOTADB: Fault.NOT_A_DIARY,
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGED,
    sqlite3.SQLITE_BUSY: Fault.BUSY,
    sqlite3.SQLITE_LOCKED: Fault.BUSY,
    sqlite3.SQLITE_PROTOCOL: Fault.BUSY,
}
# SQLite knows "no space left"; a quota or a limit on file size reaches it as a failed write.
_OF_EXTENDED_RESULT = {
    sqlite3.SQLITE_IOERR_WRITE: Fault.FULL,
    sqlite3.SQLITE_IOERR_READ: Fault.DAMAGED,
    sqlite3.SQLITE_IOERR_SHORT_READ: Fault.DAMAGED,
}
_OF_ERRNO = {
    errno.ENOSPC: Fault.FULL,
    errno.EDQUOT: Fault.FULL,
    errno.EFBIG: Fault.FULL,
    errno.EROFS: Fault.READ_ONLY,
}


def is_no_text(error: BaseException) -> bool:
    """Say whether a text in the file could not be read because it is none: one of its bits fell."""
    return isinstance(error, sqlite3.OperationalError) and "decode to UTF-8" in str(error)


def classify(error: BaseException) -> Fault:
    """Return what an exception means for the person; OURS if it is no trouble with the file.

    The first known cause in the chain of `__cause__` and `__context__` counts: "cannot rollback"
    may be all that is left on top of a full disk.
    """
    waiting: list[BaseException | None] = [error]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop(0)
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        if (fault := _fault_of(one)) is not Fault.OURS:
            return fault
        waiting += [one.__cause__, one.__context__]
    return Fault.OURS


def why_not_written(path: Path) -> Fault:
    """Return why a write failed of which SQLite says no more: the place of the file is looked at.

    A disk that has turned read-only, or is gone, fails a write much as a full one does.
    """
    if not path.exists():
        return Fault.CANNOT_OPEN
    return Fault.FULL if os.access(path, os.W_OK) else Fault.READ_ONLY


def _fault_of(error: BaseException) -> Fault:
    if isinstance(error, DiaryError):
        return error.fault
    if isinstance(error, UnicodeDecodeError) or is_no_text(error):
        return Fault.DAMAGED
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        return _OF_EXTENDED_RESULT.get(code) or _OF_RESULT.get(code & 0xFF, Fault.OURS)
    if isinstance(error, OSError):
        return _OF_ERRNO.get(error.errno or 0, Fault.CANNOT_OPEN)
    return Fault.OURS
