"""Files beside a diary in which another one is prepared before it takes its place."""

import shutil
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from walktrack.domain.faults import DiaryError
from walktrack.storage.faults import classify
from walktrack.storage.journal import journal_of

_PREFIX = ".walktrack-restore-"
_LEFT_BEHIND = (f"{_PREFIX}*", ".walktrack-look-*", "{}.*.new", "{}.*.new-journal", "damaged/.*")
_HOUR_MS = 3_600_000


def working_copy(diary: Path) -> Path:
    """Return a new name in the folder of a diary; there is no file of that name yet."""
    return diary.with_name(f"{_PREFIX}{uuid4().hex}.db")


def remove(copy: Path) -> None:
    """Take a working copy away, if it is there, with its journal."""
    copy.unlink(missing_ok=True)
    journal_of(copy).unlink(missing_ok=True)


def clear(diary: Path, now_ms: int) -> None:
    """Take away what was left by starts and restores that were broken off.

    For the owner of the diary. What is not an hour old may be another start's, just at work.
    """
    for pattern in _LEFT_BEHIND:
        for left in diary.parent.glob(pattern.format(diary.name)):
            with suppress(OSError):  # it is only in the way, and the next start tries again
                if abs(now_ms - left.stat().st_mtime * 1000) > _HOUR_MS:
                    shutil.rmtree(left) if left.is_dir() else left.unlink()


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
