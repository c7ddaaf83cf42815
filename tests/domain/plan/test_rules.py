"""One test for each rule of the weekly review, named after it."""

from dataclasses import replace

import pytest
from tests.domain.plan.weeks import EMPTY, PLAN, at, flaring, good, resting, shaky, walk

from walktrack.domain.plan.ladder import LADDER, Target
from walktrack.domain.plan.proposal import Proposal, Rule
from walktrack.domain.plan.review import review
from walktrack.domain.plan.settling import Label
from walktrack.domain.plan.state import Mode, PlanState
from walktrack.domain.plan.week import Week


def reviewed(state: PlanState, week: Week, rule: Rule) -> Proposal:
    proposal = review(state, week, PLAN)
    assert proposal.rule is rule
    return proposal


@pytest.mark.parametrize("state", [at(3), flaring(3), resting(3)])
def test_r1_a_warning_sign_pauses_and_leaves_no_target(state):
    week = good(sign=True, ready=True, pause=True, flare_up=True)
    proposal = reviewed(state, week, Rule.R1)
    assert proposal.state.mode is Mode.PAUSED
    assert proposal.state.target is None


@pytest.mark.parametrize(
    ("weeks", "steps"), [(0, 2), (1, 2), (2, 2), (3, 3), (4, 4), (5, 4), (30, 4)]
)
def test_r3_ready_again_starts_lower_by_the_weeks_paused_two_to_four(weeks, steps):
    proposal = reviewed(resting(9, weeks), Week(ready=True), Rule.R3)
    assert proposal.state.target == LADDER[9 - steps]
    assert proposal.numbers.weeks == weeks
    assert proposal.numbers.minutes == LADDER[9 - steps].minutes


def test_r3_into_a_flare_up_that_goes_on_walks_stay_short():
    proposal = reviewed(resting(9, 2), Week(ready=True, flare_up=True), Rule.R3)
    assert proposal.state.mode is Mode.FLARE
    assert proposal.state.target == Target(8, 5)


def test_r2b_a_week_more_is_counted_while_paused():
    after = reviewed(resting(5, 1), good(), Rule.R2B).state
    assert after.weeks_paused == 2
    assert after.target is None


def test_r2_the_person_pauses():
    for state in (at(5), flaring(5)):
        after = reviewed(state, good(pause=True, flare_up=True), Rule.R2).state
        assert after.target is None
        assert after.level == 5


@pytest.mark.parametrize(("weeks", "steps"), [(1, 1), (2, 2), (4, 4), (9, 4)])
def test_r5_after_a_flare_up_back_by_its_weeks_one_to_four(weeks, steps):
    proposal = reviewed(flaring(9, weeks), shaky(unsettled=3), Rule.R5)
    assert proposal.state.mode is Mode.WALKING
    assert proposal.state.target == LADDER[9 - steps]
    assert proposal.state.weeks_in_flare == 0


def test_r5_steps_that_absence_took_are_not_taken_twice():
    proposal = reviewed(flaring(6, 4, lowered=3), good(), Rule.R5)
    assert proposal.state.target == LADDER[5]


def test_r5_also_for_a_flare_up_that_came_and_went_within_the_week():
    proposal = reviewed(at(6), good(flare_eased=True), Rule.R5)
    assert proposal.state.target == LADDER[5]


def test_r4b_while_a_flare_up_goes_on_walks_stay_short():
    proposal = reviewed(flaring(9), good(flare_up=True, flare_days=13), Rule.R4B)
    assert proposal.state.target == Target(10, 5)
    assert proposal.state.weeks_in_flare == 2
    assert not proposal.see_doctor


def test_r4b_after_fourteen_days_says_to_see_a_doctor():
    assert reviewed(flaring(9), good(flare_up=True, flare_days=14), Rule.R4B).see_doctor


def test_r4b_is_never_above_what_the_end_of_the_flare_up_would_give():
    after = reviewed(flaring(4, 4), good(flare_up=True), Rule.R4B).state
    assert after.target == LADDER[0]


@pytest.mark.parametrize(
    ("level", "minutes"), [(0, 3), (1, 3), (2, 4), (3, 5), (6, 7), (13, 14), (14, 15)]
)
def test_r4_a_flare_up_halves_the_minutes_three_at_least_on_the_same_days(level, minutes):
    after = reviewed(at(level), good(flare_up=True), Rule.R4).state
    assert after.mode is Mode.FLARE
    assert after.target == Target(minutes, LADDER[level].days)


def test_r6_the_first_week_without_a_walk_holds():
    proposal = reviewed(at(5), EMPTY, Rule.R6)
    assert proposal.state.target == LADDER[5]
    assert proposal.state.weeks_away == 1


def test_r7_the_second_third_and_fourth_week_without_a_walk_take_two_one_one():
    state, levels = at(9), []
    for _ in range(5):
        proposal = review(state, EMPTY, PLAN)
        state = proposal.state
        levels.append((proposal.rule, state.level, proposal.numbers.weeks))
    assert levels == [
        (Rule.R6, 9, 1), (Rule.R7, 7, 2), (Rule.R7, 6, 3), (Rule.R7, 5, 4), (Rule.R6, 5, 5),
    ]  # fmt: skip


def test_r7_counts_also_when_a_flare_up_is_marked_that_week():
    after = reviewed(at(9, weeks_away=1), Week(flare_up=True), Rule.R4).state
    assert after.level == 7
    assert after.target == Target(8, 5)


def test_r7_counts_in_a_flare_up_that_goes_on():
    after = reviewed(flaring(9, 1, weeks_away=1), Week(flare_up=True), Rule.R4B).state
    assert after.level == 7


def test_r7b_unsettled_walks_alone_do_not_end_an_absence():
    week = Week((walk(1, label=Label.UNSETTLED),))
    proposal = reviewed(at(9, weeks_away=1, weeks_empty=1), week, Rule.R7B)
    assert proposal.state.target == LADDER[7]
    assert proposal.state.weeks_away == 2
    assert proposal.state.weeks_empty == 1


@pytest.mark.parametrize("unsettled", [2, 3, 7])
def test_r8_two_unsettled_walks_or_more_take_a_step_back(unsettled):
    proposal = reviewed(at(5), shaky(unsettled), Rule.R8)
    assert proposal.state.target == LADDER[4]
    assert proposal.numbers.unsettled == unsettled


def test_r8_never_goes_below_the_first_level():
    assert reviewed(at(0), shaky(4), Rule.R8).state.target == LADDER[0]


def test_r9_one_unsettled_walk_holds():
    proposal = reviewed(at(5), shaky(unsettled=1), Rule.R9)
    assert proposal.state.target == LADDER[5]
    assert proposal.numbers.unsettled == 1


def test_r9_any_walk_not_known_to_have_settled_holds():
    proposal = reviewed(at(5), shaky(unknown=3), Rule.R9)
    assert proposal.state.target == LADDER[5]
    assert (proposal.numbers.unsettled, proposal.numbers.unknown) == (0, 3)


def test_r8_and_r9_three_weeks_running_suggest_to_talk_it_over():
    state, suggested = at(9), []
    for week in (shaky(2), shaky(1), shaky(unknown=1), good(), shaky(2)):
        proposal = review(state, week, PLAN)
        state = proposal.state
        suggested.append(proposal.talk_it_over)
    assert suggested == [False, False, True, False, False]


@pytest.mark.parametrize("level", range(14))
def test_r10_enough_days_go_one_step_up(level):
    needed = LADDER[level].days - 1
    proposal = reviewed(at(level), good(needed, LADDER[level].minutes * 0.8), Rule.R10)
    assert proposal.state.target == LADDER[level + 1]
    numbers = proposal.numbers
    assert (numbers.walked_days, numbers.planned_days) == (needed, LADDER[level].days)
    assert (numbers.checked, numbers.walks) == (needed, needed)
    assert (numbers.was_minutes, numbers.minutes) == (
        LADDER[level].minutes,
        LADDER[level + 1].minutes,
    )


def test_r10_short_walks_of_a_day_count_together():
    walks = tuple(walk(n // 2, 4) for n in range(6))
    reviewed(at(3), Week(walks), Rule.R10)


def test_r10b_not_before_the_weeks_at_the_level_are_reached():
    gentle = replace(PLAN, weeks_per_step=2)
    first = review(at(0), good(), gentle)
    assert first.rule is Rule.R10B
    assert first.state.target == LADDER[0]
    assert review(first.state, good(), gentle).rule is Rule.R10


def test_r10b_a_target_that_began_inside_the_week_is_not_raised():
    assert reviewed(at(3), good(whole=False), Rule.R10B).state.target == LADDER[3]


def test_r12_the_goal_is_kept():
    assert reviewed(at(14), good(), Rule.R12).state.target == Target(30, 5)


@pytest.mark.parametrize("week", [good(2), good(7, 7.9)])
def test_r11_too_few_days_hold(week):
    assert reviewed(at(3), week, Rule.R11).state.target == LADDER[3]


@pytest.mark.parametrize("week", [good(), good(1), shaky(1), shaky(3), EMPTY])
def test_what_a_clinician_set_stays_whatever_the_walks_say(week):
    state = at(3, base=Target(12, 4), clinician=True, weeks_away=1)
    proposal = review(state, week, PLAN)
    assert proposal.state.target == Target(12, 4)
    assert proposal.set_by_clinician


def test_what_a_clinician_set_gives_way_to_a_warning_sign_and_a_flare_up():
    state = at(4, base=Target(12, 4), clinician=True)
    assert review(state, good(sign=True), PLAN).state.target is None
    short = review(state, good(flare_up=True), PLAN).state
    assert short.target == Target(6, 4)
    assert review(short, good(), PLAN).state.target == Target(12, 4)
