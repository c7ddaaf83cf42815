"""The pain scale: eleven equal steps, with nothing chosen beforehand."""

from PySide6.QtCore import QDeadlineTimer, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from walktrack.domain.pain import HIGHEST, LOWEST, Place
from walktrack.ui.look.fonts import TextRole, role_font, scaled
from walktrack.ui.look.tokens import TARGET
from walktrack.ui.place_words import places_words
from walktrack.ui.widgets.buttons import PlainButton
from walktrack.ui.widgets.choice import Choice, ChoiceButton
from walktrack.ui.widgets.flow import Columns
from walktrack.ui.widgets.labels import CaptionLabel, PlainLabel, StrongLabel

_TEN_MS = 1_200
"""How long after "1" a "0" still makes it 10, in milliseconds."""

_STEP_HEIGHT = 49
_AIR = 2


class PainStep(ChoiceButton):
    """One number of the scale."""

    padding_px = 4

    def sizeHint(self) -> QSize:
        return QSize(scaled(TARGET), max(_STEP_HEIGHT, scaled(TARGET)))

    def _words_font(self) -> QFont:
        return role_font(TextRole.TITLE)


class FootButton(PlainButton):
    """Stands under the steps. As high as any target; its words are level with the anchors."""

    def _paint_words(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        line = self.fontMetrics().height()
        super()._paint_words(painter, QRectF(box.left(), _AIR - 1, box.width(), line), colour)


class PainScale(QWidget):
    """One question of 0 to 10, named by `name`; `ten_anchor` says what 10 stands for.

    `picked` carries the whole number when the person gives it, or None when they clear it.
    Digits answer it too, and "1" then "0" is 10. `where_wanted` asks where it hurts, once there is
    an answer and `show_places` was called.
    """

    picked = Signal(object)
    where_wanted = Signal()

    def __init__(
        self,
        name: str,
        ten_anchor: str,
        *,
        zero_anchor: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        zero = zero_anchor or self.tr("No pain")
        self._answer = StrongLabel().accented()
        self._no_answer = PlainLabel(self.tr("not answered yet")).muted()
        self._steps = self._make_steps(zero, ten_anchor)
        self.where = FootButton("")
        self._clear = FootButton(self.tr("Clear"), "close")
        for button in (self.where, self._clear):
            button.setAutoDefault(False)  # or Enter in another field of a form would press it
        self.where.clicked.connect(self.where_wanted)
        self._asks_where = False
        self._clear.setAccessibleName(self.tr("Clear: {name}").format(name=name))
        self._clear.clicked.connect(self._on_clear)
        self._ten_until = QDeadlineTimer()
        self._lay_out(zero, ten_anchor)
        self.setAccessibleName(name)
        self.show_value(None)

    @property
    def value(self) -> int | None:
        """The answer shown, 0 to 10; None while there is none."""
        return self._steps.index

    def show_value(self, value: int | None) -> None:
        """Show an answer, or none, without telling anyone."""
        self._steps.show_index(value)
        self._show_words()

    def show_places(self, places: frozenset[Place]) -> None:
        """Ask where it hurts, and show what was said."""
        self._asks_where = True
        words = self.tr("Where?")
        if len(places) == 1:
            words = places_words(places)
        elif places:
            words = self.tr("{count} places").format(count=len(places))
        self.where.setText(words)
        said = places_words(places) or self.tr("not said")
        spoken = self.tr("Where it hurts: {places}. {name}")
        self.where.setAccessibleName(spoken.format(places=said, name=self._name))
        self._show_words()

    def take_focus(self) -> None:
        """Bring the keyboard here, so that a digit answers."""
        at = self.value if self.value is not None else LOWEST
        self._steps.buttons[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by digits; Delete and Backspace clear."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._on_clear()
        elif event.text() and event.text() in "0123456789" and self._steps.isEnabled():
            self._on_digit(int(event.text()))
        else:
            event.ignore()

    def _make_steps(self, zero: str, ten: str) -> Choice:
        steps = Choice(self._name)
        steps.fill(PainStep(str(number)) for number in range(LOWEST, HIGHEST + 1))
        anchors = {LOWEST: zero, HIGHEST: ten}
        columns = Columns(steps, most=len(steps.buttons), spacing=0)
        for number, step in enumerate(steps.buttons):
            said = self.tr("{number} of 10, {name}").format(number=number, name=self._name)
            if number in anchors:
                said = f"{said}, {anchors[number]}"
            step.setAccessibleName(said)
            columns.addWidget(step)
        steps.picked_index.connect(self._on_picked)
        return steps

    def _lay_out(self, zero: str, ten: str) -> None:
        head = QHBoxLayout()
        head.addWidget(StrongLabel(self._name, wrap=True), 1)
        head.addWidget(self._answer)
        head.addWidget(self._no_answer)
        top = Qt.AlignmentFlag.AlignTop
        feet = QHBoxLayout()
        low = CaptionLabel(f"{LOWEST}\u2002{zero}", wrap=True).muted()
        high = CaptionLabel(f"{HIGHEST}\u2002{ten}", wrap=True).muted()
        high.setAlignment(Qt.AlignmentFlag.AlignRight | top)
        low.setAlignment(Qt.AlignmentFlag.AlignLeft | top)
        for label in (low, high):
            label.setContentsMargins(0, _AIR, 0, 0)
        feet.addWidget(low, 1)
        feet.addWidget(self.where, 0, top)
        feet.addWidget(self._clear, 0, top)
        feet.addWidget(high, 2)
        rule = self._clear.sizePolicy()
        rule.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(rule)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(_AIR)
        whole.addLayout(head)
        whole.addWidget(self._steps)
        whole.addLayout(feet)

    def _show_words(self) -> None:
        answered = self.value is not None
        if answered:
            self._answer.setText(self.tr("{number} of 10").format(number=self.value))
        self._answer.setVisible(answered)
        self._no_answer.setVisible(not answered)
        self.where.setVisible(answered and self._asks_where and self._steps.isEnabled())
        self._clear.setVisible(answered and self._steps.isEnabled())

    def _on_picked(self, number: int) -> None:
        self._show_words()
        self.picked.emit(number)

    def _on_digit(self, digit: int) -> None:
        makes_ten = digit == 0 and self.value == 1 and not self._ten_until.hasExpired()
        self._ten_until.setRemainingTime(_TEN_MS if digit == 1 else 0)
        self._steps.pick(HIGHEST if makes_ten else digit)

    def _on_clear(self) -> None:
        if self.value is None or not self._steps.isEnabled():
            return
        self._steps.buttons[LOWEST].setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_value(None)
        self.picked.emit(None)
