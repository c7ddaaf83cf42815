"""Which sounds a walk has, guided or not, and that none is lost or doubled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walktrack.domain.cues import GENTLE_MINUTES, Cue, Guide, cue_between, cues_of, until_next_cue

MINUTE = 60_000
GUIDES = st.none() | st.builds(Guide, st.sampled_from(GENTLE_MINUTES), st.booleans(), st.booleans())
GOALS = st.none() | st.integers(1, 600)


def minutes(target, guide=None):
    return [(at / MINUTE, cue) for at, cue in cues_of(target, guide)]


def test_a_walk_with_a_goal_has_two_and_without_one_none():
    assert minutes(20) == [(10, Cue.HALF), (20, Cue.GOAL)]
    assert minutes(None) == []


@pytest.mark.parametrize(
    ("target", "guide", "found"),
    [
        (20, Guide(), [(3, "ease"), (10, "back"), (17, "slow"), (20, "goal")]),
        (20, Guide(0, back=False), [(10, "half"), (20, "goal")]),
        (12, Guide(2, posture=True, back=False),
         [(2, "ease"), (5, "posture"), (6, "half"), (10, "slow"), (12, "goal")]),
        (6, Guide(), [(3, "back"), (6, "goal")]),
        (None, Guide(), [(3, "ease"), (10, "back")]),
    ],
)  # fmt: skip
def test_a_guided_walk(target, guide, found):
    assert minutes(target, guide) == found


@given(GOALS, GUIDES, st.lists(st.integers(1, 40 * MINUTE), max_size=30))
def test_looking_often_or_seldom_hears_the_last_cue_passed_and_none_twice(goal, guide, steps):
    seen, heard = 0, []
    for step in steps:
        due = until_next_cue(seen, goal, guide)
        cue = cue_between(seen, seen + step, goal, guide)
        assert (cue is None) is (due is None or due > step)
        if cue:
            heard.append(cue)
        seen += step
    assert heard.count(Cue.GOAL) <= 1
    assert heard.count(Cue.BACK) <= 1
    if Cue.GOAL in heard:
        assert heard[-1] is Cue.GOAL


@given(GOALS, GUIDES)
def test_the_goal_is_the_last_and_each_minute_has_one(goal, guide):
    found = cues_of(goal, guide)
    assert [at for at, _ in found] == sorted({at for at, _ in found})
    if goal:
        assert found[-1] == (goal * MINUTE, Cue.GOAL)
