"""One plain figure with the words that say what it counts."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from walktrack.ui.look.paint import draw_box
from walktrack.ui.look.palette import ink
from walktrack.ui.look.tokens import GAP, HAIRLINE
from walktrack.ui.widgets.labels import CaptionLabel, FigureLabel

_SIDE = 14


class FigureTile(QFrame):
    """A figure, such as "41 min", over a line such as "this week, 3 walks"."""

    def __init__(self, value: str = "", text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = FigureLabel(wrap=True)
        self._text = CaptionLabel(wrap=True).muted()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_SIDE, GAP, _SIDE, GAP)
        whole.setSpacing(0)
        whole.addWidget(self._value)
        whole.addWidget(self._text)
        whole.addStretch(1)
        self.show_figure(value, text)

    def show_figure(self, value: str, text: str) -> None:
        """Show another figure and its words."""
        self._value.show_text(value)
        self._text.show_text(text)
        self.setAccessibleName(f"{value}, {text}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = ink(self)
        edge = colours.line if colours.tile == colours.card else None
        box = QRectF(self.rect())
        draw_box(QPainter(self), box, GAP, colours.tile, edge, width=HAIRLINE)
