"""Which column of a table holds what: a drop-down list of the columns for each thing."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.column_map import FIELDS, Field, Rows
from walktrack.ui.table_words import field_words
from walktrack.ui.widgets.drop_down import DropDown
from walktrack.ui.widgets.flow import Columns
from walktrack.ui.widgets.labelled import labelled

_COLUMNS = 4


class ColumnChoices(QWidget):
    """Asks for each field of walks or ratings. `picked` carries a Field and a column or None."""

    picked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[Field, DropDown] = {}
        self._cells: dict[Field, QWidget] = {}
        row = Columns(self, most=_COLUMNS)
        for field in Field:
            choice = self.fields[field] = DropDown()
            choice.activated.connect(partial(self._on_picked, field))
            cell = self._cells[field] = labelled(field_words(field), choice)
            row.addWidget(cell)

    def show_names(self, names: Sequence[str]) -> None:
        """Offer these columns."""
        none: tuple[str, object] = (self.tr("Not in the file"), None)
        answers = [none, *((name, at) for at, name in enumerate(names))]
        for choice in self.fields.values():
            choice.show_answers(answers)

    def show_columns(self, rows: Rows, columns: Mapping[Field, int]) -> None:
        """Show which column is taken for what, and ask for no more than these rows can have."""
        for field, choice in self.fields.items():
            with QSignalBlocker(choice):
                choice.show_value(columns.get(field))
            self._cells[field].setVisible(field in FIELDS[rows])

    def _on_picked(self, field: Field, _index: int) -> None:
        self.picked.emit(field, self.fields[field].value)
