"""Reminders in words: what they say, and what can be answered.

The same words go to the desktop, where anybody may read them: they tell nothing of pain.
"""

from PySide6.QtCore import QCoreApplication

from walktrack.domain.reminders import About
from walktrack.services.reminders import Due
from walktrack.ui.person_words import name_of


def about_words(about: About) -> str:
    """Return what a reminder is about, as a choice says it."""
    return {
        About.WALK: QCoreApplication.translate("Reminders", "A walk"),
        About.MORNING: QCoreApplication.translate("Reminders", "This morning’s question"),
        About.EVENING: QCoreApplication.translate("Reminders", "This evening’s question"),
    }[about]


def due_words(due: Due) -> str:
    """Return what a reminder says, with a name where there are several people."""
    about = due.reminder.about
    if due.reminder.asks:
        words = _asking(about)
    else:
        words = {
            About.WALK: QCoreApplication.translate("Reminders", "Time for a walk, if you like."),
            About.MORNING: QCoreApplication.translate(
                "Reminders", "This morning’s question is there, if you like."
            ),
            About.EVENING: QCoreApplication.translate(
                "Reminders", "This evening’s question is there, if you like."
            ),
        }[about]
    if not due.named:
        return words
    whose = QCoreApplication.translate("Reminders", "{name}: {words}")
    return whose.format(name=name_of(due.person), words=words)


def _asking(about: About) -> str:
    return {
        About.WALK: QCoreApplication.translate(
            "Reminders", "Is the walk reminder still of use to you?"
        ),
        About.MORNING: QCoreApplication.translate(
            "Reminders", "Is the morning reminder still of use to you?"
        ),
        About.EVENING: QCoreApplication.translate(
            "Reminders", "Is the evening reminder still of use to you?"
        ),
    }[about]


def follow_words(about: About) -> str:
    """Return the word of the button that does what a reminder is about."""
    if about is About.WALK:
        return QCoreApplication.translate("Reminders", "Start walk")
    return QCoreApplication.translate("Reminders", "Answer")


def open_words() -> str:
    """Return the word for opening the window."""
    return QCoreApplication.translate("Reminders", "Open")


def snooze_words(minutes: int) -> str:
    """Return the word for putting a reminder off: "In an hour"."""
    if minutes == 60:  # noqa: PLR2004 - an hour
        return QCoreApplication.translate("Reminders", "In an hour")
    words = QCoreApplication.translate("Reminders", "In {minutes} minutes")
    return words.format(minutes=minutes)


def not_today_words() -> str:
    """Return the word for letting a reminder be for today."""
    return QCoreApplication.translate("Reminders", "Not today")


def keep_words() -> str:
    """Return the word for keeping a reminder."""
    return QCoreApplication.translate("Reminders", "Keep it")


def turn_off_words() -> str:
    """Return the word for turning a reminder off."""
    return QCoreApplication.translate("Reminders", "Turn it off")
