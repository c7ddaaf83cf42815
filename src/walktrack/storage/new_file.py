"""Makes a new diary: under another name first, so that half of one is never seen."""

import os
from contextlib import suppress
from pathlib import Path

from walktrack.durable import sync_folder
from walktrack.storage import migrate
from walktrack.storage.database import Database
from walktrack.storage.journal import journal_of


def make_diary(path: Path) -> None:
    """Make a new diary in a folder nobody else can look into.

    Whoever is first wins; a diary that is there by now is never written over.
    """
    make_folder(path.parent)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        db = Database(new)
        try:
            db.connect()
            migrate.bring_up_to_date(db)
        finally:
            db.close()
        _set_aside_lonely_journal(path)
        with suppress(FileExistsError):
            _give_name(new, path)
        sync_folder(path.parent)
    finally:
        new.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder only its owner can look into, where there is none, and be sure of its name."""
    if folder.exists():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):  # another start was quicker
        folder.mkdir()
        folder.chmod(0o700)
    sync_folder(folder.parent)


def _set_aside_lonely_journal(path: Path) -> None:
    """Keep the journal of a diary that is gone; SQLite would play it back into the new one."""
    journal = journal_of(path)
    if journal.exists() and not path.exists():  # in this order: another start may just have begun
        number = 1
        while (kept := journal.with_name(f"{journal.name}.left-{number}")).exists():
            number += 1
        journal.rename(kept)


def _give_name(new: Path, path: Path) -> None:
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        new.rename(path)
