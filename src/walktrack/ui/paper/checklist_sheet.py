"""The posture checklist on one page to hang up: a box to tick, a drawing, the line and its how."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from walktrack.ui.look.icons import svg_of
from walktrack.ui.widgets.labels import breakable

BODY, LEAST = 17.0, 7.0
"""Points of the lines: as large as there is room for, and never smaller than the second."""

_TITLE, _WHOSE, _NOTE, _HOW = 26.0, 17.0, 12.5, 0.8
_BOX, _DRAWING, _GAP = 24.0, 46.0, 12.0
_STEP = 0.5
_BLACK, _GREY, _ACCENT = QColor("#000000"), QColor("#8A8A8A"), QColor("#0B5A4E")
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line to tick; `drawing` is the name of one of ``resources/posture``, or empty."""

    words: str
    how: str
    drawing: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistSheet:
    """What stands on the page: the title, whose it is, a note, the lines, and small print.

    `whose` may be empty; it has one line, and is cut at the end of it.
    """

    title: str
    whose: str
    note: str
    lines: Sequence[SheetLine]
    foot: str


def paint_checklist(
    painter: QPainter, room: QRectF, per_point: float, sheet: ChecklistSheet, family: str
) -> float:
    """Paint the sheet into a room of dots, `per_point` of them to a point.

    Return the size of the lines in points. Text is never read as markup.
    """
    return _Page(painter, room, per_point, family).paint(sheet)


class _Page:
    """Works in points from the upper corner where reading begins; mirrored if writing is."""

    def __init__(self, painter: QPainter, room: QRectF, per_point: float, family: str) -> None:
        self._painter, self._room, self._dots, self._family = painter, room, per_point, family
        self._mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._wide, self._high = room.width() / per_point, room.height() / per_point

    def paint(self, sheet: ChecklistSheet) -> float:
        wide = self._wide
        top = self._words(sheet.title, QRectF(0, 0, wide, 0), _TITLE, bold=True)
        if sheet.whose:
            top += self._words(self._cut(sheet.whose), QRectF(0, top, wide, 0), _WHOSE, bold=True)
        top += self._words(sheet.note, QRectF(0, top, wide, 0), _NOTE) + _GAP
        foot = self._height(sheet.foot, wide, _NOTE)
        room = self._high - top - foot - _GAP
        size = next((s for s in _sizes() if sum(self._rows(sheet, s)) <= room), LEAST)
        rows = self._rows(sheet, size)
        spare = max(0.0, room - sum(rows)) / max(1, len(rows))
        for line, high in zip(sheet.lines, rows, strict=True):
            self._rule(top)
            self._line(line, top, high + spare, size)
            top += high + spare
        self._rule(top)
        self._words(sheet.foot, QRectF(0, self._high - foot, wide, 0), _NOTE)
        return size

    def _rows(self, sheet: ChecklistSheet, size: float) -> list[float]:
        """Return how high each line is at a size, with a little air."""
        return [
            max(self._drawing(size), self._text_height(line, size)) + _GAP * size / BODY
            for line in sheet.lines
        ]

    def _drawing(self, size: float) -> float:
        return _DRAWING * size / BODY

    def _text_left(self, size: float) -> float:
        return _BOX + _GAP + self._drawing(size) + _GAP

    def _text_height(self, line: SheetLine, size: float) -> float:
        wide = self._wide - self._text_left(size)
        words = self._height(line.words, wide, size, bold=True)
        return words + self._height(line.how, wide, size * _HOW)

    def _line(self, line: SheetLine, top: float, high: float, size: float) -> None:
        box, edge = min(_BOX, high * 0.6), self._drawing(size)
        painter = self._painter
        painter.setPen(QPen(_BLACK, 1.6 * self._dots))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        square = self._placed(QRectF(1, top + (high - box) / 2, box, box))
        painter.drawRoundedRect(square, 4 * self._dots, 4 * self._dots)
        if line.drawing:
            place = self._placed(QRectF(_BOX + _GAP, top + (high - edge) / 2, edge, edge))
            svg = svg_of("posture", line.drawing, _BLACK, _ACCENT)
            QSvgRenderer(svg).render(painter, place)
        left = self._text_left(size)
        start = top + (high - self._text_height(line, size)) / 2
        room = QRectF(left, start, self._wide - left, 0)
        room.moveTop(start + self._words(line.words, room, size, bold=True))
        self._words(line.how, room, size * _HOW)

    def _rule(self, top: float) -> None:
        self._painter.setPen(QPen(_GREY, 0.6 * self._dots))
        line = self._placed(QRectF(0, top, self._wide, 0))
        self._painter.drawLine(line.topLeft(), line.topRight())

    def _words(self, text: str, room: QRectF, size: float, *, bold: bool = False) -> float:
        """Paint words below the top of a room and return how high they are."""
        high = self._height(text, room.width(), size, bold=bold)
        painter = self._painter
        painter.setFont(self._font(size, bold=bold))
        painter.setPen(_BLACK)
        place = self._placed(QRectF(room.left(), room.top(), room.width(), high))
        painter.drawText(place, _WRAP, breakable(text))
        return high

    def _cut(self, whose: str) -> str:
        metrics = QFontMetricsF(self._font(_WHOSE, bold=True), self._painter.device())
        return metrics.elidedText(whose, Qt.TextElideMode.ElideRight, self._wide * self._dots)

    def _height(self, text: str, width: float, size: float, *, bold: bool = False) -> float:
        metrics = QFontMetricsF(self._font(size, bold=bold), self._painter.device())
        tall = QRectF(0, 0, width * self._dots, 1_000_000)
        return metrics.boundingRect(tall, _WRAP, breakable(text)).height() / self._dots

    def _font(self, size: float, *, bold: bool) -> QFont:
        font = QFont(self._family)
        font.setPixelSize(max(1, round(size * self._dots)))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _placed(self, place: QRectF) -> QRectF:
        """Return a place in points as it lies in dots on the page."""
        left = self._wide - place.right() if self._mirrored else place.left()
        dots, origin = self._dots, self._room.topLeft()
        return QRectF(
            origin.x() + left * dots,
            origin.y() + place.top() * dots,
            place.width() * dots,
            place.height() * dots,
        )


def _sizes() -> Iterator[float]:
    size = BODY
    while size > LEAST:
        yield size
        size -= _STEP
