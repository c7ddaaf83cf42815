"""Who is writing: the person, or a carer who is known or typed in."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from walktrack.domain.person import Person
from walktrack.domain.recorder import WRITER_LENGTH, Hand
from walktrack.ui.look.tokens import GAP
from walktrack.ui.person_words import writes_sentence
from walktrack.ui.widgets.buttons import OutlinedButton
from walktrack.ui.widgets.drop_down import DropDown
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.knows_choice import KnowsChoice
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.labels import PlainLabel, StrongLabel


class WriterChoice(QWidget):
    """Each choice takes effect at once.

    `written_as` carries the name of who writes from now on, empty for the person; `said` how a
    carer knows the pain (a Reporter); `forgotten` a name that is to leave the list.
    """

    written_as = Signal(str)
    said = Signal(object)
    forgotten = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.writer = DropDown()
        self.other = QLineEdit()
        self.other.setMaxLength(WRITER_LENGTH)
        self.begin = OutlinedButton(self.tr("Write with this name"))
        self.forget = OutlinedButton(self.tr("Take off the list"))
        self.knows = KnowsChoice(self.tr("How you know the pain"))
        self.meaning = PlainLabel(wrap=True)
        self._lay_out()
        self.writer.activated.connect(self._on_writer)
        self.other.returnPressed.connect(self._on_begin)
        self.other.textChanged.connect(self._on_typed)
        self.begin.clicked.connect(self._on_begin)
        self.forget.clicked.connect(self._on_forget)
        self.knows.chosen.connect(self.said)
        self._on_typed()

    def show_writer(self, person: Person, hand: Hand, known: Sequence[str]) -> None:
        """Show who writes about this person, and who else is known."""
        named = self.tr("{name}, whose diary it is").format(name=person.name)
        whose = named if person.name else self.tr("Myself")
        with QSignalBlocker(self.writer):
            answers: list[tuple[str, object]] = [(whose, ""), *((name, name) for name in known)]
            if hand.name and hand.name not in known:
                answers.append((hand.name, hand.name))
            self.writer.show_answers(answers)
            self.writer.show_value(hand.name)
        if hand.name and hand.name == " ".join(self.other.text().split()):
            self.other.clear()  # it is stored
        self.knows.show_value(hand.reporter)
        self._knows_cell.setVisible(not hand.is_self)
        self.forget.setVisible(not hand.is_self)
        self.meaning.show_text(writes_sentence(person, hand))

    def _lay_out(self) -> None:
        title = StrongLabel(self.tr("Who is writing?"), wrap=True)
        title.setBuddy(self.writer)
        steps = QWidget()
        row = Flow(steps)
        for button in (self.begin, self.forget):
            button.setAutoDefault(False)
            row.addWidget(button)
        self._knows_cell = QWidget()
        inner = QVBoxLayout(self._knows_cell)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2)
        inner.addWidget(PlainLabel(self.tr("How you know the pain"), wrap=True))
        inner.addWidget(self.knows)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, GAP, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(title)
        whole.addWidget(self.writer)
        whole.addWidget(self.meaning)
        whole.addWidget(self._knows_cell)
        whole.addWidget(labelled(self.tr("Somebody else, by name"), self.other))
        whole.addWidget(steps)

    def _on_writer(self) -> None:
        self.written_as.emit(str(self.writer.value))

    def _on_typed(self) -> None:
        self.begin.setEnabled(bool(self.other.text().strip()))

    def _on_begin(self) -> None:
        name = self.other.text().strip()
        if name:
            self.writer.setFocus()
            self.written_as.emit(name)

    def _on_forget(self) -> None:
        self.writer.setFocus()
        self.forgotten.emit(str(self.writer.value))
