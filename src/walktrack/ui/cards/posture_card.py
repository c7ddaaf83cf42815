"""The posture checklist with its count."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.posture import PostureItem
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.checklist import Checklist


class PostureCard(Card):
    """`ticked` carries a PostureItem and whether it is ticked now."""

    ticked = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Posture checklist"), snug=True, parent=parent)
        self.list = Checklist()
        self.list.ticked.connect(self.ticked)
        self.corner.addWidget(self.list.count)
        self.corner.addWidget(self.list.how_button)
        self.body.addWidget(self.list)
        self.body.addWidget(self.list.note)
        self.list.note.hide()
        self.list.how_button.toggled.connect(self.list.note.setVisible)

    def show_ticks(self, ticked: frozenset[PostureItem]) -> None:
        """Show which lines are ticked."""
        self.list.show_ticks(ticked)
