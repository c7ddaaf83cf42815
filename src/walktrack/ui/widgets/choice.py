"""One choice out of several buttons, which is one stop of the Tab key."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from walktrack.ui.look.paint import accent_at, draw_box, pointed_at
from walktrack.ui.look.palette import Ink
from walktrack.ui.look.tokens import CONTROL_RADIUS
from walktrack.ui.widgets.buttons import HouseButton, underline

_Key = Qt.Key
_PRESSES = {_Key.Key_Space, _Key.Key_Select, _Key.Key_Return, _Key.Key_Enter}


class ChoiceButton(HouseButton):
    """One of several. Screen readers take it for a radio button, with its full size."""

    padding_px = 12

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the keys that press it and hand the others up: Qt's arrows go by place."""
        if event.key() in _PRESSES:
            self.click()
        else:
            event.ignore()

    def _paint_box(self, painter: QPainter, box: QRectF, colours: Ink) -> QColor:
        near = self.isDown() or self.underMouse()
        if not self.isChecked():
            face = pointed_at(colours, down=self.isDown()) if near else colours.card
            draw_box(painter, box, CONTROL_RADIUS, face, colours.edge)
            return colours.text
        face = accent_at(colours, down=self.isDown()) if near else colours.accent
        draw_box(painter, box, CONTROL_RADIUS, face, None)
        underline(painter, box, colours.on_accent)
        return colours.on_accent


class Choice(QWidget):
    """Keeps the buttons of one choice together: arrows, Home and End go by their order.

    Nothing needs to be chosen. `picked_index` is emitted when the person changes the choice.
    """

    picked_index = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.buttons: list[ChoiceButton] = []
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._on_toggled)
        self._index: int | None = None

    @property
    def index(self) -> int | None:
        """Which one is chosen, counted from 0; None for nothing."""
        return self._index

    def fill(self, buttons: Iterable[ChoiceButton]) -> None:
        """Take these buttons, in the order of their values; the caller lays them out."""
        for button in buttons:
            self._group.addButton(button, len(self.buttons))
            self.buttons.append(button)
        self._mark()

    def show_index(self, index: int | None) -> None:
        """Show what is chosen, or nothing, without telling anyone."""
        self._index = index
        self._mark()

    def pick(self, index: int) -> None:
        """Choose as if the person had pressed that button, and move the focus there."""
        held = self._holds_focus()
        changed = index != self._index
        self.show_index(index)
        if held:
            self.buttons[index].setFocus(Qt.FocusReason.OtherFocusReason)
        if changed:
            self.picked_index.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice along by arrows, Home and End."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        at, last = self._focused(), len(self.buttons) - 1
        on = -1 if mirrored else 1
        target = {
            _Key.Key_Right: at + on,
            _Key.Key_Left: at - on,
            _Key.Key_Down: at + 1,
            _Key.Key_Up: at - 1,
            _Key.Key_Home: 0,
            _Key.Key_End: last,
        }.get(_Key(event.key()))
        if target is None:
            event.ignore()
        else:
            self.pick(min(max(target, 0), last))

    def _focused(self) -> int:
        for index, button in enumerate(self.buttons):
            if button.hasFocus():
                return index
        return self._index or 0

    def _holds_focus(self) -> bool:
        return any(button.hasFocus() for button in self.buttons)

    def _mark(self) -> None:
        with QSignalBlocker(self._group):
            self._group.setExclusive(False)
            for index, button in enumerate(self.buttons):
                button.setChecked(index == self._index)
                stop = index == (self._index or 0)
                rule = Qt.FocusPolicy
                button.setFocusPolicy(rule.StrongFocus if stop else rule.ClickFocus)
            self._group.setExclusive(True)

    def _on_toggled(self, index: int, chosen: bool) -> None:  # noqa: FBT001  a slot
        """Take a press, and a screen reader's "toggle", which is no click to Qt."""
        if chosen:
            self.pick(index)
