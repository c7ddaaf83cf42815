"""Paints a line of History: when, what, and the pain before and after, in two rows of text."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from walktrack.domain.entry import Entry
from walktrack.ui.look.fonts import TextRole, role_font, scaled
from walktrack.ui.look.paint import draw_box
from walktrack.ui.look.palette import Ink
from walktrack.ui.look.tokens import CONTROL_RADIUS, HAIRLINE, RING_WIDTH, TARGET
from walktrack.ui.models.entry_words import edited_words, written_words
from walktrack.ui.models.history_model import ENTRY_ROLE, Column
from walktrack.ui.place_words import places_words

Index = QModelIndex | QPersistentModelIndex

_PAD = 12
_SIDE = 18
_WHEN_PX = 210
_PAIN_PX = 104
_MARK_PX = 12
_MARK_GAP_PX = 7
_BAR_PX = 4
_WIDE_PX = 820
_DOT = "  ·  "


@dataclass(frozen=True, slots=True)
class LinePen:
    """Paints texts in parts of one line, mirrored where the writing runs right to left."""

    painter: QPainter
    whole: QRect
    direction: Qt.LayoutDirection
    colours: Ink

    def part(self, left: int, width: int) -> QRect:
        """Return a part of the line, `left` counted from where the writing begins."""
        place = QRect(self.whole.left() + left, self.whole.top(), width, self.whole.height())
        return QStyle.visualRect(self.direction, self.whole, place)

    def text(self, place: QRect, words: str, role: TextRole, colour: QColor) -> None:
        """Paint words in the middle of a place, cut short where they do not fit."""
        self.painter.setFont(role_font(role))
        self.painter.setPen(colour)
        metrics = self.painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        start = QStyle.visualAlignment(self.direction, Qt.AlignmentFlag.AlignLeft)
        flags = start | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        self.painter.drawText(place, int(flags), shown)

    def two_lines(self, place: QRect, words: str, small: str) -> None:
        """Paint a title and, if there is one, a smaller line under it."""
        if not small:
            self.text(place, words, TextRole.STRONG, self.colours.text)
            return
        high = QFontMetrics(role_font(TextRole.STRONG)).height()
        top = QRect(place.left(), place.top(), place.width(), high)
        below = QRect(place.left(), top.bottom() + 1, place.width(), place.height() - high)
        self.text(top, words, TextRole.STRONG, self.colours.text)
        self.text(below, small, TextRole.CAPTION, self.colours.muted)

    def answer(self, place: QRect, words: str, *, after: bool) -> None:
        """Paint an answer with the mark it has in the charts."""
        edge = scaled(_MARK_PX)
        rest = edge + scaled(_MARK_GAP_PX)
        mark = QRectF(place.left(), 0, edge, edge)
        text = place.adjusted(rest, 0, 0, 0)
        if self.direction is Qt.LayoutDirection.RightToLeft:
            mark.moveRight(place.right())
            text = place.adjusted(0, 0, -rest, 0)
        mark.moveCenter(QPointF(mark.center().x(), place.center().y() + 1))
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if after:
            self.painter.fillRect(mark.adjusted(1, 1, -1, -1), self.colours.pain)
        else:
            self.painter.setPen(QPen(self.colours.text, 2))
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.drawEllipse(mark.adjusted(1, 1, -1, -1))
        self.text(text, words, TextRole.BODY, self.colours.text)


def line_height() -> int:
    """Return the height of every line at the text size of now, in pixels."""
    words = QFontMetrics(role_font(TextRole.STRONG)).height()
    small = QFontMetrics(role_font(TextRole.CAPTION)).height()
    return max(TARGET, words + small + 2 * _PAD)


class EntryDelegate(QStyledItemDelegate):
    """Gives the date a column of its own where there is room, else puts it under the title."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(TARGET, line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        colours = Ink(option.palette)
        paint_ground(painter, option, colours)
        box = option.rect.adjusted(_SIDE, _PAD, -_SIDE, -_PAD)
        pen = LinePen(painter, box, option.direction, colours)
        row = index.row()
        shown = {column: str(index.sibling(row, column).data() or "") for column in Column}
        entry = index.data(ENTRY_ROLE)
        known = _known_words(entry) if isinstance(entry, Entry) else []
        small = [shown[Column.CHECKLIST], *known, shown[Column.NOTE]]
        left, room = 0, box.width() - self._paint_answers(pen, shown)
        if option.rect.width() >= scaled(_WIDE_PX):
            left = scaled(_WHEN_PX)
            pen.text(pen.part(0, left - _SIDE), shown[Column.WHEN], TextRole.BODY, colours.text)
        else:
            small.insert(0, shown[Column.WHEN])
        title = pen.part(left, room - left)
        pen.two_lines(title, shown[Column.WHAT], _DOT.join(part for part in small if part))
        painter.restore()

    def _paint_answers(self, pen: LinePen, shown: dict[Column, str]) -> int:
        """Paint the pain before and after at the far side, where they line up; return the width."""
        before, after = shown[Column.BEFORE], shown[Column.AFTER]
        if not before and not after:
            return 0
        wide = scaled(_PAIN_PX)
        far = pen.whole.width()
        if before:
            words = self.tr("{value} before").format(value=before)
            pen.answer(pen.part(far - 2 * wide - _SIDE, wide), words, after=False)
        if after:
            words = self.tr("{value} after").format(value=after)
            pen.answer(pen.part(far - wide, wide), words, after=True)
        return 2 * (wide + _SIDE)


def _known_words(entry: Entry) -> list[str]:
    return [places_words(entry.places), edited_words(entry), written_words(entry)]


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, colours: Ink) -> None:
    """Paint what lies under the words: the line that is chosen or pointed at, and its ring."""
    state, box = option.state, QRectF(option.rect).adjusted(3, 2, -3, -3)
    painter.fillRect(option.rect, colours.card)  # over what the view paints under a chosen cell
    painter.fillRect(
        QRectF(option.rect.left(), option.rect.bottom(), option.rect.width(), HAIRLINE),
        colours.line,
    )
    if state & QStyle.StateFlag.State_Selected:
        draw_box(painter, box, CONTROL_RADIUS, colours.soft, None)
        bar = QRectF(box.left() + 4, box.top() + 8, _BAR_PX, box.height() - 16)
        if option.direction is Qt.LayoutDirection.RightToLeft:
            bar.moveRight(box.right() - 4)
        draw_box(painter, bar, _BAR_PX / 2, colours.accent, None)
    elif state & QStyle.StateFlag.State_MouseOver:
        draw_box(painter, box, CONTROL_RADIUS, colours.tile, None)
    if state & QStyle.StateFlag.State_HasFocus:
        draw_box(painter, box, CONTROL_RADIUS, None, colours.focus, width=RING_WIDTH)
