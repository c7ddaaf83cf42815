"""The plan: begun, answered, changed, paused and ended, each of which can be undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from walktrack.domain.clock import Clock
from walktrack.domain.plan.choices import Choice, back_by_choice, kept, set_by
from walktrack.domain.plan.ladder import Target, level_of
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.proposal import Proposal, Rule, proposed
from walktrack.domain.plan.record import Plan, Planned, PlanStep
from walktrack.domain.plan.review import review
from walktrack.domain.plan.start import Start, begun
from walktrack.domain.plan.state import Mode, PlanState
from walktrack.domain.plan.week import Week
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.services.changes import Announcer
from walktrack.services.plan_keeping import PlanKeeping
from walktrack.services.plan_offer import StartOffer, offer_of, trial_of
from walktrack.services.plan_standing import SignOpen, Standing, Standings
from walktrack.services.plan_view import PlanView, view_of
from walktrack.services.undo import DeedKind, UndoStack
from walktrack.services.writing import hand_of

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary


class Planning:
    """Keeps one plan for each person who wants one.

    DiaryError if a change cannot be stored; NotPossibleError if there is no plan, or it does not
    go while the plan is paused or a warning sign stands open.
    """

    def __init__(
        self,
        diary: "Diary",
        clock: Clock,
        announcer: Announcer,
        undo: UndoStack,
        sign_open: SignOpen,
    ) -> None:
        self._diary = diary
        self._clock = clock
        self._sign_open = sign_open
        self._keeping = PlanKeeping(diary, announcer, undo)
        self._standings = Standings(diary, clock, sign_open)

    def is_on(self, person_id: str) -> bool:
        """Say whether a person has a plan that goes on."""
        return self._diary.plans.going_on(person_id) is not None

    def view(self, person_id: str) -> PlanView | None:
        """Return a person's plan as it is today, or None if they have none."""
        standing = self._standings.of(person_id)
        if standing is None:
            return None
        today = self._clock.read().wall.day
        return view_of(self._diary, self._standings.evidence, standing, today)

    def minutes(self, person_id: str) -> int | None:
        """Return the minutes of a day in the week that goes on, or None if none are asked for."""
        standing = self._standings.of(person_id)
        target = standing.state.target if standing else None
        return target.minutes if target else None

    def offer(self, person_id: str) -> StartOffer:
        """Return how a plan could begin."""
        today, sign = self._clock.read().wall.day, self._sign_open(person_id)
        return offer_of(self._diary, person_id, today, barred=sign)

    def start(self, person_id: str, start: Start) -> None:
        """Begin a plan today; NotPossibleError if one goes on, or a warning sign stands open."""
        if self._diary.plans.going_on(person_id) or self._sign_open(person_id):
            message = "a plan cannot begin now"
            raise NotPossibleError(message)
        now = self._clock.read().wall
        state, parameters = begun(start, trial_of(self._diary, person_id, now.day), Parameters())
        recorder = hand_of(self._diary).name
        plan = Plan(
            str(uuid4()), person_id, now.day, None, start, parameters, now, recorder=recorder
        )
        first = proposed(Rule.BEGUN, state, state)
        step = PlanStep(
            id=str(uuid4()),
            plan_id=plan.id,
            person_id=person_id,
            number=0,
            first_day=now.day,
            week=None,
            rule=first.rule,
            choice=Choice.ACCEPTED,
            state=state,
            numbers=first.numbers,
            entered=now,
            recorder=recorder,
        )
        self._keeping.store(DeedKind.PLAN_BEGUN, plan.id, None, Planned(plan, (step,)))

    def stop(self, person_id: str) -> None:
        """End a plan today. What it was stays in the file."""
        was = self._standing(person_id).stored
        day = max(self._clock.read().wall.day, was.plan.first_day)
        ended = replace(was.plan, last_day=day, edited=self._clock.read().wall)
        self._keeping.store(DeedKind.PLAN_ENDED, was.plan.id, was, replace(was, plan=ended))

    def accept(self, person_id: str) -> None:
        """Take what is proposed; nothing happens if nothing is."""
        self._answer(person_id, lambda _, proposal: proposal.state, Choice.ACCEPTED)

    def keep(self, person_id: str) -> None:
        """Keep the target as it is; nothing happens if nothing else is proposed."""
        self._answer(person_id, kept, Choice.KEPT)

    def step_back(self, person_id: str) -> None:
        """Go a step back, from the lower of what is and what is proposed."""
        self._set(person_id, Choice.STEPPED_BACK, back_by_choice)

    def set_own(self, person_id: str, target: Target) -> None:
        """Take the person's own minutes and days."""
        self._set(person_id, Choice.OWN, lambda state, p: set_by(state, target, p, clinician=False))

    def set_by_clinician(self, person_id: str, target: Target) -> None:
        """Take what a clinician said; it stays until somebody says otherwise."""
        self._set(
            person_id, Choice.CLINICIAN, lambda state, p: set_by(state, target, p, clinician=True)
        )

    def pause(self, person_id: str) -> None:
        """Ask for nothing from now on; nothing happens if the plan is paused already."""
        standing = self._standing(person_id)
        if standing.state.mode is not Mode.PAUSED:
            self._say(standing, Week(pause=True), DeedKind.PLAN_PAUSED)

    def ready(self, person_id: str) -> None:
        """Go on after a pause, lower than before; NotPossibleError while a sign stands open."""
        standing = self._standing(person_id)
        if standing.sign or standing.state.mode is not Mode.PAUSED:
            message = "the plan cannot go on now"
            raise NotPossibleError(message)
        today = self._clock.read().wall.day
        flare = self._diary.marks.open_flare_up(person_id)
        goes_on = flare is not None and flare.covers(today)
        self._say(standing, Week(ready=True, flare_up=goes_on), DeedKind.PLAN_CHANGED)

    def change_numbers(self, person_id: str, parameters: Parameters) -> None:
        """Go by other numbers from now on; the target stays until the next review."""
        was = self._standing(person_id).stored
        if parameters == was.plan.parameters:
            return
        plan = replace(was.plan, parameters=parameters, edited=self._clock.read().wall)
        state = was.last.state
        level = level_of(state.base, parameters.ladder)
        now = replace(was, plan=plan)
        if parameters.ladder != was.plan.parameters.ladder and level != state.level:
            held = proposed(Rule.HELD, state, replace(state, level=level))
            today = self._clock.read().wall.day
            now = _with(now, self._standings.step(was, held, Choice.OWN, None, today))
        self._keeping.store(DeedKind.PLAN_CHANGED, plan.id, was, now)

    def catch_up(self, person_id: str) -> None:
        """Keep the reviews of weeks that nobody answered, and the pause a warning sign means.

        It comes by itself and is no deed of anybody's; nothing happens if nothing was missed.
        """
        standing = self._standings.of(person_id)
        if standing and standing.is_behind:
            self._keeping.catch_up(standing.stored)

    def _standing(self, person_id: str) -> Standing:
        standing = self._standings.of(person_id)
        if standing is None:
            message = "there is no plan"
            raise NotPossibleError(message)
        return standing

    def _answer(
        self, person_id: str, choose: Callable[[PlanState, Proposal], PlanState], choice: Choice
    ) -> None:
        standing = self._standing(person_id)
        proposal = standing.proposal
        if proposal is None:
            return
        chosen = replace(proposal, state=choose(standing.before, proposal))
        self._take(standing, chosen, choice)

    def _set(
        self, person_id: str, choice: Choice, choose: Callable[[PlanState, Parameters], Proposal]
    ) -> None:
        standing = self._standing(person_id)
        if standing.state.mode is Mode.PAUSED:
            message = "the plan is paused"
            raise NotPossibleError(message)
        chosen = choose(standing.state, standing.planned.plan.parameters)
        if standing.proposal:
            # The reason of the week stays known beside what was chosen in its place.
            chosen = replace(standing.proposal, state=chosen.state)
        self._take(standing, chosen, choice)

    def _take(self, standing: Standing, chosen: Proposal, choice: Choice) -> None:
        was, plan = standing.stored, standing.planned.plan
        today = self._clock.read().wall.day
        first = today
        if standing.week is not None:
            first = plan.first_day + timedelta(days=7 * (standing.week + 1))
        step = self._standings.step(was, chosen, choice, standing.week, first)
        self._keeping.store(DeedKind.PLAN_CHANGED, plan.id, was, _with(was, step))

    def _say(self, standing: Standing, said: Week, kind: DeedKind) -> None:
        """Take what was said between two reviews; a proposal that waits counts as unanswered."""
        was = before = standing.stored
        plan, today = was.plan, self._clock.read().wall.day
        if standing.proposal and standing.week is not None:
            held = replace(standing.proposal, state=standing.state)
            first = plan.first_day + timedelta(days=7 * (standing.week + 1))
            step = self._standings.step(was, held, Choice.UNANSWERED, standing.week, first)
            before = _with(was, step)
        proposal = review(before.last.state, said, plan.parameters)
        step = self._standings.step(before, proposal, Choice.ACCEPTED, None, today)
        self._keeping.store(kind, plan.id, was, _with(before, step))


def _with(planned: Planned, step: PlanStep) -> Planned:
    return replace(planned, steps=(*planned.steps, step))
