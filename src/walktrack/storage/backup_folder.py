"""A folder of backups: puts one in as a whole or not at all, and thins out the old ones."""

import hashlib
import os
import shutil
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from walktrack.domain.backup import (
    Backup,
    BackupError,
    Reason,
    backup_at,
    file_name,
    kept,
    to_the_second,
)
from walktrack.domain.faults import DiaryError
from walktrack.domain.moment import Moment
from walktrack.durable import make_private_folder, sync_file, sync_folder
from walktrack.storage.faults import classify
from walktrack.storage.snapshot import check_copy

_SECOND_MS = 1000
_SUM_ENDING = ".sha256"


class BackupFolder:
    """Holds backups as files of their own, each with its SHA-256 beside it.

    The folder is made when the first one is put in. BackupError for trouble with it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> list[Backup]:
        """Return what backups there are, newest first; none if the folder is not there."""
        with self._guard():
            names = list(self.folder.iterdir()) if self.folder.is_dir() else []
            found = [backup for path in names if (backup := backup_at(path)) and path.is_file()]
        return sorted(found, key=lambda backup: backup.made.ms, reverse=True)

    def put(self, write: Callable[[Path], None], made: Moment, reason: Reason) -> Backup:
        """Let `write` make a file, and have it as a backup once it is whole and on the disk."""
        made = to_the_second(made)
        taken = {backup.made.ms for backup in self.all()}
        while made.ms in taken:
            made = made.plus(_SECOND_MS)
        path = self.folder / file_name(made, reason)
        with self._guard():
            make_private_folder(self.folder)
            part = path.with_name(f".{path.name}.{os.getpid()}.part")
            try:
                write(part)
                self._name(part, path)
            finally:
                part.unlink(missing_ok=True)
        return Backup(path, made, reason)

    def copy_in(self, backup: Backup) -> Backup:
        """Put in a copy of a backup from another folder."""

        def write(part: Path) -> None:
            shutil.copyfile(backup.path, part)
            check_copy(part)

        return self.put(write, backup.made, backup.reason)

    def thin(self) -> None:
        """Take away what need not be kept any longer, and what a broken-off backup left."""
        backups = self.all()
        keep = kept(backup.made for backup in backups)
        with self._guard():
            for backup in backups:
                if backup.made not in keep:
                    backup.path.unlink(missing_ok=True)
                    _sum_of(backup.path).unlink(missing_ok=True)
            for left in (*self.folder.glob(".walktrack-*.part"), *self._lonely_sums()):
                left.unlink(missing_ok=True)

    def is_good(self, backup: Backup) -> bool:
        """Say whether a backup is still what it was when it was made, and sound."""
        try:
            noted = _sum_of(backup.path)
            if noted.exists() and noted.read_text("ascii", "replace").split()[:1] != [
                _sha256(backup.path)
            ]:
                return False
            check_copy(backup.path)
        except (OSError, DiaryError):
            return False
        return True

    def _name(self, part: Path, path: Path) -> None:
        """Give a whole file its name, its sum first: a backup is never there without one."""
        noted, noted_part = _sum_of(path), part.with_name(f"{part.name}.sum")
        try:
            handle = os.open(noted_part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(f"{_sha256(part)}  {path.name}\n")  # as sha256sum -c reads it
            sync_file(noted_part)
            sync_file(part)
            with suppress(OSError):  # a stick may know no permissions
                part.chmod(0o600)
            noted_part.replace(noted)
            sync_folder(self.folder)
            part.replace(path)
            sync_folder(self.folder)
        finally:
            noted_part.unlink(missing_ok=True)

    def _lonely_sums(self) -> list[Path]:
        sums = self.folder.glob(f"walktrack-*{_SUM_ENDING}")
        return [one for one in sums if not one.with_name(one.name[: -len(_SUM_ENDING)]).exists()]

    @contextmanager
    def _guard(self) -> Generator[None]:
        """Turn trouble with this folder into a BackupError."""
        try:
            yield
        except (OSError, DiaryError) as error:
            raise BackupError(classify(error), self.folder) from error


def _sum_of(path: Path) -> Path:
    return path.with_name(f"{path.name}{_SUM_ENDING}")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
