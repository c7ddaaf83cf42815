"""The list of the bin: what was removed, in two lines each, the last removed first."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walktrack.domain.bin import Binned
from walktrack.domain.moment import Moment
from walktrack.ui.bin_words import small, spoken, title
from walktrack.ui.widgets.entry_delegate import line_height
from walktrack.ui.widgets.two_line_list import TwoLineList

_MOST_ROWS, _FEWEST_ROWS, _HEIGHT_PX = 6, 3, 390
_KEYS_OF_REMOVING = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class BinList(TwoLineList):
    """Shows what lies in the bin. Enter asks to put a line back, Delete to remove it for good."""

    moved = Signal()
    back_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What you removed"), parent)
        self._lying: list[Binned] = []
        self.itemSelectionChanged.connect(self.moved)

    def show_lying(self, lying: Sequence[Binned], now: Moment) -> None:
        """Show these; the line where the chosen one was is chosen, if one was."""
        row = self.currentRow() if self.selectedItems() else -1
        with QSignalBlocker(self):  # in between, a line has no record
            self._lying = list(lying)
            self.clear()
            for each in lying:
                self.add_row(title(each, now), small(each, now), spoken(each, now))
            if row >= 0 and lying:
                self.setCurrentRow(min(row, len(lying) - 1))
        self.updateGeometry()

    @property
    def chosen(self) -> Binned | None:
        """The line that is chosen."""
        return self._lying[self.currentRow()] if self.selectedItems() else None

    @property
    def rows_shown(self) -> int:
        return min(max(_HEIGHT_PX // line_height(), _FEWEST_ROWS), _MOST_ROWS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.back_asked.emit()
        elif event.key() in _KEYS_OF_REMOVING:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)
