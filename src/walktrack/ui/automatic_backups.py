"""Backups that come by themselves: after the start, while the diary changes, and at the end."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from walktrack.domain.backup import BackupError, Reason
from walktrack.domain.faults import DiaryError
from walktrack.services.backups import Made, is_there
from walktrack.ui.backup_words import still_safe_words, trouble_words
from walktrack.ui.errand import Errand

if TYPE_CHECKING:
    from walktrack.services.backups import Backups

_START_MS = 5_000
_REGULAR_MS = 30 * 60_000
_PATIENCE_S = 60
"""How long the end of the program waits for a thread, perhaps one that hangs on a dead share."""


class AutomaticBackups(QObject):
    """Makes backups in a thread. `kept` is False for a diary of which there are to be none.

    `made` carries a Made, `failed` what was in the way. `troubled` carries words for the bar, of
    each kind of trouble once; `trouble` and `second_trouble` hold what was in the way last.
    """

    made = Signal(object)
    failed = Signal(object)
    troubled = Signal(str)

    def __init__(self, backups: "Backups", *, kept: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kept = kept and backups.folder is not None
        self.trouble: Exception | None = None
        self.second_trouble: BackupError | None = None
        self._backups = backups
        self._started = False
        self._by_hand = self._hand_waits = False
        self._told: set[object] = set()
        self._errand = Errand(BackupError, DiaryError, parent=self)
        self._errand.done.connect(self._on_done)
        self._errand.failed.connect(self._on_failed)
        self._waited_for = [self._errand]
        self._first = QTimer(self, singleShot=True, interval=_START_MS)
        self._first.timeout.connect(self._on_start)
        self._regular = QTimer(self, interval=_REGULAR_MS)
        self._regular.timeout.connect(self._on_regular)

    def start(self) -> None:
        """Begin to make backups when they are due."""
        if self.kept:
            self._started = True
            self._first.start()
            self._regular.start()

    def make_now(self) -> None:
        """Make a backup whether one is due or not; after the one that is being made, if any."""
        self._hand_waits = not self._errand.start(lambda: self._backups.make(Reason.HAND))
        if not self._hand_waits:
            self._by_hand = True

    def wait_for(self, errand: Errand) -> None:
        """Have the end wait for another thread that uses the diary, too."""
        self._waited_for.append(errand)

    def finish(self) -> bool:
        """Make the last backup; return whether the diary may be closed: no thread uses it."""
        self._first.stop()
        self._regular.stop()
        if not all(errand.wait(_PATIENCE_S) for errand in self._waited_for):
            return False
        if not self._started:
            return True
        # Nobody is there to be told if it fails; the next start finds it due and makes it.
        last = Errand(BackupError, DiaryError)
        last.start(lambda: self._make_if_due(Reason.QUIT))
        return last.wait(_PATIENCE_S)

    def _on_start(self) -> None:
        self._errand.start(lambda: self._make_if_due(Reason.START))

    def _on_regular(self) -> None:
        self._errand.start(lambda: self._make_if_due(Reason.REGULAR))

    def _make_if_due(self, reason: Reason) -> Made | None:
        # The copy that a stick missed is made up for, should it be there again.
        behind = self.second_trouble and is_there(self.second_trouble.folder)
        return self._backups.make(reason) if behind or self._backups.due() else None

    def _on_done(self, made: Made | None) -> None:
        if made:
            self.trouble, self.second_trouble = None, made.second
            if made.second:
                self._warn(("second", made.second.fault), still_safe_words(made.second))
            self.made.emit(made)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self.trouble = error
        self._warn(("first", getattr(error, "fault", type(error))), trouble_words(error))
        self.failed.emit(error)
        self._go_on()

    def _warn(self, kind: object, words: str) -> None:
        """Tell the bar once; whoever asked for a backup is told where they asked."""
        if kind not in self._told and not self._by_hand:
            self.troubled.emit(words)
        self._told.add(kind)

    def _go_on(self) -> None:
        self._by_hand = False
        if self._hand_waits:
            self.make_now()
