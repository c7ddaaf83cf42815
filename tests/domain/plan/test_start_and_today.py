"""How a plan begins, what it asks for on a day, and what a person makes of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.plan.weeks import EMPTY, MONDAY, PLAN, at, flaring, good, resting, shaky

from walktrack.domain.plan import calendar
from walktrack.domain.plan.choices import back_by_choice, kept, set_by, unanswered
from walktrack.domain.plan.ladder import LADDER, Target
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.review import review
from walktrack.domain.plan.start import Start, begun, is_gentle_offered_first
from walktrack.domain.plan.today import Ask, Today, TodayFacts, today_of

TEN, THIRTY = Target(10, 4), Target(30, 5)


def test_the_usual_start_is_ten_minutes_on_four_days():
    state, numbers = begun(Start.USUAL, (), PLAN)
    assert (state.level, state.target, numbers.weeks_per_step) == (3, TEN, 1)


def test_the_gentle_start_is_the_first_level_and_two_weeks_a_step():
    state, numbers = begun(Start.GENTLE, (), PLAN)
    assert (state.level, state.target, numbers.weeks_per_step) == (0, Target(5, 3), 2)


@pytest.mark.parametrize(
    ("walks", "level"), [((15, 15, 15), 5), ((12, 14, 10), 2), ((3, 3, 3), 0), ((90, 90, 90), 9)]
)
def test_the_measured_start_is_four_fifths_of_three_walks(walks, level):
    assert begun(Start.MEASURED, walks, PLAN)[0].level == level


def test_the_measured_start_takes_three_walks():
    with pytest.raises(ValueError, match="3 walks"):
        begun(Start.MEASURED, (10, 10), PLAN)


@pytest.mark.parametrize(("born", "offered"), [(1960, True), (1961, False), (None, False)])
def test_the_gentle_start_is_offered_first_to_who_is_over_65(born, offered):
    assert is_gentle_offered_first(born, 2026) is offered


@pytest.mark.parametrize(
    ("target", "facts", "today"),
    [
        (None, TodayFacts(), Today(Ask.NOTHING)),
        (TEN, TodayFacts(), Today(Ask.WALK, 10, 10)),
        (TEN, TodayFacts(walked=6.7), Today(Ask.WALK, 4, 10)),
        (TEN, TodayFacts(walked=10), Today(Ask.ENOUGH, whole=10)),
        (TEN, TodayFacts(days_walked=4), Today(Ask.FREE)),
        (TEN, TodayFacts(unsettled_yesterday=True), Today(Ask.HALF, 5, 5)),
        (TEN, TodayFacts(before=8), Today(Ask.HALF_OR_REST, 5, 5)),
        (TEN, TodayFacts(before=8, walked=5), Today(Ask.ENOUGH, whole=5)),
        (TEN, TodayFacts(before=7), Today(Ask.WALK, 10, 10)),
        (TEN, TodayFacts(no_walk=True), Today(Ask.NO_WALK, 10, 10)),
        (TEN, TodayFacts(no_walk=True, days_walked=4), Today(Ask.FREE)),
        (THIRTY, TodayFacts(), Today(Ask.WALK, 30, 30, in_halves=True)),
        (THIRTY, TodayFacts(walked=15), Today(Ask.WALK, 15, 30)),
        (Target(20, 5), TodayFacts(), Today(Ask.WALK, 20, 20, in_halves=True)),
    ],
)
def test_what_is_asked_for_today(target, facts, today):
    assert today_of(target, facts, PLAN) == today


@pytest.mark.parametrize(
    ("today", "gives", "goal"),
    [
        (Today(Ask.NOTHING), False, None),
        (Today(Ask.WALK, 4, 10), True, 4),
        (Today(Ask.HALF, 5, 5), True, 5),
        (Today(Ask.ENOUGH, whole=10), True, None),
        (Today(Ask.FREE), True, None),
    ],
)
def test_the_goal_of_a_walk_is_what_is_left_of_today(today, gives, goal):
    assert (today.gives_goal, today.goal_minutes) == (gives, goal)


@given(
    st.builds(Target, st.integers(1, 180), st.integers(1, 7)),
    st.floats(0, 200),
    st.integers(0, 7),
    st.one_of(st.none(), st.integers(0, 7)),
)
def test_bad_signs_never_ask_for_more_today(target, walked, days, before):
    calm = today_of(target, TodayFacts(walked, days, before), PLAN)
    for high, unsettled in ((8, False), (before, True), (10, True)):
        facts = TodayFacts(walked, days, high, unsettled)
        assert today_of(target, facts, PLAN).minutes <= calm.minutes


def test_what_nobody_answers_lowers_and_never_raises():
    up, down = review(at(3), good(), PLAN), review(at(3), shaky(2), PLAN)
    assert unanswered(at(3), up).target == TEN
    assert unanswered(at(3), down).target == Target(7, 4)


def test_to_keep_holds_the_target_and_counts_the_week():
    state = kept(at(9, weeks_away=1), review(at(9, weeks_away=1), EMPTY, PLAN))
    assert (state.target, state.weeks_away) == (LADDER[9], 2)
    assert review(state, EMPTY, PLAN).state.level == 8


def test_a_pause_cannot_be_refused():
    assert kept(at(3), review(at(3), good(sign=True), PLAN)).target is None


def test_own_minutes_count_as_they_are_and_stand_on_their_level():
    after = set_by(at(3), Target(16, 4), PLAN, clinician=False).state
    assert (after.target, after.level) == (Target(16, 4), 7)
    assert review(after, good(), PLAN).state.target == Target(16, 5)


def test_own_words_do_not_end_a_pause():
    assert set_by(resting(3), TEN, PLAN, clinician=True).state.target is None
    assert back_by_choice(resting(3), PLAN).state.target is None


def test_a_step_back_by_choice():
    assert back_by_choice(at(3), PLAN).state.target == Target(7, 4)
    assert back_by_choice(flaring(9), PLAN).state.target == Target(9, 5)


def test_a_plan_week_is_seven_days_from_its_start():
    first = MONDAY + timedelta(days=3)
    weeks = [calendar.week_of(first, first + timedelta(days=n)) for n in (-1, 0, 6, 7, 14)]
    assert weeks == [-1, 0, 0, 1, 2]
    assert calendar.days_of(first, 1)[0] == first + timedelta(days=7)


def test_planned_days_are_spread_and_make_room_for_what_is_done():
    days = calendar.days_of(MONDAY, 0)

    def planned(count: int, done: set[int], free: set[int], today: int) -> list[int]:
        found = calendar.planned_days(
            days, count, {days[n] for n in done}, {days[n] for n in free}, days[today]
        )
        return [days.index(day) for day in found]

    assert planned(4, set(), set(), 0) == [0, 1, 3, 5]
    assert planned(3, set(), set(), 0) == [0, 2, 4]
    assert planned(4, {0, 2}, set(), 3) == [3, 5]
    assert planned(4, {0, 1, 2, 3}, set(), 4) == []
    assert planned(4, {0}, {3}, 3) == [4, 5, 6]


@pytest.mark.parametrize(
    "wrong", [{"high_pain": 0}, {"pause_most_back": 1}, {"ladder": LADDER[::-1]}]
)
def test_numbers_that_make_no_plan_are_not_taken(wrong):
    with pytest.raises(ValueError):  # noqa: PT011 - each says its own
        Parameters(**wrong)


def test_every_number_has_its_range():
    from walktrack.domain.plan.parameters import NUMBERS, RANGES

    assert set(NUMBERS) == set(RANGES)
    assert date(2026, 3, 2) == MONDAY
