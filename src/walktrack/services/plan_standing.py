"""Where a plan stands today: every week that ended is reviewed, the last one as a proposal."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from walktrack.domain.clock import Clock
from walktrack.domain.plan.calendar import first_of, week_of
from walktrack.domain.plan.choices import Choice, unanswered
from walktrack.domain.plan.proposal import Proposal
from walktrack.domain.plan.record import Planned, PlanStep
from walktrack.domain.plan.review import review
from walktrack.domain.plan.state import Mode, PlanState, is_within
from walktrack.domain.plan.week import Week
from walktrack.services.plan_evidence import Evidence
from walktrack.services.writing import hand_of

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary

SignOpen = Callable[[str], bool]
"""Says whether a person has an Emergency or See-a-doctor sign that nobody has resolved."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A plan up to date: `missed` are the steps of weeks nobody answered, not stored yet.

    `proposal` is that of the week `week`, which ended last, while nobody has answered it.
    `reopened` says that an answer was taken back, as the week is told otherwise by now.
    """

    planned: Planned
    missed: tuple[PlanStep, ...]
    sign: bool
    proposal: Proposal | None = None
    week: int | None = None
    reopened: bool = False

    @property
    def stored(self) -> Planned:
        """The plan with the steps it missed."""
        return Planned(self.planned.plan, (*self.planned.steps, *self.missed))

    @property
    def is_behind(self) -> bool:
        """Whether the stored plan has to be brought up to date."""
        return self.reopened or bool(self.missed)

    @property
    def before(self) -> PlanState:
        """Where the plan stood before the proposal."""
        return self.stored.last.state

    @property
    def state(self) -> PlanState:
        """What counts now: of a proposal the lower target, until somebody answers."""
        return unanswered(self.before, self.proposal) if self.proposal else self.before


class Standings:
    """Brings plans up to date, and writes steps; stores nothing."""

    def __init__(self, diary: "Diary", clock: Clock, sign_open: SignOpen) -> None:
        self._diary = diary
        self._clock = clock
        self._sign_open = sign_open
        self.evidence = Evidence(diary)

    def of(self, person_id: str) -> Standing | None:
        """Return where a person's plan stands, or None if they have none."""
        planned = self._diary.plans.going_on(person_id)
        return None if planned is None else self._up_to_date(planned)

    def step(
        self, planned: Planned, proposal: Proposal, choice: Choice, week: int | None, day: date
    ) -> PlanStep:
        """Return the next step of a plan, as it is written now."""
        return PlanStep(
            id=str(uuid4()),
            plan_id=planned.plan.id,
            person_id=planned.plan.person_id,
            number=planned.last.number + 1,
            first_day=day,
            week=week,
            rule=proposal.rule,
            choice=choice,
            state=proposal.state,
            numbers=proposal.numbers,
            entered=self._clock.read().wall,
            recorder=hand_of(self._diary).name,
        )

    def _up_to_date(self, planned: Planned) -> Standing:
        plan = planned.plan
        today = self._clock.read().wall.day
        stored = planned
        planned = known = self._reopened(planned, week_of(plan.first_day, today))
        reopened = planned is not stored
        sign = self._sign_open(plan.person_id)
        missed: list[PlanStep] = []
        now = week_of(plan.first_day, today)
        for number in range(planned.reviewed, now):
            last = known.last
            newest = number == now - 1
            week = self.evidence.week(plan, number, last.first_day, sign=sign and newest)
            proposal = review(last.state, week, plan.parameters)
            if newest and proposal.state.mode is not Mode.PAUSED:
                return Standing(planned, tuple(missed), sign, proposal, number, reopened)
            state = unanswered(last.state, proposal)
            first = first_of(plan.first_day, number + 1)
            missed.append(
                self.step(known, replace(proposal, state=state), Choice.UNANSWERED, number, first)
            )
            known = Planned(plan, (*known.steps, missed[-1]))
        if sign and known.last.state.mode is not Mode.PAUSED:
            stop = review(known.last.state, Week(sign=True), plan.parameters)
            missed.append(self.step(known, stop, Choice.UNANSWERED, None, today))
        return Standing(planned, tuple(missed), sign, reopened=reopened)

    def _reopened(self, planned: Planned, now: int) -> Planned:
        """Take back an accepted proposal that the week would not give any more.

        The last walk's next morning may be told after the answer, or a walk be added. Numbers
        that were changed since count from the next review.
        """
        last, before = planned.last, Planned(planned.plan, planned.steps[:-1])
        edited = planned.plan.edited
        if last.choice is not Choice.ACCEPTED or last.week is None or last.week != now - 1:
            return planned
        if edited is not None and edited.ms > last.entered.ms:
            return planned
        week = self.evidence.week(planned.plan, last.week, before.last.first_day, sign=False)
        again = review(before.last.state, week, planned.plan.parameters)
        return planned if is_within(last.state.target, again.state.target) else before
