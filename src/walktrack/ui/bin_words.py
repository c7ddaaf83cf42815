"""What lies in the bin, in words."""

from PySide6.QtCore import QCoreApplication

from walktrack.domain.bin import KEPT_DAYS, Binned
from walktrack.domain.entry import OF_DAYS, EntryKind
from walktrack.domain.moment import Moment
from walktrack.ui.models.entry_words import note_words, what_words
from walktrack.ui.words import day_words, long_day_words, pain_title, time_words


def what(binned: Binned) -> str:
    """Return what it is: "Walk, 34 min", "Pain before the walk: 4"."""
    entry = binned.entry
    if binned.is_open:
        return QCoreApplication.translate("Bin", "Walk, not finished")
    if entry.kind is not EntryKind.RATING or entry.moment is None:
        return what_words(entry)
    words = QCoreApplication.translate("Bin", "{title}: {value}")
    return words.format(title=pain_title(entry.moment), value=entry.value)


def title(binned: Binned, now: Moment) -> str:
    """Return what it is and when that was: "Walk, 34 min · Mon 16 Nov, 10:12"."""
    at = binned.of_walk or binned.entry.at
    if binned.entry.kind in OF_DAYS:
        words = QCoreApplication.translate("Bin", "{what} · {day}")
        return words.format(what=what(binned), day=day_words(at.day, now.day))
    words = QCoreApplication.translate("Bin", "{what} · {day}, {time}")
    day, time = day_words(at.day, now.day), time_words(at.local())
    return words.format(what=what(binned), day=day, time=time)


def removed(binned: Binned, now: Moment) -> str:
    """Return when it was removed: "Removed: Today, 10:30"."""
    when = Moment(binned.removed_ms, now.offset)
    words = QCoreApplication.translate("Bin", "Removed: {day}, {time}")
    return words.format(day=day_words(when.day, now.day), time=time_words(when.local()))


def left(binned: Binned, now: Moment) -> str:
    """Return how many days it is kept for still."""
    days = binned.days_left(now)
    if days > 1:
        return QCoreApplication.translate("Bin", "{days} days left").format(days=days)
    if days == 1:
        return QCoreApplication.translate("Bin", "1 day left")
    return QCoreApplication.translate("Bin", "Goes soon, at a start of WalkTrack")


def small(binned: Binned, now: Moment) -> str:
    """Return the second line: when it was removed, how long it stays, and its note."""
    parts = [removed(binned, now), left(binned, now), note_words(binned.entry)]
    return "  ·  ".join(part for part in parts if part)


def spoken(binned: Binned, now: Moment) -> str:
    """Return the whole line as it is read aloud."""
    at = binned.of_walk or binned.entry.at
    when = QCoreApplication.translate("Bin", "{day}, {time}")
    day, time = long_day_words(at.day), time_words(at.local())
    parts = [
        what(binned),
        day if binned.entry.kind in OF_DAYS else when.format(day=day, time=time),
        removed(binned, now),
        left(binned, now),
    ]
    if binned.entry.note:
        note = QCoreApplication.translate("Entry", "Note: {note}")
        parts.append(note.format(note=note_words(binned.entry)))
    return ". ".join(parts)


def promise() -> str:
    """Return what the bin keeps and for how long."""
    words = QCoreApplication.translate(
        "Bin", "What you remove stays here for {days} days, newest first. Then it goes for good."
    )
    return words.format(days=KEPT_DAYS)
