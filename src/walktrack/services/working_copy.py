"""Files beside a diary in which another one is prepared before it takes its place."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from walktrack.domain.faults import DiaryError
from walktrack.storage.faults import classify
from walktrack.storage.journal import journal_of

_PREFIX = ".walktrack-restore-"


def working_copy(diary: Path) -> Path:
    """Return a new name in the folder of a diary; there is no file of that name yet."""
    return diary.with_name(f"{_PREFIX}{uuid4().hex}.db")


def remove(copy: Path) -> None:
    """Take a working copy away, if it is there, with its journal."""
    copy.unlink(missing_ok=True)
    journal_of(copy).unlink(missing_ok=True)


def clear(diary: Path) -> None:
    """Take away what was left by a restore that was broken off; for the owner of the diary."""
    for left in diary.parent.glob(f"{_PREFIX}*"):
        left.unlink(missing_ok=True)


@contextmanager
def working_on(diary: Path) -> Generator[Path]:
    """Yield the name of a working copy and take away afterwards what has not been put in place.

    Trouble with the disk becomes a DiaryError.
    """
    copy = working_copy(diary)
    try:
        yield copy
    except OSError as error:
        raise DiaryError(classify(error), diary) from error
    finally:
        remove(copy)
