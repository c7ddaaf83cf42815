"""A quiet bar that says what happened, with one thing that can be done about it."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from walktrack.ui.announce import announce
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.icons import pixmap
from walktrack.ui.look.paint import draw_box
from walktrack.ui.look.palette import ink
from walktrack.ui.look.tokens import CONTROL_RADIUS, GAP
from walktrack.ui.widgets.buttons import OutlinedButton, PlainButton
from walktrack.ui.widgets.labels import PlainLabel, StrongLabel

_ICON_PX = 24
_SIDE = 14


class MessageKind(StrEnum):
    """A NOTE tells, a PROBLEM asks for attention; each has its own icon and word."""

    NOTE = "note"
    PROBLEM = "problem"


class _Sign(QWidget):
    """The icon of the message, in the colour of its kind."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = MessageKind.NOTE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_kind(self, kind: MessageKind) -> None:
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(_ICON_PX), scaled(_ICON_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, problem = ink(self), self._kind is MessageKind.PROBLEM
        colour = colours.pain if problem else colours.text
        name = "warning" if problem else "info"
        picture = pixmap(name, colour, scaled(_ICON_PX), self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, picture)


class MessageBar(QFrame):
    """Hidden until there is something to say. `acted` and `closed` say what the person chose."""

    acted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = MessageKind.NOTE
        self._sign = _Sign()
        self._word = StrongLabel()
        self._text = PlainLabel(wrap=True)
        self._action = OutlinedButton("")
        self._close = PlainButton("", "close")
        self._close.setAccessibleName(self.tr("Close this message"))
        self._action.clicked.connect(self._on_action)
        self._close.clicked.connect(self._on_close)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(_SIDE, 2, 2, 2)
        whole.setSpacing(GAP)
        whole.addWidget(self._sign)
        whole.addWidget(self._word)
        whole.addWidget(self._text, 1)
        whole.addWidget(self._action)
        whole.addWidget(self._close)
        self.hide()

    def show_message(
        self, text: str, action: str | None = None, *, kind: MessageKind = MessageKind.NOTE
    ) -> None:
        """Show and announce a message, with the word of a button if something can be done."""
        self._kind = kind
        self._sign.show_kind(kind)
        problem = kind is MessageKind.PROBLEM
        self._word.setText(self.tr("Problem:") if problem else "")
        self._word.setVisible(problem)
        self._text.show_text(text)
        self._action.setText(action or "")
        self._action.setVisible(action is not None)
        self.setAccessibleName(f"{self._word.text()} {text}".strip())
        self.show()
        self.update()
        announce(self, self.accessibleName())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), ink(self)
        problem = self._kind is MessageKind.PROBLEM
        edge = colours.pain if problem else colours.edge
        face = colours.card if problem else colours.soft
        draw_box(painter, QRectF(self.rect()), CONTROL_RADIUS, face, edge)

    def _on_action(self) -> None:
        self.hide()
        self.acted.emit()

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()
