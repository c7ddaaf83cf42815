"""The way to the plan for somebody who has none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.ui.widgets.buttons import OutlinedButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel


class PlanCard(Card):
    """Offers the page of the plan. `opened` asks for it."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.show_title(self.tr("Plan your walks"))
        words = self.tr("If you want, a plan says how long to walk, in small steps.")
        self.body.addWidget(PlainLabel(words, wrap=True))
        self.open = OutlinedButton(self.tr("Open the plan page"), "plan")
        self.open.clicked.connect(self.opened)
        row = Flow()
        row.addWidget(self.open)
        self.body.addLayout(row)
