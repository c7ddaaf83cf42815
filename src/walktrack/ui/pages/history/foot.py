"""The buttons below the list of History."""

from PySide6.QtWidgets import QWidget

from walktrack.ui.widgets.buttons import FilledButton, OutlinedButton
from walktrack.ui.widgets.flow import Flow


class HistoryFoot(QWidget):
    """What can be done with the lines that are chosen, on the left; what can be added, right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit_button = OutlinedButton(self.tr("Edit"), "edit")
        self.remove_button = OutlinedButton(self.tr("Remove"), "delete")
        self.more_button = OutlinedButton(self.tr("More…"))
        self.bin_button = OutlinedButton(self.tr("Bin…"))
        self.add_rating_button = OutlinedButton(self.tr("Add a rating"))
        self.add_walk_button = FilledButton(self.tr("Add a past walk"), "plus")
        buttons = Flow(self, spacing=2)
        buttons.addWidget(self.edit_button)
        buttons.addWidget(self.remove_button)
        buttons.addWidget(self.more_button)
        buttons.addWidget(self.bin_button)
        buttons.add_spring()
        buttons.addWidget(self.add_rating_button)
        buttons.addWidget(self.add_walk_button)

    def show_chosen(self, count: int) -> None:
        """Offer what can be done with so many lines."""
        self.edit_button.setEnabled(count == 1)
        self.remove_button.setEnabled(count > 0)
        self.more_button.setEnabled(count > 0)
