"""A list to choose from, of two lines each: what it is, and under it a little more."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from walktrack.ui.look.palette import Ink
from walktrack.ui.look.tokens import TARGET
from walktrack.ui.widgets.entry_delegate import Index, LinePen, line_height, paint_ground

_SIDE, _AIR = 18, 12
_SMALL = Qt.ItemDataRole.UserRole


class _Delegate(QStyledItemDelegate):
    """Paints both lines."""

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


class TwoLineList(QListWidget):
    """As high as its rows, up to `rows_shown`; the rest is scrolled to."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def rows_shown(self) -> int:
        """How many rows are in view at the most."""
        return 4

    def add_row(self, title: str, small: str, spoken: str) -> None:
        """Add a row, with what is read aloud of it."""
        item = QListWidgetItem(title)
        item.setData(_SMALL, small)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.addItem(item)

    def sizeHint(self) -> QSize:
        rows = min(max(self.count(), 1), self.rows_shown)
        return QSize(super().sizeHint().width(), rows * line_height() + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.doItemsLayout()
            self.updateGeometry()
