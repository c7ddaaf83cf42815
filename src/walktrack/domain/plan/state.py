"""Where a plan stands: what is asked for now, and what the next review has to remember."""

from dataclasses import dataclass
from enum import StrEnum

from walktrack.domain.plan.ladder import Target, level_of
from walktrack.domain.plan.parameters import Parameters


class Mode(StrEnum):
    """How a plan goes on."""

    WALKING = "walking"
    FLARE = "flare"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class PlanState:
    """A plan at one point in time.

    `base` is what is asked for outside a flare-up, and `short` in one; it is kept through a pause.
    `lowered` is how many steps absence took off in the flare-up. `good_weeks` counts those at
    this level, `weeks_away` those without a walk up to now, `weeks_empty` those of them with no
    walk at all, `uneasy_weeks` those that pain held or lowered, all of them running. The numbers
    of weeks in a flare-up and in a pause are 0 outside. `clinician` says that a clinician set
    `base`.
    """

    level: int
    base: Target
    mode: Mode = Mode.WALKING
    short: Target | None = None
    clinician: bool = False
    good_weeks: int = 0
    weeks_away: int = 0
    weeks_empty: int = 0
    weeks_in_flare: int = 0
    weeks_paused: int = 0
    uneasy_weeks: int = 0
    lowered: int = 0

    @property
    def target(self) -> Target | None:
        """What is asked for; None while paused."""
        if self.mode is Mode.PAUSED:
            return None
        return self.short if self.mode is Mode.FLARE and self.short else self.base


def at_level(level: int, parameters: Parameters) -> PlanState:
    """Return a plan that begins at a level, or at the last one if there are fewer."""
    level = min(level, len(parameters.ladder) - 1)
    return PlanState(level, parameters.ladder[level])


def at_target(target: Target, parameters: Parameters, *, clinician: bool = False) -> PlanState:
    """Return a plan that begins with somebody's own target."""
    return PlanState(level_of(target, parameters.ladder), target, clinician=clinician)


def no_higher(one: Target | None, other: Target | None) -> Target | None:
    """Return what neither exceeds, in minutes or in days; None asks for nothing."""
    return None if one is None or other is None else one.at_most(other)


def is_within(one: Target | None, other: Target | None) -> bool:
    """Say whether the first asks for no more than the second."""
    return one is None or (other is not None and one.is_within(other))
