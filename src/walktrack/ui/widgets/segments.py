"""A short row of choices, such as the range of a chart."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.ui.widgets.choice import Choice, ChoiceButton
from walktrack.ui.widgets.flow import Flow


class Segments(Choice):
    """One of several values, each a word; wraps where it is narrow.

    `chosen` carries the value, as given, when the person changes it.
    """

    chosen = Signal(object)

    def __init__(
        self, name: str, choices: Sequence[tuple[object, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._values = [value for value, _ in choices]
        self._flow = Flow(self, spacing=0)
        self.fill([ChoiceButton(text) for _, text in choices])
        for button in self.buttons:
            button.setAccessibleName(f"{button.text()}, {name}")
            self._flow.addWidget(button)
        self.picked_index.connect(self._on_picked)

    @property
    def value(self) -> object:
        """What is chosen, or None."""
        return None if self.index is None else self._values[self.index]

    def show_value(self, value: object) -> None:
        """Show what is chosen; a value that is not offered shows nothing chosen."""
        self.show_index(self._values.index(value) if value in self._values else None)

    def _on_picked(self, index: int) -> None:
        self.chosen.emit(self._values[index])
