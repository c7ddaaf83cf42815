"""Closing the window while a walk is open: one question first, and nothing that is not stored."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from walktrack.ui.messages import Messages
from walktrack.ui.pages.today.walk_part import WalkPart
from walktrack.ui.person_words import name_of

if TYPE_CHECKING:
    from walktrack.ui.dialogs.closing import Closing
    from walktrack.ui.others import OtherWalks


class Leaving(QObject):
    """Decides whether the window may close, and closes it once that is settled."""

    def __init__(self, walk: WalkPart, messages: Messages, window: QMainWindow) -> None:
        super().__init__(window)
        self._walk = walk
        self._messages = messages
        self._window = window
        self.others: OtherWalks | None = None
        self._settled = False
        self._asking = False

    def may_close(self) -> bool:
        """Say whether the window may close now; if not, ask what is to become of the walk."""
        running, others = self._walk.running(), self.others.walks() if self.others else []
        if self._settled or (running is None and not others):
            return True
        if not self._asking:
            from walktrack.ui.dialogs.closing import ClosingDialog  # noqa: PLC0415 - at the end

            names = [name_of(other.person) for other in others]
            question = ClosingDialog(running, names, self._window)
            question.chosen.connect(self._on_chosen)
            question.finished.connect(question.deleteLater)
            question.finished.connect(self._on_answered)
            question.open()
            self._asking = True
        return False

    def close(self) -> None:
        """Close the window without another question."""
        self._settled = True
        self._window.close()

    def _leave(self) -> bool:
        left = self._walk.running() is None or self._walk.leave()
        return (self.others is None or self.others.leave()) and left

    def _finish(self) -> bool:
        """Finish the walk that is shown; those of others run on, and their people say when."""
        finished = self._walk.finish()
        return (self.others is None or self.others.leave()) and finished

    def _on_answered(self) -> None:
        self._asking = False

    def _on_chosen(self, chosen: "Closing") -> None:
        stored = {"keep": self._leave, "finish": self._finish}.get(chosen.value)
        if stored is None:
            return
        if stored():
            self.close()
        else:
            words = self.tr(
                "This could not be stored now. The walk will be here at the next start, "
                "with a question about its time."
            )
            self._messages.offer(words, self.tr("Close anyway"), self.close)
