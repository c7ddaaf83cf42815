"""Every walk, rating and mark as an item model that keeps only a few pages of them in memory."""

from collections import OrderedDict
from collections.abc import Mapping
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal

from walktrack.domain.entry import Entry, HistoryFilter
from walktrack.domain.faults import DiaryError
from walktrack.services.history import History
from walktrack.ui.models import entry_words as words

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
"""Asks an index for its Entry."""

PAGE_ROWS = 200
_PAGES_KEPT = 4

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What each column holds."""

    WHEN = 0
    WHAT = 1
    MINUTES = 2
    BEFORE = 3
    AFTER = 4
    CHECKLIST = 5
    NOTE = 6


class HistoryModel(QAbstractTableModel):
    """The lines of one person that match a filter, newest first, read a page at a time.

    Without a person they are everyone's, each with the name it belongs to.

    `troubled` carries a DiaryError when lines could not be read; those stay empty until the next
    refresh.
    """

    troubled = QtSignal(object)

    def __init__(self, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._person_id: str | None = None
        self._names: Mapping[str, str] = {}
        self._wanted = HistoryFilter()
        self._today = date.min
        self._count = 0
        self._pages: OrderedDict[int, list[Entry]] = OrderedDict()

    def show_lines(self, person_id: str, wanted: HistoryFilter, today: date) -> None:
        """Show the lines of a person that match; `today` is for "Today" and "Yesterday"."""
        self._show(person_id, wanted, today)

    def show_everyone(self, names: Mapping[str, str], wanted: HistoryFilter, today: date) -> None:
        """Show the lines of all people that match; `names` says whose an id is."""
        self._names = names
        self._show(None, wanted, today)

    def entry(self, row: int) -> Entry | None:
        """Return a line, or None where there is none (any more)."""
        if not 0 <= row < self._count:
            return None
        page = self._page(row // PAGE_ROWS)
        at = row % PAGE_ROWS
        return page[at] if at < len(page) else None

    def row_of(self, entry_id: str) -> int | None:
        """Return the row of a line, or None if it is not in the list."""
        row = self._history.index_of(self._person_id, self._wanted, entry_id)
        return row if row is not None and row < self._count else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.WHEN: self.tr("Date and time"),
            Column.WHAT: self.tr("What"),
            Column.MINUTES: self.tr("Minutes"),
            Column.BEFORE: self.tr("Before"),
            Column.AFTER: self.tr("After"),
            Column.CHECKLIST: self.tr("Checklist"),
            Column.NOTE: self.tr("Note"),
        }.get(Column(section))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(entry, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if index.column() == Column.WHEN:
                return self._named(entry, words.sentence(entry))
            return self._shown(entry, Column(index.column()))
        return None

    def _show(self, person_id: str | None, wanted: HistoryFilter, today: date) -> None:
        self.beginResetModel()
        self._person_id, self._wanted, self._today = person_id, wanted, today
        self._pages.clear()
        try:
            self._count = self._history.count(person_id, wanted)
        except DiaryError as error:
            self._count = 0
            self.troubled.emit(error)
        self.endResetModel()

    def _shown(self, entry: Entry, column: Column) -> str:
        match column:
            case Column.WHEN:
                return words.when_words(entry, self._today)
            case Column.WHAT:
                return self._named(entry, words.what_words(entry, self._today))
            case Column.MINUTES:
                return words.minutes_words(entry)
            case Column.BEFORE:
                return "" if entry.before is None else str(entry.before)
            case Column.AFTER:
                return "" if entry.after is None else str(entry.after)
            case Column.CHECKLIST:
                return words.ticked_words(entry)
            case Column.NOTE:
                return words.note_words(entry)

    def _named(self, entry: Entry, said: str) -> str:
        name = self._names.get(entry.person_id, "")
        return self.tr("{name}: {line}").format(name=name, line=said) if name else said

    def _page(self, number: int) -> list[Entry]:
        if number in self._pages:
            self._pages.move_to_end(number)
            return self._pages[number]
        start = number * PAGE_ROWS
        try:
            page = self._history.rows(self._person_id, self._wanted, start, PAGE_ROWS)
        except DiaryError as error:
            page = []
            self.troubled.emit(error)
        self._pages[number] = page
        if len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        return page
