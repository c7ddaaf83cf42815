"""One way out: what it is, what it gives, and the button that takes it."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import GAP, MARGIN
from walktrack.ui.widgets.buttons import FilledButton, OutlinedButton
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel, StrongLabel

_BESIDE_PX = 640
_LINE_GAP = 4


class WayOut(StrEnum):
    """What can be put in the place of a damaged diary."""

    BACKUP = "backup"
    READABLE = "readable"
    FILE = "file"
    EMPTY = "empty"


class Way(QWidget):
    """Words with the button beside them, or below where it is narrow; `chosen` carries the WayOut.

    `first` fills the button: it is the next step.
    """

    chosen = Signal(object)

    def __init__(self, out: WayOut, title: str, words: str, action: str, *, first: bool) -> None:
        super().__init__()
        self._out = out
        self.title = StrongLabel(title, wrap=True)
        self.words = PlainLabel(words, wrap=True)
        self.button = FilledButton(action) if first else OutlinedButton(action)
        self._describe()
        self.button.clicked.connect(self._on_clicked)
        texts = QVBoxLayout()
        texts.setSpacing(_LINE_GAP)
        texts.addWidget(self.title)
        texts.addWidget(self.words)
        texts.addStretch(1)
        row = Flow()
        row.addWidget(self.button)
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.addLayout(texts, 1)
        self._both.addLayout(row)

    @property
    def first(self) -> bool:
        """Whether this is the next step."""
        return isinstance(self.button, FilledButton)

    def add_words(self, words: str) -> None:
        """Say one thing more about it."""
        self.words.show_text(f"{self.words.words} {words}")
        self._describe()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= scaled(_BESIDE_PX)
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._both.setSpacing(MARGIN if beside else GAP)

    def _describe(self) -> None:
        """Have a screen reader say on the button what stands beside it."""
        self.button.setAccessibleDescription(f"{self.title.words}. {self.words.words}")

    def _on_clicked(self) -> None:
        self.chosen.emit(self._out)
