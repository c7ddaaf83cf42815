"""Something that few want to read: folded away until its button is pressed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walktrack.ui.look.tokens import GAP
from walktrack.ui.widgets.buttons import PlainButton
from walktrack.ui.widgets.labels import CaptionLabel


class Fold(QWidget):
    """A button and, once it is pressed, lines below it; it starts folded and hides without lines.

    A screen reader gets the lines as the button's description while they are shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[str] = ()
        self._labels: list[CaptionLabel] = []
        self._open = False
        self.button = PlainButton(self.tr("Show how this was found"), "info")
        self.button.clicked.connect(self._on_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP // 2)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._column)
        self.hide()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Have these lines to show; it stays folded or open as it was."""
        if list(lines) != list(self._lines):
            for label in self._labels:
                self._column.removeWidget(label)
                label.hide()
                label.deleteLater()
            self._lines = lines
            self._labels = [CaptionLabel(line, wrap=True) for line in lines]
            for label in self._labels:
                self._column.addWidget(label)
        self.setVisible(bool(lines))
        self._show()

    def _on_pressed(self) -> None:
        self._open = not self._open
        self._show()

    def _show(self) -> None:
        shut, opened = self.tr("Show how this was found"), self.tr("Hide how this was found")
        self.button.show_text(opened if self._open else shut)
        self.button.setAccessibleDescription(" ".join(self._lines) if self._open else "")
        for label in self._labels:
            label.setVisible(self._open)
