"""Weeks without walks: how long they have gone on, and what they take off."""

from dataclasses import replace

from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.settling import Label
from walktrack.domain.plan.state import PlanState
from walktrack.domain.plan.week import Week


def is_away(state: PlanState, week: Week) -> bool:
    """Say whether an absence goes on through a week.

    Walks after weeks away end it only if one of them is settled: to walk and feel worse must not
    give a higher target than not to walk.
    """
    return not week.walks or (state.weeks_away > 0 and not week.count(Label.SETTLED))


def steps_when_away(state: PlanState, week: Week, parameters: Parameters) -> int:
    """Return how many steps back the week's absence comes to, 0 if there was none."""
    return parameters.back_when_away(state.weeks_away + 1) if is_away(state, week) else 0


def counted_away(state: PlanState, week: Week) -> PlanState:
    """Count the week as one of absence, or end the absence."""
    if not is_away(state, week):
        return replace(state, weeks_away=0, weeks_empty=0)
    empty = state.weeks_empty + (not week.walks)
    return replace(state, weeks_away=state.weeks_away + 1, weeks_empty=empty)
