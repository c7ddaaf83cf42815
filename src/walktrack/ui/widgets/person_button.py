"""The button in the top bar that always says whose diary is open, and who writes."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QWidget

from walktrack.domain.person import Person, PersonColour
from walktrack.domain.recorder import Hand
from walktrack.ui.look.fonts import TextRole, role_font, scaled
from walktrack.ui.look.palette import ink
from walktrack.ui.look.tokens import CONTROL_HEIGHT, RING
from walktrack.ui.person_words import name_of, spoken_button, written_by
from walktrack.ui.widgets.badge import BADGE_PX, draw_badge
from walktrack.ui.widgets.buttons import OutlinedButton

_SIDE_PX = 7
_GAP_PX = 9
_AIR_PX = 2
_WIDEST_PX, _NARROWEST_PX = 260, 84


class PersonButton(OutlinedButton):
    """A badge and a name; under it, in smaller letters, the carer who writes, if one does."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        self._small, self._initials = "", ""
        self._colour = PersonColour.GREEN
        self._room: int | None = None
        super().__init__(text, parent=parent)

    def show_person(self, person: Person, hand: Hand) -> None:
        """Show whose diary it is and who writes; a screen reader hears both."""
        self._small = written_by(hand)
        self._initials, self._colour = person.initials, person.shade
        self.show_text(name_of(person))
        spoken = spoken_button(person, hand)
        self.setAccessibleName(spoken)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def show_room(self, width: int) -> None:
        """Be no wider than this, in pixels, unless too little of a name could be read then."""
        room = width - self._beside()
        room = room if room >= scaled(_NARROWEST_PX) else None
        if room != self._room:
            self._room = room
            self.updateGeometry()

    @property
    def small(self) -> str:
        """The second line: who writes."""
        return self._small

    def sizeHint(self) -> QSize:
        lines = [(self._name, TextRole.BUTTON), (self._small, TextRole.CAPTION)]
        shown = [(QFontMetrics(role_font(role)), text) for text, role in lines if text]
        most = scaled(_WIDEST_PX) if self._room is None else min(self._room, scaled(_WIDEST_PX))
        wide = min(max(m.horizontalAdvance(text) for m, text in shown) + 2, most)
        high = sum(metrics.height() for metrics, _ in shown)
        inner = max(high, scaled(BADGE_PX)) + 2 * scaled(_AIR_PX)
        return QSize(wide + self._beside(), max(CONTROL_HEIGHT, inner + 2 * RING))

    def _beside(self) -> int:
        """Return how much of the width is no words."""
        return scaled(BADGE_PX + _GAP_PX + _SIDE_PX) + scaled(2 * _SIDE_PX) + 2 * RING

    @property
    def _name(self) -> str:
        return self.text().replace("&&", "&") or " "

    def _paint_words(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        edge, side = scaled(BADGE_PX), scaled(_SIDE_PX)
        whole = box.toRect()
        place = QRect(whole.left() + side, 0, edge, edge)
        place.moveTop(whole.center().y() - edge // 2 + 1)
        left = place.right() + 1 + scaled(_GAP_PX)
        words = QRect(left, whole.top(), whole.right() - left - side, whole.height())
        place = QStyle.visualRect(self.layoutDirection(), whole, place)
        draw_badge(painter, QRectF(place), self._initials, self._colour, ink(self))
        words = QStyle.visualRect(self.layoutDirection(), whole, words)
        name, small = QFontMetrics(role_font(TextRole.BUTTON)), role_font(TextRole.CAPTION)
        high = name.height() + (QFontMetrics(small).height() if self._small else 0)
        top = QRect(words.left(), whole.center().y() - high // 2, words.width(), name.height())
        self._line(painter, top, self._name, TextRole.BUTTON, colour)
        below = QRect(top.left(), top.bottom() + 1, top.width(), high - name.height())
        if self._small:
            self._line(painter, below, self._small, TextRole.CAPTION, ink(self).muted)

    def _line(
        self, painter: QPainter, place: QRect, text: str, role: TextRole, colour: QColor
    ) -> None:
        font = role_font(role)
        if role is TextRole.CAPTION:
            font.setWeight(QFont.Weight.Normal)  # or it takes the weight of the button's own
        painter.setFont(font)
        painter.setPen(colour)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        start = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        flags = start | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(place, int(flags), shown)
