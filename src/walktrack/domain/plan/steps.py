"""What can happen to a plan: held, up, back, short walks, paused. Each gives the next state."""

from dataclasses import replace

from walktrack.domain.plan.ladder import shortened, stepped_back, stepped_up
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.state import Mode, PlanState


def up(state: PlanState, parameters: Parameters) -> PlanState:
    """Go one step up; what a clinician set stays."""
    if state.clinician:
        return state
    level, base = stepped_up(state.base, state.level, parameters.ladder)
    return replace(state, level=level, base=base, good_weeks=0)


def back(state: PlanState, parameters: Parameters, count: int) -> PlanState:
    """Go some steps back, to the first at most; what a clinician set stays."""
    if state.clinician or count <= 0:
        return state
    level, base = stepped_back(state.base, state.level, parameters.ladder, count)
    return replace(state, level=level, base=base, good_weeks=0)


def in_flare(state: PlanState, parameters: Parameters) -> PlanState:
    """Have short walks from now on; a flare-up that went on already goes on."""
    short = shortened(state.base, parameters.flare_percent, parameters.flare_least)
    if state.short:
        short = short.at_most(state.short)
    weeks = max(1, state.weeks_in_flare)
    return replace(state, mode=Mode.FLARE, short=short, weeks_in_flare=weeks, good_weeks=0)


def out_of_flare(state: PlanState) -> PlanState:
    """Walk on as outside a flare-up."""
    return replace(state, mode=Mode.WALKING, short=None, weeks_in_flare=0, lowered=0)


def paused(state: PlanState) -> PlanState:
    """Ask for nothing. What a flare-up leaves to be made good is remembered."""
    return replace(state, mode=Mode.PAUSED, weeks_paused=0, good_weeks=0, uneasy_weeks=0)


def resumed(state: PlanState, parameters: Parameters, *, flare_up: bool) -> PlanState:
    """Go on after a pause, lower than before; with short walks if a flare-up goes on.

    The pause is measured by the longer of itself and the flare-up it began in, so that to pause
    never gives more than to go on. What a clinician set before it holds no longer.
    """
    weeks = max(state.weeks_paused, state.weeks_in_flare)
    steps = parameters.back_after_pause(weeks)
    if state.weeks_in_flare:
        steps = max(steps, parameters.back_after_flare_up(weeks) - state.lowered)
    lower = back(replace(state, clinician=False), parameters, steps)
    lower = replace(lower, mode=Mode.WALKING, weeks_paused=0, weeks_away=0, weeks_empty=0)
    if flare_up:
        return in_flare(replace(lower, lowered=state.lowered + steps), parameters)
    return out_of_flare(lower)
