"""Marks on days in words: "No walk", "Flare-up, 3 to 9 March"."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from walktrack.domain.day_mark import MarkKind
from walktrack.services.days import Bar, Barred
from walktrack.ui.words import date_words, days_words


def mark_words(kind: MarkKind, first: date, last: date | None, today: date | None = None) -> str:
    """Return what a mark says; a year that is today's is left out of the days."""
    if kind is MarkKind.FLARE_UP:
        return _flare_up_words(first, last, today)
    return kind_words(kind)


def kind_words(kind: MarkKind) -> str:
    """Return what a kind of mark is called."""
    return {
        MarkKind.NO_WALK: QCoreApplication.translate("Marks", "No walk"),
        MarkKind.FLARE_UP: QCoreApplication.translate("Marks", "Flare-up"),
        MarkKind.EXCUSED: QCoreApplication.translate("Marks", "Left out of the plan"),
    }[kind]


def bar_words(bar: Bar, today: date) -> str:
    """Return why something cannot be said about these days, and what to do instead."""
    if bar.why is Barred.WALKED:
        return QCoreApplication.translate(
            "Marks", "There is a walk on that day. Choose another day, or remove the walk first."
        )
    if bar.why is Barred.TO_COME:
        return QCoreApplication.translate(
            "Marks", "That day is still to come. Choose today or a day before."
        )
    mark = bar.mark
    if mark is None or mark.kind is not MarkKind.FLARE_UP:
        return QCoreApplication.translate("Marks", "That day says so already. Choose another day.")
    if mark.last is None:
        words = QCoreApplication.translate(
            "Marks", "A flare-up since {first} goes on already. Choose days before it, or edit it."
        )
        return words.format(first=date_words(mark.first, today))
    words = QCoreApplication.translate(
        "Marks", "There is a flare-up already, {days}. Choose other days, or edit that one."
    )
    return words.format(days=days_words(mark.first, mark.last, today))


def _flare_up_words(first: date, last: date | None, today: date | None) -> str:
    if last is None:
        words = QCoreApplication.translate("Marks", "Flare-up since {day}, it goes on")
        return words.format(day=date_words(first, today))
    words = QCoreApplication.translate("Marks", "Flare-up, {days}")
    return words.format(days=days_words(first, last, today))
