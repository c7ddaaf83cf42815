"""How far a long export is, and the way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from walktrack.services.export import Progress
from walktrack.ui.look.tokens import GAP
from walktrack.ui.widgets.buttons import OutlinedButton

_WHOLE = 1000


class ProgressRow(QWidget):
    """Hidden until there is progress to show, so that a short export shows none at all."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setRange(0, _WHOLE)
        self.bar.setAccessibleName(self.tr("How much is written"))
        self.cancel = OutlinedButton(self.tr("Cancel"), "close")
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.hide()

    def show_progress(self, progress: Progress) -> None:
        """Show how many of all rows are written."""
        self.bar.setValue(_WHOLE * progress.done // max(1, progress.total))
        self.show()
