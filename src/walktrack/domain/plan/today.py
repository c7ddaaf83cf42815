"""What the plan asks for today."""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor

from walktrack.domain.plan.ladder import Target
from walktrack.domain.plan.parameters import Parameters


class Ask(StrEnum):
    """What is asked for; the first that fits.

    NOTHING: the plan is paused. ENOUGH: today's minutes are walked. FREE: the week's days are.
    NO_WALK: the person said that there is none today; minutes are there if they walk after all.
    HALF_OR_REST: pain is high. HALF: yesterday's walk was unsettled. WALK: what is left of today.
    """

    NOTHING = "nothing"
    ENOUGH = "enough"
    FREE = "free"
    NO_WALK = "no walk"
    HALF_OR_REST = "half or rest"
    HALF = "half"
    WALK = "walk"


@dataclass(frozen=True, slots=True)
class TodayFacts:
    """`walked` minutes today, `days_walked` this week without today; pain before, 0 to 10."""

    walked: float = 0
    days_walked: int = 0
    before: int | None = None
    unsettled_yesterday: bool = False
    no_walk: bool = False


@dataclass(frozen=True, slots=True)
class Today:
    """What is asked for in `minutes` from now on, of `whole` ones for the day.

    `in_halves` offers two walks.
    """

    ask: Ask
    minutes: int = 0
    whole: int = 0
    in_halves: bool = False

    @property
    def gives_goal(self) -> bool:
        """Whether the goal of a walk is the plan's; a paused plan leaves it to the person."""
        return self.ask is not Ask.NOTHING

    @property
    def goal_minutes(self) -> int | None:
        """The goal of the next walk, or None if no more is asked for today."""
        return self.minutes or None


def today_of(target: Target | None, facts: TodayFacts, parameters: Parameters) -> Today:
    """Return what is asked for; bad signs only ever lower it."""
    if target is None:
        return Today(Ask.NOTHING)
    high = facts.before is not None and facts.before >= parameters.high_pain
    ask, whole = Ask.WALK, target.minutes
    if high or facts.unsettled_yesterday:
        ask = Ask.HALF_OR_REST if high else Ask.HALF
        whole = max(1, ceil(whole * parameters.flare_percent / 100))
    left = max(0, ceil(whole - floor(facts.walked)))
    if left == 0:
        return Today(Ask.ENOUGH, whole=whole)
    if facts.days_walked >= target.days:
        return Today(Ask.FREE)
    if facts.no_walk:
        return Today(Ask.NO_WALK, left, whole)
    return Today(ask, left, whole, ask is Ask.WALK and left >= parameters.halves_from)
