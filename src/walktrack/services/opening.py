"""Opens a diary as the program does: checked, backed up before an update, nothing overwritten."""

from contextlib import suppress
from pathlib import Path

from walktrack.domain.backup import Backup, BackupError, Reason
from walktrack.domain.bin import expired_by
from walktrack.domain.clock import Clock
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.moment import Moment
from walktrack.services.working_copy import clear
from walktrack.storage.aside import forget, keep_aside
from walktrack.storage.backup_folder import BackupFolder
from walktrack.storage.diary import Diary
from walktrack.storage.faults import classify
from walktrack.storage.journal import has_journal


def open_diary(path: Path, clock: Clock) -> Diary:
    """Return the open diary, made if there is none; DiaryError if it cannot be opened or trusted.

    MISSING if there is none but there are backups of one: it was moved, or its disk is away.

    After a crash in the middle of a change, SQLite takes that change back and so writes to the
    file. Should it be damaged, it is kept as it was found.
    """
    if not path.exists() and _was_there(path):
        raise DiaryError(Fault.MISSING, path)
    kept = _keep(path, clock)
    damaged = False
    try:
        return _open(path, clock)
    except DiaryError as error:
        damaged = error.fault in {Fault.DAMAGED, Fault.NOT_A_DIARY}
        raise
    finally:
        if kept and not damaged:
            forget(kept)


def backups_of(path: Path) -> BackupFolder:
    """Return the folder in which the backups of a diary are."""
    return BackupFolder(path.parent / "backups")


def _open(path: Path, clock: Clock) -> Diary:
    diary = Diary(path)

    def back_up() -> Backup:
        try:
            return backups_of(path).put(diary.snapshot, clock.read().wall, Reason.UPDATE)
        except BackupError as error:
            raise DiaryError(error.fault, path) from error

    diary.open(before_update=back_up)
    try:
        diary.check()
    except BaseException:
        diary.close()
        raise
    clear(path, clock.read().wall.ms)
    _throw_out_old(diary, clock.read().wall)
    return diary


def _throw_out_old(diary: Diary, now: Moment) -> None:
    """Remove for good what has been in the bin for 30 days, at a start of the program.

    Nothing is said if the disk will not have it: the next start tries again.
    """
    with suppress(DiaryError):
        rooms = [
            room for room in (diary.bin, diary.people) if room.holds(expired_by(now.ms, now.ms))
        ]
        removed_by = expired_by(now.ms, diary.bin.newest()) if rooms else 0
        for room in rooms:
            if room.holds(removed_by):
                room.purge_old(removed_by)


def _was_there(path: Path) -> bool:
    with suppress(BackupError):
        return bool(backups_of(path).all())
    return False


def _keep(path: Path, clock: Clock) -> Path | None:
    try:
        return keep_aside(path, clock.read().wall) if has_journal(path) else None
    except OSError as error:
        raise DiaryError(classify(error), path) from error
