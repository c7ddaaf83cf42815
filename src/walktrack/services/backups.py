"""Backups while the diary is open: making them, and bringing one back."""

import hashlib
import os
import platform
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from walktrack.domain.backup import Backup, BackupError, Outlook, Reason, Unfit, UnfitError
from walktrack.domain.clock import Clock
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.durable import make_private_folder
from walktrack.services.changes import Announcer, Changes
from walktrack.services.opening import backups_of
from walktrack.services.people import People
from walktrack.services.settings import SettingsService
from walktrack.services.tracker import Tracker
from walktrack.services.undo import Deed, DeedKind, HinderedError, Hindrance, UndoStack
from walktrack.services.working_copy import remove, working_copy
from walktrack.storage.backup_folder import BackupFolder
from walktrack.storage.candidate import admit
from walktrack.storage.contents import contents_at
from walktrack.storage.faults import classify

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary

SECOND_NAME = "WalkTrack backups"


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made. `second` is the trouble with its copy in the second folder."""

    backup: Backup
    second: BackupError | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A diary that could take the place of this one, and what that would change.

    `copy` is a private copy, sound and of the newest version; `release` takes it away.
    """

    source: Path
    outlook: Outlook
    copy: Path

    def release(self) -> None:
        """Take the private copy away; to be called when the offer is not wanted any more."""
        remove(self.copy)


class Backups:
    """Makes backups and brings them back. Of a diary in memory there are none.

    `make` and `examine` may run in a thread of their own. BackupError for trouble with a folder
    of backups, UnfitError for a file that is no diary to be brought back, DiaryError for trouble
    with the diary itself.
    """

    def __init__(
        self, diary: "Diary", clock: Clock, announcer: Announcer, undo: UndoStack, tracker: Tracker
    ) -> None:
        self._diary = diary
        self._clock = clock
        self._announcer = announcer
        self._undo = undo
        self._tracker = tracker
        self._settings = SettingsService(diary, announcer)
        self._people = People(diary, clock, announcer, undo)
        self._one_at_a_time = threading.Lock()

    @property
    def folder(self) -> Path | None:
        """Where the backups are kept; None for a diary in memory."""
        return self._diary.path and backups_of(self._diary.path).folder

    def all(self) -> list[Backup]:
        """Return the backups there are, newest first."""
        return backups_of(self._diary.path).all() if self._diary.path else []

    def due(self) -> bool:
        """Say whether the diary has changed since the newest backup of it."""
        if self._diary.path is None:
            return False
        newest = next(iter(self.all()), None)
        try:
            return newest is None or _written_at(newest.path) != _written_at(self._diary.path)
        except OSError:
            return True  # to make one will tell what is wrong

    def make(self, reason: Reason) -> Made:
        """Make a backup now, put a copy into the second folder, and thin out old ones."""
        path = self._path()
        folder, second = backups_of(path), self._second()
        if not _is_same(path, path):  # and no folder is made anew where the disk is missing
            raise BackupError(Fault.CANNOT_OPEN, folder.folder)

        def write(part: Path) -> None:
            written_at = _written_at(path)  # before: a change on the way makes it due again
            self._diary.snapshot(part)
            os.utime(part, ns=(written_at, written_at))

        with self._one_at_a_time:
            backup = folder.put(write, self._clock.read().wall, reason)
            with suppress(BackupError):  # one too many is no trouble, and the next one tries again
                folder.thin()
            return Made(backup, _copy_to(second, backup) if second else None)

    def examine(self, source: Path) -> Offer:
        """Look at a backup, or any other diary, and say what bringing it back would change."""
        path = self._path()
        if _is_same(source, path):  # to open it on the side would drop its lock
            raise UnfitError(Unfit.IN_USE, source)
        copy = working_copy(path)
        try:
            admit(source, copy)
            outlook = self._diary.contents().outlook(contents_at(copy))
        except BaseException:
            remove(copy)
            raise
        return Offer(source, outlook, copy)

    def restore(self, offer: Offer) -> None:
        """Put the offered diary in place of all records; the settings stay. It can be undone.

        A backup is made first. NotPossibleError while a walk is open: it would be lost.
        """
        if self._tracker.any_open:
            message = "a walk is open"
            raise NotPossibleError(message)
        before = self.make(Reason.RESTORE).backup
        self._become(offer)
        self._undo.start_over()

        def back() -> None:  # and no way to do it again: the other file may not be there any more
            if self._tracker.any_open:
                raise HinderedError(Hindrance.WALK_OPEN)
            self._become(self.examine(before.path))

        self._undo.push(Deed(DeedKind.DIARY_RESTORED, back))

    def _become(self, offer: Offer) -> None:
        try:
            with self._one_at_a_time:  # no thread copies the diary meanwhile
                self._diary.become(offer.copy)
        finally:
            offer.release()
        self._tracker.find(self._people.current().id)
        self._announcer.announce(~Changes(0))

    def _path(self) -> Path:
        if self._diary.path is None:
            raise DiaryError(Fault.CANNOT_OPEN)
        return self._diary.path

    def _second(self) -> BackupFolder | None:
        chosen = self._settings.read().second_folder
        return BackupFolder(Path(chosen) / SECOND_NAME / _label(self._path())) if chosen else None


def begin_second(folder: Path) -> None:
    """Make the folder for copies in a folder that the person chose; BackupError if that fails."""
    try:
        make_private_folder(folder / SECOND_NAME)
    except OSError as error:
        raise BackupError(classify(error), folder) from error


def is_there(folder: Path) -> bool:
    """Say whether a second folder is there as it was begun.

    Of a stick that was pulled out an empty folder may be left, on the computer's own disk; or it
    may answer with any error.
    """
    try:
        return (folder / SECOND_NAME).is_dir()
    except OSError:
        return False


def _is_same(one: Path, other: Path) -> bool:
    """Say whether both lead to one file that is there."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def _copy_to(second: BackupFolder, backup: Backup) -> BackupError | None:
    """Copy a backup into the second folder; return what was in the way, if anything was."""
    chosen = second.folder.parents[1]
    try:
        if not is_there(chosen):
            return BackupError(Fault.CANNOT_OPEN, chosen)
        second.copy_in(backup)
        second.thin()
    except BackupError as error:
        return BackupError(error.fault, chosen)
    return None


def _written_at(path: Path) -> int:
    return path.stat().st_mtime_ns


def _label(path: Path) -> str:
    """Tell the diaries of several computers, and several on one, apart in one second folder."""
    mark = hashlib.sha256(str(path.parent).encode(errors="replace")).hexdigest()[:6]
    name = "".join(letter for letter in platform.node() if letter.isalnum() or letter == "-")
    return f"{name or 'computer'}-{mark}"
