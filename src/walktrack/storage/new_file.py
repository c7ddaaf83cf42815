"""Makes a new diary: under another name first, so that half of one is never seen."""

import os
from contextlib import suppress
from pathlib import Path

from walktrack.durable import make_private_folder, sync_folder
from walktrack.storage import migrate
from walktrack.storage.database import Database
from walktrack.storage.journal import journal_of


def make_diary(path: Path) -> None:
    """Make a new diary in a folder nobody else can look into.

    Whoever is first wins; a diary that is there by now is never written over.
    """
    make_private_folder(path.parent)
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


def _set_aside_lonely_journal(path: Path) -> None:
    """Keep the journal of a diary that is gone; SQLite would play it back into the new one."""
    journal = journal_of(path)
    with suppress(FileNotFoundError):  # there is none, or another start was quicker
        found = journal.stat().st_ino
        if path.exists():
            return
        number = 1
        while (kept := journal.with_name(f"{journal.name}.left-{number}")).exists():
            number += 1
        if journal.stat().st_ino == found:  # and not that of a diary begun this moment
            journal.rename(kept)


def _give_name(new: Path, path: Path) -> None:
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        new.rename(path)
