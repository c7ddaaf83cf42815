"""What to say when the diary's file gives trouble: what happened, where, and what to do."""

from PySide6.QtCore import QCoreApplication

from walktrack.domain.faults import DiaryError, Fault


def sentence(error: DiaryError) -> str:
    """Return the trouble in plain sentences, with the folder or file and the next step."""
    words = _with_holder(error) if error.fault is Fault.BUSY else _words(error.fault)
    # The path is put in last and by itself: braces in a folder's name are only letters.
    folder = str(error.path.parent) if error.path else _in_memory()
    file = str(error.path) if error.path else _in_memory()
    return words.format(folder=folder, file=file, holder=error.holder)


def opening_sentence(error: DiaryError) -> str:
    """Return why the diary could not be opened; nothing was to be stored then."""
    words = {
        Fault.FULL: QCoreApplication.translate(
            "Faults",
            "The disk that holds {folder} is full, so the diary could not be opened. "
            "Make some room. Then try again.",
        ),
        Fault.READ_ONLY: QCoreApplication.translate(
            "Faults",
            "WalkTrack may not write in {folder}, so it cannot keep a diary there. "
            "Allow writing there, or plug the disk in again. Then try again.",
        ),
        Fault.OURS: QCoreApplication.translate(
            "Faults",
            "Something went wrong while the diary in {folder} was being opened. "
            "The file was left as it is. Try again, or start WalkTrack again.",
        ),
        Fault.DAMAGED: QCoreApplication.translate(
            "Faults", "The diary file {file} is damaged. Nothing in it was thrown away."
        ),
        Fault.NOT_A_DIARY: QCoreApplication.translate(
            "Faults",
            "The file {file} is not a WalkTrack diary, or its beginning is damaged. "
            "Nothing in it was thrown away.",
        ),
        Fault.MISSING: QCoreApplication.translate(
            "Faults",
            "The diary file {file} is not there any more, but backups of it are. "
            "If you moved it, put it back. If its disk is away, plug it in. Then try again.",
        ),
    }.get(error.fault)
    if words and error.path:
        return words.format(folder=error.path.parent, file=error.path)
    return sentence(error)


def _words(fault: Fault) -> str:
    return {
        Fault.FULL: QCoreApplication.translate(
            "Faults",
            "The disk is full, so this was not stored. Make some room on the disk that holds "
            "{folder}. Then try again.",
        ),
        Fault.READ_ONLY: QCoreApplication.translate(
            "Faults",
            "This was not stored, because WalkTrack may not write in {folder}. "
            "Allow writing there, or plug the disk in again. Then try again.",
        ),
        Fault.CANNOT_OPEN: QCoreApplication.translate(
            "Faults",
            "WalkTrack cannot open the diary in {folder}. Check that the disk is there and that "
            "you may open the folder. Then try again.",
        ),
        Fault.NOT_A_DIARY: _mendable(),
        Fault.DAMAGED: _mendable(),
        Fault.NEWER: QCoreApplication.translate(
            "Faults",
            "A newer WalkTrack wrote the diary in {folder}. It was left as it is. "
            "Please install the newer WalkTrack to open it.",
        ),
    }.get(
        fault,
        QCoreApplication.translate(
            "Faults",
            "Something went wrong inside WalkTrack, so this was not stored. "
            "What was stored before is safe in {folder}. Try again, or start WalkTrack again.",
        ),
    )


def _mendable() -> str:
    """Return what to do about damage that shows while the diary is open."""
    return QCoreApplication.translate(
        "Faults",
        "The diary file {file} is damaged. The last thing you did may not be stored. "
        "Close WalkTrack and start it again. It then offers a backup, or what can still be read.",
    )


def _with_holder(error: DiaryError) -> str:
    if error.holder:
        return QCoreApplication.translate(
            "Faults",
            "The diary is already open in another WalkTrack ({holder}). "
            "Close that one first, then try again.",
        )
    return QCoreApplication.translate(
        "Faults",
        "The diary in {folder} is already open in another program. Close it there, then try again.",
    )


def _in_memory() -> str:
    return QCoreApplication.translate("Faults", "the computer's memory")
