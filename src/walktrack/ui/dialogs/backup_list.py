"""A list of backups to choose from, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
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

from walktrack.domain.backup import Backup
from walktrack.ui.backup_words import reason_words, when_words
from walktrack.ui.look.palette import Ink
from walktrack.ui.look.tokens import TARGET
from walktrack.ui.widgets.entry_delegate import Index, LinePen, line_height, paint_ground

_ROWS_SHOWN = 4
_REST_MS = 600
_SIDE, _AIR = 18, 12
_WHY = Qt.ItemDataRole.UserRole
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class _Delegate(QStyledItemDelegate):
    """Paints when a backup was made, and under it why."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(TARGET, line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        colours = Ink(option.palette)
        paint_ground(painter, option, colours)
        box = option.rect.adjusted(_SIDE, _AIR, -_SIDE, -_AIR)
        pen = LinePen(painter, box, option.direction, colours)
        pen.two_lines(box, str(index.data()), str(index.data(_WHY)))
        painter.restore()


class BackupList(QListWidget):
    """Shows backups in two lines each. `chosen` carries the Backup that was chosen.

    A click or Enter chooses at once; so does the arrow keys' coming to rest on a line. `moved`
    says that another line was come to, before that.
    """

    chosen = Signal(object)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backups: list[Backup] = []
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Backups"))
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._choose)
        self.itemClicked.connect(self._choose)
        self.itemSelectionChanged.connect(self._on_selection)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show these; none is chosen."""
        self._backups = list(backups)
        self.clear()
        for backup in backups:
            item = QListWidgetItem(when_words(backup.made))
            why = reason_words(backup.reason)
            item.setData(_WHY, why)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}. {why}")
            self.addItem(item)
        self.updateGeometry()

    def unchoose(self) -> None:
        """Have no line chosen."""
        self._rest.stop()
        self.clearSelection()

    def sizeHint(self) -> QSize:
        rows = min(max(self.count(), 1), _ROWS_SHOWN)
        return QSize(super().sizeHint().width(), rows * line_height() + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.setCurrentRow(self.currentRow())
            self._choose()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.doItemsLayout()
            self.updateGeometry()

    def _on_selection(self) -> None:
        if self.selectedItems():
            self.moved.emit()
            self._rest.start()

    def _choose(self) -> None:
        self._rest.stop()
        if self.selectedItems():
            self.chosen.emit(self._backups[self.currentRow()])
