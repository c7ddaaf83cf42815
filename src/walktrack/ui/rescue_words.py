"""What to say when a damaged diary could not be mended: why, and that nothing was changed."""

from PySide6.QtCore import QCoreApplication

from walktrack.domain.backup import BackupError, UnfitError
from walktrack.domain.faults import DiaryError, Fault
from walktrack.ui.backup_words import not_examined_words


def rescue_sentence(error: Exception) -> str:
    """Return what was in the way of looking for what can be saved, or of bringing it back."""
    if isinstance(error, UnfitError):
        return not_examined_words(error, str(error.path))
    if isinstance(error, BackupError):
        words = QCoreApplication.translate(
            "Rescue", "WalkTrack cannot look into {folder}, where the backups are."
        )
        return words.format(folder=error.folder)
    if isinstance(error, DiaryError) and error.path:
        return _words(error.fault).format(folder=error.path.parent)
    return _words(Fault.OURS)


def _words(fault: Fault) -> str:
    ours = QCoreApplication.translate(
        "Rescue", "Something went wrong inside WalkTrack. Nothing was changed."
    )
    return {
        Fault.FULL: QCoreApplication.translate(
            "Rescue",
            "The disk is full, so nothing was changed. "
            "Make some room on the disk that holds {folder}. Then press the button again.",
        ),
        Fault.READ_ONLY: QCoreApplication.translate(
            "Rescue",
            "WalkTrack may not write in {folder}, so nothing was changed. "
            "Allow writing there. Then press the button again.",
        ),
        Fault.CANNOT_OPEN: QCoreApplication.translate(
            "Rescue",
            "WalkTrack cannot read or write in {folder}, so nothing was changed. "
            "Check that the disk is there. Then press the button again.",
        ),
        Fault.BUSY: QCoreApplication.translate(
            "Rescue",
            "Another program has the diary in {folder} open, so nothing was changed. "
            "Close it there. Then press the button again.",
        ),
    }.get(fault, ours)
