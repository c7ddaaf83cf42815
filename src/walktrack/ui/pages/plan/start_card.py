"""What stands on the page while there is no plan."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.plan.start import Start
from walktrack.services.plan_offer import StartOffer
from walktrack.ui.plan_words import start_words
from walktrack.ui.widgets.answer_button import AnswerButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.labels import CaptionLabel, PlainLabel


class StartCard(Card):
    """Says what a plan is, and offers the ways to begin one. `begun` carries a Start."""

    begun = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Start a plan"), parent=parent)
        words = self.tr("A plan tells you how many minutes to walk, and goes up in small steps.")
        self.body.addWidget(PlainLabel(words, wrap=True))
        self.buttons = {start: AnswerButton("", "") for start in Start}
        for start, button in self.buttons.items():
            button.clicked.connect(partial(self.begun.emit, start))
            self.body.addWidget(button)
        self.measured = CaptionLabel(
            self.tr("Log three walks to start from what you can do now."), wrap=True
        ).muted()
        self.body.addWidget(self.measured)
        doctor = self.tr(
            "Recent injury, back surgery, weak bones, heart or lung trouble, pregnancy, or falls? "
            "Ask your doctor or physio before you start."
        )
        self.body.addWidget(PlainLabel(doctor, wrap=True))
        off = self.tr("Your diary works without a plan. You can end it at any time.")
        self.body.addWidget(CaptionLabel(off, wrap=True).muted())

    def show_offer(self, offer: StartOffer, *, sign: bool) -> None:
        """Show the ways there are, the fitting one first; none while a warning sign is open."""
        order = sorted(offer.targets, key=lambda start: start is not offer.first)
        for start, button in self.buttons.items():
            known = offer.targets.get(start)
            button.setVisible(known is not None)
            button.setEnabled(not sign)
            if known:
                button.show_answer(*start_words(start, known))
        for place, start in enumerate(order, start=1):
            self.body.removeWidget(self.buttons[start])
            self.body.insertWidget(place, self.buttons[start])
        self.measured.setVisible(Start.MEASURED not in offer.targets)
