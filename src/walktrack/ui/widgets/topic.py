"""A heading with its words, which Tab comes to, so that a long text can be stepped through."""

from functools import cache

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAccessibleWidget, QVBoxLayout, QWidget

from walktrack.ui.look.paint import draw_ring
from walktrack.ui.look.palette import ink
from walktrack.ui.look.tokens import GAP, RING, SMALL_RADIUS
from walktrack.ui.widgets.labels import PlainLabel, StrongLabel, TitleLabel

_SIDE = 2 * RING
_LINE_GAP = 4


class TopicPart(QWidget):
    """Reports itself as a heading, with its words as the description.

    A `large` heading is the title of its card.

    It keeps its interface alive: Qt borrows it, and Python would throw it away.
    """

    def __init__(
        self, heading: str, words: str, parent: QWidget | None = None, *, large: bool = False
    ) -> None:
        super().__init__(parent)
        self._interface: QAccessibleInterface | None = None
        _install()
        self.heading = (TitleLabel if large else StrongLabel)(heading, wrap=True)
        self.words = PlainLabel(words, wrap=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(words)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP if large else _LINE_GAP)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.words)
        whole.addLayout(self._column)
        whole.addStretch(1)

    def add(self, label: PlainLabel) -> None:
        """Add words below the others; a screen reader hears them too."""
        self._column.addWidget(label)
        self.setAccessibleDescription(f"{self.accessibleDescription()} {label.words}")

    def accessible(self) -> QAccessibleInterface:
        """Return the interface of this widget, made once."""
        if self._interface is None:
            self._interface = QAccessibleWidget(self, QAccessible.Role.Heading)
        return self._interface

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            draw_ring(QPainter(self), self.rect(), SMALL_RADIUS, ink(self).focus)


@cache
def _install() -> None:
    QAccessible.installFactory(topic_interface)


def topic_interface(_key: str, thing: QObject | None) -> QAccessibleInterface | None:
    """Return the interface of a topic; for anything else None, and Qt goes on as always."""
    return thing.accessible() if isinstance(thing, TopicPart) else None
