"""Quick entry as a table: a line for each person and day, a cell for each thing to say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from walktrack.domain.quick import QuickFault, QuickRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROLE = Qt.ItemDataRole
_LONGEST = 4


class QuickColumn(IntEnum):
    """What each column is for."""

    MINUTES = 0
    BEFORE = 1
    AFTER = 2
    NO_WALK = 3


@dataclass(frozen=True, slots=True)
class QuickLine:
    """A row with the words at its head: the name of a person, or a day."""

    head: str
    row: QuickRow


class QuickModel(QAbstractTableModel):
    """Hands every change to `store` at once; `store` says whether it is kept.

    What cannot be read at all is told to `fault` and not handed on.
    """

    def __init__(
        self,
        store: Callable[[int, QuickRow], bool],
        fault: Callable[[QuickFault], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._fault = store, fault
        self._lines: list[QuickLine] = []

    def show_lines(self, lines: Sequence[QuickLine]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def show_row(self, number: int, row: QuickRow) -> None:
        """Show a line as it is stored now."""
        self._lines[number] = replace(self._lines[number], row=row)
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(QuickColumn) - 1))

    def line(self, number: int) -> QuickLine:
        """Return a line."""
        return self._lines[number]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(QuickColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        if role != _ROLE.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self._lines[section].head
        return {
            QuickColumn.MINUTES: self.tr("Minutes"),
            QuickColumn.BEFORE: self.tr("Pain before"),
            QuickColumn.AFTER: self.tr("Pain after"),
            QuickColumn.NO_WALK: self.tr("No walk"),
        }[QuickColumn(section)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if not index.isValid() or self._lines[index.row()].row.fixed:
            return flags
        if index.column() == QuickColumn.NO_WALK:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], QuickColumn(index.column())
        if role == _ROLE.CheckStateRole and column is QuickColumn.NO_WALK and not line.row.fixed:
            return Qt.CheckState.Checked if line.row.no_walk else Qt.CheckState.Unchecked
        if role in {_ROLE.DisplayRole, _ROLE.EditRole}:
            return self._shown(line.row, column)
        if role == _ROLE.AccessibleTextRole:
            return self._spoken(line, column)
        if role == _ROLE.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        return None

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:  # noqa: N802
        """Store one answer; False, and all as it was, if it cannot be."""
        row, column = self._lines[index.row()].row, QuickColumn(index.column())
        if role == _ROLE.CheckStateRole:
            wanted = replace(row, no_walk=not row.no_walk)
        else:
            text = str(value).strip()
            if text and not (text.isdecimal() and len(text) <= _LONGEST):
                minutes = column is QuickColumn.MINUTES
                self._fault(QuickFault.MINUTES if minutes else QuickFault.PAIN)
                return False
            wanted = _with(row, column, int(text) if text else None)
        return wanted == row or self._store(index.row(), wanted)

    def _shown(self, row: QuickRow, column: QuickColumn) -> str:
        value = {
            QuickColumn.MINUTES: row.minutes,
            QuickColumn.BEFORE: row.before,
            QuickColumn.AFTER: row.after,
            QuickColumn.NO_WALK: None,
        }[column]
        return "" if value is None else str(value)

    def _spoken(self, line: QuickLine, column: QuickColumn) -> str:
        said = self._shown(line.row, column)
        if column is QuickColumn.NO_WALK:
            said = self.tr("yes") if line.row.no_walk else self.tr("no")
        words = self.tr("{head}, {column}: {said}")
        if line.row.fixed:
            words = self.tr("{head}, {column}: {said}. Change it in History.")
        name = self.headerData(column, Qt.Orientation.Horizontal)
        return words.format(head=line.head, column=name, said=said or self.tr("empty"))


def _with(row: QuickRow, column: QuickColumn, value: int | None) -> QuickRow:
    match column:
        case QuickColumn.BEFORE:
            return replace(row, before=value)
        case QuickColumn.AFTER:
            return replace(row, after=value)
        case _:
            # The pain goes with the minutes, and minutes are the contrary of no walk.
            kept = row if value is not None else replace(row, before=None, after=None)
            return replace(kept, minutes=value, no_walk=row.no_walk and value is None)
