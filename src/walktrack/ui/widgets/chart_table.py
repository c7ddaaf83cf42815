"""The chart as a table, to be read line by line."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from walktrack.reports.table import Table
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import GAP, MARGIN, TARGET
from walktrack.ui.widgets.labels import PlainLabel

_LEAST_WIDE, _HIGH, _AIR = 420, 480, 16
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class ChartTableModel(QAbstractTableModel):
    """Serves the rows of a `Table` as plain text."""

    def __init__(self, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._table.headers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.rows[index.row()][index.column()]
        return _aligned(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.headers[section]
        return _aligned(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _aligned(column: int) -> int:
    """Return where a column's words stand: the name at the start, numbers at the end."""
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


class ChartTable(QTableView):
    """Shows a chart's numbers; reading only, one line at a time by the arrow keys."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(ChartTableModel(table, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAccessibleName(self.tr("The chart as a table"))
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setVisible(False)
        rows.setMinimumSectionSize(max(TARGET, scaled(TARGET)))
        rows.setDefaultSectionSize(max(TARGET, scaled(TARGET)))
        columns.setMinimumHeight(TARGET)
        columns.setHighlightSections(False)
        columns.setStretchLastSection(True)
        for number in range(len(table.headers)):
            self.setColumnWidth(number, self._column_width(number))
        if table.rows:
            self.selectRow(0)

    def wide(self) -> int:
        """Return the width at which no column is cut."""
        bar = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        return bar + sum(self._column_width(number) for number in range(self.model().columnCount()))

    def _column_width(self, number: int) -> int:
        words = max(self.horizontalHeader().sectionSizeHint(number), self.sizeHintForColumn(number))
        return words + scaled(_AIR)


class ChartTableDialog(QDialog):
    """A window with the table and the sentence that goes with it; Escape closes it."""

    def __init__(self, table: Table, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The chart as a table"))
        self.table = ChartTable(table)
        self.resize(max(scaled(_LEAST_WIDE), self.table.wide() + 2 * MARGIN), scaled(_HIGH))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        words = PlainLabel(sentence, wrap=True)
        words.setVisible(bool(sentence))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addWidget(words)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.table.setFocus()
