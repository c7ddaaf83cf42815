"""People to choose from, with a field to search in where there are many."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from walktrack.domain.person import Person
from walktrack.ui.look.tokens import GAP
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.people_list import PeopleList

SEARCHED_FROM = 8
"""From how many people on there is a field to search for one."""


class PeopleFinder(QWidget):
    """`moved` when another line is chosen, `opened` on a click on a line and on Enter."""

    moved = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.list = PeopleList(self.tr("People"))
        self.nobody = PlainLabel(self.tr("Nobody has this in their name."), wrap=True)
        self._cell = labelled(self.tr("Search for a name"), self.search)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        for part in (self._cell, self.list, self.nobody):
            whole.addWidget(part)
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self.opened)
        self.list.opened.connect(self.opened)
        self.list.moved.connect(self.moved)

    @property
    def chosen(self) -> Person | None:
        """The person in the line that is chosen."""
        return self.list.chosen

    def show_people(self, people: Sequence[Person], open_id: str, choose: str = "") -> None:
        """Show these; `choose` is who is to be chosen, whatever was searched for."""
        if choose:
            self.search.clear()
        self.list.show_people(people, open_id)
        if choose:
            self.list.choose(choose)
        self._cell.setVisible(len(people) >= SEARCHED_FROM)
        self._show_nobody()

    def take_focus(self) -> None:
        """Bring the keyboard to the list, where letters, arrows and Enter find a person."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_nobody(self) -> None:
        nobody = not self.list.people.rowCount()
        self.nobody.setVisible(nobody)
        self.list.setVisible(not nobody)

    def _on_searched(self, words: str) -> None:
        self.list.search(words)
        self._show_nobody()
