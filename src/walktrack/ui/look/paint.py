"""The few shapes every control is painted with."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from walktrack.ui.look.contrast import mix
from walktrack.ui.look.palette import Ink
from walktrack.ui.look.tokens import EDGE_WIDTH, RING, RING_WIDTH


def body_rect(rect: QRect) -> QRectF:
    """Return the visible box of a control: its rectangle without the room for the ring."""
    return QRectF(rect).adjusted(RING, RING, -RING, -RING)


def draw_box(
    painter: QPainter,
    box: QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None,
    *,
    width: float = EDGE_WIDTH,
) -> None:
    """Draw a rounded box; the edge lies wholly inside it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2 if edge is not None else 0.0
    painter.setPen(QPen(edge, width) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius - half, radius - half)


def draw_ring(painter: QPainter, rect: QRect, radius: float, colour: QColor) -> None:
    """Draw the focus ring around a control whose visible box is `body_rect(rect)`."""
    draw_box(painter, QRectF(rect), radius + RING, None, colour, width=RING_WIDTH)


def pointed_at(colours: Ink, *, down: bool) -> QColor:
    """Return the face of a control under the mouse, or held down."""
    return colours.soft if down else colours.tile


def accent_at(colours: Ink, *, down: bool) -> QColor:
    """Return the accent of a filled control under the mouse, or held down."""
    return mix(colours.accent, colours.text, 0.3 if down else 0.15)
