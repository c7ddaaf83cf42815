"""A large answer: what the person says, and under it what comes of that."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from walktrack.ui.look.fonts import TextRole, role_font, scaled
from walktrack.ui.look.palette import ink
from walktrack.ui.look.tokens import LARGE_HEIGHT, RING
from walktrack.ui.widgets.buttons import OutlinedButton

_SIDE_PX = 18
_AIR_PX = 10
_LINE_GAP_PX = 3
_NARROWEST_PX = 160
_WIDEST_PX = 480
_TALLEST = 10_000


class AnswerButton(OutlinedButton):
    """Two texts on one outlined button, each wrapped to the width there is."""

    def __init__(self, answer: str, result: str, parent: QWidget | None = None) -> None:
        self._answer = self._result = ""
        super().__init__("", parent=parent)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_answer(answer, result)

    def show_answer(self, answer: str, result: str) -> None:
        """Show what is said and what it gives; a screen reader hears both."""
        self._answer, self._result = answer, result
        self.setText(answer)
        self.setAccessibleName(f"{answer}. {result}")
        self.updateGeometry()

    @property
    def result(self) -> str:
        """What it gives, in words."""
        return self._result

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        answer, result = self._heights(width - 2 * (RING + scaled(_SIDE_PX)))
        high = answer + scaled(_LINE_GAP_PX) + result + 2 * (RING + scaled(_AIR_PX))
        return max(LARGE_HEIGHT, high)

    def sizeHint(self) -> QSize:
        texts = ((self._answer, TextRole.STRONG), (self._result, TextRole.BODY))
        words = max(_metrics(role).horizontalAdvance(text) for text, role in texts)
        wide = min(words + 2, scaled(_WIDEST_PX)) + 2 * (RING + scaled(_SIDE_PX))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_NARROWEST_PX), min(self.sizeHint().height(), LARGE_HEIGHT))

    def _heights(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, width, _TALLEST)
        flags = int(Qt.TextFlag.TextWordWrap)
        return (
            _metrics(TextRole.STRONG).boundingRect(room, flags, self._answer).height(),
            _metrics(TextRole.BODY).boundingRect(room, flags, self._result).height(),
        )

    def _paint_words(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        side = scaled(_SIDE_PX)
        room = box.toRect().adjusted(side, 0, -side, 0)
        answer, result = self._heights(room.width())
        gap = scaled(_LINE_GAP_PX)
        top = room.top() + (room.height() - answer - gap - result) // 2
        left = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        flags = int(Qt.TextFlag.TextWordWrap | left)
        painter.setPen(colour)
        painter.setFont(role_font(TextRole.STRONG))
        painter.drawText(QRect(room.left(), top, room.width(), answer), flags, self._answer)
        painter.setPen(ink(self).muted)
        painter.setFont(_plain_body())
        below = top + answer + gap
        painter.drawText(QRect(room.left(), below, room.width(), result), flags, self._result)


def _plain_body() -> QFont:
    font = role_font(TextRole.BODY)
    font.setWeight(QFont.Weight.Normal)  # or a painter gives it the weight of the button's own
    return font


def _metrics(role: TextRole) -> QFontMetrics:
    return QFontMetrics(role_font(role))
