"""What is shown of a plan: the week, today, why, and what can be answered."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from walktrack.domain.pain import PainMoment
from walktrack.domain.period import Period
from walktrack.domain.plan import steps
from walktrack.domain.plan.calendar import PlanDay, days_of, planned_days, week_of
from walktrack.domain.plan.choices import Choice
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.proposal import Numbers, Proposal, Rule, proposed
from walktrack.domain.plan.record import Plan, PlanStep
from walktrack.domain.plan.state import Mode, PlanState
from walktrack.domain.plan.today import Today, TodayFacts, today_of
from walktrack.domain.plan.usual import FlareQuestion
from walktrack.domain.plan.week import counted_days
from walktrack.services.plan_evidence import Evidence, Seen

if TYPE_CHECKING:
    from walktrack.services.plan_standing import Standing
    from walktrack.storage.diary import Diary


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the target is as it is: what was proposed, and what was made of it."""

    rule: Rule
    choice: Choice
    numbers: Numbers
    set_by_clinician: bool = False


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan as it is on a day, which is today.

    `proposal` waits for an answer; until then the lower of both targets counts. `sign` says that a
    warning sign stands open, `paused_by_sign` that the pause began with one. `next` is the next
    day to walk on, today included.
    """

    plan: Plan
    on: date
    state: PlanState
    week: int
    days: tuple[PlanDay, ...]
    done: int
    next: date | None
    today: Today
    reason: Reason
    proposal: Proposal | None
    question: FlareQuestion | None
    sign: bool
    paused_by_sign: bool
    past: tuple[PlanStep, ...]

    @property
    def parameters(self) -> Parameters:
        """The numbers the plan goes by."""
        return self.plan.parameters


def view_of(diary: "Diary", evidence: Evidence, standing: "Standing", today: date) -> PlanView:
    """Return what is to be shown of a plan that stands so."""
    plan = standing.planned.plan
    week = week_of(plan.first_day, today)
    days = days_of(plan.first_day, week)
    reach = Period(min(days[0], today - timedelta(days=1)), max(days[-1], today))
    seen = evidence.seen(plan.person_id, reach, plan.parameters)
    flare = seen.flare_up_on(today)
    state, reason = _now(standing, plan, flare is not None and _is_news(standing, seen, today))
    shown = _week(state, days, seen, plan.parameters, today)
    done = sum(day.done for day in shown)
    before = diary.ratings.on_day(plan.person_id, today, PainMoment.BEFORE)
    facts = TodayFacts(
        walked=seen.minutes_on(today),
        days_walked=sum(day.done for day in shown if day.day != today),
        before=before.value if before else None,
        unsettled_yesterday=seen.was_unsettled(today - timedelta(days=1)),
        no_walk=today in seen.taken_out,
    )
    return PlanView(
        plan=plan,
        on=today,
        state=state,
        week=week,
        days=shown,
        done=done,
        next=next((day.day for day in shown if day.planned), None),
        today=today_of(state.target, facts, plan.parameters),
        reason=reason,
        proposal=standing.proposal,
        question=evidence.question(
            plan.person_id, today, plan.parameters, in_flare=flare is not None
        ),
        sign=standing.sign,
        paused_by_sign=_is_paused_by_sign(standing),
        past=standing.stored.steps,
    )


def _is_paused_by_sign(standing: "Standing") -> bool:
    """Say whether the pause that goes on began with a warning sign, or met one since."""
    for step in reversed(standing.stored.steps):
        if step.state.mode is not Mode.PAUSED:
            return False
        if step.rule is Rule.R1:
            return True
    return False


def _is_news(standing: "Standing", seen: Seen, today: date) -> bool:
    """Say whether a flare-up was marked after the plan's last step, which could not know of it."""
    flare = seen.flare_up_on(today)
    return flare is not None and flare.entered.ms >= standing.stored.last.entered.ms


def _now(standing: "Standing", plan: Plan, flare_up: bool) -> tuple[PlanState, Reason]:  # noqa: FBT001
    """Return what counts today; a flare-up makes walks short at once, not first next week."""
    state, last = standing.state, standing.stored.last
    if standing.sign:
        return state, Reason(Rule.R1, Choice.UNANSWERED, last.numbers)
    if flare_up and state.mode is Mode.WALKING:
        short = steps.in_flare(state, plan.parameters)
        begun = proposed(Rule.R4, state, short)
        return short, Reason(begun.rule, Choice.UNANSWERED, begun.numbers)
    if standing.proposal and standing.state.target == standing.proposal.state.target:
        told = standing.proposal
        return state, Reason(told.rule, Choice.UNANSWERED, told.numbers, told.set_by_clinician)
    return state, Reason(last.rule, last.choice, last.numbers, state.clinician)


def _week(
    state: PlanState, days: tuple[date, ...], seen: Seen, parameters: Parameters, today: date
) -> tuple[PlanDay, ...]:
    target = state.target
    walks = [walk for walk in seen.walks if walk.day in days]
    done = counted_days(walks, target or state.base, parameters) if walks else frozenset[date]()
    count = target.days if target else 0
    planned = planned_days(days, count, done, seen.taken_out, today)
    return tuple(
        PlanDay(day, seen.minutes_on(day), day in done, day in planned, seen.taken_out.get(day))
        for day in days
    )
