"""Bringing back a backup, from the question to the services and back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.backup import BackupError, UnfitError
from walktrack.domain.faults import DiaryError
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.services.backups import Offer
from walktrack.ui.automatic_backups import AutomaticBackups
from walktrack.ui.backup_words import not_examined_words, not_restored_words, trouble_words
from walktrack.ui.dialogs.question import Question
from walktrack.ui.dialogs.restore import RestoreDialog
from walktrack.ui.errand import Errand

if TYPE_CHECKING:
    from walktrack.services.desk import Desk

_PAINTED_MS = 30


class Restoring(QObject):
    """Runs the dialog: examines in a thread what is chosen, and puts it in place.

    An offer that is not taken is released. `restored` says that one was.
    """

    restored = Signal()

    def __init__(self, desk: "Desk", automatic: AutomaticBackups, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parent = parent
        self._dialog: RestoreDialog | None = None
        self._wanted: Path | None = None
        self._examined: Path | None = None
        self._offer: Offer | None = None
        self._errand = Errand(UnfitError, DiaryError, parent=self)
        self._errand.done.connect(self._on_examined)
        self._errand.failed.connect(self._on_unfit)
        automatic.wait_for(self._errand)

    def ask(self) -> None:
        """Open the dialog; while a walk is open, say that it must be finished first."""
        if self._desk.tracker.any_open:
            self._say_walk_is_open()
            return
        dialog = RestoreDialog(self._parent.window())
        try:
            dialog.show_backups(self._desk.backups.all())
        except BackupError as error:
            dialog.show_refusal(trouble_words(error))
        self._dialog = dialog
        dialog.chosen.connect(self._on_chosen)
        dialog.unchosen.connect(self._drop)
        dialog.restore_wanted.connect(self._on_restore)
        dialog.finished.connect(self._on_finished)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _say_walk_is_open(self) -> None:
        words = Question(self.tr("Close"), self._parent.window())
        words.show_words(
            self.tr("A walk is open."),
            self.tr("Finish it on Today first. Then you can bring back a backup."),
        )
        words.add()
        words.finished.connect(words.deleteLater)
        words.open()

    def _on_chosen(self, path: Path) -> None:
        self._drop()
        self._wanted = path
        self._examine()

    def _examine(self) -> None:
        path = self._wanted
        if path and self._errand.start(lambda: self._desk.backups.examine(path)):
            self._examined = path

    def _on_examined(self, offer: Offer) -> None:
        if self._dialog is None or self._wanted != self._examined:
            offer.release()
            self._examine()
            return
        self._offer = offer
        self._dialog.show_outlook(offer.outlook)

    def _on_unfit(self, error: Exception) -> None:
        if self._dialog is None or self._wanted is None or self._wanted != self._examined:
            self._examine()
            return
        self._dialog.show_refusal(not_examined_words(error, self._wanted.name))

    def _drop(self) -> None:
        self._wanted = None
        offer, self._offer = self._offer, None
        if offer:
            offer.release()

    def _on_restore(self) -> None:
        QTimer.singleShot(_PAINTED_MS, self, self._restore)  # once the dialog says that it is on

    def _restore(self) -> None:
        if self._offer is None or self._dialog is None:
            return
        try:
            self._desk.backups.restore(self._offer)
        except (NotPossibleError, BackupError, DiaryError) as error:
            self._drop()
            self._dialog.show_refusal(not_restored_words(error))
        else:
            self._offer = None
            self._dialog.accept()
            self.restored.emit()

    def _on_finished(self) -> None:
        self._dialog = None
        self._drop()
