"""The second question before an empty diary takes the place of a damaged or missing one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.ui.dialogs.question import Question
from walktrack.ui.widgets.answer_button import AnswerButton


class AnewDialog(Question):
    """Says what an empty diary means; `agreed` that it is wanted. Esc and closing go back."""

    agreed = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_there: bool = True) -> None:
        super().__init__(self.tr("Go back"), parent)
        facts = [
            self.tr("It has no walks and no ratings."),
            self.tr("The damaged file is kept, and so are your backups.")
            if is_there
            else self.tr("Your backups are kept."),
            self.tr("You can bring a backup back later, in Settings."),
        ]
        self.show_words(self.tr("Begin an empty diary?"), " ".join(facts))
        self.begin = AnswerButton(
            self.tr("Begin an empty diary"), self.tr("Your old records do not show in it")
        )
        self.add(self.begin)
        self.begin.clicked.connect(self._on_begin)

    def _on_begin(self) -> None:
        self.accept()
        self.agreed.emit()
