"""A list of backups to choose from, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walktrack.domain.backup import Backup
from walktrack.ui.backup_words import reason_words, when_words
from walktrack.ui.widgets.two_line_list import TwoLineList

_REST_MS = 600
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class BackupList(TwoLineList):
    """Shows backups in two lines each. `chosen` carries the Backup that was chosen.

    A click or Enter chooses at once; so does the arrow keys' coming to rest on a line. `moved`
    says that another line was come to, before that.
    """

    chosen = Signal(object)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Backups"), parent)
        self._backups: list[Backup] = []
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._choose)
        self.itemClicked.connect(self._choose)
        self.itemSelectionChanged.connect(self._on_selection)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show these; none is chosen."""
        self._backups = list(backups)
        self.clear()
        for backup in backups:
            when, why = when_words(backup.made), reason_words(backup.reason)
            self.add_row(when, why, f"{when}. {why}")
        self.updateGeometry()

    def unchoose(self) -> None:
        """Have no line chosen."""
        self._rest.stop()
        self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.setCurrentRow(self.currentRow())
            self._choose()
        else:
            super().keyPressEvent(event)

    def _on_selection(self) -> None:
        if self.selectedItems():
            self.moved.emit()
            self._rest.start()

    def _choose(self) -> None:
        self._rest.stop()
        if self.selectedItems():
            self.chosen.emit(self._backups[self.currentRow()])
