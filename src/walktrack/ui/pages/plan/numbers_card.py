"""The numbers of the plan, and its end."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.services.plan_view import PlanView
from walktrack.ui.plan_words import days_words, target_words
from walktrack.ui.widgets.buttons import OutlinedButton, PlainButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel


class NumbersCard(Card):
    """Says what a week takes, and leads to all numbers."""

    numbers_wanted = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("How the plan works"), parent=parent)
        self.facts = PlainLabel(wrap=True)
        self.step = PlainLabel(wrap=True)
        self.pain = PlainLabel(
            self.tr("Pain can hold the plan or lower it. It never makes it harder."), wrap=True
        )
        self.numbers = OutlinedButton(self.tr("See and change the numbers…"), "settings")
        self.end = PlainButton(self.tr("End the plan"), "stop")
        for label in (self.facts, self.step, self.pain):
            self.body.addWidget(label)
        row = Flow()
        row.addWidget(self.numbers)
        row.addWidget(self.end)
        self.body.addLayout(row)
        self.numbers.clicked.connect(self.numbers_wanted)
        self.end.clicked.connect(self.ended)

    def show_view(self, view: PlanView) -> None:
        """Show what counts for this plan."""
        numbers, state = view.parameters, view.state
        days = state.base.days
        facts = self.tr(
            "A day counts from {percent} % of your minutes. Short walks add up. "
            "A good week has {needed} of {days}."
        )
        needed = max(1, days - numbers.days_to_spare)
        self.facts.show_text(
            facts.format(percent=numbers.counts_from_percent, needed=needed, days=days_words(days))
        )
        level = self.tr("You are on step {level} of {count}. The last step is {goal}.")
        self.step.show_text(
            level.format(
                level=state.level + 1,
                count=len(numbers.ladder),
                goal=target_words(numbers.ladder[-1]),
            )
        )
