"""The posture checklist with its count."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.posture import PostureItem
from walktrack.ui.widgets.buttons import PlainButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.checklist import Checklist


class PostureCard(Card):
    """`ticked` carries a PostureItem and whether it is ticked now.

    Folded it is its heading alone, with a button that brings the lines back.
    """

    ticked = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Posture checklist"), snug=True, parent=parent)
        self.list = Checklist()
        self.list.ticked.connect(self.ticked)
        self.corner.addWidget(self.list.count)
        self.corner.addWidget(self.list.how_button)
        self.unfold_button = PlainButton(self.tr("Show"))
        self.unfold_button.setAccessibleName(self.tr("Show the posture checklist"))
        self.unfold_button.hide()
        self.unfold_button.clicked.connect(self._on_unfold)
        self.corner.addWidget(self.unfold_button)
        self.body.addWidget(self.list)
        self.body.addWidget(self.list.note)
        self.list.note.hide()
        self.list.how_button.toggled.connect(self.list.note.setVisible)

    def show_ticks(self, ticked: frozenset[PostureItem]) -> None:
        """Show which lines are ticked."""
        self.list.show_ticks(ticked)

    def fold(self, *, folded: bool) -> None:
        """Put the lines away, or show them."""
        self.list.setVisible(not folded)
        self.list.how_button.setVisible(not folded)
        self.list.note.setVisible(not folded and self.list.how_button.isChecked())
        self.unfold_button.setVisible(folded)

    def _on_unfold(self) -> None:
        self.fold(folded=False)
        self.list.how_button.setFocus(Qt.FocusReason.OtherFocusReason)
