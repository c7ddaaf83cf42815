"""When a walk counts as settled, unsettled or unknown, and what pain is usual."""

from datetime import date, timedelta

import pytest
from tests.domain.plan.weeks import PLAN

from walktrack.domain.plan.settling import Label, WalkFacts, label_of
from walktrack.domain.plan.usual import FlareQuestion, flare_question, usual_pain

DAY = date(2026, 3, 20)
NOTHING, SETTLED, UNSETTLED, UNKNOWN = WalkFacts(), *Label


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        (WalkFacts(), SETTLED),
        (WalkFacts(stopped_for_pain=True), UNSETTLED),
        (WalkFacts(morning=5, usual=3), UNSETTLED),
        (WalkFacts(morning=5, usual=3.5), SETTLED),
        (WalkFacts(morning=5, before=3), UNSETTLED),
        (WalkFacts(morning=5, before=1, usual=4.0), SETTLED),
        (WalkFacts(before=6, after=8, morning=6), UNSETTLED),
        (WalkFacts(before=7, after=8, morning=7), SETTLED),
        (WalkFacts(before=5, after=7), UNKNOWN),
        (WalkFacts(before=5, after=6), SETTLED),
        (WalkFacts(before=5, after=7, morning=5), SETTLED),
    ],
)
def test_what_a_walk_did_to_the_pain(facts, label):
    assert label_of(facts, PLAN) is label


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        (WalkFacts(before=5, after=7, morning=5, morning_sure=False), UNKNOWN),
        (WalkFacts(before=5, after=6, morning=9, morning_sure=False), UNSETTLED),
    ],
)
def test_a_guess_speaks_against_a_walk_and_never_clears_it(facts, label):
    assert label_of(facts, PLAN) is label
    assert not facts.is_checked


def averages(*values: int | None, until: date = DAY) -> dict[date, int]:
    """Averages of the days up to one, the last value for that day."""
    days = {until - timedelta(days=n): value for n, value in enumerate(reversed(values))}
    return {day: value for day, value in days.items() if value is not None}


def test_usual_is_the_median_of_the_last_fourteen_days():
    yesterday = DAY - timedelta(days=1)
    assert usual_pain(averages(9, *(3,) * 7, *(4,) * 7, until=yesterday), DAY, PLAN) == 3.5


def test_usual_takes_five_answers_and_leaves_the_day_itself_out():
    assert usual_pain(averages(3, 3, 3, 3, 9), DAY, PLAN) is None
    assert usual_pain(averages(3, 3, 3, 3, 3, 9), DAY, PLAN) == 3


@pytest.mark.parametrize(
    ("values", "in_flare", "question"),
    [
        ((5, 5), False, FlareQuestion.BEGUN),
        ((5, 5, None), False, FlareQuestion.BEGUN),
        ((5, 4), False, None),
        ((5, None, 5), False, None),
        ((5, None, None), False, None),
        ((4, 4), True, FlareQuestion.OVER),
        ((4, 5), True, None),
        ((5, 5), True, None),
    ],
)
def test_a_flare_up_is_asked_about_after_two_days_running(values, in_flare, question):
    asked = flare_question(averages(*values), 3.0, DAY, PLAN, in_flare=in_flare)
    assert asked is question


def test_without_a_usual_pain_nothing_is_asked():
    assert flare_question(averages(9, 9), None, DAY, PLAN, in_flare=False) is None
