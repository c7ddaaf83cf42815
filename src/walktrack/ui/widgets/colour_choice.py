"""The choice of a person's colour: each with a dot and its name."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from walktrack.domain.person import PersonColour
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.paint import body_rect
from walktrack.ui.look.palette import ink
from walktrack.ui.person_words import colour_word
from walktrack.ui.widgets.choice import Choice, ChoiceButton
from walktrack.ui.widgets.flow import Flow

_DOT_PX, _SIDE_PX = 18, 10


class _ColourButton(ChoiceButton):
    """A word with a dot of its colour before it, on a ground on which the dot is seen."""

    def __init__(self, colour: PersonColour) -> None:
        super().__init__(colour_word(colour))
        self._colour = QColor(colour.value)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(scaled(_DOT_PX + _SIDE_PX), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, box = scaled(_DOT_PX), body_rect(self.rect())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = scaled(_SIDE_PX) + edge / 2
        x = box.right() - side if mirrored else box.left() + side
        dot = QRectF(0, 0, edge, edge)
        dot.moveCenter(QPointF(x, box.center().y()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(self).card)
        painter.drawEllipse(dot.adjusted(-2, -2, 2, 2))
        painter.setBrush(self._colour)
        painter.drawEllipse(dot)

    def _paint_words(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        room = scaled(_DOT_PX + _SIDE_PX)
        aside = box.adjusted(0, 0, -room, 0) if mirrored else box.adjusted(room, 0, 0, 0)
        super()._paint_words(painter, aside, colour)


class ColourChoice(Choice):
    """`picked` when the person takes another colour."""

    picked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._colours = list(PersonColour)
        flow = Flow(self, spacing=0)
        self.fill([_ColourButton(colour) for colour in self._colours])
        for button in self.buttons:
            button.setAccessibleName(f"{button.text()}, {name}")
            flow.addWidget(button)
        self.picked_index.connect(self._on_picked)

    @property
    def colour(self) -> PersonColour:
        """The colour that is chosen."""
        return self._colours[self.index or 0]

    def show_colour(self, colour: PersonColour) -> None:
        """Show which colour is chosen."""
        self.show_index(self._colours.index(colour))

    def _on_picked(self, _index: int) -> None:
        self.picked.emit()
