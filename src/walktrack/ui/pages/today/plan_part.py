"""What the plan asks for today: in one quiet line beside the walk, and as the walk's goal."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from walktrack.domain.person import Person
from walktrack.ui.attempt import Attempts
from walktrack.ui.cards.walk_card import WalkCard

if TYPE_CHECKING:
    from walktrack.services.desk import Desk


class PlanPart(QObject):
    """Shows the line while there is a plan, and lets the plan keep up with time."""

    def __init__(self, attempts: Attempts, card: WalkCard, parent: QObject) -> None:
        super().__init__(parent)
        self._attempts, self._card = attempts, card
        self._desk: Desk | None = None

    def take_up(self, desk: "Desk") -> None:
        """Begin to work with an open diary."""
        self._desk = desk

    def goal(self, person: Person) -> int | None:
        """Return the minutes a walk begun now is to have, or None for no goal.

        While a plan asks for minutes they are its own, else the person's.
        """
        if self._desk:
            plan = self._desk.plan
            view = self._attempts.attempt_steadily(lambda: plan.view(person.id), "plan today")
            if view and view.today.gives_goal:
                return view.today.goal_minutes
        return person.goal_minutes

    def refresh(self, person: Person) -> None:
        """Read and show again what is asked for today."""
        self._attempts.attempt_steadily(lambda: self._show(person), "plan today")

    def _show(self, person: Person) -> None:
        if self._desk is None:
            return
        plan = self._desk.plan
        plan.catch_up(person.id)
        view = plan.view(person.id)
        if view is None:
            self._card.show_plan("", "")
            return
        from walktrack.ui.plan_words import goal_words, today_words  # noqa: PLC0415 - only then

        planned = view.next == view.on
        words = today_words(view.today, planned=planned)
        goal = goal_words(view.today) if view.today.gives_goal else ""
        self._card.show_plan(self.tr("Your plan. {today}").format(today=words), goal)
