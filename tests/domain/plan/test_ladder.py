"""The steps of a plan: where own minutes stand, and the way up and down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walktrack.domain.plan.ladder import (
    LADDER,
    Target,
    is_ladder,
    level_for,
    level_of,
    shortened,
    stepped_back,
    stepped_up,
)

targets = st.builds(Target, st.integers(1, 180), st.integers(1, 7))


def test_the_ladder_is_the_one_that_was_agreed():
    told = "5x3 5x4 7x4 10x4 12x4 12x5 14x5 16x5 18x5 20x5 22x5 24x5 26x5 28x5 30x5"
    assert " ".join(f"{step.minutes}x{step.days}" for step in LADDER) == told
    assert is_ladder(LADDER)


@pytest.mark.parametrize(
    "steps",
    [(), LADDER[:1], (Target(5, 3), Target(5, 3)), (Target(10, 3), Target(9, 4)), LADDER[::-1]],
)
def test_steps_that_do_not_go_up_are_no_ladder(steps):
    assert not is_ladder(steps)


@pytest.mark.parametrize(("minutes", "days"), [(0, 3), (181, 3), (5, 0), (5, 8)])
def test_what_nobody_can_walk_is_no_target(minutes, days):
    with pytest.raises(ValueError, match="no target"):
        Target(minutes, days)


@pytest.mark.parametrize(
    ("target", "level"),
    [
        (Target(3, 3), 0), (Target(5, 3), 0), (Target(5, 7), 1), (Target(11, 4), 3),
        (Target(12, 3), 4), (Target(12, 4), 4), (Target(12, 5), 5), (Target(29, 5), 13),
        (Target(60, 7), 14),
    ],
)  # fmt: skip
def test_own_minutes_stand_on_the_highest_level_not_above_them(target, level):
    assert level_of(target, LADDER) == level


@pytest.mark.parametrize(("minutes", "level"), [(4.9, 0), (9.9, 2), (12, 5), (20, 9), (60, 9)])
def test_a_measured_start_is_the_highest_level_not_above_it_nine_at_most(minutes, level):
    assert level_for(minutes, LADDER, 9) == level


@pytest.mark.parametrize(
    ("target", "level", "up"),
    [
        (Target(10, 4), 3, (4, Target(12, 4))),
        (Target(11, 4), 3, (4, Target(12, 4))),
        (Target(3, 3), 0, (0, Target(5, 3))),
        (Target(20, 3), 9, (9, Target(20, 4))),
        (Target(10, 7), 3, (4, Target(12, 7))),
        (Target(30, 5), 14, (14, Target(30, 5))),
    ],
)
def test_up_is_one_step_and_one_day_at_most(target, level, up):
    assert stepped_up(target, level, LADDER) == up


@given(targets, st.integers(0, 14))
def test_up_is_never_down_and_back_is_never_up(target, steps):
    level = level_of(target, LADDER)
    higher_level, higher = stepped_up(target, level, LADDER)
    lower_level, lower = stepped_back(target, level, LADDER, steps)
    assert target.is_within(higher)
    assert lower.is_within(target)
    assert lower_level <= level <= higher_level <= level + 1


@given(targets, st.integers(10, 100), st.integers(1, 30))
def test_a_share_never_is_more_than_the_whole(target, percent, least):
    assert shortened(target, percent, least).is_within(target)
