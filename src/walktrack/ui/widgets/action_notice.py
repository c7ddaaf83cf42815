"""A line above the pages that stays, with buttons for what can be done about it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from walktrack.ui.look.fonts import scaled
from walktrack.ui.widgets.buttons import OutlinedButton
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.notice import Notice

_LARGE = 140  # percent


class ActionNotice(Notice):
    """Shows a sentence and one to four buttons. `pressed` carries the number of a button."""

    pressed = Signal(int)

    def __init__(self, actions: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.buttons: list[OutlinedButton] = []
        cell = QWidget()
        flow = Flow(cell, spacing=2)
        for number, words in enumerate(actions):
            button = OutlinedButton("")
            button.show_text(words)
            button.clicked.connect(partial(self.pressed.emit, number))
            flow.addWidget(button)
            self.buttons.append(button)
        self.add(cell)
        self._choose_direction()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._choose_direction()

    def _choose_direction(self) -> None:
        """Put the buttons below the words where both are large."""
        self.stack(below=scaled(100) >= _LARGE)
