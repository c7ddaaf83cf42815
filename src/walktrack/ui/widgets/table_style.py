"""How a table is written: what parts its columns, its letters, its numbers and its first row."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.column_map import Dialect, Letters, Separator
from walktrack.ui.table_words import letters_words, separator_words
from walktrack.ui.widgets.drop_down import DropDown
from walktrack.ui.widgets.flow import Columns
from walktrack.ui.widgets.labelled import labelled

_COLUMNS = 4


class TableStyle(QWidget):
    """Four choices. `dialect_picked` carries a Dialect, `decimal_picked` a decimal sign."""

    dialect_picked = Signal(object)
    decimal_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.separator, self.letters, self.named = DropDown(), DropDown(), DropDown()
        self.decimal = DropDown()
        self.separator.show_answers([(separator_words(each), each) for each in Separator])
        self.letters.show_answers([(letters_words(each), each) for each in Letters])
        names, values = self.tr("Column names"), self.tr("Values")
        self.named.show_answers([(names, True), (values, False)])
        self.decimal.show_answers([(self.tr("Point, 12.5"), "."), (self.tr("Comma, 12,5"), ",")])
        row = Columns(self, most=_COLUMNS)
        for name, choice in (
            (self.tr("Between columns"), self.separator),
            (self.tr("Letters"), self.letters),
            (self.tr("First row"), self.named),
            (self.tr("Decimal sign"), self.decimal),
        ):
            row.addWidget(labelled(name, choice))
        for choice in (self.separator, self.letters, self.named):
            choice.activated.connect(self._on_dialect)
        self.decimal.activated.connect(self._on_decimal)

    def show_dialect(self, dialect: Dialect) -> None:
        """Show how the table is read now."""
        self.separator.show_value(dialect.separator)
        self.letters.show_value(dialect.letters)
        self.named.show_value(dialect.named)

    def show_decimal(self, sign: str) -> None:
        """Show the decimal sign."""
        with QSignalBlocker(self.decimal):
            self.decimal.show_value(sign)

    def _on_dialect(self) -> None:
        separator, letters = str(self.separator.value), str(self.letters.value)
        named = bool(self.named.value)
        self.dialect_picked.emit(Dialect(Letters(letters), Separator(separator), named))

    def _on_decimal(self) -> None:
        self.decimal_picked.emit(str(self.decimal.value))
