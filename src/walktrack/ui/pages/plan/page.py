"""The plan on a page: its start while there is none, else today, the week and the numbers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from walktrack.domain.person import Person
from walktrack.domain.plan.ladder import Target
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.start import Start
from walktrack.domain.settings import Settings
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.domain.warning_signs import SignMoment
from walktrack.services.plan_view import PlanView
from walktrack.services.planning import Planning
from walktrack.ui.attempt import Attempts
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import GAP
from walktrack.ui.pages.plan.numbers_card import NumbersCard
from walktrack.ui.pages.plan.start_card import StartCard
from walktrack.ui.pages.plan.target_card import TargetCard
from walktrack.ui.pages.plan.week_card import WeekCard
from walktrack.ui.widgets.down_scroll import DownScroll

TWO_COLUMNS_PX = 900
"""Width from which two columns have room, at 100 % text."""

_SIDE = 16


class PlanPage(QWidget):
    """Cards in two columns where there is room, else in one; it scrolls only downwards.

    `occasion` carries the SignMoment when the list of warning signs is worth a look: at the start
    of a plan, and when the review of a week is answered.
    """

    occasion = Signal(object)

    def __init__(
        self, planning: Planning, attempts: Attempts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._planning, self._attempts = planning, attempts
        self._person: Person | None = None
        self._view: PlanView | None = None
        self.start = StartCard()
        self.target, self.week, self.numbers = TargetCard(), WeekCard(), NumbersCard()
        self._lay_out()
        self._connect()

    def show_person(self, person: Person, _settings: Settings) -> None:
        """Show this person's plan as it is today."""
        self._person = person
        self._attempts.attempt_steadily(self._read, "plan")

    def _read(self) -> None:
        if self._person is None:
            return
        self._view = view = self._planning.view(self._person.id)
        self.start.setVisible(view is None)
        for card in (self.target, self.week, self.numbers):
            card.setVisible(view is not None)
            if view:
                card.show_view(view)
        if view is None:
            offer = self._planning.offer(self._person.id)
            self.start.show_offer(offer, sign=offer.barred)

    def _connect(self) -> None:
        plan = self._planning
        self.start.begun.connect(self._on_begun)
        for signal, verb in (
            (self.target.accepted, plan.accept),
            (self.target.kept, plan.keep),
            (self.target.stepped_back, plan.step_back),
        ):
            signal.connect(partial(self._do, verb, SignMoment.WEEKLY_REVIEW))
        for signal, verb in (
            (self.target.paused, plan.pause),
            (self.target.ready_again, plan.ready),
            (self.numbers.ended, plan.stop),
        ):
            signal.connect(partial(self._do, verb))
        self.target.own_wanted.connect(self._on_own)
        self.target.clinician_wanted.connect(self._on_clinician)
        self.numbers.numbers_wanted.connect(self._on_numbers)

    def _do(self, verb: Callable[[str], None], occasion: SignMoment | None = None) -> None:
        """Run a verb for whose plan is shown; if it does not go any more, show what does."""
        person = self._person
        if person is None:
            return

        def run() -> None:
            try:
                verb(person.id)
            except NotPossibleError:
                self._read()
                return
            if occasion:
                self.occasion.emit(occasion)

        focus = QApplication.focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        self._attempts.attempt(run, ("plan", person.id))
        if held and focus and not focus.isVisible():
            self.safe_step().setFocus(Qt.FocusReason.OtherFocusReason)

    def safe_step(self) -> QWidget:
        """Return a button for the keyboard to stand on when the one it stood on is gone."""
        card = self.target
        order = (card.ready, card.back, *self.start.buttons.values())
        return next(button for button in order if button.isVisible())

    def _on_begun(self, start: Start) -> None:
        self._do(lambda person_id: self._planning.start(person_id, start), SignMoment.PLAN_START)

    def _on_own(self) -> None:
        self._ask_target(self._planning.set_own, clinician=False)

    def _on_clinician(self) -> None:
        self._ask_target(self._planning.set_by_clinician, clinician=True)

    def _ask_target(self, verb: Callable[[str, Target], None], *, clinician: bool) -> None:
        from walktrack.ui.dialogs.plan_target import PlanTargetDialog  # noqa: PLC0415 - seldom

        person, view = self._person, self._view
        if person is None or view is None or view.state.target is None:
            return
        dialog = PlanTargetDialog(
            view.state.target,
            lambda target: verb(person.id, target),
            clinician=clinician,
            parent=self,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_numbers(self) -> None:
        from walktrack.ui.dialogs.plan_numbers import PlanNumbersDialog  # noqa: PLC0415 - seldom

        person, view = self._person, self._view
        if person is None or view is None:
            return

        def store(numbers: Parameters) -> None:
            self._planning.change_numbers(person.id, numbers)

        dialog = PlanNumbersDialog(view.parameters, store, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._choose_columns()

    def _lay_out(self) -> None:
        inside = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(_SIDE, 0, _SIDE, _SIDE)
        for cards in ((self.start, self.target, self.numbers), (self.week,)):
            column = QVBoxLayout()
            column.setSpacing(GAP)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self._scroll = DownScroll(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _choose_columns(self) -> None:
        wide = self.width() >= scaled(TWO_COLUMNS_PX)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._columns.setSpacing(_SIDE if wide else GAP)
