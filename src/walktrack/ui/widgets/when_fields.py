"""Fields for a date, a time of day and minutes, which say aloud what they hold.

A screen reader gets no value from Qt's own date and time fields, so each keeps its value in words
in its description. The wheel is left to the page: passing over a field must not change it.
"""

from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Qt, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QSizePolicy, QSpinBox, QTimeEdit, QWidget

from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.typed import LONGEST_MINUTES, OLDEST_YEAR
from walktrack.ui.words import length_spoken, long_day_words, time_words

_LATEST_YEAR = 2199
_STEP_MINUTES = 5
_SHORT = QLocale.FormatType.ShortFormat


class DateField(QDateEdit):
    """A date in the country's own order, with a calendar to open. `picked` carries a date."""

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDateRange(QDate(OLDEST_YEAR, 1, 1), QDate(_LATEST_YEAR, 12, 31))
        self.setDisplayFormat(_whole_years(QLocale().dateFormat(_SHORT)))
        self.setCalendarPopup(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.dateChanged.connect(self._on_changed)

    def show_day(self, day: date) -> None:
        """Show a date; nothing is emitted."""
        with QSignalBlocker(self):
            self.setDate(QDate(day.year, day.month, day.day))
        self._say()

    def show_week_start(self, week_start: int | None) -> None:
        """Begin the calendar's weeks on a day, 0 for Monday; None follows the country."""
        first = QLocale().firstDayOfWeek()
        if week_start is not None:
            first = Qt.DayOfWeek(week_start + 1)
        self.calendarWidget().setFirstDayOfWeek(first)

    @property
    def day(self) -> date:
        """The date it shows."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _on_changed(self) -> None:
        self._say()
        self.picked.emit(self.day)

    def _say(self) -> None:
        self.setAccessibleDescription(long_day_words(self.day))


class TimeField(QTimeEdit):
    """A time of day with 12 or 24 hours, as the country has it. `picked` carries a time.

    Its buttons and the arrow keys go to the next five minutes, whatever part is chosen.
    """

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDisplayFormat(QLocale().timeFormat(_SHORT))
        self.setWrapping(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.timeChanged.connect(self._on_changed)

    def show_at(self, at: time) -> None:
        """Show a time; nothing is emitted."""
        with QSignalBlocker(self):
            self.setTime(QTime(at.hour, at.minute))
        self._say()

    @property
    def at(self) -> time:
        """The time it shows, to the minute."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def stepBy(self, steps: int) -> None:  # noqa: N802  Qt's own name
        minute = self.time().minute()
        odd = minute % _STEP_MINUTES if steps > 0 else -(-minute % _STEP_MINUTES)
        self.setTime(self.time().addSecs((steps * _STEP_MINUTES - odd) * 60))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _on_changed(self) -> None:
        self._say()
        self.picked.emit(self.at)

    def _say(self) -> None:
        self.setAccessibleDescription(time_words(self.at))


class MinutesField(QSpinBox):
    """Whole minutes of a walk, 1 to 1439. `picked` carries them."""

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(1, LONGEST_MINUTES - 1)
        self.setAccelerated(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._on_changed)

    def show_minutes(self, minutes: int) -> None:
        """Show minutes, also 0 where there are none yet; nothing is emitted."""
        with QSignalBlocker(self):
            self.setMinimum(min(1, minutes))
            self.setValue(minutes)
        self._say()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _on_changed(self, minutes: int) -> None:
        self._say()
        self.picked.emit(minutes)

    def _say(self) -> None:
        self.setAccessibleDescription(length_spoken(self.value() * MS_PER_MINUTE))


def _whole_years(form: str) -> str:
    return form if "yyyy" in form else form.replace("yy", "yyyy")
