"""A card with a drawing and, beside or below it, headings with their words."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from walktrack.ui.look.paint import draw_box
from walktrack.ui.look.palette import ink
from walktrack.ui.look.tokens import CONTROL_RADIUS, GAP, MARGIN
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.picture import Picture

_AIR = 12


class IllustratedCard(Card):
    """Has no title of its own unless it is given one: then the first heading is its title."""

    def __init__(
        self, name: str, picture: Picture, parts: Sequence[QWidget], *, titled: bool = False
    ) -> None:
        super().__init__(name)
        self.title.setVisible(titled)
        self.picture = picture
        self.parts = tuple(parts)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(0, 0 if titled else _AIR, 0, 0)
        self._row.setSpacing(MARGIN)
        self._row.addWidget(
            _Tile(picture), 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        )
        column = QVBoxLayout()
        column.setSpacing(GAP // 2)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self._row.addLayout(column, 1)
        self.body.addLayout(self._row)

    def show_wide(self, *, wide: bool) -> None:
        """Set the drawing beside the words, or above them."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)


class _Tile(QFrame):
    """A quiet ground for a drawing."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(GAP, GAP, GAP, GAP)
        inside.addWidget(picture)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), CONTROL_RADIUS, ink(self).tile, None)
