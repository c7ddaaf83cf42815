"""What the bar at the foot of the window says: what was done, what went wrong, what to do."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, Signal

from walktrack.domain.backup import BackupError, UnfitError
from walktrack.domain.faults import DiaryError
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.services.undo import Deed, DeedKind, UndoStack
from walktrack.ui.attempt import Attempts
from walktrack.ui.fault_words import sentence
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

    def undo(self) -> None:
        """Take back what was done last."""
        undo = self._undo
        if undo is None or undo.last is None:
            self.say(self.tr("There is nothing to undo."))
            return
        kind = undo.last.kind
        try:
            deed = self._attempts.attempt(undo.undo)
        except NotPossibleError:
            self.warn(self._why_not(kind))
            return
        except (BackupError, UnfitError):
            self.warn(self.tr("The backup made before cannot be read, so nothing was undone."))
            return
        if deed:
            self.say(self.tr("Undone."))

    def _on_deed(self, deed: Deed) -> None:
        self._offered = self.undo
        self.bar.show_message(self._words(deed.kind), self.tr("Undo"))

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

    def _why_not(self, kind: DeedKind) -> str:
        if kind is DeedKind.DIARY_RESTORED:
            return self.tr("A walk is open. Finish it first, then undo.")
        if kind in {DeedKind.WALK_DISCARDED, DeedKind.WALK_FINISHED}:
            return self.tr("Another walk is open. Finish it first, then undo.")
        if kind is DeedKind.FILE_BROUGHT_IN:
            return self.tr("Some of these records have changed since. Remove them in History.")
        if kind is DeedKind.WALK_EDITED:
            return self.tr("This walk has changed since. Change it in History instead.")
        return self.tr("That day has another answer by now. Remove it first, then undo.")

    def _words(self, kind: DeedKind) -> str:
        return {
            DeedKind.WALK_REMOVED: self.tr("Walk removed."),
            DeedKind.WALK_DISCARDED: self.tr("Walk discarded."),
            DeedKind.WALK_FINISHED: self.tr("Walk finished and stored."),
            DeedKind.WALK_EDITED: self.tr("Walk changed."),
            DeedKind.WALK_ADDED: self.tr("Walk added."),
            DeedKind.RATING_REMOVED: self.tr("Rating removed."),
            DeedKind.RATING_EDITED: self.tr("Rating changed."),
            DeedKind.RATING_ADDED: self.tr("Rating added."),
            DeedKind.DIARY_RESTORED: self.tr("The backup is back."),
            DeedKind.FILE_BROUGHT_IN: self.tr("The records of the file are in your diary."),
        }[kind]
