"""What the diary says about a week of a plan, and about today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.pain import PainMoment
from walktrack.domain.period import Period
from walktrack.domain.plan.calendar import WEEK, first_of
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.record import Plan
from walktrack.domain.plan.settling import Label, WalkFacts, label_of
from walktrack.domain.plan.usual import Averages, FlareQuestion, flare_question, usual_pain
from walktrack.domain.plan.week import PlanWalk, Week

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary
    from walktrack.storage.plan_facts import AnswerSeen, WalkSeen

_TAKE_OUT = {MarkKind.EXCUSED, MarkKind.NO_WALK}


@dataclass(frozen=True, slots=True)
class Seen:
    """Some days of a person: their walks, labelled, and what was said about the days.

    `taken_out` are days on which the plan asks for nothing, and the mark that says so.
    """

    walks: tuple[PlanWalk, ...]
    flare_ups: tuple[DayMark, ...]
    taken_out: Mapping[date, MarkKind]
    usual: Mapping[date, float | None]

    def flare_up_on(self, day: date) -> DayMark | None:
        """Return the flare-up that covers a day."""
        return next((mark for mark in self.flare_ups if mark.covers(day)), None)

    def minutes_on(self, day: date) -> float:
        """Return the minutes walked on a day."""
        return sum(walk.minutes for walk in self.walks if walk.day == day)

    def was_unsettled(self, day: date) -> bool:
        """Say whether a walk of a day was unsettled."""
        return any(walk.day == day and walk.label is Label.UNSETTLED for walk in self.walks)


class Evidence:
    """Reads it; a carer's guess counts only where it speaks against a walk."""

    def __init__(self, diary: "Diary") -> None:
        self._diary = diary

    def seen(self, person_id: str, period: Period, parameters: Parameters) -> Seen:
        """Return what is known of some days."""
        marks = self._diary.marks.within(person_id, period)
        averages = self.averages(person_id, period, parameters)
        after = Period(period.first, period.last + timedelta(days=1))
        mornings = self._diary.plan_facts.answers(person_id, after, PainMoment.NEXT_MORNING)
        walks = self._diary.plan_facts.walks(person_id, period)
        usual = {walk.day: usual_pain(averages, walk.day, parameters) for walk in walks}
        return Seen(
            walks=tuple(_labelled(walk, mornings, usual[walk.day], parameters) for walk in walks),
            flare_ups=tuple(mark for mark in marks if mark.kind is MarkKind.FLARE_UP),
            taken_out={mark.first: mark.kind for mark in marks if mark.kind in _TAKE_OUT},
            usual=usual,
        )

    def averages(self, person_id: str, period: Period, parameters: Parameters) -> Averages:
        """Return the averages of days outside flare-ups, back to where a usual one is made of."""
        first = period.first - timedelta(days=parameters.usual_days)
        reach = Period(first, period.last)
        marks = self._diary.marks.within(person_id, reach)
        flares = [mark for mark in marks if mark.kind is MarkKind.FLARE_UP]
        known = self._told(person_id, reach)
        return {
            day: value
            for day, value in known.items()
            if not any(mark.covers(day) for mark in flares)
        }

    def week(self, plan: Plan, number: int, since: date, *, sign: bool) -> Week:
        """Return what a week of a plan showed, with a target that stood `since` a day."""
        first = first_of(plan.first_day, number)
        last = first + timedelta(days=WEEK - 1)
        seen = self.seen(plan.person_id, Period(first, last), plan.parameters)
        going_on = seen.flare_up_on(last)
        return Week(
            walks=seen.walks,
            sign=sign,
            flare_up=going_on is not None,
            flare_eased=going_on is None and bool(seen.flare_ups),
            flare_days=(last - going_on.first).days + 1 if going_on else 0,
            whole=since <= first,
        )

    def question(
        self, person_id: str, today: date, parameters: Parameters, *, in_flare: bool
    ) -> FlareQuestion | None:
        """Return what to ask about a flare-up today."""
        days = Period(today - timedelta(days=parameters.flare_days), today)
        # The days in question may be the first ones of a flare-up: they do not make the usual.
        usual = usual_pain(self.averages(person_id, days, parameters), days.first, parameters)
        told = self._told(person_id, days)
        return flare_question(told, usual, today, parameters, in_flare=in_flare)

    def _told(self, person_id: str, period: Period) -> Averages:
        found = self._diary.plan_facts.answers(person_id, period, PainMoment.DAY_AVERAGE)
        return {day: answer.value for day, answer in found.items() if not answer.guessed}


def _labelled(
    walk: "WalkSeen",
    mornings: "Mapping[date, AnswerSeen]",
    usual: float | None,
    parameters: Parameters,
) -> PlanWalk:
    morning = mornings.get(walk.day + timedelta(days=1))
    facts = WalkFacts(
        before=walk.before,
        after=walk.after,
        morning=morning.value if morning else None,
        morning_sure=not (morning and morning.guessed),
        usual=usual,
        stopped_for_pain=walk.stopped_for_pain,
    )
    return PlanWalk(walk.day, walk.minutes, label_of(facts, parameters), facts.is_checked)
