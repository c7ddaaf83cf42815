"""What must hold for every state and every week: pain never raises the plan."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.plan.weeks import PLAN, at, flaring, resting, walk

from walktrack.domain.plan import steps
from walktrack.domain.plan.choices import back_by_choice, kept, unanswered
from walktrack.domain.plan.ladder import Ladder, Target
from walktrack.domain.plan.parameters import RANGES, Parameters
from walktrack.domain.plan.review import review
from walktrack.domain.plan.settling import Label
from walktrack.domain.plan.state import Mode, PlanState, is_within
from walktrack.domain.plan.week import Week

UNSETTLED = walk(3, label=Label.UNSETTLED)
LEVELS = range(15)


def reached_states() -> list[PlanState]:
    """Every level in every mode, with every count that a rule looks at."""
    walking = [
        at(level, weeks_away=away, good_weeks=good, uneasy_weeks=uneasy)
        for level, away, good, uneasy in product(LEVELS, range(5), (0, 1), (0, 2))
    ]
    flare = [
        flaring(level, weeks, weeks_away=away, lowered=lowered)
        for level, weeks, away, lowered in product(LEVELS, range(1, 6), range(4), (0, 2, 4))
    ]
    pause = [resting(level, weeks) for level, weeks in product(LEVELS, range(6))]
    return walking + flare + pause + [steps.paused(state) for state in flare[::3]]


def short_weeks() -> list[Week]:
    """No walk, one, or enough of them, with up to three that were not settled; all that is said."""
    walks = [
        tuple(walk(n) for n in range(settled)) + tuple(walk(n, label=label) for n in range(others))
        for settled, others in product((0, 1, 7), (0, 1, 2))
        for label in (Label.UNSETTLED, Label.UNKNOWN)
    ]
    said = product(walks, (False, True), (False, True), (False, True), (False, True))
    return [
        Week(each, ready=ready, pause=pause, flare_up=flare, flare_eased=eased)
        for each, ready, pause, flare, eased in said
        if not (ready and pause)
    ]


def worsened(week: Week) -> list[Week]:
    return [
        replace(week, walks=(*week.walks, UNSETTLED)),
        replace(week, flare_up=True),
        replace(week, flare_eased=True),
        replace(week, sign=True),
    ]


def check(state: PlanState, week: Week, parameters: Parameters) -> None:
    proposal = review(state, week, parameters)
    after = proposal.state
    assert after.level <= state.level + 1
    if state.target and after.target and after.level > state.level:
        assert after.target.days <= state.target.days + 1 or state.mode is not Mode.WALKING
    for worse in worsened(week):
        lower = review(state, worse, parameters).state.target
        assert is_within(lower, after.target), (state, week, worse)
    assert review(state, replace(week, sign=True), parameters).state.target is None
    if state.mode is not Mode.PAUSED:
        assert is_within(unanswered(state, proposal).target, state.target) or (
            state.mode is Mode.FLARE and not week.flare_up
        )


def test_exhaustively_no_unsettled_walk_flare_up_or_sign_raises_the_next_target():
    weeks = short_weeks()[::19]
    for state in reached_states():
        for week in weeks:
            check(state, week, PLAN)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_exhaustively_with_every_week():
    weeks = short_weeks()
    for state in reached_states():
        for week in weeks:
            check(state, week, PLAN)


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    count = draw(st.integers(2, 8))
    minutes = sorted(draw(st.lists(st.integers(1, 60), min_size=count, max_size=count)))
    days = sorted(draw(st.lists(st.integers(1, 7), min_size=count, max_size=count)))
    steps_ = [Target(m, d) for m, d in zip(minutes, days, strict=True)]
    climbed = tuple(dict.fromkeys(steps_))
    return climbed if len(climbed) > 1 else (Target(1, 1), Target(60, 7))


@st.composite
def numbers(draw: st.DrawFn) -> Parameters:
    chosen = {name: draw(st.integers(*limits)) for name, limits in RANGES.items()}
    chosen["pause_most_back"] = max(chosen["pause_most_back"], chosen["pause_least_back"])
    return Parameters(ladder=draw(ladders()), **chosen)


walks = st.lists(
    st.builds(walk, st.integers(0, 6), st.integers(0, 90), st.sampled_from(list(Label))),
    max_size=9,
).map(tuple)
weeks = st.builds(
    Week, walks, st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.booleans(),
    st.integers(0, 40), st.booleans(),
)  # fmt: skip
targets = st.builds(Target, st.integers(1, 180), st.integers(1, 7))


@st.composite
def histories(draw: st.DrawFn) -> tuple[Parameters, PlanState]:
    """A state as it comes about: some weeks, some own words, from some start."""
    parameters = draw(numbers())
    level = draw(st.integers(0, len(parameters.ladder) - 1))
    state = PlanState(level, parameters.ladder[level])
    if draw(st.booleans()):
        state = replace(state, base=draw(targets), clinician=draw(st.booleans()))
        from walktrack.domain.plan.ladder import level_of

        state = replace(state, level=level_of(state.base, parameters.ladder))
    for week in draw(st.lists(weeks, max_size=8)):
        proposal = review(state, week, parameters)
        state = draw(st.sampled_from([proposal.state, kept(state, proposal)]))
    return parameters, state


@settings(max_examples=60)
@given(histories(), weeks)
def test_with_any_numbers_and_any_past_pain_never_raises_the_next_target(history, week):
    parameters, state = history
    check(state, week, parameters)


@settings(max_examples=60)
@given(histories(), st.integers(0, 8), st.booleans())
def test_to_pause_and_return_never_gives_more(history, weeks_paused, flare_up):
    parameters, state = history
    if state.mode is Mode.PAUSED:
        return
    resting_ = replace(steps.paused(state), weeks_paused=weeks_paused)
    back = review(resting_, Week(ready=True, flare_up=flare_up), parameters).state.target
    going_on = review(state, Week((walk(1),), flare_up=flare_up), parameters)
    if state.mode is Mode.WALKING:
        assert is_within(back, state.base)
    else:
        assert is_within(back, going_on.state.target)


@settings(max_examples=60)
@given(histories(), st.integers(0, 8))
def test_a_longer_pause_never_gives_more(history, weeks_paused):
    parameters, state = history
    resting_ = replace(steps.paused(state), weeks_paused=weeks_paused)
    longer = replace(resting_, weeks_paused=weeks_paused + 1)
    ready = Week(ready=True)
    more = review(resting_, ready, parameters).state.target
    assert is_within(review(longer, ready, parameters).state.target, more)


@settings(max_examples=60)
@given(histories())
def test_a_step_back_by_choice_never_gives_more(history):
    parameters, state = history
    assert is_within(back_by_choice(state, parameters).state.target, state.target)
