"""Shown in place of the pages when the diary cannot be opened: what happened and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walktrack.domain.faults import DiaryError
from walktrack.ui.fault_words import sentence
from walktrack.ui.look.fonts import scaled
from walktrack.ui.widgets.buttons import FilledButton, OutlinedButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel

_WIDEST_PX = 720


class TroublePage(QWidget):
    """Says why there is no diary to show. Nothing in the file has been changed by then."""

    again = Signal()
    folder_wanted = Signal()

    def __init__(self, error: DiaryError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card(self.tr("The diary cannot be opened"))
        self._words = PlainLabel(wrap=True)
        self.retry = FilledButton(self.tr("Try again"), "redo")
        self.folder = OutlinedButton(self.tr("Show in folder"), "folder")
        self.retry.clicked.connect(self.again)
        self.folder.clicked.connect(self.folder_wanted)
        row = Flow()
        row.addWidget(self.retry)
        row.addWidget(self.folder)
        self.card.body.addWidget(self._words)
        self.card.body.addLayout(row)
        self.card.setMaximumWidth(scaled(_WIDEST_PX))
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(2)
        self.show_error(error)

    def show_error(self, error: DiaryError) -> None:
        """Say what the trouble is now."""
        self._words.show_text(sentence(error))
        self.folder.setVisible(error.path is not None and error.path.parent.exists())
