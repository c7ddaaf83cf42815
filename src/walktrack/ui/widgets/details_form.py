"""What a person may say about a walk: all of it optional, none of it chosen for them."""

from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walktrack.domain.walk import Company, Details, Effort, Kind, Surface
from walktrack.ui.look.tokens import GAP
from walktrack.ui.widgets.drop_down import DropDown
from walktrack.ui.widgets.flow import Columns
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.note_edit import NoteEdit
from walktrack.ui.words import company_word, effort_word, kind_word, surface_word

_COLUMNS = 4
_T = TypeVar("_T")


class DetailsForm(QWidget):
    """Kind, surface, company, effort, three yes-or-no questions and a note.

    `edited` carries the Details as they are after a change by the person; for the note once
    typing has paused.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unsaid: tuple[str, object] = (self.tr("Not said"), None)
        yes_no: list[tuple[str, object]] = [unsaid, (self.tr("Yes"), True), (self.tr("No"), False)]
        self.kind = DropDown()
        self.kind.show_answers([unsaid, *((kind_word(kind), kind) for kind in Kind)])
        self.surface = DropDown()
        self.surface.show_answers([unsaid, *((surface_word(each), each) for each in Surface)])
        self.company = DropDown()
        self.company.show_answers([unsaid, *((company_word(each), each) for each in Company)])
        self.effort = DropDown()
        self.effort.show_answers([unsaid, *((effort_word(each), each) for each in Effort)])
        self.stopped, self.warm_up, self.cool_down = DropDown(), DropDown(), DropDown()
        for choice in (self.stopped, self.warm_up, self.cool_down):
            choice.show_answers(yes_no)
        self.note = NoteEdit(self.tr("Note"))
        self._lay_out()
        self.note.settled.connect(self._on_edited)

    def show_details(self, details: Details) -> None:
        """Show what is known; nothing is emitted."""
        with QSignalBlocker(self):
            self.kind.show_value(details.kind)
            self.surface.show_value(details.surface)
            self.company.show_value(details.company)
            self.effort.show_value(details.effort)
            self.stopped.show_value(details.stopped_for_pain)
            self.warm_up.show_value(details.warm_up)
            self.cool_down.show_value(details.cool_down)
            self.note.show_note(details.note)

    def details(self) -> Details:
        """Return what the form says now."""
        return Details(
            kind=_answer(self.kind, Kind),
            surface=_answer(self.surface, Surface),
            company=_answer(self.company, Company),
            effort=_answer(self.effort, Effort),
            stopped_for_pain=_answer(self.stopped, bool),
            warm_up=_answer(self.warm_up, bool),
            cool_down=_answer(self.cool_down, bool),
            note=self.note.note(),
        )

    def _lay_out(self) -> None:
        fields = QWidget()
        columns = Columns(fields, most=_COLUMNS)
        for words, answers in (
            (self.tr("Kind of walk"), self.kind),
            (self.tr("How hard it felt"), self.effort),
            (self.tr("Where I walked"), self.surface),
            (self.tr("Who came along"), self.company),
            (self.tr("I warmed up first"), self.warm_up),
            (self.tr("I cooled down after"), self.cool_down),
            (self.tr("I stopped because of pain"), self.stopped),
        ):
            columns.addWidget(labelled(words, answers))
            answers.currentIndexChanged.connect(self._on_edited)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(fields)
        whole.addWidget(self.note)

    def _on_edited(self) -> None:
        self.edited.emit(self.details())


def _answer(choice: DropDown, kind: type[_T]) -> _T | None:
    value = choice.value
    return value if isinstance(value, kind) else None
