"""The card on Share that brings CSV files in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.ui.widgets.buttons import OutlinedButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel


class BringCard(Card):
    """Says what can come in and asks for files."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.show_title(self.tr("Bring records back"))
        words = self.tr(
            "CSV files that WalkTrack saved can come back into a diary. Choose walks.csv and the "
            "other files together. You see what would happen before anything changes."
        )
        others = self.tr("A CSV file of another program can come in too. You say what is in it.")
        self.bring = OutlinedButton(self.tr("Bring in a CSV file…"), "folder")
        self.bring.clicked.connect(self.wanted)
        foot = Flow()
        foot.addWidget(self.bring)
        self.body.addWidget(PlainLabel(words, wrap=True))
        self.body.addWidget(PlainLabel(others, wrap=True))
        self.body.addLayout(foot)
