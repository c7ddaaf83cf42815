"""What can be saved of a damaged diary, in plain sentences with honest numbers."""

from PySide6.QtCore import QCoreApplication

from walktrack.domain.backup import Backup, Outlook
from walktrack.services.recovery import Prospects
from walktrack.ui.backup_words import when_words
from walktrack.ui.outlook_words import holds_words, things_words
from walktrack.ui.words import long_day_words


def backup_title(backup: Backup) -> str:
    """Return which backup it is, by the time it was made."""
    words = QCoreApplication.translate("Rescue", "The backup of {when}")
    return words.format(when=when_words(backup.made))


def backup_words(outlook: Outlook, readable: Outlook | None, *, is_there: bool = True) -> str:
    """Return what a backup holds, and how that differs from what can still be read, if anything.

    `is_there` is false if the diary is not damaged but missing.
    """
    held = holds_words(outlook)
    if not is_there:
        return held
    if readable is None:
        return f"{held} {_nothing_readable()}"
    return " ".join([held, *_differences(outlook)])


def readable_words(readable: Outlook) -> str:
    """Return what can still be read in the damaged file."""
    if readable.last_day is None:
        return QCoreApplication.translate(
            "Rescue", "No walk and no rating can be read any more, only names, goals and ticks."
        )
    still = QCoreApplication.translate(
        "Rescue", "{records} can still be read in the damaged file, up to {day}."
    ).format(
        records=things_words(readable.total_walks, readable.total_ratings),
        day=long_day_words(readable.last_day),
    )
    doubt = QCoreApplication.translate("Rescue", "Some may be missing, or be older answers.")
    return f"{still} {doubt}"


def what_is_missing(prospects: Prospects) -> str:
    """Return what was looked for and not found; empty if both were."""
    if prospects.is_there and prospects.backup is None and prospects.readable is None:
        return f"{_nothing_readable()} {_no_backup()}"
    return _no_backup() if prospects.backup is None else ""


def _no_backup() -> str:
    return QCoreApplication.translate("Rescue", "There is no good backup in the usual place.")


def _nothing_readable() -> str:
    return QCoreApplication.translate("Rescue", "Nothing can be read in the damaged file any more.")


def _differences(outlook: Outlook) -> list[str]:
    walks, ratings = outlook.walks, outlook.ratings
    fewer, more, changed = (
        QCoreApplication.translate("Rescue", "It lacks {records} that the damaged file still has."),
        QCoreApplication.translate("Rescue", "It has {records} that the damaged file has no more."),
        QCoreApplication.translate("Rescue", "In the damaged file {records} read otherwise."),
    )
    parts = [
        words.format(records=things_words(of_walks, of_ratings))
        for words, of_walks, of_ratings in (
            (fewer, walks.lost, ratings.lost),
            (more, walks.gained, ratings.gained),
            (changed, walks.changed, ratings.changed),
        )
        if of_walks or of_ratings
    ]
    same = QCoreApplication.translate("Rescue", "The damaged file has the same walks and ratings.")
    return parts or [same]
