"""Whose diary is open and who writes in it: the window behind the person in the top bar."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QWidget

from walktrack.domain.faults import DiaryError
from walktrack.domain.pain import Reporter
from walktrack.ui.announce import announce
from walktrack.ui.dialogs.question import Question
from walktrack.ui.fault_words import sentence
from walktrack.ui.widgets.buttons import OutlinedButton
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.people_finder import PeopleFinder
from walktrack.ui.widgets.writer_choice import WriterChoice

if TYPE_CHECKING:
    from walktrack.services.desk import Desk


class PeopleDialog(Question):
    """One click or Enter on a person opens their diary.

    `chosen` carries that Person, `add_wanted`, `manage_wanted` and `quick_wanted` ask for the
    windows of that.
    """

    width_px = 680
    chosen = Signal(object)
    add_wanted = Signal()
    manage_wanted = Signal()
    quick_wanted = Signal()

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Close"), parent)
        self._desk = desk
        self.finder = PeopleFinder()
        self.add_button = OutlinedButton(self.tr("Add a person…"), "plus")
        self.manage_button = OutlinedButton(self.tr("Change people…"), "edit")
        self.quick_button = OutlinedButton(self.tr("Quick entry…"))
        self.writer = WriterChoice()
        self.outcome = PlainLabel(wrap=True)
        self.outcome.setForegroundRole(QPalette.ColorRole.LinkVisited)
        self.outcome.hide()
        buttons = QWidget()
        row = Flow(buttons)
        for button in (self.quick_button, self.add_button, self.manage_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        title, facts = self.tr("Whose diary?"), self.tr("Press a person to open their diary.")
        self.show_words(title, facts)
        self.add(self.finder, buttons, self.writer, self.outcome)
        self.finder.opened.connect(self._on_opened)
        self.quick_button.clicked.connect(self.quick_wanted)
        self.add_button.clicked.connect(self.add_wanted)
        self.manage_button.clicked.connect(self.manage_wanted)
        self.writer.written_as.connect(self._on_written_as)
        self.writer.said.connect(self._on_said)
        self.writer.forgotten.connect(self._on_forgotten)
        self.refresh()

    def refresh(self, choose: str = "") -> None:
        """Read again who there is, and choose a person if asked."""
        try:
            people, person = self._desk.people.there(), self._desk.people.current()
            hand, known = self._desk.writing.hand(), self._desk.writing.known()
        except DiaryError as error:
            self._say(sentence(error))
            return
        self.finder.show_people(people, person.id, choose)
        self.writer.show_writer(person, hand, known)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.finder.take_focus()

    def _on_opened(self) -> None:
        person = self.finder.chosen
        if person:
            self.accept()
            self.chosen.emit(person)

    def _on_written_as(self, name: str) -> None:
        self._try(lambda: self._desk.writing.write_as(name))

    def _on_said(self, reporter: object) -> None:
        if isinstance(reporter, Reporter):
            self._try(lambda: self._desk.writing.say(reporter))

    def _on_forgotten(self, name: str) -> None:
        self._try(lambda: self._desk.writing.forget(name))

    def _try(self, verb: Callable[[], object]) -> None:
        """Do it, say what it means, and show what is stored."""
        try:
            verb()
        except DiaryError as error:
            self._say(sentence(error))
        else:
            self._say("")
            self.refresh()
            announce(self.writer, self.writer.meaning.words)
            return
        self.refresh()

    def _say(self, words: str) -> None:
        self.outcome.show_text(words)
        self.outcome.setVisible(bool(words))
        if words and self.isVisible():
            announce(self.outcome, words)
            self.reveal(self.outcome)
