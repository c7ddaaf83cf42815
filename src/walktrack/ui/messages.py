"""What the bar at the foot of the window says: what was done, what went wrong, what to do."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, Signal

from walktrack.domain.backup import BackupError, UnfitError
from walktrack.domain.faults import DiaryError
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.services.undo import QUIET, Deed, HinderedError, UndoStack
from walktrack.ui.attempt import Attempts
from walktrack.ui.fault_words import sentence
from walktrack.ui.undo_words import done_words, hindered_words, redone_words, undone_words
from walktrack.ui.widgets.message_bar import MessageBar, MessageKind


class Messages(QObject):
    """Runs the bar. `failed` says that a change was not stored, so what is shown may be untrue.

    What could not be stored waits here until it is tried again, or until a newer answer about
    the same thing went through.
    """

    failed = Signal()

    def __init__(self, attempts: Attempts, parent: QObject) -> None:
        super().__init__(parent)
        self.bar = MessageBar()
        self._attempts = attempts
        self._undo: UndoStack | None = None
        self._waiting: dict[Hashable, Callable[[], object]] = {}
        self._offered: Callable[[], object] | None = None
        self.bar.acted.connect(self._on_acted)
        self.bar.closed.connect(self._on_closed)
        attempts.failed.connect(self._on_failed)
        attempts.stored.connect(self._on_stored)
        attempts.recovered.connect(self._on_recovered)

    def take_up(self, undo: UndoStack) -> None:
        """Begin to offer the way back after each change."""
        self._undo = undo
        undo.listen(self._on_deed)

    def say(self, words: str) -> None:
        """Say what happened."""
        self._offered = None
        self.bar.show_message(words)

    def warn(self, words: str) -> None:
        """Say what went wrong, where nothing can be tried again from here."""
        self._offered = None
        self.bar.show_message(words, kind=MessageKind.PROBLEM)

    def offer(self, words: str, action: str, verb: Callable[[], object]) -> None:
        """Say what went wrong, and offer one thing to do about it."""
        self._offered = verb
        self.bar.show_message(words, action, kind=MessageKind.PROBLEM)

    def leave(self) -> None:
        """Let go of what concerns another person; what waits to be stored goes on waiting."""
        if not self._waiting:
            self._offered = None
            self.bar.hide()

    def undo(self) -> None:
        """Take back what was done last."""
        self._undo_deed(None)

    def redo(self) -> None:
        """Do again what was undone last."""
        undo = self._undo
        if undo is None or undo.next is None:
            self.say(self.tr("There is nothing to redo."))
            return
        deed = self._try(undo.redo)
        if deed and undo.last:
            self._offer_undo(undo.last, redone_words(deed))

    def _undo_deed(self, which: Deed | None) -> None:
        undo = self._undo
        if undo is None or (which is None and undo.last is None):
            self.say(self.tr("There is nothing to undo."))
            return
        before = undo.next
        deed = self._try(lambda: undo.undo(which))
        if deed and undo.next is not before:
            self._offered = self.redo
            self.bar.show_message(undone_words(deed), self.tr("Redo"))
        elif deed:
            self.say(undone_words(deed))

    def _try(self, verb: Callable[[], Deed | None]) -> Deed | None:
        """Undo or redo; if it cannot be done, say why."""
        try:
            return self._attempts.attempt(verb)
        except HinderedError as error:
            self.warn(hindered_words(error.why))
        except (BackupError, UnfitError):
            self.warn(self.tr("The backup made before cannot be read, so nothing was undone."))
        return None

    def _on_deed(self, deed: Deed) -> None:
        if deed.kind not in QUIET:
            self._offer_undo(deed, done_words(deed))
        elif self._offered == self.redo:  # there is nothing to redo any more
            self._offered = None
            self.bar.hide()

    def _offer_undo(self, deed: Deed, words: str) -> None:
        """Offer to undo this very deed, whatever quiet ones may come after it."""
        self._offered = lambda: self._undo_deed(deed)
        self.bar.show_message(words, self.tr("Undo"))

    def _on_acted(self) -> None:
        verb, self._offered = self._offered, None
        if verb:
            verb()

    def _on_failed(
        self, error: DiaryError, verb: Callable[[], object] | None, about: Hashable
    ) -> None:
        if verb:
            key = object() if about is None else about
            self._waiting.pop(key, None)
            self._waiting[key] = verb
        self.offer(sentence(error), self.tr("Try again"), self._try_again)
        self.failed.emit()

    def _on_stored(self, about: Hashable) -> None:
        if self._waiting.pop(about, None) and not self._waiting:
            self.bar.hide()

    def _on_closed(self) -> None:
        self._waiting.clear()

    def _try_again(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for about, verb in waiting.items():
            try:
                self._attempts.attempt(verb, about)
            except NotPossibleError:  # done some other way by now
                continue

    def _on_recovered(self) -> None:
        if self._waiting:
            words = self.tr("Storing works again. Your last answer is not stored yet.")
            self.offer(words, self.tr("Store it now"), self._try_again)
        else:
            self.say(self.tr("The walk is being stored again."))
