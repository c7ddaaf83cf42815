"""One line of History in words: for the eye in parts, for the ear as a sentence."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from walktrack.domain.entry import Entry, EntryKind
from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.ui.words import (
    day_words,
    length_spoken,
    length_words,
    long_day_words,
    rating_title,
    time_words,
)

_NOTE_SHOWN = 300


def when_words(entry: Entry, today: date) -> str:
    """Return its date and time: "Today, 10:12"."""
    words = QCoreApplication.translate("Entry", "{day}, {time}")
    return words.format(day=day_words(entry.at.day, today), time=time_words(entry.at.local()))


def what_words(entry: Entry) -> str:
    """Return what it is: "Walk, 34 min" or "Pain this morning: 4"."""
    if entry.kind is EntryKind.WALK:
        words = QCoreApplication.translate("Entry", "Walk, {length}")
        return words.format(length=length_words(entry.walked_ms or 0))
    return _rating_words(entry)


def minutes_words(entry: Entry) -> str:
    """Return the whole minutes walked, or nothing for a rating."""
    return "" if entry.walked_ms is None else str(round(entry.walked_ms / MS_PER_MINUTE))


def ticked_words(entry: Entry) -> str:
    """Return how many lines of the checklist are ticked, or nothing if none is."""
    if not entry.ticked:
        return ""
    return QCoreApplication.translate("Entry", "{count} ticked").format(count=entry.ticked)


def edited_words(entry: Entry) -> str:
    """Return "edited" if it was changed after it was first stored."""
    return QCoreApplication.translate("Entry", "edited") if entry.edited else ""


def note_words(entry: Entry) -> str:
    """Return the beginning of the note in one line."""
    return " ".join(entry.note[:_NOTE_SHOWN].split())


def sentence(entry: Entry) -> str:
    """Return the whole line as it is read aloud."""
    words = QCoreApplication.translate("Entry", "{what}, {day}, {time}")
    parts = [
        words.format(
            what=_spoken(entry),
            day=long_day_words(entry.at.day),
            time=time_words(entry.at.local()),
        )
    ]
    if entry.before is not None:
        parts.append(
            QCoreApplication.translate("Entry", "Pain before: {value}").format(value=entry.before)
        )
    if entry.after is not None:
        parts.append(
            QCoreApplication.translate("Entry", "Pain after: {value}").format(value=entry.after)
        )
    parts += [ticked_words(entry), edited_words(entry)]
    if entry.note:
        note = note_words(entry)
        parts.append(QCoreApplication.translate("Entry", "Note: {note}").format(note=note))
    return ". ".join(part for part in parts if part)


def _spoken(entry: Entry) -> str:
    if entry.kind is EntryKind.WALK:
        words = QCoreApplication.translate("Entry", "Walk of {length}")
        return words.format(length=length_spoken(entry.walked_ms or 0))
    return _rating_words(entry)


def _rating_words(entry: Entry) -> str:
    title = rating_title(entry.moment) if entry.moment else ""
    words = QCoreApplication.translate("Entry", "{title}: {value}")
    return words.format(title=title, value=entry.value)
