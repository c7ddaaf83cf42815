"""What is asked once before a first walk. None of it blocks anything."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.warning_signs import Condition
from walktrack.ui.announce import announce
from walktrack.ui.dialogs.question import Question
from walktrack.ui.sign_words import SignTexts
from walktrack.ui.widgets.buttons import FilledButton
from walktrack.ui.widgets.labels import CaptionLabel, StrongLabel
from walktrack.ui.widgets.long_box import LongBox

_OF_THE_BACK = tuple(Condition)[:5]


class FirstUseDialog(Question):
    """`told` carries the frozenset of Conditions when the window is left with an answer.

    `signs_wanted` leads on to the list of warning signs.
    """

    told = Signal(object)
    signs_wanted = Signal()

    def __init__(self, known: frozenset[Condition] | None, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Close"), parent)
        self._known = known
        self._texts = SignTexts(self)
        self.boxes: dict[Condition, LongBox] = {}
        self.show_words(
            self.tr("Before you start"),
            self.tr("Is any of these true for you? You can leave all of them empty."),
        )
        advice = self._texts.advice()
        self.advice = StrongLabel(advice.words, wrap=True)
        self.beside = CaptionLabel(advice.english, wrap=True).muted()
        self.next_button = FilledButton(self.tr("Next: warning signs"))
        self.next_button.setAutoDefault(False)
        self.add(
            StrongLabel(self.tr("Your back"), wrap=True).accented(),
            *(self._box(condition) for condition in _OF_THE_BACK),
            StrongLabel(self.tr("Your health"), wrap=True).accented(),
            *(self._box(each) for each in Condition if each not in _OF_THE_BACK),
            self.advice,
            self.beside,
            self.next_button,
        )
        self.next_button.clicked.connect(self._on_next)
        self._show_advice()

    @property
    def ticked(self) -> frozenset[Condition]:
        """What is ticked."""
        return frozenset(each for each, box in self.boxes.items() if box.ticked)

    def done(self, result: int, /) -> None:
        """Close; what was ticked is kept, and so is it that Next was pressed with nothing."""
        ticked, wanted = self.ticked, bool(result)
        super().done(result)
        if wanted or ticked != (self._known or frozenset()):
            self.told.emit(ticked)
        if wanted:
            self.signs_wanted.emit()

    def _box(self, condition: Condition) -> LongBox:
        box = self.boxes[condition] = LongBox(self._texts.condition(condition))
        box.box.setChecked(condition in (self._known or frozenset()))
        box.toggled.connect(self._on_toggled)
        return box

    def _show_advice(self) -> None:
        shown = bool(self.ticked)
        self.advice.setVisible(shown)
        self.beside.setVisible(shown and bool(self.beside.words))

    def _on_toggled(self) -> None:
        hidden = self.advice.isHidden()
        self._show_advice()
        if hidden and not self.advice.isHidden():
            self.reveal(self.advice)
            announce(self, self.advice.words)

    def _on_next(self) -> None:
        self.accept()
