"""After a walk that stirred the pain: two short questions, both of which can be left out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.after_walk import Felt, Legs
from walktrack.ui.widgets.buttons import FilledButton, PlainButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.segments import Segments


class AfterWalkCard(Card):
    """`answered` carries a Felt and Legs, or None for one left out; `skipped` that both are.

    An answer that needs help at once does not wait for the other question.
    """

    answered = Signal(object, object)
    skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Your pain rose on this walk"), parent=parent)
        self.skip = PlainButton(self.tr("Skip"))
        self.corner.addWidget(self.skip)
        felt = self.tr("Did sharp pain stop you, or did your back nearly give way?")
        legs = self.tr("Is a leg newly numb, tingling or weak?")
        self.felt = Segments(
            felt,
            [
                (Felt.NEITHER, self.tr("No")),
                (Felt.SHARP, self.tr("Sharp pain")),
                (Felt.GIVING_WAY, self.tr("Giving way")),
            ],
        )
        self.legs = Segments(
            legs,
            [
                (Legs.NEITHER, self.tr("No")),
                (Legs.ONE, self.tr("One leg")),
                (Legs.WORSE, self.tr("Both, or getting weaker")),
            ],
        )
        self.done = FilledButton(self.tr("Done"), "check")
        for question, choice in ((felt, self.felt), (legs, self.legs)):
            self.body.addWidget(PlainLabel(question, wrap=True))
            self.body.addWidget(choice)
        row = Flow()
        row.addWidget(self.done)
        self.body.addLayout(row)
        self.legs.chosen.connect(self._on_legs)
        self.done.clicked.connect(self._on_done)
        self.skip.clicked.connect(self.skipped)

    def show_reason(self, *, stopped: bool) -> None:
        """Say why it asks: the walk was stopped for pain, or the pain rose."""
        words = self.tr("You stopped this walk for pain")
        self.show_title(words if stopped else self.tr("Your pain rose on this walk"))

    def start_over(self) -> None:
        """Show both questions with nothing chosen."""
        self.felt.show_value(None)
        self.legs.show_value(None)

    def _on_legs(self, legs: Legs) -> None:
        if legs is Legs.WORSE:
            self._on_done()

    def _on_done(self) -> None:
        self.answered.emit(self.felt.value, self.legs.value)
