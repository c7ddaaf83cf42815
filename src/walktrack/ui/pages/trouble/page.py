"""Shown in place of the pages when the diary cannot be opened: what happened and what to do."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from walktrack.domain.faults import DiaryError
from walktrack.ui.fault_words import opening_sentence
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import GAP
from walktrack.ui.pages.trouble.ways import WaysCard
from walktrack.ui.widgets.buttons import FilledButton, OutlinedButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.down_scroll import DownScroll
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel

_SIDE = 16
_WIDEST_PX, _SHARE = 860, 1000


class TroublePage(QWidget):
    """Says why there is no diary to show, and under it what can be saved, if that was looked for.

    `again` asks to open the diary once more. It scrolls downwards where there is no room.
    """

    again = Signal()
    folder_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, error: DiaryError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card(self.tr("The diary cannot be opened"))
        self.ways = WaysCard()
        self._words = PlainLabel(wrap=True)
        self._first = FilledButton(self.tr("Try again"), "redo")
        self._other = OutlinedButton(self.tr("Try again"), "redo")
        self.folder = OutlinedButton(self.tr("Show in folder"), "folder")
        self.help = OutlinedButton(self.tr("Help with your data"), "info")
        row = Flow()
        for button in (self._first, self._other, self.folder, self.help):
            row.addWidget(button)
        self.card.body.addWidget(self._words)
        self.card.body.addLayout(row)
        self._lay_out()
        self.ways.hide()
        self._first.clicked.connect(self._on_retry)
        self._other.clicked.connect(self._on_retry)
        self.folder.clicked.connect(self.folder_wanted)
        self.help.clicked.connect(self.help_wanted)
        self.show_error(error)

    @property
    def retry(self) -> FilledButton | OutlinedButton:
        """The button that tries again: filled while there is nothing better to do."""
        return self._first if self.ways.isHidden() else self._other

    def show_error(self, error: DiaryError) -> None:
        """Say what the trouble is now."""
        self.ways.hide()
        self.set_busy(busy=False)
        self._words.show_text(opening_sentence(error))
        self.folder.setVisible(error.path is not None and error.path.parent.exists())

    def show_ways(self) -> None:
        """Make room for what can be saved."""
        self.ways.show()
        self.set_busy(busy=False)

    def set_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed while something is on its way."""
        self._first.setVisible(self.ways.isHidden())
        self._other.setVisible(not self.ways.isHidden())
        for button in (self._first, self._other):
            button.setEnabled(not busy)
        self.ways.set_busy(busy=busy)

    def _on_retry(self) -> None:
        """Wait out a double click: its second half must not land on what comes next."""
        self.set_busy(busy=True)
        QTimer.singleShot(QApplication.doubleClickInterval(), self, self.again.emit)

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setMaximumWidth(scaled(_WIDEST_PX))
        cards = QVBoxLayout(middle)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(GAP)
        cards.addWidget(self.card)
        cards.addWidget(self.ways)
        inside = QWidget()
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(middle, _SHARE)
        across.addStretch(1)
        column = QBoxLayout(QBoxLayout.Direction.TopToBottom, inside)
        column.setContentsMargins(_SIDE, 0, _SIDE, _SIDE)
        column.addStretch(1)
        column.addLayout(across)
        column.addStretch(2)
        scroll = DownScroll(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
