"""What to do with an open walk when the window is closed."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.walk import WalkState
from walktrack.ui.dialogs.question import Question
from walktrack.ui.widgets.answer_button import AnswerButton
from walktrack.ui.words import length_words


class Closing(StrEnum):
    """What the person wants: close and keep the walk, close and finish it, or stay here."""

    KEEP = "keep"
    FINISH = "finish"
    CANCEL = "cancel"


class ClosingDialog(Question):
    """Asks about the open walk; `chosen` carries a Closing, once. Esc and closing cancel.

    While a question about the time is open, finishing is not offered: it would answer it unseen.
    """

    chosen = Signal(object)

    def __init__(self, state: WalkState, walked_ms: int, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Cancel"), parent)
        so_far = self.tr("{length} so far.").format(length=length_words(walked_ms))
        self.keep = AnswerButton("", "")
        self.finish = AnswerButton(
            self.tr("Finish the walk"), self.tr("It is stored as it is, and WalkTrack closes")
        )
        match state:
            case WalkState.PAUSED:
                self.show_words(self.tr("A walk is paused."), so_far)
                self.keep.show_answer(
                    self.tr("Keep it paused"), self.tr("It waits for you at the next start")
                )
            case WalkState.REVIEW:
                facts = self.tr("It is waiting for your answer about the time.")
                self.show_words(self.tr("A walk is open."), f"{so_far} {facts}")
                self.keep.show_answer(
                    self.tr("Close WalkTrack"), self.tr("You are asked again at the next start")
                )
                self.finish.hide()
            case _:
                self.show_words(self.tr("A walk is running."), so_far)
                self.keep.show_answer(
                    self.tr("Keep it running"),
                    self.tr("The time goes on, and the walk is here at the next start"),
                )
        self.add(self.keep, self.finish)
        self.keep.clicked.connect(self._on_keep)
        self.finish.clicked.connect(self._on_finish)
        self.rejected.connect(self._on_rejected)

    def _on_keep(self) -> None:
        self.accept()
        self.chosen.emit(Closing.KEEP)

    def _on_finish(self) -> None:
        self.accept()
        self.chosen.emit(Closing.FINISH)

    def _on_rejected(self) -> None:
        self.chosen.emit(Closing.CANCEL)
