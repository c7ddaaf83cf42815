"""What the plan asks for, why, and what the person can make of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.plan.proposal import Proposal
from walktrack.domain.plan.state import Mode
from walktrack.services.plan_view import PlanView
from walktrack.ui.plan_reason_words import proposal_words, reason_words
from walktrack.ui.plan_words import minutes_words, question_words, target_words, today_words
from walktrack.ui.widgets.buttons import FilledButton, OutlinedButton, PlainButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import CaptionLabel, FigureLabel, PlainLabel, StrongLabel


class TargetCard(Card):
    """Each signal is what the person chose."""

    accepted = Signal()
    kept = Signal()
    stepped_back = Signal()
    own_wanted = Signal()
    clinician_wanted = Signal()
    paused = Signal()
    ready_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Your plan this week"), parent=parent)
        self.target = FigureLabel(wrap=True)
        self.today = StrongLabel(wrap=True)
        self.about = CaptionLabel(self.tr("About the week before"), wrap=True).muted()
        self.reason = PlainLabel(wrap=True)
        self.question = PlainLabel(wrap=True)
        self.accept = FilledButton("", "check")
        self.keep = OutlinedButton("")
        self.ready = FilledButton(self.tr("I am ready again"), "play")
        self.back = OutlinedButton(self.tr("Step back"), "minus")
        self.own = OutlinedButton(self.tr("My own minutes…"), "edit")
        self.clinician = OutlinedButton(self.tr("My physio said…"), "person")
        self.pause = PlainButton(self.tr("Pause the plan"), "pause")
        self._lay_out()
        for button, signal in (
            (self.accept, self.accepted),
            (self.keep, self.kept),
            (self.ready, self.ready_again),
            (self.back, self.stepped_back),
            (self.own, self.own_wanted),
            (self.clinician, self.clinician_wanted),
            (self.pause, self.paused),
        ):
            button.clicked.connect(signal)

    def _lay_out(self) -> None:
        for label in (self.target, self.today, self.about, self.reason, self.question):
            self.body.addWidget(label)
        for buttons in (
            (self.accept, self.keep, self.ready),
            (self.back, self.own, self.clinician, self.pause),
        ):
            row = Flow()
            for button in buttons:
                row.addWidget(button)
            self.body.addLayout(row)

    def show_view(self, view: PlanView) -> None:
        """Show a plan as it is today."""
        paused = view.state.mode is Mode.PAUSED
        proposal = view.proposal
        self.target.show_text(target_words(view.state.target))
        self.today.show_text(today_words(view.today, planned=view.next == view.on))
        self.today.setVisible(not paused)
        words = proposal_words(proposal) if proposal else reason_words(view.reason)
        self.reason.show_text(words)
        self.about.setVisible(proposal is not None)
        self.question.setVisible(view.question is not None)
        if view.question:
            self.question.show_text(question_words(view.question))
        self._offer(proposal)
        self.ready.setVisible(paused)
        self.ready.setEnabled(not view.sign)
        self.ready.setText(self._ready_words(view))
        for button in (self.back, self.own, self.clinician, self.pause):
            button.setVisible(not paused)

    def _ready_words(self, view: PlanView) -> str:
        if view.paused_by_sign:
            return self.tr("I have had this checked")
        return self.tr("I am ready again")

    def _offer(self, proposal: Proposal | None) -> None:
        """Offer an answer to a proposal that changes something."""
        target = proposal.state.target if proposal else None
        numbers = proposal.numbers if proposal else None
        changes = (
            target is not None
            and numbers is not None
            and (target.minutes, target.days) != (numbers.was_minutes, numbers.planned_days)
        )
        self.accept.setVisible(changes)
        self.keep.setVisible(changes)
        if target and numbers:
            self.accept.setText(
                self.tr("Accept {minutes}").format(minutes=minutes_words(target.minutes))
            )
            self.keep.setText(
                self.tr("Keep {minutes}").format(minutes=minutes_words(numbers.was_minutes))
            )
