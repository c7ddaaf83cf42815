"""The lines of files that come in, those that ask for attention first."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from walktrack.domain.incoming import Line
from walktrack.ui.import_words import place_words, title_words
from walktrack.ui.look.palette import Ink
from walktrack.ui.look.tokens import TARGET
from walktrack.ui.widgets.entry_delegate import LinePen, line_height, paint_ground

_ROWS_SHOWN = 4
_SIDE, _AIR = 18, 12
_PLACE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class IncomingModel(QAbstractTableModel):
    """Serves lines as words, made only for those in sight."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Serve these lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return title_words(line)
        if role == _PLACE:
            return place_words(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title_words(line)}. {place_words(line)}"
        return None


class _Delegate(QStyledItemDelegate):
    """Paints what is in a line, and under it where it is and what would happen."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(TARGET, line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        colours = Ink(option.palette)
        paint_ground(painter, option, colours)
        box = option.rect.adjusted(_SIDE, _AIR, -_SIDE, -_AIR)
        pen = LinePen(painter, box, option.direction, colours)
        pen.two_lines(box, str(index.data()), str(index.data(_PLACE)))
        painter.restore()


class IncomingList(QTableView):
    """Shows lines in two rows of text each; to be read, nothing can be chosen for good."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = IncomingModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self))
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.hide()
        down.hide()
        down.setDefaultSectionSize(line_height())
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines from the first one on."""
        self.lines.show_lines(lines)
        if lines:
            self.setCurrentIndex(self.lines.index(0, 0))
            self.clearSelection()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = min(max(self.lines.rowCount(), 1), _ROWS_SHOWN)
        return QSize(super().sizeHint().width(), rows * line_height() + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(line_height())
            self.updateGeometry()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802  Qt's own name
        """Do nothing: Qt would put every line into words to find one that begins with a letter."""
