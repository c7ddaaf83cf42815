"""Whole plans by hand, week by week, through every rule."""

from dataclasses import replace

import pytest
from tests.domain.plan.weeks import EMPTY, PLAN, at, good, shaky

from walktrack.domain.plan.review import review
from walktrack.domain.plan.start import Start, begun
from walktrack.domain.plan.week import Week

READY, PAUSE, SIGN = Week(ready=True), good(pause=True), good(sign=True)
FLARE = good(flare_up=True)

TRACES = {
    "up and up": (3, [(good(), "R10 12x4"), (good(), "R10 12x5"), (good(), "R10 14x5")]),
    "to the goal": (13, [(good(), "R10 30x5"), (good(), "R12 30x5"), (shaky(2), "R8 28x5")]),
    "a flare-up of two weeks": (
        7,
        [
            (FLARE, "R4 8x5"), (FLARE, "R4b 8x5"), (good(), "R5 12x5"), (good(), "R10 14x5"),
        ],
    ),
    "a flare-up in bed": (
        9,
        [
            (Week(flare_up=True), "R4 10x5"), (Week(flare_up=True), "R4b 8x5"),
            (Week(flare_up=True), "R4b 7x5"), (EMPTY, "R5 12x5"), (EMPTY, "R6 12x5"),
        ],
    ),
    "a holiday": (
        6,
        [
            (EMPTY, "R6 14x5"), (EMPTY, "R7 12x4"), (EMPTY, "R7 10x4"), (EMPTY, "R7 7x4"),
            (EMPTY, "R6 7x4"), (good(), "R10 10x4"),
        ],
    ),
    "a warning sign": (
        8,
        [
            (SIGN, "R1 paused"), (SIGN, "R1 paused"), (EMPTY, "R2b paused"), (READY, "R3 14x5"),
            (good(2), "R11 14x5"),
        ],
    ),
    "a pause": (4, [(PAUSE, "R2 paused"), (good(), "R2b paused"), (READY, "R3 7x4")]),
    "a pause in a flare-up": (
        9,
        [
            (FLARE, "R4 10x5"), (FLARE, "R4b 10x5"), (FLARE, "R4b 10x5"), (PAUSE, "R2 paused"),
            (READY, "R3 14x5"),
        ],
    ),
    "uneasy weeks": (
        4,
        [
            (shaky(1), "R9 12x4"), (shaky(unknown=1), "R9 12x4"), (shaky(3), "R8 10x4"),
            (good(3), "R10 12x4"), (good(2), "R11 12x4"),
        ],
    ),
    "pain after a holiday": (
        9, [(EMPTY, "R6 20x5"), (shaky(1, days=0), "R7b 16x5"), (good(), "R10 18x5")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TRACES)
def test_a_plan_as_it_goes(name):
    level, weeks = TRACES[name]
    state, told, expected = at(level), [], [line for _, line in weeks]
    for week, _ in weeks:
        proposal = review(state, week, PLAN)
        state = proposal.state
        target = state.target
        what = f"{target.minutes}x{target.days}" if target else "paused"
        told.append(f"{proposal.rule} {what}")
    assert told == expected


def test_the_gentle_start_takes_two_good_weeks_a_step():
    state, numbers = begun(Start.GENTLE, (), PLAN)
    told = []
    for week in (good(), good(), good(), shaky(1), good(), good()):
        proposal = review(state, week, numbers)
        state = replace(proposal.state)
        told.append((proposal.rule.value, state.level))
    assert told == [
        ("R10b", 0), ("R10", 1), ("R10b", 1), ("R9", 1), ("R10b", 1), ("R10", 2),
    ]  # fmt: skip


def test_every_rule_is_met():
    met = {line.split()[0] for _, weeks in TRACES.values() for _, line in weeks} | {"R10b"}
    assert met == {
        "R1", "R2", "R2b", "R3", "R4", "R4b", "R5", "R6", "R7", "R7b", "R8", "R9", "R10", "R10b",
        "R11", "R12",
    }  # fmt: skip
