"""The mark under the pointer: a pale band, and a small box with the day's figures."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from walktrack.ui.look.fonts import TextRole, role_font, scaled
from walktrack.ui.look.paint import draw_box
from walktrack.ui.look.palette import Ink
from walktrack.ui.look.tokens import SMALL_RADIUS

_WIDEST, _PAD, _AWAY = 225, 8, 8
_LEAST_BAND = 14.0
_BAND_ALPHA = 60
_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)


def draw_band(painter: QPainter, spot: QRectF, colours: Ink) -> QRectF:
    """Shade where a mark stands, wide enough to be seen; return what was shaded."""
    grow = max(0.0, (_LEAST_BAND - spot.width()) / 2)
    band = spot.adjusted(-grow, 0, grow, 0)
    shade = QColor(colours.edge)
    shade.setAlpha(_BAND_ALPHA)
    draw_box(painter, band, SMALL_RADIUS / 2, shade, None)
    return band


def draw_tip(painter: QPainter, text: str, spot: QRectF, inside: QRect, colours: Ink) -> None:
    """Write plain text beside a spot, on the side where there is room."""
    font = role_font(TextRole.CAPTION)
    pad, widest = scaled(_PAD), min(scaled(_WIDEST), inside.width() - 2 * scaled(_PAD))
    room = QRect(0, 0, max(1, widest), inside.height())
    words = QFontMetrics(font).boundingRect(room, _FLAGS, text)
    box = QRectF(0, 0, words.width() + 2 * pad + 2, words.height() + 2 * pad)
    box.moveLeft(spot.right() + _AWAY)
    if box.right() > inside.right():
        box.moveRight(spot.left() - _AWAY)
    box.moveLeft(min(max(box.left(), inside.left()), inside.right() - box.width()))
    box.moveTop(max(float(inside.top()), spot.top() + _AWAY))
    draw_box(painter, box, SMALL_RADIUS, colours.card, colours.edge)
    painter.setFont(font)
    painter.setPen(colours.text)
    painter.drawText(box.adjusted(pad, pad, -pad + 2, -pad + 2), _FLAGS, text)
