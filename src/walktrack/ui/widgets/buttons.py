"""Push buttons in three ranks, and the ones that lead from page to page."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from walktrack.ui.look.fonts import TextRole, role_font, scaled
from walktrack.ui.look.icons import pixmap
from walktrack.ui.look.paint import accent_at, body_rect, draw_box, draw_ring, pointed_at
from walktrack.ui.look.palette import Ink, ink
from walktrack.ui.look.tokens import CONTROL_HEIGHT, CONTROL_RADIUS, LARGE_HEIGHT, RING, TARGET

_ICON_PX = 20
_PADDING_PX = 18
_AIR_PX = 14
_ICON_GAP_PX = 9
_WIDEST_PX = 420
_TEXT_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextHideMnemonic


class HouseButton(QPushButton):
    """A button that paints itself from its palette: an icon, a word, a ring when it has focus.

    Without text it needs an accessible name. `large` is for the buttons of the walk itself.
    """

    padding_px = _PADDING_PX
    height_px = CONTROL_HEIGHT

    def __init__(
        self,
        text: str,
        icon_name: str | None = None,
        *,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._large = large
        self._picture = QPixmap()
        self._picture_key: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def show_text(self, text: str) -> None:
        """Show text that a person typed; "&" stays an "&"."""
        self.setText(text.replace("&", "&&"))

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._words_font())
        wide = self._words_width(metrics) + self._icon_width() + 2 * (self._padding() + RING)
        least = LARGE_HEIGHT if self._large else self.height_px
        bare = not self.text()
        high = max(least, metrics.height() + scaled(_AIR_PX) + 2 * RING)
        return QSize(max(high if bare else TARGET, wide), high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = ink(self)
        box = body_rect(self.rect())
        words = self._paint_box(painter, box, colours)
        self._paint_words(painter, box, words)
        if self.hasFocus():
            draw_ring(painter, self.rect(), CONTROL_RADIUS, colours.focus)

    def _paint_box(self, painter: QPainter, box: QRectF, colours: Ink) -> QColor:
        """Draw what lies under the words and return the colour of the words."""
        if self.isDown() or self.underMouse():
            draw_box(painter, box, CONTROL_RADIUS, pointed_at(colours, down=self.isDown()), None)
        return colours.text

    def _paint_words(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        painter.setFont(self._words_font())
        painter.setPen(colour)
        metrics = painter.fontMetrics()
        room = box.width() - 2 * scaled(6)
        words = metrics.elidedText(
            self.text(),
            Qt.TextElideMode.ElideRight,
            int(room - self._icon_width()),
            int(Qt.TextFlag.TextShowMnemonic),
        )
        text_width = metrics.size(int(_TEXT_FLAGS), words).width() if words else 0
        whole = text_width + self._icon_width()
        left = box.center().x() - whole / 2
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if self._icon_name is not None:
            edge = scaled(_ICON_PX)
            at = left + whole - edge if mirrored else left
            painter.drawPixmap(
                QPointF(round(at), round(box.center().y() - edge / 2)), self._drawn(colour, edge)
            )
        if words:
            at = left if mirrored else left + self._icon_width()
            area = QRectF(at - 1, box.top(), text_width + 2, box.height())
            painter.drawText(area, int(_TEXT_FLAGS | Qt.TextFlag.TextDontClip), words)

    def _drawn(self, colour: QColor, edge: int) -> QPixmap:
        key = (self._icon_name, colour.rgba(), edge, self.devicePixelRatioF())
        if key != self._picture_key and self._icon_name is not None:
            self._picture = pixmap(self._icon_name, colour, edge, self.devicePixelRatioF())
            self._picture_key = key
        return self._picture

    def _words_font(self) -> QFont:
        return role_font(TextRole.LARGE_BUTTON) if self._large else self.font()

    def _words_width(self, metrics: QFontMetrics) -> int:
        if not self.text():
            return 0
        return min(metrics.size(int(_TEXT_FLAGS), self.text()).width(), scaled(_WIDEST_PX))

    def _icon_width(self) -> int:
        if self._icon_name is None:
            return 0
        return scaled(_ICON_PX) + (scaled(_ICON_GAP_PX) if self.text() else 0)

    def _padding(self) -> int:
        if not self.text():
            return scaled(_ICON_GAP_PX)
        return scaled(self.padding_px)


class FilledButton(HouseButton):
    """The next step. One to a card."""

    def _paint_box(self, painter: QPainter, box: QRectF, colours: Ink) -> QColor:
        if not self.isEnabled():
            draw_box(painter, box, CONTROL_RADIUS, colours.tile, colours.edge)
            return colours.text
        strong = colours.accent
        if self.isDown() or self.underMouse():
            strong = accent_at(colours, down=self.isDown())
        draw_box(painter, box, CONTROL_RADIUS, strong, None)
        return colours.on_accent


class OutlinedButton(HouseButton):
    """Another step that can be taken."""

    def _paint_box(self, painter: QPainter, box: QRectF, colours: Ink) -> QColor:
        face = colours.card
        if self.isDown() or self.underMouse():
            face = pointed_at(colours, down=self.isDown())
        draw_box(painter, box, CONTROL_RADIUS, face, colours.edge)
        return colours.text


class PlainButton(HouseButton):
    """Third rank: an icon and a word, no box. Checkable ones carry the underline when chosen."""

    padding_px = 8
    height_px = TARGET

    def _paint_box(self, painter: QPainter, box: QRectF, colours: Ink) -> QColor:
        words = super()._paint_box(painter, box, colours)
        if self.isChecked():
            underline(painter, box, colours.accent)
        return words


class NavButton(HouseButton):
    """Leads to a page; the page that is open has a soft ground and an underline."""

    padding_px = 9

    def __init__(
        self, text: str, icon_name: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, icon_name, parent=parent)
        self.setCheckable(True)

    def _paint_box(self, painter: QPainter, box: QRectF, colours: Ink) -> QColor:
        if not self.isChecked():
            super()._paint_box(painter, box, colours)
            return colours.muted if self.isEnabled() else colours.text
        draw_box(painter, box, CONTROL_RADIUS, colours.soft, None)
        underline(painter, box, colours.accent)
        return colours.text


def underline(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Draw the bar along the foot of what is chosen, so that colour is never alone."""
    side = scaled(14)
    bar = QRectF(box.left() + side, box.bottom() - 6, box.width() - 2 * side, 4)
    draw_box(painter, bar, 2, colour, None)
