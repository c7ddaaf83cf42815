"""A drop-down list of answers that may stay unsaid, and that scrolling past never changes."""

from collections.abc import Sequence

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

_SHORTEST = 6
_SHOWN = 12


class DropDown(QComboBox):
    """Holds values under plain words. Make it the buddy of a label, which names it aloud."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        # As wide as the room there is: the longest word must not set the width of a form.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHORTEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(_SHOWN)

    def show_answers(self, answers: Sequence[tuple[str, object]]) -> None:
        """Offer these answers, each a word and the value it stands for."""
        self.clear()
        self._values = [value for _, value in answers]
        self.addItems([word for word, _ in answers])

    @property
    def value(self) -> object:
        """The value of the answer that is chosen."""
        return self._values[self.currentIndex()]

    def show_value(self, value: object) -> None:
        """Choose the answer of this value; ValueError if it is not among them."""
        self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
