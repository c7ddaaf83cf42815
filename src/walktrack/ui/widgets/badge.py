"""The initials of a person in a ring of their colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from walktrack.domain.person import PersonColour
from walktrack.ui.look.fonts import TextRole, role_font, scaled
from walktrack.ui.look.icons import pixmap
from walktrack.ui.look.palette import Ink, ink

BADGE_PX = 34
_RING_PX = 3
_ICON_SHARE = 0.56
_FULL_SHARE = 0.68


def draw_badge(
    painter: QPainter, place: QRectF, initials: str, colour: PersonColour, colours: Ink
) -> None:
    """Paint a badge into a square; without initials it shows a figure."""
    ring = scaled(_RING_PX)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour.value), ring))
    painter.setBrush(colours.card)
    half = ring / 2
    painter.drawEllipse(place.adjusted(half, half, -half, -half))
    if initials:
        _draw_initials(painter, place, initials, colours)
    else:
        edge = round(place.width() * _ICON_SHARE)
        ratio = painter.device().devicePixelRatioF()
        picture = pixmap("person", colours.text, edge, ratio)
        at = place.center()
        painter.drawPixmap(round(at.x() - edge / 2), round(at.y() - edge / 2), picture)
    painter.restore()


def _draw_initials(painter: QPainter, place: QRectF, initials: str, colours: Ink) -> None:
    font = role_font(TextRole.CAPTION)
    font.setWeight(role_font(TextRole.STRONG).weight())
    wide = QFontMetricsF(font).horizontalAdvance(initials)
    room = place.width() * _FULL_SHARE
    if wide > room:
        font.setPixelSize(max(1, int(font.pixelSize() * room / wide)))
    painter.setFont(font)
    painter.setPen(colours.text)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
    painter.drawText(place, int(flags), initials)


class Badge(QWidget):
    """A badge that stands by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials, self._colour = "", PersonColour.GREEN
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_badge(self, initials: str, colour: PersonColour) -> None:
        """Show these initials in this colour."""
        self._initials, self._colour = initials, colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(BADGE_PX), scaled(BADGE_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_badge(QPainter(self), QRectF(self.rect()), self._initials, self._colour, ink(self))
