"""Plans come back as they were kept, and a damaged one asks for nothing."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from tests.storage.made import ANNA, BERT, HOUR, NOON, rating, walk

from walktrack.domain.pain import PainMoment, Reporter
from walktrack.domain.period import Period
from walktrack.domain.plan.choices import Choice
from walktrack.domain.plan.ladder import Target
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.proposal import Numbers, Rule
from walktrack.domain.plan.record import Plan, Planned, PlanStep
from walktrack.domain.plan.start import Start
from walktrack.domain.plan.state import Mode, PlanState
from walktrack.storage.plan_facts import AnswerSeen, WalkSeen

FIRST = date(2026, 3, 2)
STATE = PlanState(3, Target(11, 4), Mode.FLARE, Target(6, 4), clinician=True, weeks_in_flare=2)
NUMBERS = Numbers(was_minutes=11, minutes=6, days=4, weeks=2)


def step(number: int = 0, **more: object) -> PlanStep:
    known = PlanStep(
        f"s{number}", "p", ANNA, number, FIRST, None, Rule.R4, Choice.ACCEPTED, STATE, NUMBERS, NOON
    )
    return replace(known, **more)


def planned(*steps: PlanStep, **more: object) -> Planned:
    plan = Plan("p", ANNA, FIRST, None, Start.GENTLE, Parameters(weeks_per_step=2), NOON)
    return Planned(replace(plan, **more), steps or (step(),))


def test_a_plan_comes_back_with_its_steps_in_order(diary):
    kept = planned(step(), step(1, week=0, rule=Rule.R4B, recorder="Clara"))
    diary.plans.put(kept)
    assert diary.plans.going_on(ANNA) == diary.plans.get("p") == kept
    assert kept.reviewed == 1
    assert diary.plans.going_on(BERT) is None


def test_to_put_it_again_leaves_the_steps_that_are_given(diary):
    diary.plans.put(planned(step(), step(1)))
    diary.plans.put(planned(step()))
    assert diary.plans.get("p") == planned(step())
    diary.plans.remove("p")
    assert diary.plans.get("p") is None


def test_a_plan_that_ended_does_not_go_on_and_leaves_room_for_another(diary):
    diary.plans.put(planned(last_day=FIRST))
    assert diary.plans.going_on(ANNA) is None
    diary.plans.put(planned(step(plan_id="q", id="t"), id="q"))
    with pytest.raises(sqlite3.IntegrityError):
        diary.plans.put(planned(step(plan_id="r", id="u"), id="r"))


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"mode": "odd"}', "null", '{"mode": "walking", "base": 3, "level": 1}'],
)
def test_where_a_damaged_plan_stands_is_at_rest(diary, text):
    diary.plans.put(planned())
    diary._db.execute_sql("UPDATE plan_step SET state = ?, numbers = ?", (text, text))
    found = diary.plans.going_on(ANNA).last
    assert found.state.target is None
    assert found.numbers == Numbers()


@pytest.mark.parametrize("text", ["", "7", '{"ladder": [{"minutes": 0, "days": 1}]}'])
def test_damaged_numbers_are_those_a_plan_begins_with(diary, text):
    diary.plans.put(planned())
    diary._db.execute_sql("UPDATE plan SET numbers = ?", (text,))
    assert diary.plans.going_on(ANNA).plan.parameters == Parameters()


def test_a_level_the_ladder_does_not_have_is_its_last(diary):
    diary.plans.put(planned(step(state=replace(STATE, level=40))))
    assert diary.plans.going_on(ANNA).last.state.level == 14


def test_walks_are_seen_with_their_pain(diary):
    diary.walks.add(walk("w", NOON))
    diary.walks.add(walk("later", NOON.plus(30 * 24 * HOUR)))
    diary.ratings.add(rating("a", 4, PainMoment.BEFORE, walk_id="w"))
    diary.ratings.add(rating("b", 6, PainMoment.AFTER, walk_id="w"))
    days = Period(NOON.day, NOON.day)
    (seen,) = diary.plan_facts.walks(ANNA, days)
    assert (seen.day, seen.before, seen.after) == (NOON.day, 4, 6)
    assert isinstance(seen, WalkSeen)
    diary.walks.remove("w", NOON)
    assert diary.plan_facts.walks(ANNA, days) == []


def test_answers_are_seen_with_whose_they_are(diary):
    morning = PainMoment.NEXT_MORNING
    diary.ratings.add(rating("a", 5, morning, reporter=Reporter.GUESS))
    days = Period(NOON.day, NOON.day)
    assert diary.plan_facts.answers(ANNA, days, morning) == {NOON.day: AnswerSeen(5, guessed=True)}
    assert diary.plan_facts.answers(BERT, days, morning) == {}


def test_a_plan_is_told_of_when_a_backup_is_compared(diary):
    then = diary.contents()
    diary.plans.put(planned())
    assert then.outlook(diary.contents()).other
