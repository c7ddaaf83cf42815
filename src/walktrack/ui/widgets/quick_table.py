"""The table of quick entry: typed through by keys alone."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import TARGET

_HEAD_PX, _LEAST_ROWS, _LONGEST = 220, 3, 4
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
Index = QModelIndex | QPersistentModelIndex


class _Cell(QStyledItemDelegate):
    """Types a number; Enter goes on to the next cell."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setMaxLength(_LONGEST)
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and _is_enter(event) and isinstance(watched, QWidget):
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.EditNextItem)
            return True
        return super().eventFilter(watched, event)


def _is_enter(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in _ENTER


class QuickTable(QTableView):
    """A digit begins to type; Tab and Enter go on; Space and n turn "no walk" on and off."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Cell(self))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.SelectedClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(True)
        self.setAccessibleName(self.tr("Walks and pain, one line for each person or day"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumHeight(TARGET)
        across.setHighlightSections(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        checkable = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        if event.key() in _ENTER:
            self._go_on(index)
        elif checkable and event.text().lower() == "n":
            self.model().setData(index, None, Qt.ItemDataRole.CheckStateRole)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and not checkable:
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.model().setData(index, "", Qt.ItemDataRole.EditRole)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()

    def _go_on(self, index: QModelIndex) -> None:
        """Go to the next cell, from the last one to the next line."""
        last = self.model().columnCount() - 1
        row, column = index.row(), index.column() + 1
        if column > last:
            row, column = row + 1, 0
        following = self.model().index(row, column)
        if following.isValid():
            self.setCurrentIndex(following)

    def _make_room(self) -> None:
        high = max(TARGET, scaled(TARGET))
        down = self.verticalHeader()
        down.setDefaultSectionSize(high)
        down.setFixedWidth(scaled(_HEAD_PX))
        self.setMinimumHeight((_LEAST_ROWS + 1) * high)
