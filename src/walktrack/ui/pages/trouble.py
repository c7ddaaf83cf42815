"""Shown in place of the pages when the diary cannot be opened: what happened and what to do."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from walktrack.domain.faults import DiaryError
from walktrack.ui.fault_words import opening_sentence
from walktrack.ui.widgets.buttons import FilledButton, OutlinedButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel


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
        self.retry.clicked.connect(self._on_retry)
        self.folder.clicked.connect(self.folder_wanted)
        row = Flow()
        row.addWidget(self.retry)
        row.addWidget(self.folder)
        self.card.body.addWidget(self._words)
        self.card.body.addLayout(row)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.card, 4)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(across)
        whole.addStretch(2)
        self.show_error(error)

    def show_error(self, error: DiaryError) -> None:
        """Say what the trouble is now."""
        self.retry.setEnabled(True)
        self._words.show_text(opening_sentence(error))
        self.folder.setVisible(error.path is not None and error.path.parent.exists())

    def _on_retry(self) -> None:
        """Wait out a double click: its second half must not land on what comes next."""
        self.retry.setEnabled(False)
        QTimer.singleShot(QApplication.doubleClickInterval(), self, self.again.emit)
