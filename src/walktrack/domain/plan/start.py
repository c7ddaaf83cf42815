"""How a plan begins."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from statistics import mean

from walktrack.domain.plan.ladder import level_for
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.state import PlanState, at_level

USUAL_LEVEL, GENTLE_LEVEL = 3, 0
GENTLE_WEEKS_PER_STEP = 2
GENTLE_ABOVE_AGE = 65
"""Over 65, very inactive or unsure: the gentle start is offered first."""
TRIAL_WALKS = 3


class Start(StrEnum):
    """USUAL at L3, GENTLE at L0 with two weeks a step, MEASURED by three trial walks."""

    USUAL = "usual"
    GENTLE = "gentle"
    MEASURED = "measured"


def begun(
    start: Start, trial_minutes: Sequence[float], parameters: Parameters
) -> tuple[PlanState, Parameters]:
    """Return a plan that begins, and its numbers; ValueError without the trial walks it takes."""
    if start is Start.GENTLE:
        numbers = replace(parameters, weeks_per_step=GENTLE_WEEKS_PER_STEP)
        return at_level(GENTLE_LEVEL, numbers), numbers
    if start is Start.USUAL:
        return at_level(USUAL_LEVEL, parameters), parameters
    return at_level(measured_level(trial_minutes, parameters), parameters), parameters


def measured_level(trial_minutes: Sequence[float], parameters: Parameters) -> int:
    """Return the highest level not above a share of the mean of three trial walks, in minutes."""
    if len(trial_minutes) != TRIAL_WALKS:
        message = f"a measured start takes {TRIAL_WALKS} walks"
        raise ValueError(message)
    share = mean(trial_minutes) * parameters.measured_percent / 100
    return level_for(share, parameters.ladder, parameters.measured_most)


def is_gentle_offered_first(birth_year: int | None, this_year: int) -> bool:
    """Say whether a person is over 65, as far as the year of birth tells."""
    return birth_year is not None and this_year - birth_year > GENTLE_ABOVE_AGE
