"""Makes sure that what was written is on the disk, and not only on its way there."""

import errno
import os
from contextlib import suppress
from pathlib import Path

_CANNOT_BE_ASKED = {errno.EACCES, errno.EINVAL, errno.ENOTSUP}


def sync_file(path: Path) -> None:
    """Wait until the contents of a file are on the disk; OSError if they cannot be."""
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; OSError if they cannot be.

    Windows keeps names by itself and knows no such call; some file systems know none either, and
    a folder may be open for writing and not for reading.
    """
    if os.name != "posix":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _CANNOT_BE_ASKED:
            raise


def make_private_folder(folder: Path) -> None:
    """Make a folder only its owner can look into, where there is none, and be sure of its name."""
    if folder.exists():
        return
    make_private_folder(folder.parent)
    with suppress(FileExistsError):  # another start was quicker
        folder.mkdir()
        folder.chmod(0o700)
    sync_folder(folder.parent)
