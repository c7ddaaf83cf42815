"""The list of History: smooth however long it is, by mouse and by keyboard."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from walktrack.domain.entry import Entry
from walktrack.ui.models.history_model import Column, HistoryModel
from walktrack.ui.widgets.entry_delegate import EntryDelegate, line_height

_Key = Qt.Key


class HistoryList(QTableView):
    """Shows a HistoryModel. Enter or a double click asks to edit a line, Delete to remove it.

    Its one visible column paints the whole line. A QListView would ask the model about every
    single line before it paints the first.
    """

    edit_asked = Signal()
    remove_asked = Signal()
    chosen = Signal()

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setItemDelegate(EntryDelegate(self))
        self.setModel(model)
        for column in Column:
            self.setColumnHidden(column, column is not Column.WHEN)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.hide()
        down.hide()
        down.setDefaultSectionSize(line_height())
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.choose_several(several=False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Walks, ratings and flare-ups"))
        self.doubleClicked.connect(self.edit_asked)
        self.selectionModel().selectionChanged.connect(self.chosen)

    @property
    def entry(self) -> Entry | None:
        """The line that is chosen, if it is one alone."""
        rows = self._rows()
        return self._model.entry(rows[0]) if len(rows) == 1 else None

    @property
    def entries(self) -> list[Entry]:
        """All lines that are chosen, from the top."""
        found = [self._model.entry(row) for row in self._rows()]
        return [entry for entry in found if entry]

    @property
    def chosen_count(self) -> int:
        """How many lines are chosen."""
        return len(self._rows())

    def choose_several(self, *, several: bool) -> None:
        """Let each press choose one more line, or only with Shift or Ctrl."""
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.MultiSelection if several else modes.ExtendedSelection)

    def _rows(self) -> list[int]:
        """Return the rows that are chosen; the ranges are few, however many rows they hold."""
        rows: set[int] = set()
        chosen = self.selectionModel().selection()
        for at in range(chosen.count()):
            rows.update(range(chosen.at(at).top(), chosen.at(at).bottom() + 1))
        return sorted(rows)

    def offset_of(self, row: int) -> int:
        """Return how far a line stands below the top of the list, in pixels."""
        return self.rowViewportPosition(row)

    def choose(self, row: int, above: int | None = None) -> None:
        """Choose a line and show it, if it can be `above` pixels below the top of the list."""
        index = self._model.index(row, Column.WHEN)
        self.setCurrentIndex(index)
        if above is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(row) - above)
        self.scrollTo(index)

    def minimumSizeHint(self) -> QSize:
        """Ask for one line at least; the scroll bar alone would ask for more at large text."""
        return QSize(super().minimumSizeHint().width(), line_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = self._model.rowCount() - 1
        match event.key():
            case _Key.Key_Return | _Key.Key_Enter:
                self.edit_asked.emit()
            case _Key.Key_Delete | _Key.Key_Backspace:
                self.remove_asked.emit()
            case _Key.Key_Home if last >= 0:
                self.choose(0)
            case _Key.Key_End if last >= 0:
                self.choose(last)
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(line_height())

    def keyboardSearch(self, search: str) -> None:  # noqa: N802  Qt's own name
        """Do nothing: Qt would read the whole diary to find a line that begins with a letter."""
