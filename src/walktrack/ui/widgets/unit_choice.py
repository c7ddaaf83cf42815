"""How the lengths of time in a table are written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.column_map import Unit
from walktrack.ui.table_words import unit_words
from walktrack.ui.widgets.drop_down import DropDown


class UnitChoice(DropDown):
    """One of the units, or still to be chosen. `picked` carries a Unit or None."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unsaid: tuple[str, object] = (self.tr("Please choose"), None)
        self.show_answers([unsaid, *((unit_words(unit), unit) for unit in Unit)])
        self.activated.connect(self._on_activated)

    def show_unit(self, unit: Unit | None) -> None:
        """Show a unit, or that there is none yet."""
        self.show_value(unit)

    def _on_activated(self) -> None:
        self.picked.emit(self.value)
