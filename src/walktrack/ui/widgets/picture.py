"""A drawing that follows the colours and the text size of the window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.icons import drawing, scene
from walktrack.ui.look.palette import ink
from walktrack.ui.widgets.labels import PlainLabel

Drawer = Callable[[QColor, QColor, int, float], QPixmap]


class Picture(PlainLabel):
    """Shows what a drawer paints at a width in pixels of 100 % text.

    With a name it is a graphic to a screen reader. Without one it only repeats the words beside
    it: a screen reader has nothing to say about it.
    """

    def __init__(
        self, draw: Drawer, width_px: int, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._draw, self._width_px = draw, width_px
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(name)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._show()

    def _show(self) -> None:
        """Paint it anew; a file that is missing leaves the place empty."""
        colours = ink(self)
        wide, ratio = scaled(self._width_px), self.devicePixelRatioF()
        try:
            picture = self._draw(colours.text, colours.accent, wide, ratio)
        except FileNotFoundError:
            picture = QPixmap()
        self.setPixmap(picture)


def posture_picture(item: str, width_px: int) -> Picture:
    """Return the drawing of a line of the checklist, whose words stand beside it."""
    return Picture(partial(drawing, item), width_px)


def scene_picture(name: str, width_px: int, words: str) -> Picture:
    """Return a drawing of the tips, with what it shows in words."""
    return Picture(partial(scene, name), width_px, words)
