"""People as an item model: who matches what is searched for, with what is said of each."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from walktrack.domain.person import Person
from walktrack.ui.person_words import name_of, state_words

PERSON_ROLE = int(Qt.ItemDataRole.UserRole)
"""Asks an index for its Person."""

SMALL_ROLE = PERSON_ROLE + 1
"""Asks an index for its second line."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PeopleModel(QAbstractListModel):
    """The people whose name holds the words searched for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: list[Person] = []
        self._shown: list[Person] = []
        self._open_id = ""
        self._words = ""

    def show_people(self, people: Sequence[Person], open_id: str) -> None:
        """Hold these; `open_id` is the one whose diary is open."""
        self._people, self._open_id = list(people), open_id
        self._sift()

    def search(self, words: str) -> None:
        """Show who has these words in their name, large and small letters alike."""
        self._words = " ".join(words.split()).casefold()
        self._sift()

    def person(self, row: int) -> Person | None:
        """Return the person in a row, or None where there is none."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, person_id: str) -> int | None:
        """Return the row of a person, or None if they are not shown."""
        rows = (row for row, each in enumerate(self._shown) if each.id == person_id)
        return next(rows, None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        person = self.person(index.row()) if index.isValid() else None
        if person is None:
            return None
        state = state_words(person, is_open=person.id == self._open_id)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name_of(person)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ". ".join(part for part in (name_of(person), state) if part)
            case _ if role == PERSON_ROLE:
                return person
            case _ if role == SMALL_ROLE:
                return state
            case _:
                return None

    def _sift(self) -> None:
        self.beginResetModel()
        words = self._words
        self._shown = [person for person in self._people if words in name_of(person).casefold()]
        self.endResetModel()
