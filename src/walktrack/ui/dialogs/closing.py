"""What to do with an open walk when the window is closed."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.walk import WalkState
from walktrack.ui.dialogs.question import Question
from walktrack.ui.widgets.answer_button import AnswerButton
from walktrack.ui.words import length_words

if TYPE_CHECKING:
    from walktrack.services.running import Running


class Closing(StrEnum):
    """What the person wants: close and keep the walk, close and finish it, or stay here."""

    KEEP = "keep"
    FINISH = "finish"
    CANCEL = "cancel"


class ClosingDialog(Question):
    """Asks about the open walk; `chosen` carries a Closing, once. Esc and closing cancel.

    `others` names those whose walks are open besides it, or without it.

    While a question about the time is open, finishing is not offered: it would answer it unseen.
    """

    chosen = Signal(object)

    def __init__(
        self, running: "Running | None", others: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Cancel"), parent)
        self.keep = AnswerButton("", "")
        self.finish = AnswerButton(
            self.tr("Finish the walk"), self.tr("It is stored as it is, and WalkTrack closes")
        )
        title, facts = self._ask(running)
        self.show_words(title, "\n".join(each for each in (facts, self._told(others)) if each))
        self.add(self.keep, self.finish)
        self.keep.clicked.connect(self._on_keep)
        self.finish.clicked.connect(self._on_finish)
        self.rejected.connect(self._on_rejected)

    def _ask(self, running: "Running | None") -> tuple[str, str]:
        """Set the answers for the walk that is shown, and return the question."""
        state = running.state if running else None
        length = length_words(running.walked_ms if running else 0)
        so_far = self.tr("{length} so far.").format(length=length)
        self.finish.setVisible(state in {WalkState.RUNNING, WalkState.PAUSED})
        match state:
            case None:
                self.keep.show_answer(
                    self.tr("Close WalkTrack"), self.tr("What is open is here at the next start")
                )
                return self.tr("Somebody else's walk is open."), ""
            case WalkState.PAUSED:
                self.keep.show_answer(
                    self.tr("Keep it paused"), self.tr("It waits for you at the next start")
                )
                return self.tr("A walk is paused."), so_far
            case WalkState.REVIEW:
                self.keep.show_answer(
                    self.tr("Close WalkTrack"), self.tr("You are asked again at the next start")
                )
                facts = self.tr("It is waiting for your answer about the time.")
                return self.tr("A walk is open."), f"{so_far} {facts}"
            case _:
                self.keep.show_answer(
                    self.tr("Keep it running"),
                    self.tr("The time goes on, and the walk is here at the next start"),
                )
                return self.tr("A walk is running."), so_far

    def _told(self, others: Sequence[str]) -> str:
        if not others:
            return ""
        words = self.tr("The walks of these people stay open too: {names}.")
        if len(others) == 1:
            words = self.tr("{names}'s walk stays open too.")
        return words.format(names=", ".join(others))

    def _on_keep(self) -> None:
        self.accept()
        self.chosen.emit(Closing.KEEP)

    def _on_finish(self) -> None:
        self.accept()
        self.chosen.emit(Closing.FINISH)

    def _on_rejected(self) -> None:
        self.chosen.emit(Closing.CANCEL)
