"""The journal a crash leaves beside a diary: SQLite plays it back at the next opening."""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from walktrack.domain.faults import DiaryError
from walktrack.durable import sync_file
from walktrack.storage.faults import UNREADABLE
from walktrack.storage.header import check_header

_HEAD = 8  # bytes SQLite knows a journal by; zero when the change was committed


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps the journal of a database."""
    return path.with_name(f"{path.name}-journal")


def has_journal(path: Path) -> bool:
    """Say whether a change was broken off that SQLite will take back; OSError if it cannot be seen.

    The one connection empties the head of its journal at each commit and leaves the file there.
    """
    journal = journal_of(path)
    if not journal.is_file():
        return False
    with journal.open("rb") as file:
        return any(file.read(_HEAD))


def copy_with_journal(path: Path, target: Path) -> None:
    """Copy a closed diary as it lies there, and its journal if there is one, onto the disk."""
    for source, copy in ((path, target), (journal_of(path), journal_of(target))):
        if source.is_file():
            shutil.copyfile(source, copy)
            copy.chmod(0o600)
            sync_file(copy)


def recovers(path: Path, newest: int) -> bool:
    """Say whether a file that is no diary as it lies there becomes one by its journal.

    A power cut may leave half of the first page written. Tried on a copy.
    """
    if not has_journal(path):
        return False
    with tempfile.TemporaryDirectory(prefix=".walktrack-look-", dir=path.parent) as folder:
        copy = Path(folder) / path.name
        copy_with_journal(path, copy)
        try:
            with closing(sqlite3.connect(copy)) as connection:
                connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
            check_header(copy, newest)
        except (*UNREADABLE, DiaryError):
            return False
    return True
