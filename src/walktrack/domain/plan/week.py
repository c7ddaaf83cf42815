"""What a week of the plan showed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from walktrack.domain.plan.ladder import Target
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.settling import Label


@dataclass(frozen=True, slots=True)
class PlanWalk:
    """A walk as the plan sees it: its day, walked minutes, label, and whether that was checked."""

    day: date
    minutes: float
    label: Label = Label.SETTLED
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Week:
    """The walks of seven days and what the person said in them.

    `sign` is a warning sign that nobody has resolved. `flare_up` says that one goes on as the week
    ends, `flare_eased` that one ended in it, and `flare_days` how long the last one went on. A
    week is not `whole` if its target began inside it; it cannot raise the plan.
    """

    walks: Sequence[PlanWalk] = ()
    sign: bool = False
    ready: bool = False
    pause: bool = False
    flare_up: bool = False
    flare_eased: bool = False
    flare_days: int = 0
    whole: bool = True

    def count(self, label: Label) -> int:
        """Return how many walks have a label."""
        return sum(walk.label is label for walk in self.walks)

    @property
    def checked(self) -> int:
        """How many walks had their next morning told."""
        return sum(walk.checked for walk in self.walks)

    def days_walked(self, target: Target, parameters: Parameters) -> int:
        """Return on how many days enough was walked for a target."""
        return len(counted_days(self.walks, target, parameters))


def enough_minutes(target: Target, parameters: Parameters) -> float:
    """Return the minutes from which a day counts."""
    return target.minutes * parameters.counts_from_percent / 100


def needed_days(target: Target, parameters: Parameters) -> int:
    """Return how many days make a good week, at least one."""
    return max(1, target.days - parameters.days_to_spare)


def minutes_by_day(walks: Sequence[PlanWalk]) -> Mapping[date, float]:
    """Add up each day: short walks count together."""
    days: dict[date, float] = {}
    for walk in walks:
        days[walk.day] = days.get(walk.day, 0) + walk.minutes
    return days


def counted_days(
    walks: Sequence[PlanWalk], target: Target, parameters: Parameters
) -> frozenset[date]:
    """Return the days on which enough was walked for a target."""
    enough = enough_minutes(target, parameters)
    return frozenset(day for day, minutes in minutes_by_day(walks).items() if minutes >= enough)
