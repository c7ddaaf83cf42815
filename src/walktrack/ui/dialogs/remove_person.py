"""The questions before a person is removed: into the bin, where the name is typed, and for good."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from walktrack.domain.bin import KEPT_DAYS, BinnedPerson
from walktrack.domain.person import Person
from walktrack.ui.announce import announce
from walktrack.ui.dialogs.question import Question
from walktrack.ui.person_words import is_typed, name_of, to_type
from walktrack.ui.widgets.answer_button import AnswerButton
from walktrack.ui.widgets.labels import PlainLabel, StrongLabel


class RemovePersonDialog(Question):
    """`agreed` once the name is typed and Remove pressed. Esc and closing keep the person."""

    agreed = Signal()

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keep the person"), parent)
        self._person = person
        title = self.tr("Remove {name}?").format(name=name_of(person))
        words = self.tr(
            "All their walks, ratings and notes go too. A backup is made first. "
            "Under Removed they can be put back for {days} days."
        )
        self.show_words(title, words.format(days=KEPT_DAYS))
        asked = PlainLabel(self.tr("To be sure, please type:"), wrap=True)
        word = StrongLabel(to_type(person), wrap=True)
        self.field = QLineEdit()
        spoken = self.tr("To be sure, please type: {word}")
        self.field.setAccessibleName(spoken.format(word=to_type(person)))
        self.trouble = PlainLabel(wrap=True)
        self.trouble.setForegroundRole(QPalette.ColorRole.LinkVisited)
        self.trouble.hide()
        self.remove = AnswerButton(
            self.tr("Remove the person"), self.tr("With all their records. It can be undone.")
        )
        self.add(asked, word, self.field, self.trouble, self.remove)
        self.field.returnPressed.connect(self._on_remove)
        self.remove.clicked.connect(self._on_remove)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)  # to type a name does no harm

    def _on_remove(self) -> None:
        if is_typed(self.field.text(), self._person):
            self.accept()
            self.agreed.emit()
            return
        words = self.tr("That is not what stands there. Nothing was removed.")
        self.trouble.show_text(words)
        self.trouble.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
        announce(self.trouble, words)
        self.reveal(self.trouble)


class PersonForGoodDialog(Question):
    """Names who would go; `agreed` that they are to go. Esc and closing keep them."""

    agreed = Signal()

    def __init__(self, binned: BinnedPerson, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keep the person"), parent)
        facts = self.tr("{name}, with all walks, ratings and notes.")
        name = name_of(binned.person)
        self.show_words(self.tr("Remove this person for good?"), facts.format(name=name))
        self.remove = AnswerButton(
            self.tr("Remove the person for good"),
            self.tr("This cannot be undone. Backups hold it until they grow old."),
        )
        self.add(self.remove)
        self.remove.clicked.connect(self._on_remove)

    def _on_remove(self) -> None:
        self.accept()
        self.agreed.emit()
