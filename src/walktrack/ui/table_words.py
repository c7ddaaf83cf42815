"""What the screen says about a table of another program: its columns, and its first rows."""

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from walktrack.domain.column_map import DateOrder, Field, Lack, Letters, Separator, Unit
from walktrack.domain.incoming import Line
from walktrack.domain.pain import PainMoment, PainRating
from walktrack.domain.walk import Walk
from walktrack.exchange.foreign.dates import when_in
from walktrack.services.reading_in import Read
from walktrack.services.tables import Trial
from walktrack.ui.import_words import what_words, when_words
from walktrack.ui.why_words import why_words

_LONGEST_NOTE = 80
_WEEKDAY = re.compile(r"dddd[,.]?\s*|[,.]?\s*dddd$")


def field_words(field: Field) -> str:
    """Return what a column can be."""
    return {
        Field.DATE: QCoreApplication.translate("Table", "Date, or date and time"),
        Field.START: QCoreApplication.translate("Table", "Start time"),
        Field.END: QCoreApplication.translate("Table", "End time"),
        Field.MINUTES: QCoreApplication.translate("Table", "How long"),
        Field.PAIN_BEFORE: QCoreApplication.translate("Table", "Pain before, 0 to 10"),
        Field.PAIN_AFTER: QCoreApplication.translate("Table", "Pain after, 0 to 10"),
        Field.TIME: QCoreApplication.translate("Table", "Time of day"),
        Field.PAIN: QCoreApplication.translate("Table", "Pain, 0 to 10"),
        Field.MOMENT: QCoreApplication.translate("Table", "What it is about"),
        Field.NOTE: QCoreApplication.translate("Table", "Note"),
    }[field]


def order_words(order: DateOrder) -> str:
    """Return the order of a date."""
    return {
        DateOrder.DMY: QCoreApplication.translate("Table", "Day, month, year"),
        DateOrder.MDY: QCoreApplication.translate("Table", "Month, day, year"),
        DateOrder.YMD: QCoreApplication.translate("Table", "Year, month, day"),
    }[order]


def unit_words(unit: Unit) -> str:
    """Return how a length of time is written, with an example."""
    sign = QLocale().decimalPoint()
    words = {
        Unit.MINUTES: QCoreApplication.translate("Table", "Minutes, as 45"),
        Unit.HOURS: QCoreApplication.translate("Table", "Hours, as 0{sign}75"),
        Unit.SECONDS: QCoreApplication.translate("Table", "Seconds, as 2700"),
        Unit.HOURS_MINUTES: QCoreApplication.translate("Table", "Hours:minutes, as 0:45"),
        Unit.MINUTES_SECONDS: QCoreApplication.translate("Table", "Minutes:seconds, as 45:00"),
    }
    return words[unit].format(sign=sign)


def separator_words(separator: Separator) -> str:
    """Return what parts two columns."""
    return {
        Separator.COMMA: QCoreApplication.translate("Table", "Comma ,"),
        Separator.SEMICOLON: QCoreApplication.translate("Table", "Semicolon ;"),
        Separator.TAB: QCoreApplication.translate("Table", "Tab"),
        Separator.PIPE: QCoreApplication.translate("Table", "Upright line |"),
    }[separator]


def letters_words(letters: Letters) -> str:
    """Return how letters are stored."""
    return {
        Letters.UTF_8: QCoreApplication.translate("Table", "UTF-8"),
        Letters.UTF_16: QCoreApplication.translate("Table", "UTF-16"),
        Letters.WINDOWS: QCoreApplication.translate("Table", "Old Windows"),
    }[letters]


def question_words(example: str, orders: tuple[DateOrder, ...], today: date) -> str:
    """Return what a date would be in each order; empty if there is nothing to ask."""
    if not example:
        return ""
    days = {
        when.day: None for order in orders if (when := when_in(example, order, today)) is not None
    }
    either = QCoreApplication.translate("Table", " or ")
    words = QCoreApplication.translate(
        "Table", "Nothing in the file settles the dates. Is {example} {days}?"
    )
    form = _WEEKDAY.sub("", QLocale().dateFormat(QLocale.FormatType.LongFormat))
    told = [QLocale().toString(QDate(day.year, day.month, day.day), form) for day in days]
    return words.format(example=example, days=either.join(told))


def lack_words(lack: Lack) -> str:
    """Return what has still to be said."""
    return {
        Lack.DATE: QCoreApplication.translate("Table", "Please say which column holds the date."),
        Lack.LENGTH: QCoreApplication.translate(
            "Table", "Please say which column tells how long a walk was, or when it ended."
        ),
        Lack.PAIN: QCoreApplication.translate("Table", "Please say which column holds the pain."),
        Lack.ORDER: QCoreApplication.translate("Table", "Please choose how the dates are written."),
        Lack.UNIT: QCoreApplication.translate(
            "Table", "Please choose how the lengths of time are written."
        ),
        Lack.TWICE: QCoreApplication.translate(
            "Table", "One column is chosen twice. Please change one of the two."
        ),
    }[lack]


def off_scale_words(line: Line) -> str:
    """Return that a pain number is above the scale, and what can be done."""
    words = QCoreApplication.translate(
        "Table",
        "Line {number}: {column} is above 10. WalkTrack's pain scale is 0 to 10. "
        "If yours goes to 100, say so below.",
    )
    return words.format(number=QLocale().toString(line.number), column=line.column)


def trial_words(trial: Trial) -> str:
    """Return how many of the first rows can be read."""
    if not trial.tried:
        return QCoreApplication.translate("Table", "There are no rows below the names.")
    if not trial.faults:
        return ""
    one = QCoreApplication.translate("Table", "1 of the first {tried} rows cannot be read.")
    more = QCoreApplication.translate("Table", "{count} of the first {tried} rows cannot be read.")
    words = one if trial.faults == 1 else more
    return words.format(count=trial.faults, tried=trial.tried)


def unused_words(names: tuple[str, ...]) -> str:
    """Return which columns stay out; empty for none."""
    if not names:
        return ""
    words = QCoreApplication.translate("Table", "These columns stay out: {names}.")
    return words.format(names=", ".join(names))


def read_words(read: Read | Line) -> tuple[str, str]:
    """Return how a row would be read: where it is and when it was, and under that what it is.

    As in "Line 2: Mon, 2 Mar 2026, 9:05" and "Walk, 45 min. Pain 4 before. Pain 3 after."
    """
    whole = QCoreApplication.translate("Table", "Line {number}: {when}")
    number = QLocale().toString(read.number)
    record = read.record
    if isinstance(read, Line):
        lost = QCoreApplication.translate("Table", "Line {number}: cannot be read")
        return lost.format(number=number), why_words(read)
    if not isinstance(record, Walk | PainRating):
        raise TypeError(record)
    said = [f"{what_words(record)}.", *map(_pain_words, read.pain)]
    note = record.details.note if isinstance(record, Walk) else record.note
    if note:
        said.append(_short(note))
    return whole.format(number=number, when=when_words(record)), " ".join(said)


def _pain_words(rating: PainRating) -> str:
    words = {
        PainMoment.BEFORE: QCoreApplication.translate("Table", "Pain {value} before."),
        PainMoment.AFTER: QCoreApplication.translate("Table", "Pain {value} after."),
    }[rating.moment]
    return words.format(value=rating.value)


def _short(note: str) -> str:
    words = " ".join(note.split())
    return words if len(words) <= _LONGEST_NOTE else f"{words[: _LONGEST_NOTE - 1]}…"
