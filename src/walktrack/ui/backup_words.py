"""What the screen says about backups: when and why they were made, and what went wrong."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from walktrack.domain.backup import Backup, BackupError, Reason, Unfit, UnfitError
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.moment import Moment
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.services.backups import Made
from walktrack.ui.words import day_words, long_day_words, time_words


def last_words(newest: Moment, today: date) -> str:
    """Return when the last one was made: "Last backup: today, 21:30"."""
    days = (today - newest.day).days
    if days == 0:
        words = QCoreApplication.translate("Backups", "Last backup: today, {time}")
    elif days == 1:
        words = QCoreApplication.translate("Backups", "Last backup: yesterday, {time}")
    else:
        words = QCoreApplication.translate("Backups", "Last backup: {day}, {time}")
    return words.format(day=day_words(newest.day), time=time_words(newest.local()))


def count_words(backups: Sequence[Backup]) -> str:
    """Return how many there are and since when."""
    if not backups:
        return QCoreApplication.translate("Backups", "There is no backup yet.")
    if len(backups) == 1:
        return QCoreApplication.translate("Backups", "It is the only one so far.")
    words = QCoreApplication.translate("Backups", "There are {count} backups. The oldest: {day}.")
    return words.format(count=len(backups), day=day_words(backups[-1].made.day))


def when_words(made: Moment) -> str:
    """Return a time in full: "Wednesday 25 November 2026, 21:30"."""
    words = QCoreApplication.translate("Backups", "{day}, {time}")
    return words.format(day=long_day_words(made.day), time=time_words(made.local()))


def reason_words(reason: Reason) -> str:
    """Return why one was made, as it stands under its time."""
    return {
        Reason.START: QCoreApplication.translate("Backups", "Made when WalkTrack was started"),
        Reason.QUIT: QCoreApplication.translate("Backups", "Made when WalkTrack was closed"),
        Reason.REGULAR: QCoreApplication.translate("Backups", "Made while WalkTrack was open"),
        Reason.HAND: QCoreApplication.translate("Backups", "Made when you asked for it"),
        Reason.UPDATE: QCoreApplication.translate("Backups", "Made before an update of WalkTrack"),
        Reason.RESTORE: QCoreApplication.translate(
            "Backups", "Made before a backup was brought back"
        ),
        Reason.IMPORT: QCoreApplication.translate("Backups", "Made before a file was brought in"),
        Reason.REMOVAL: QCoreApplication.translate("Backups", "Made before a person was removed"),
    }[reason]


def made_words(made: Made, *, second: bool) -> str:
    """Return what came of "Back up now"; `second` says whether a second folder is in use."""
    if made.second:
        return QCoreApplication.translate(
            "Backups", "Backed up on this computer only. The second folder could not be used."
        )
    if second:
        return QCoreApplication.translate("Backups", "Backed up, here and in the second folder.")
    return QCoreApplication.translate("Backups", "Backed up.")


def trouble_words(error: Exception) -> str:
    """Return that no backup could be made, why, and what to do."""
    words = QCoreApplication.translate("Backups", "The backup could not be made. {reason}")
    return words.format(reason=_reason(error))


def second_words(error: BackupError) -> str:
    """Return what is the matter with the second folder."""
    if error.fault is Fault.CANNOT_OPEN:
        return missing_words(str(error.folder))
    words = QCoreApplication.translate("Backups", "The second folder took no copy. {reason}")
    return words.format(reason=_reason(error))


def missing_words(folder: str) -> str:
    """Return that the second folder is not there, and what to do."""
    words = QCoreApplication.translate(
        "Backups",
        "The second folder is not there: {folder}. Plug the stick in, or choose another folder.",
    )
    return words.format(folder=folder)


def still_safe_words(error: BackupError) -> str:
    """Return the same for the bar, where nobody looks at the other backups."""
    words = QCoreApplication.translate(
        "Backups", "{trouble} Your diary is still backed up on this computer."
    )
    return words.format(trouble=second_words(error))


def not_examined_words(error: Exception, name: str) -> str:
    """Return why a file cannot be brought back, or not be looked at."""
    if isinstance(error, UnfitError):
        return _unfit_words(error.why).format(name=name)
    words = QCoreApplication.translate("Backups", "The backup could not be looked at. {reason}")
    return words.format(reason=_reason(error))


def not_restored_words(error: Exception) -> str:
    """Return why a backup was not brought back, and that nothing was changed."""
    if isinstance(error, NotPossibleError):
        return QCoreApplication.translate(
            "Backups", "A walk is open. Finish it first, then bring back the backup."
        )
    if isinstance(error, BackupError):
        words = QCoreApplication.translate(
            "Backups",
            "Your diary as it is now could not be backed up first, so nothing was changed. "
            "{reason}",
        )
    else:
        words = QCoreApplication.translate(
            "Backups", "The backup was not brought back. Your diary is as it was. {reason}"
        )
    return words.format(reason=_reason(error))


def _unfit_words(why: Unfit) -> str:
    return {
        Unfit.UNREADABLE: QCoreApplication.translate(
            "Backups",
            "The file {name} cannot be read. Check that its disk is there and you may open it.",
        ),
        Unfit.NOT_A_DIARY: QCoreApplication.translate(
            "Backups", "The file {name} is not a WalkTrack diary. Choose another one."
        ),
        Unfit.NEWER: QCoreApplication.translate(
            "Backups", "A newer WalkTrack wrote the file {name}. Bring it back with that one."
        ),
        Unfit.DAMAGED: QCoreApplication.translate(
            "Backups", "The file {name} is damaged and cannot be brought back. Choose another one."
        ),
        Unfit.ALTERED: QCoreApplication.translate(
            "Backups",
            "The file {name} holds things WalkTrack did not put there, so it is not used. "
            "Choose another one.",
        ),
        Unfit.IN_USE: QCoreApplication.translate(
            "Backups", "The file {name} is the diary that is open now. Choose another one."
        ),
    }[why]


def _reason(error: Exception) -> str:
    """Return what was in the way, in the folder it is about, and what to do."""
    if isinstance(error, BackupError):
        fault, folder = error.fault, str(error.folder)
    elif isinstance(error, DiaryError) and error.path:
        fault, folder = error.fault, str(error.path.parent)
    else:
        fault, folder = Fault.OURS, ""
    words = {
        Fault.FULL: QCoreApplication.translate(
            "Backups", "The disk that holds {folder} is full. Make some room, then try again."
        ),
        Fault.READ_ONLY: QCoreApplication.translate(
            "Backups",
            "WalkTrack may not write in {folder}. Allow writing there, or plug the disk in again.",
        ),
        Fault.CANNOT_OPEN: QCoreApplication.translate(
            "Backups",
            "WalkTrack cannot use {folder}. Check that the disk is there and that you may open "
            "the folder.",
        ),
        Fault.BUSY: QCoreApplication.translate(
            "Backups", "Another program uses a file in {folder}. Close it there, then try again."
        ),
        Fault.DAMAGED: QCoreApplication.translate(
            "Backups",
            "The copy in {folder} did not come out whole. Try again, or use another disk.",
        ),
    }.get(
        fault,
        QCoreApplication.translate(
            "Backups", "Something went wrong inside WalkTrack. Try again, or start it again."
        ),
    )
    return words.format(folder=folder)
