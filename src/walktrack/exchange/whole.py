"""Puts a file or a folder of files in place as a whole, or leaves everything as it was."""

import errno
import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from walktrack.durable import sync_file, sync_folder

_PREFIX = ".walktrack-"


class Trouble(StrEnum):
    """Why nothing could be written."""

    FULL = "full"
    NOT_ALLOWED = "not allowed"
    NO_FOLDER = "no folder"
    TAKEN = "taken"
    BAD_NAME = "bad name"
    OTHER = "other"


class NotWrittenError(Exception):
    """The export failed; what was at `path` before is still there, and nothing else is."""

    def __init__(self, trouble: Trouble, path: Path) -> None:
        super().__init__(f"{trouble}: {path}")
        self.trouble = trouble
        self.path = path


_TROUBLES = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EFBIG: Trouble.FULL,
    errno.EACCES: Trouble.NOT_ALLOWED,
    errno.EPERM: Trouble.NOT_ALLOWED,
    errno.EROFS: Trouble.NOT_ALLOWED,
    errno.ENOENT: Trouble.NO_FOLDER,
    errno.ENOTDIR: Trouble.NO_FOLDER,
    errno.EISDIR: Trouble.TAKEN,
    errno.EEXIST: Trouble.TAKEN,
    errno.ENOTEMPTY: Trouble.TAKEN,
    errno.ENAMETOOLONG: Trouble.BAD_NAME,
    errno.EINVAL: Trouble.BAD_NAME,
}


def place(target: Path, name: str) -> Path:
    """Return where a file is to go: to `target`, or into it as `name` if that is a folder.

    NotWrittenError if something else than a file is in the way, or it cannot be seen.
    """
    with _troubles(target):
        path = target / name if target.is_dir() else target
        if path.exists() and not path.is_file():
            raise NotWrittenError(Trouble.TAKEN, path)
        return path


@contextmanager
def whole_file(target: Path) -> Generator[Path]:
    """Yield an empty file beside `target`; when the block ends well, it takes the target's place.

    Only the owner can read it. If the block fails the target stays as it was. NotWrittenError
    for trouble with the disk or the folder.
    """
    with _troubles(target):
        handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=".part", dir=target.parent)
        os.close(handle)
        part = Path(name)
        try:
            yield part
            sync_file(part)
            part.replace(target)
            sync_folder(target.parent)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def whole_folder(target: Path) -> Generator[Path]:
    """Yield an empty folder beside `target`; when the block ends well, it becomes the target.

    A folder that has anything in it is never replaced: NotWrittenError with TAKEN.
    """
    with _troubles(target):
        if target.exists() and not (target.is_dir() and not any(target.iterdir())):
            raise NotWrittenError(Trouble.TAKEN, target)
        part = Path(tempfile.mkdtemp(prefix=_PREFIX, suffix=".part", dir=target.parent))
        try:
            yield part
            for file in part.iterdir():
                sync_file(file)
            sync_folder(part)
            if target.exists():
                target.rmdir()
            part.rename(target)
            sync_folder(target.parent)
        finally:
            shutil.rmtree(part, ignore_errors=True)


@contextmanager
def _troubles(target: Path) -> Generator[None]:
    if "\0" in str(target):
        raise NotWrittenError(Trouble.BAD_NAME, target)
    try:
        yield
    except OSError as error:
        trouble = _TROUBLES.get(error.errno or 0, Trouble.OTHER)
        raise NotWrittenError(trouble, target) from error
