"""What a review proposes: the next state, the rule that led to it, and the reason's numbers."""

from dataclasses import dataclass, replace
from enum import StrEnum

from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.settling import Label
from walktrack.domain.plan.state import PlanState
from walktrack.domain.plan.week import Week


class Rule(StrEnum):
    """Why the next week is as it is.

    R7B: the first walks after weeks away were not settled, so they do not end the absence. The
    last ones are not of the review: the plan began, and what the person chose.
    """

    R1 = "R1"
    R2 = "R2"
    R2B = "R2b"
    R3 = "R3"
    R4 = "R4"
    R4B = "R4b"
    R5 = "R5"
    R6 = "R6"
    R7 = "R7"
    R7B = "R7b"
    R8 = "R8"
    R9 = "R9"
    R10 = "R10"
    R10B = "R10b"
    R11 = "R11"
    R12 = "R12"
    BEGUN = "begun"
    HELD = "held"
    BACK = "back"
    OWN = "own"
    CLINICIAN = "clinician"


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers in a reason: targets before and after, and what was counted in the week."""

    was_minutes: int = 0
    minutes: int = 0
    days: int = 0
    weeks: int = 0
    walked_days: int = 0
    planned_days: int = 0
    walks: int = 0
    checked: int = 0
    unsettled: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """The next state and its reason.

    `talk_it_over` suggests a doctor or physio after weeks of unsettled walks, `see_doctor` after
    a long flare-up. `set_by_clinician` says that the numbers a clinician set stay as they are.
    """

    rule: Rule
    state: PlanState
    numbers: Numbers
    talk_it_over: bool = False
    see_doctor: bool = False
    set_by_clinician: bool = False


BY_WALKS = frozenset({
    Rule.R5, Rule.R6, Rule.R7, Rule.R7B, Rule.R8, Rule.R9, Rule.R10, Rule.R10B, Rule.R11, Rule.R12,
})  # fmt: skip
"""The rules that numbers set by a clinician stand above."""


def proposed(rule: Rule, state: PlanState, after: PlanState, weeks: int = 0) -> Proposal:
    """Return a proposal that goes from one state to another, as yet without what was counted."""
    target, was = after.target, state.target or state.base
    numbers = Numbers(
        was_minutes=was.minutes,
        minutes=target.minutes if target else 0,
        days=target.days if target else 0,
        weeks=weeks,
        planned_days=was.days,
    )
    return Proposal(rule, after, numbers, set_by_clinician=after.clinician and rule in BY_WALKS)


def counted(numbers: Numbers, state: PlanState, week: Week, parameters: Parameters) -> Numbers:
    """Return the numbers with what was counted in the week."""
    return replace(
        numbers,
        walked_days=week.days_walked(state.target or state.base, parameters),
        walks=len(week.walks),
        checked=week.checked,
        unsettled=week.count(Label.UNSETTLED),
        unknown=week.count(Label.UNKNOWN),
    )
