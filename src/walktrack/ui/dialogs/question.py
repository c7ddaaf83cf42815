"""The frame of a question in a window of its own: words, answers in one column, a way out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import GAP, MARGIN
from walktrack.ui.widgets.buttons import PlainButton
from walktrack.ui.widgets.down_scroll import DownScroll
from walktrack.ui.widgets.labels import PlainLabel, TitleLabel

_SCREEN_SHARE = 0.92


class Question(QDialog):
    """Shows words and what is added to it; Esc, closing and `way_out` all mean no answer.

    No button is the default, and the way out has the focus, so that a key pressed by chance
    answers nothing. It scrolls downwards where the screen is too low.
    """

    width_px = 560

    def __init__(self, way_out: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TitleLabel(wrap=True)
        self.facts = PlainLabel(wrap=True)
        self._body = QVBoxLayout()
        self._body.setSpacing(GAP - 4)
        self.way_out = PlainButton(way_out)
        self.way_out.setAutoDefault(False)
        self.way_out.clicked.connect(self.reject)
        self._content = QWidget()
        self._scroll = DownScroll()
        self._foot = QHBoxLayout()
        self._lay_out()

    def show_words(self, title: str, facts: str) -> None:
        """Show the question and what is known; both are read aloud when the window opens."""
        self.title.show_text(title)
        self.facts.show_text(facts)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(facts)

    def add(self, *widgets: QWidget) -> None:
        """Add parts, one below the other; Tab comes to the way out after them."""
        for widget in widgets:
            self._body.addWidget(widget)
        self.way_out.setParent(None)  # Tab goes by the order of adoption
        self._foot.addWidget(self.way_out)

    def fit(self) -> None:
        """Take the size of what there is to show, as far as the screen goes."""
        room = self.screen().availableSize() * _SCREEN_SHARE
        width = min(scaled(self.width_px), room.width())
        inner = width - 2 * MARGIN
        foot = self._foot.sizeHint().height() + MARGIN + GAP
        wanted = self._content.heightForWidth(inner) + foot + MARGIN
        self.resize(width, min(wanted, room.height()))

    def reveal(self, widget: QWidget) -> None:
        """Make room for a part that was hidden, and bring it into sight."""
        self.fit()
        self._content.adjustSize()
        self._scroll.ensureWidgetVisible(widget, 0, MARGIN)

    def showEvent(self, event: QShowEvent) -> None:
        """Open at the right size, with the focus where no key can do harm."""
        self.fit()
        self.way_out.setFocus(Qt.FocusReason.OtherFocusReason)
        super().showEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addSpacing(GAP // 2)
        column.addLayout(self._body)
        column.addStretch(1)
        self._content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        scroll = self._scroll
        scroll.setWidget(self._content)
        self._foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(GAP)
        whole.addWidget(scroll, 1)
        whole.addLayout(self._foot)
