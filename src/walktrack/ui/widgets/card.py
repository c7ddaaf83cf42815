"""A card: a white ground with a hairline, a title, and what belongs together."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from walktrack.ui.look.paint import draw_box
from walktrack.ui.look.palette import ink
from walktrack.ui.look.tokens import CARD_RADIUS, GAP, HAIRLINE, MARGIN
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import TitleLabel

_TOP = 2
_BOTTOM = 14
_TITLE_AIR = 7


class Card(QFrame):
    """Holds `body` under a title; what is added to `corner` stands right of the title.

    The corner wraps under the title where it is narrow.

    `snug` leaves out the room at the foot, for a body whose last row has air of its own.
    """

    def __init__(self, title: str, *, snug: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TitleLabel(title, wrap=True)
        self.corner = Flow()
        self.corner.addWidget(self.title)
        self.corner.add_spring()
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, _TOP, MARGIN, 0 if snug else _BOTTOM)
        whole.setSpacing(0)
        whole.addLayout(self.corner)
        whole.addLayout(self.body, 1)
        self.title.setContentsMargins(0, _TITLE_AIR, 0, _TITLE_AIR)
        self.setAccessibleName(title)

    def show_title(self, title: str) -> None:
        """Give the card another title."""
        self.title.show_text(title)
        self.setAccessibleName(title)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = ink(self)
        box = QRectF(self.rect())
        draw_box(painter, box, CARD_RADIUS, colours.card, colours.line, width=HAIRLINE)
