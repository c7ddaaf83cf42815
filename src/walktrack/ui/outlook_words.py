"""What bringing back a backup would change, in plain sentences with numbers."""

from PySide6.QtCore import QCoreApplication, QLocale

from walktrack.domain.backup import Outlook
from walktrack.ui.words import long_day_words


def holds_words(outlook: Outlook) -> str:
    """Return what is in the backup: "It holds 12 walks and 30 ratings, up to Monday 1 June"."""
    things = things_words(outlook.total_walks, outlook.total_ratings)
    if outlook.last_day is None or not things:
        return QCoreApplication.translate("Outlook", "It holds no walks and no ratings.")
    words = QCoreApplication.translate("Outlook", "It holds {things}, up to {day}.")
    return words.format(things=things, day=long_day_words(outlook.last_day))


def lost_words(outlook: Outlook) -> str:
    """Return what would not be in the diary any more; empty for nothing."""
    things = things_words(outlook.walks.lost, outlook.ratings.lost)
    words = QCoreApplication.translate("Outlook", "You would lose {things} that it does not hold.")
    return words.format(things=things) if things else ""


def change_words(outlook: Outlook) -> list[str]:
    """Return the sentences about everything else that would change; of nothing, that one."""
    if not outlook:
        same = QCoreApplication.translate("Outlook", "It holds the same as your diary now.")
        return [same]
    said: list[str] = []
    if things := things_words(outlook.walks.gained, outlook.ratings.gained):
        words = QCoreApplication.translate("Outlook", "You would gain {things}.")
        said.append(words.format(things=things))
    if things := things_words(outlook.walks.changed, outlook.ratings.changed):
        words = QCoreApplication.translate("Outlook", "{things} would be as they were then.")
        said.append(words.format(things=things))
    if days := _days(outlook):
        said.append(days)
    if outlook.other:
        said.append(
            QCoreApplication.translate("Outlook", "Names, goals or ticks would be as they were.")
        )
    return said


def _days(outlook: Outlook) -> str:
    more, fewer = outlook.days.gained, outlook.days.lost
    if more and fewer:
        words = QCoreApplication.translate(
            "Outlook", "Days with a record: {more} more, {fewer} fewer."
        )
    elif more:
        words = QCoreApplication.translate("Outlook", "Days with a record: {more} more.")
    elif fewer:
        words = QCoreApplication.translate("Outlook", "Days with a record: {fewer} fewer.")
    else:
        return ""
    return words.format(more=_number(more), fewer=_number(fewer))


def things_words(walks: int, ratings: int) -> str:
    """Return so many of both: "1 walk and 4 ratings", "2 ratings", or nothing."""
    parts: list[str] = []
    if walks:
        one = QCoreApplication.translate("Outlook", "1 walk")
        more = QCoreApplication.translate("Outlook", "{count} walks")
        parts.append(one if walks == 1 else more.format(count=_number(walks)))
    if ratings:
        one = QCoreApplication.translate("Outlook", "1 rating")
        more = QCoreApplication.translate("Outlook", "{count} ratings")
        parts.append(one if ratings == 1 else more.format(count=_number(ratings)))
    return QCoreApplication.translate("Outlook", " and ").join(parts)


def _number(count: int) -> str:
    return QLocale().toString(count)
