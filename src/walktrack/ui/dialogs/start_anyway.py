"""The question before a walk while a warning sign is open. It never stops anybody."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.ui.dialogs.question import Question
from walktrack.ui.widgets.answer_button import AnswerButton


class StartAnywayDialog(Question):
    """`agreed` starts the walk; `help_wanted` shows what to do. Esc and closing start nothing."""

    agreed = Signal()
    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Not now"), parent)
        self.show_words(
            self.tr("Start this walk?"),
            self.tr("You ticked a warning sign, and it is not checked yet."),
        )
        self.help = AnswerButton(
            self.tr("Show what to do"), self.tr("The walk does not start before you say so")
        )
        self.start = AnswerButton(
            self.tr("Start the walk"), self.tr("It is recorded like any other walk")
        )
        self.add(self.help, self.start)
        self.help.clicked.connect(self._on_help)
        self.start.clicked.connect(self._on_start)

    def _on_help(self) -> None:
        self.accept()
        self.help_wanted.emit()

    def _on_start(self) -> None:
        self.accept()
        self.agreed.emit()
