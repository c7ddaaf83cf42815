"""The person's own help: whom they call, and what they say about their health."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.person import CONTACTS_LENGTH, Person
from walktrack.ui.widgets.buttons import OutlinedButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import CaptionLabel
from walktrack.ui.widgets.note_edit import NoteEdit


class SafetyCard(Card):
    """Shown with every warning sign. No number is built in: each country has its own.

    `contacts_set` carries the Person and the text, told when typing rests; `conditions_wanted` asks
    for the questions of the first use, `answers_wanted` for what was ticked before.
    """

    contacts_set = Signal(object, str)
    conditions_wanted = Signal()
    answers_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Help for you"), parent=parent)
        self._person: Person | None = None
        self.contacts = NoteEdit(self.tr("Who helps you, with phone numbers"), CONTACTS_LENGTH)
        self.contacts.settled.connect(self._on_settled)
        self.conditions = OutlinedButton(self.tr("Before you start…"))
        self.conditions.clicked.connect(self.conditions_wanted)
        self.answers = OutlinedButton(self.tr("Earlier answers…"))
        self.answers.clicked.connect(self.answers_wanted)
        words = self.tr("This shows with the warning signs. No number is built in.")
        self.body.addWidget(self.contacts)
        self.body.addWidget(CaptionLabel(words, wrap=True).muted())
        row = Flow()
        row.addWidget(self.conditions)
        row.addWidget(self.answers)
        self.body.addLayout(row)

    def show_person(self, person: Person) -> None:
        """Show what is stored; what is being typed is left, and first told for whom it was."""
        another = self._person is None or self._person.id != person.id
        if another:
            self.contacts.settle()
        stored = self._person.contacts if self._person else ""
        changed = another or person.contacts != stored
        self._person = person
        if changed and (another or not self.contacts.box.hasFocus()):
            self.contacts.show_note(person.contacts)

    def _on_settled(self) -> None:
        if self._person and self.contacts.note() != self._person.contacts:
            self.contacts_set.emit(self._person, self.contacts.note())
