"""A line above the pages that stays: what is open here is not what it may seem."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.icons import pixmap
from walktrack.ui.look.paint import draw_box
from walktrack.ui.look.palette import ink
from walktrack.ui.look.tokens import CONTROL_RADIUS, GAP
from walktrack.ui.widgets.labels import StrongLabel

_ICON_PX, _SIDE, _AIR = 22, 14, 8


class Notice(QFrame):
    """Shows one sentence with an icon."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._label = StrongLabel(words, wrap=True)
        self._row.addWidget(self._label, 1)
        self.show_words(words)
        self._make_room()

    @property
    def words(self) -> str:
        """What it says."""
        return self._label.words

    def show_words(self, words: str) -> None:
        """Say something else."""
        self._label.show_text(words)
        self.setAccessibleName(words)

    def add(self, widget: QWidget) -> None:
        """Put something at the end of the line."""
        self._row.addWidget(widget)

    def stack(self, *, below: bool) -> None:
        """Put what was added below the words, or beside them."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if below else ways.LeftToRight)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()

    def _make_room(self) -> None:
        beside_icon = _SIDE + scaled(_ICON_PX) + GAP
        left, right = (_SIDE, beside_icon) if self.isRightToLeft() else (beside_icon, _SIDE)
        self._row.setContentsMargins(left, _AIR, right, _AIR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), ink(self)
        draw_box(painter, QRectF(self.rect()), CONTROL_RADIUS, colours.soft, colours.edge)
        edge = scaled(_ICON_PX)
        picture = pixmap("info", colours.text, edge, self.devicePixelRatioF())
        left = self.width() - _SIDE - edge if self.isRightToLeft() else _SIDE
        painter.drawPixmap(left, (self.height() - edge) // 2, picture)
