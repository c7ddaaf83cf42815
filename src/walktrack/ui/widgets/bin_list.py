"""The list of the bin: what was removed, in two lines each, the last removed first."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from walktrack.domain.bin import Binned
from walktrack.domain.moment import Moment
from walktrack.ui.bin_words import small, spoken, title
from walktrack.ui.look.palette import Ink
from walktrack.ui.look.tokens import TARGET
from walktrack.ui.widgets.entry_delegate import Index, LinePen, line_height, paint_ground

_MOST_ROWS, _FEWEST_ROWS, _HEIGHT_PX = 6, 3, 390
_SIDE, _AIR = 18, 12
_SMALL = Qt.ItemDataRole.UserRole
_KEYS_OF_REMOVING = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Delegate(QStyledItemDelegate):
    """Paints what it is, and under it when it was removed."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(TARGET, line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        colours = Ink(option.palette)
        paint_ground(painter, option, colours)
        box = option.rect.adjusted(_SIDE, _AIR, -_SIDE, -_AIR)
        pen = LinePen(painter, box, option.direction, colours)
        pen.two_lines(box, str(index.data()), str(index.data(_SMALL)))
        painter.restore()


class BinList(QListWidget):
    """Shows what lies in the bin. Enter asks to put a line back, Delete to remove it for good."""

    moved = Signal()
    back_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lying: list[Binned] = []
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Removed walks and ratings"))
        self.itemSelectionChanged.connect(self.moved)

    def show_lying(self, lying: Sequence[Binned], now: Moment) -> None:
        """Show these; the line where the chosen one was is chosen, if one was."""
        row = self.currentRow() if self.selectedItems() else -1
        with QSignalBlocker(self):  # in between, a line has no record
            self._lying = list(lying)
            self.clear()
            for each in lying:
                item = QListWidgetItem(title(each, now))
                item.setData(_SMALL, small(each, now))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(each, now))
                self.addItem(item)
            if row >= 0 and lying:
                self.setCurrentRow(min(row, len(lying) - 1))
        self.updateGeometry()

    @property
    def chosen(self) -> Binned | None:
        """The line that is chosen."""
        return self._lying[self.currentRow()] if self.selectedItems() else None

    def sizeHint(self) -> QSize:
        shown = min(max(_HEIGHT_PX // line_height(), _FEWEST_ROWS), _MOST_ROWS)
        rows = min(max(self.count(), 1), shown)
        return QSize(super().sizeHint().width(), rows * line_height() + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.back_asked.emit()
        elif event.key() in _KEYS_OF_REMOVING:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.doItemsLayout()
            self.updateGeometry()
