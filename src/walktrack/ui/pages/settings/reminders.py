"""The card of the reminders."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.person import Person
from walktrack.domain.reminders import About, Reminder
from walktrack.ui.week import first_day_of_week
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.labels import CaptionLabel
from walktrack.ui.widgets.reminder_row import ReminderRow


class RemindersCard(Card):
    """`reminder_set` carries the Person and the Reminder as it is to be."""

    reminder_set = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Reminders"), parent=parent)
        self._person: Person | None = None
        self._first: int | None = None
        self.rows = {about: ReminderRow(about) for about in About}
        for row in self.rows.values():
            row.changed.connect(self._on_changed)
            self.body.addWidget(row)
        for words in (
            self.tr("They come only while WalkTrack is open. It may stay open minimised."),
            self.tr("They show on your desktop, maybe also while it is locked."),
            self.tr("What is done already is not asked for."),
            self.tr("They keep quiet in a flare-up, a pause, or with a warning sign open."),
        ):
            self.body.addWidget(CaptionLabel(words, wrap=True).muted())

    def show_reminders(
        self, person: Person, reminders: Sequence[Reminder], week_start: int | None
    ) -> None:
        """Show what is stored; what was typed for another person is told as theirs first."""
        another = self._person is None or self._person.id != person.id
        if another:
            for row in self.rows.values():
                row.settle()
        self._person = person
        first = first_day_of_week(week_start)
        for reminder in reminders:
            row = self.rows[reminder.about]
            if first != self._first:
                row.show_first_day(first)
            row.show_reminder(reminder)
            if another:
                row.forget()
                row.show_reminder(reminder)
        self._first = first

    def _on_changed(self, reminder: Reminder) -> None:
        if self._person:
            self.reminder_set.emit(self._person, reminder)
