"""Room above the pages for lines that stay; none is taken while there are no lines."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from walktrack.ui.look.tokens import GAP

_SIDE, _FOOT = 16, 8


class Strip(QWidget):
    """Lines one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(_SIDE, 0, _SIDE, _FOOT)
        self._lines.setSpacing(GAP // 2)
        self.hide()

    def add(self, line: QWidget) -> None:
        """Add a line below the others."""
        self._lines.addWidget(line)
