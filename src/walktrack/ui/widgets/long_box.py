"""A box to tick beside a sentence that wraps, which a check box of Qt cannot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from walktrack.ui.widgets.labels import CaptionLabel, PlainLabel


class LongBox(QWidget):
    """Ticked by a touch on the box or on the words; `beside` is a second language under them."""

    toggled = Signal(bool)

    def __init__(self, words: str, beside: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.box.setAccessibleName(words.replace("\n", " "))
        self.box.setAccessibleDescription(beside)
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.box.toggled.connect(self.toggled)
        self.setFocusProxy(self.box)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addStretch(1)
        lines.addWidget(PlainLabel(words, wrap=True))
        if beside:
            lines.addWidget(CaptionLabel(beside, wrap=True).muted())
        lines.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(lines, 1)

    @property
    def ticked(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a touch on the words for one on the box."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.click()
        else:
            super().mouseReleaseEvent(event)
