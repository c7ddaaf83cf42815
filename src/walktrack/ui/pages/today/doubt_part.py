"""The question about time in doubt, asked once and kept true while it is open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from walktrack.ui.pages.today.walk_part import WalkPart

if TYPE_CHECKING:
    from walktrack.domain.moment import Moment
    from walktrack.services.desk import Desk
    from walktrack.services.running import Answer
    from walktrack.ui.dialogs.review import ReviewDialog


class DoubtPart(QObject):
    """Opens the question when the walk has one, and takes the answer to the walk."""

    def __init__(self, walk: WalkPart, window: QWidget) -> None:
        super().__init__(window)
        self._walk, self._window = walk, window
        self._desk: Desk | None = None
        self._question: ReviewDialog | None = None
        walk.doubted.connect(self._on_doubt)
        walk.second_passed.connect(self._on_second)
        walk.card.question_wanted.connect(self.ask)

    def take_up(self, desk: "Desk") -> None:
        """Begin to work with an open diary."""
        self._desk = desk

    def ask(self) -> None:
        """Open the question, once."""
        running = self._walk.running()
        if self._desk is None or running is None or running.watch.review is None:
            return
        if self._question is None:
            from walktrack.ui.dialogs.review import ReviewDialog  # noqa: PLC0415 - rarely asked

            self._question = ReviewDialog(running.watch, self._desk.clock.read(), self._window)
            self._question.answered.connect(self._on_answered)
            self._question.finished.connect(self._on_closed)
            self._question.open()

    def _on_doubt(self) -> None:
        self._walk.card.safe_step().setFocus(Qt.FocusReason.OtherFocusReason)
        self.ask()

    def _on_second(self) -> None:
        """Keep the numbers true: what the question promises is what is stored."""
        running = self._walk.running()
        if self._question and self._desk and running:
            self._question.show_watch(running.watch, self._desk.clock.read())

    def _on_answered(self, answer: "Answer", at: "Moment | None") -> None:
        self._walk.answer(answer, at)

    def _on_closed(self) -> None:
        if self._question is not None:
            self._question.deleteLater()
        self._question = None
