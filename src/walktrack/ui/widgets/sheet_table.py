"""The first rows of a table of another program, as they stand in the file."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from walktrack.reports.table import Table
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import TARGET
from walktrack.ui.widgets.chart_table import ChartTable, ChartTableModel

_LONGEST_CELL = 40
_Index = QModelIndex | QPersistentModelIndex
_START = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class _Model(ChartTableModel):
    """Serves cells that all begin at the start: what is in them is not known yet."""

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role == Qt.ItemDataRole.TextAlignmentRole:
            return _START
        return super().data(index, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _START
        return super().headerData(section, orientation, role)


class SheetTable(ChartTable):
    """Shows rows cell by cell; long cells are cut. It scrolls sideways where it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Table((), ()), parent)
        self.setAccessibleName(self.tr("The first rows of the file"))
        self.setSelectionMode(ChartTable.SelectionMode.NoSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these rows below these names."""
        cells = tuple(tuple(_short(cell) for cell in row) for row in rows)
        old = self.model()
        self.setModel(_Model(Table(tuple(names), cells), self))
        if old:
            old.deleteLater()
        for number in range(len(names)):
            self.setColumnWidth(number, self._column_width(number))
        line = max(TARGET, scaled(TARGET))
        rim = self.horizontalScrollBar().sizeHint().height() + 2 * self.frameWidth()
        self.setFixedHeight((len(cells) + 1) * line + rim)
        if cells:
            self.setCurrentIndex(self.model().index(0, 0))


def _short(cell: str) -> str:
    words = " ".join(cell.split())
    return words if len(words) <= _LONGEST_CELL else f"{words[: _LONGEST_CELL - 1]}…"
