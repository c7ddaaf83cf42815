"""What the bar at the foot of the window says: what was done, what went wrong, what to do."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from walktrack.domain.faults import DiaryError
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.services.undo import Deed, DeedKind, UndoStack
from walktrack.ui.attempt import Attempts
from walktrack.ui.fault_words import sentence
from walktrack.ui.widgets.message_bar import MessageBar, MessageKind


class Messages(QObject):
    """Runs the bar. `failed` says that a change was not stored, so what is shown may be untrue."""

    failed = Signal()

    def __init__(self, attempts: Attempts, parent: QObject) -> None:
        super().__init__(parent)
        self.bar = MessageBar()
        self._attempts = attempts
        self._undo: UndoStack | None = None
        self._again: Callable[[], object] | None = None
        self.bar.acted.connect(self._on_acted)
        attempts.failed.connect(self._on_failed)
        attempts.recovered.connect(self._on_recovered)

    def take_up(self, undo: UndoStack) -> None:
        """Begin to offer the way back after each change."""
        self._undo = undo
        undo.listen(self._on_deed)

    def say(self, words: str) -> None:
        """Say what happened."""
        self._again = None
        self.bar.show_message(words)

    def warn(self, words: str) -> None:
        """Say what went wrong, where nothing can be tried again from here."""
        self._again = None
        self.bar.show_message(words, kind=MessageKind.PROBLEM)

    def undo(self) -> None:
        """Take back what was done last."""
        undo = self._undo
        if undo is None or undo.last is None:
            self.say(self.tr("There is nothing to undo."))
            return
        try:
            deed = self._attempts.attempt(undo.undo)
        except NotPossibleError:
            walk = undo.last.kind is DeedKind.WALK_DISCARDED
            open_walk = self.tr("Another walk is open. Finish it first, then undo.")
            answered = self.tr("That day has another answer by now. Remove it first, then undo.")
            self.warn(open_walk if walk else answered)
            return
        if deed:
            self.say(self.tr("Undone."))

    def _on_deed(self, deed: Deed) -> None:
        self._again = None
        self.bar.show_message(self._words(deed.kind), self.tr("Undo"))

    def _on_acted(self) -> None:
        if self._again is None:
            self.undo()
            return
        verb, self._again = self._again, None
        self._attempts.attempt(verb)

    def _on_failed(self, error: DiaryError, verb: Callable[[], object]) -> None:
        self._again = verb
        words = self.tr("Try again")
        self.bar.show_message(sentence(error), words, kind=MessageKind.PROBLEM)
        self.failed.emit()

    def _on_recovered(self) -> None:
        self.say(self.tr("The walk is being stored again. Nothing was lost."))

    def _words(self, kind: DeedKind) -> str:
        return {
            DeedKind.WALK_REMOVED: self.tr("Walk removed."),
            DeedKind.WALK_DISCARDED: self.tr("Walk discarded."),
            DeedKind.WALK_EDITED: self.tr("Walk changed."),
            DeedKind.WALK_ADDED: self.tr("Walk added."),
            DeedKind.RATING_REMOVED: self.tr("Rating removed."),
            DeedKind.RATING_EDITED: self.tr("Rating changed."),
            DeedKind.RATING_ADDED: self.tr("Rating added."),
        }[kind]
