"""One line of History in words: for the eye in parts, for the ear as a sentence."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.entry import OF_DAYS, Entry, EntryKind
from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.pain import PainMoment
from walktrack.ui.mark_words import mark_words
from walktrack.ui.place_words import places_words
from walktrack.ui.words import (
    day_words,
    length_spoken,
    length_words,
    long_day_words,
    rating_title,
    time_words,
    way_words,
)

_NOTE_SHOWN = 300


def when_words(entry: Entry, today: date) -> str:
    """Return its date and time: "Today, 10:12"; the day alone where no time is known."""
    if entry.kind in OF_DAYS or not entry.timed:
        return day_words(entry.at.day, today)
    words = QCoreApplication.translate("Entry", "{day}, {time}")
    return words.format(day=day_words(entry.at.day, today), time=time_words(entry.at.local()))


def what_words(entry: Entry, today: date | None = None) -> str:
    """Return what it is: "Walk, 34 min", "Pain this morning: 4" or "Flare-up, 3 to 9 March"."""
    if entry.mark is not None:
        return mark_words(entry.mark, entry.at.day, entry.last, today)
    if entry.kind is EntryKind.WALK:
        words = QCoreApplication.translate("Entry", "Walk, {length}")
        return words.format(length=length_words(entry.walked_ms or 0))
    return _answer_words(entry)


def minutes_words(entry: Entry) -> str:
    """Return the whole minutes walked, or nothing for a rating."""
    return "" if entry.walked_ms is None else str(round(entry.walked_ms / MS_PER_MINUTE))


def ticked_words(entry: Entry) -> str:
    """Return how many lines of the checklist are ticked, or nothing if none is."""
    if not entry.ticked:
        return ""
    return QCoreApplication.translate("Entry", "{count} ticked").format(count=entry.ticked)


def written_words(entry: Entry) -> str:
    """Return who wrote it, and which numbers are what they thought; nothing of the person's own."""
    if not entry.recorder:
        return ""
    words = QCoreApplication.translate("Entry", "by {name}")
    if entry.guess or (entry.kind is EntryKind.RATING and entry.guessed):
        words = QCoreApplication.translate("Entry", "a guess by {name}")
    elif PainMoment.BEFORE in entry.guessed and PainMoment.AFTER in entry.guessed:
        words = QCoreApplication.translate("Entry", "by {name}, both numbers are guesses")
    elif PainMoment.BEFORE in entry.guessed:
        words = QCoreApplication.translate("Entry", "by {name}, before is a guess")
    elif entry.guessed:
        words = QCoreApplication.translate("Entry", "by {name}, after is a guess")
    return words.format(name=entry.recorder)


def edited_words(entry: Entry) -> str:
    """Return "edited" if it was changed after it was first stored."""
    return QCoreApplication.translate("Entry", "edited") if entry.edited else ""


def note_words(entry: Entry) -> str:
    """Return the beginning of the note in one line."""
    return " ".join(entry.note[:_NOTE_SHOWN].split())


def sentence(entry: Entry) -> str:
    """Return the whole line as it is read aloud."""
    parts = [_spoken_mark(entry) if entry.kind is EntryKind.MARK else _spoken_when(entry)]
    if entry.before is not None:
        parts.append(
            QCoreApplication.translate("Entry", "Pain before: {value}").format(value=entry.before)
        )
    if entry.after is not None:
        parts.append(
            QCoreApplication.translate("Entry", "Pain after: {value}").format(value=entry.after)
        )
    places = places_words(entry.places)
    if places:
        parts.append(QCoreApplication.translate("Entry", "Where: {places}").format(places=places))
    parts += [ticked_words(entry), edited_words(entry), written_words(entry)]
    if entry.note:
        note = note_words(entry)
        parts.append(QCoreApplication.translate("Entry", "Note: {note}").format(note=note))
    return ". ".join(part for part in parts if part)


def _spoken_when(entry: Entry) -> str:
    if entry.kind in OF_DAYS or not entry.timed:
        words = QCoreApplication.translate("Entry", "{what}, {day}")
        return words.format(what=_spoken(entry), day=long_day_words(entry.at.day))
    words = QCoreApplication.translate("Entry", "{what}, {day}, {time}")
    day, time = long_day_words(entry.at.day), time_words(entry.at.local())
    return words.format(what=_spoken(entry), day=day, time=time)


def _spoken_mark(entry: Entry) -> str:
    if entry.mark is MarkKind.FLARE_UP:
        return what_words(entry)
    words = QCoreApplication.translate("Entry", "{what}, {day}")
    return words.format(what=what_words(entry), day=long_day_words(entry.at.day))


def _spoken(entry: Entry) -> str:
    if entry.kind is EntryKind.WALK:
        words = QCoreApplication.translate("Entry", "Walk of {length}")
        return words.format(length=length_spoken(entry.walked_ms or 0))
    return _answer_words(entry)


def _answer_words(entry: Entry) -> str:
    if entry.kind is EntryKind.INTERFERENCE:
        return way_words(entry.value or 0)
    title = rating_title(entry.moment) if entry.moment else ""
    words = QCoreApplication.translate("Entry", "{title}: {value}")
    return words.format(title=title, value=entry.value)
