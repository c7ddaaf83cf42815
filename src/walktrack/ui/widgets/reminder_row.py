"""One reminder to be set: whether it comes, at what time, and on which days of the week."""

from dataclasses import replace
from datetime import time

from PySide6.QtCore import QLocale, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from walktrack.domain.reminders import EVERY_DAY, FIRST_TIMES, WINDOWS, About, Reminder, fits
from walktrack.ui.announce import announce
from walktrack.ui.reminder_words import about_words
from walktrack.ui.widgets.choice import ChoiceButton
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.when_fields import TimeField
from walktrack.ui.words import time_words

_SETTLED_MS = 800
_GAP = 6
_NAME = QLocale.FormatType


class DayButton(ChoiceButton):
    """One day of the week, chosen or not, whatever the others are."""

    def __init__(self, day: int, about: str, parent: QWidget | None = None) -> None:
        names = QLocale()
        super().__init__(names.standaloneDayName(day + 1, _NAME.ShortFormat), parent)
        self.setAutoExclusive(False)
        self.setAccessibleName(f"{names.standaloneDayName(day + 1, _NAME.LongFormat)}, {about}")


class ReminderRow(QWidget):
    """`changed` carries the Reminder as the person wants it.

    A time is told once typing rests. One outside the hours a reminder is of use in is not told; a
    sentence says which can be chosen.
    """

    changed = Signal(object)

    def __init__(self, about: About, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = about_words(about)
        self._reminder = Reminder(about, FIRST_TIMES[about])
        self.box = QCheckBox(words)
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.at = TimeField("")
        self.at.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.days = [DayButton(day, words) for day in sorted(EVERY_DAY)]
        self.message = PlainLabel(wrap=True)
        self._typed = False
        self._pause = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self.week = QWidget()
        self._lay_out()
        self._pause.timeout.connect(self.settle)
        self.box.checkStateChanged.connect(self._on_changed)
        self.at.picked.connect(self._on_typed)
        self.at.editingFinished.connect(self.settle)
        for button in self.days:
            button.toggled.connect(self._on_changed)
        self.show_reminder(self._reminder)

    def _lay_out(self) -> None:
        words = self.box.text()
        self.at.setAccessibleName(self.tr("Time for “{about}”").format(about=words))
        self.week.setAccessibleName(self.tr("Days for “{about}”").format(about=words))
        self._days = Flow(self.week, spacing=0)
        for button in self.days:
            self._days.addWidget(button)
        top = Flow(spacing=_GAP)
        top.addWidget(self.box)
        top.add_spring()
        top.addWidget(self.at)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(top)
        column.addWidget(self.week)
        column.addWidget(self.message)

    def show_first_day(self, first: int) -> None:
        """Put the days in order, from 0 for Monday."""
        while self._days.count():
            self._days.takeAt(0)
        for day in range(first, first + len(self.days)):
            self._days.addWidget(self.days[day % len(self.days)])
        self._days.invalidate()

    def show_reminder(self, reminder: Reminder) -> None:
        """Show what is stored; a time that is being typed, or that is none, is left."""
        typing = self._typed or not self._fits
        self._reminder = reminder
        with QSignalBlocker(self.box):
            self.box.setChecked(reminder.on and not reminder.gave_up)
        for day, button in enumerate(self.days):
            with QSignalBlocker(button):
                button.setChecked(day in reminder.days)
        if not typing:
            self.at.show_at(reminder.at)
        self._tell()

    def settle(self) -> None:
        """Tell a time that was typed, now."""
        typed, self._typed = self._typed, False
        self._pause.stop()
        self._tell()
        if typed and self._fits:
            self._on_changed()
        elif typed:
            announce(self, self.message.words)

    def forget(self) -> None:
        """Let go of a time that is none: it was for somebody else."""
        self.at.show_at(self._reminder.at)

    @property
    def _fits(self) -> bool:
        return fits(self._reminder.about, self.at.at)

    def _on_typed(self) -> None:
        self._typed = True
        self._pause.start()

    def _on_changed(self) -> None:
        wanted = replace(
            self._reminder,
            on=self.box.isChecked(),
            at=self.at.at if self._fits else self._reminder.at,
            days=frozenset(day for day, button in enumerate(self.days) if button.isChecked()),
        )
        self._typed = False
        self._pause.stop()
        self._tell()
        self.changed.emit(wanted)

    def _tell(self) -> None:
        on = self.box.isChecked()
        words = ""
        if self._reminder.gave_up and not on:
            words = self.tr("It rests, as it was not used for a while. Tick it to use it again.")
        elif on and not self._fits:
            first, last = WINDOWS[self._reminder.about]
            latest = last if last == time.max else _minute_before(last)
            words = self.tr("Please choose a time from {first} to {last}.").format(
                first=time_words(first), last=time_words(latest)
            )
        elif on and not any(button.isChecked() for button in self.days):
            words = self.tr("Please choose a day. Without one it does not come.")
        self.at.setVisible(on)
        self.week.setVisible(on)
        self.message.show_text(words)
        self.message.setVisible(bool(words))


def _minute_before(at: time) -> time:
    return time(*divmod(at.hour * 60 + at.minute - 1, 60))
