"""A list of what there is to read, one of which is open."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QLayoutItem, QStyle, QWidget

from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.paint import draw_box, pointed_at
from walktrack.ui.look.palette import Ink
from walktrack.ui.look.tokens import CONTROL_RADIUS, GAP, RING, TARGET
from walktrack.ui.widgets.choice import Choice, ChoiceButton
from walktrack.ui.widgets.flow import Flow

_SIDE_PX = 14
_BAR_PX = 4
_BAR_AIR_PX = 10
_AIR_PX = 8


class Contents(Choice):
    """Names one below the other, or side by side where the page is narrow.

    `chosen` carries the value of a name, when the person changes it. `last` are the values behind
    which a little room is left, so that names that belong together stand together.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        entries: Sequence[tuple[object, str]],
        last: frozenset[object] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._values = [value for value, _ in entries]
        self.fill([ContentsButton(words) for _, words in entries])
        self._rows = _Rows(self, [value in last for value in self._values])
        for button in self.buttons:
            self._rows.addWidget(button)
        self.show_index(0)
        self.picked_index.connect(self._on_picked)

    @property
    def value(self) -> object:
        """What is open."""
        return self._values[self.index or 0]

    def show_value(self, value: object) -> None:
        """Show what is open; ValueError if it is not in the list."""
        self.show_index(self._values.index(value))

    def show_stacked(self, *, stacked: bool) -> None:
        """Stand one below the other, or side by side."""
        self._rows.stacked = stacked
        self._rows.invalidate()

    def _on_picked(self, index: int) -> None:
        self.chosen.emit(self._values[index])


class ContentsButton(ChoiceButton):
    """A name; the one that is open has a soft ground and a bar where reading begins."""

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._words_font())
        words = metrics.horizontalAdvance(self.text()) + 2
        wide = words + scaled(2 * _SIDE_PX + _BAR_PX) + 2 * RING
        return QSize(wide, max(TARGET, metrics.height() + scaled(2 * _AIR_PX) + 2 * RING))

    def _paint_box(self, painter: QPainter, box: QRectF, colours: Ink) -> QColor:
        near = self.isDown() or self.underMouse()
        if not self.isChecked():
            if near:
                face = pointed_at(colours, down=self.isDown())
                draw_box(painter, box, CONTROL_RADIUS, face, None)
            return colours.text
        draw_box(painter, box, CONTROL_RADIUS, colours.soft, None)
        air = scaled(_BAR_AIR_PX)
        bar = QRectF(box.left() + 2, box.top() + air, scaled(_BAR_PX), box.height() - 2 * air)
        bar = QRectF(QStyle.visualRect(self.layoutDirection(), box.toRect(), bar.toRect()))
        draw_box(painter, bar, 2, colours.accent, None)
        return colours.text

    def _paint_words(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        side = scaled(_SIDE_PX)
        painter.setFont(self._words_font())
        painter.setPen(colour)
        room = box.toRect().adjusted(side, 0, -side // 2, 0)
        room = QStyle.visualRect(self.layoutDirection(), box.toRect(), room)
        start = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        flags = start | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic
        painter.drawText(room, int(flags | Qt.TextFlag.TextDontClip), self.text())


class _Rows(Flow):
    """One below the other over the whole width, or side by side at their own size."""

    def __init__(self, parent: QWidget, gaps: Sequence[bool]) -> None:
        super().__init__(parent, spacing=0)
        self.stacked = True
        self._gaps = gaps

    def natural_width(self) -> int:
        if not self.stacked:
            return super().natural_width()
        return max((item.sizeHint().width() for item in self.shown()), default=0)

    def place(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        if not self.stacked:
            return super().place(width)
        top, result = 0, list[tuple[QLayoutItem, QRect]]()
        for item, gap in zip(self.shown(), self._gaps, strict=True):
            high = item.sizeHint().height()
            result.append((item, QRect(0, top, width, high)))
            top += high + (GAP if gap else 0)
        return result
