"""Keeps a diary that went wrong, byte for byte, before anything takes its place."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from walktrack.domain.backup import to_the_second
from walktrack.domain.moment import Moment
from walktrack.durable import make_private_folder, sync_folder
from walktrack.storage.journal import copy_with_journal, journal_of

_SECOND_MS = 1000
_TIME = "%Y-%m-%d-%H%M%S%z"


def damaged_folder(path: Path) -> Path:
    """Return where the damaged files of a diary are kept."""
    return path.parent / "damaged"


def keep_aside(path: Path, at: Moment) -> Path:
    """Copy a closed diary and its journal into a folder of their own; return that folder.

    OSError if there is no room for them.
    """
    folder = _free(damaged_folder(path), to_the_second(at))
    part = folder.with_name(
        f".{folder.name}.{os.getpid()}"
    )  # half of a copy is never taken for one
    make_private_folder(part)
    try:
        copy_with_journal(path, part / path.name)
        sync_folder(part)
        part.rename(folder)
        sync_folder(folder.parent)
    except BaseException:
        forget(part)
        raise
    return folder


def forget(kept: Path) -> None:
    """Take a kept copy away again, when it turned out that nothing was wrong."""
    shutil.rmtree(kept, ignore_errors=True)
    with suppress(OSError):  # others are kept there
        kept.parent.rmdir()


def take_place(new: Path, path: Path) -> None:
    """Put a new diary where the old one is; the journal goes first, so that it is not played back.

    `new` must be whole and on the disk. OSError if it cannot be.
    """
    journal_of(path).unlink(missing_ok=True)
    sync_folder(path.parent)
    new.replace(path)
    sync_folder(path.parent)


def _free(parent: Path, at: Moment) -> Path:
    folder = parent / at.local().strftime(_TIME)
    return _free(parent, at.plus(_SECOND_MS)) if folder.exists() else folder
