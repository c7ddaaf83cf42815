"""The steps a plan can stand on, and the one way up and down between them."""

from dataclasses import dataclass
from itertools import pairwise
from math import ceil

MINUTES = (1, 180)
DAYS = (1, 7)


@dataclass(frozen=True, slots=True)
class Target:
    """What to walk in a week: `minutes` (1 to 180) a day on `days` days (1 to 7)."""

    minutes: int
    days: int

    def __post_init__(self) -> None:
        for value, (least, most) in ((self.minutes, MINUTES), (self.days, DAYS)):
            if not least <= value <= most:
                message = f"{self.minutes} minutes on {self.days} days is no target"
                raise ValueError(message)

    def at_most(self, other: "Target") -> "Target":
        """Return the lower minutes and the fewer days of the two."""
        return Target(min(self.minutes, other.minutes), min(self.days, other.days))

    def is_within(self, other: "Target") -> bool:
        """Say whether it asks for no more than the other, in minutes and in days."""
        return self.minutes <= other.minutes and self.days <= other.days


Ladder = tuple[Target, ...]

LADDER: Ladder = tuple(
    Target(minutes, days)
    for minutes, days in (
        (5, 3), (5, 4), (7, 4), (10, 4), (12, 4), (12, 5), (14, 5), (16, 5),
        (18, 5), (20, 5), (22, 5), (24, 5), (26, 5), (28, 5), (30, 5),
    )
)  # fmt: skip
"""L0 to L14. The goal is that of the WalkBack trial: 30 minutes on 5 days (Lancet 2024)."""


def is_ladder(steps: Ladder) -> bool:
    """Say whether steps can be climbed: two or more, and none lower than the one before it."""
    return len(steps) > 1 and all(
        lower.is_within(higher) and lower != higher for lower, higher in pairwise(steps)
    )


def level_for(minutes: float, ladder: Ladder, most: int | None = None) -> int:
    """Return the highest level that asks for no more minutes, at most `most`; else the lowest."""
    levels = range(len(ladder) if most is None else min(most + 1, len(ladder)))
    return max((level for level in levels if ladder[level].minutes <= minutes), default=0)


def level_of(target: Target, ladder: Ladder) -> int:
    """Return where a target of somebody's own stands.

    It is the highest level of no more minutes; of several with the same minutes, the highest of
    no more days, or the lowest of them.
    """
    level = level_for(target.minutes, ladder)
    alike = [n for n, step in enumerate(ladder) if step.minutes == ladder[level].minutes]
    return max((n for n in alike if ladder[n].days <= target.days), default=alike[0])


def stepped_up(target: Target, level: int, ladder: Ladder) -> tuple[int, Target]:
    """Return the level and the target one step up; the same ones at the top.

    A target below its level comes up to the level first. Days come one at a time.
    """
    goal = level if not ladder[level].is_within(target) else min(level + 1, len(ladder) - 1)
    step = ladder[goal]
    days = target.days + 1 if target.days < step.days else target.days
    return goal, Target(max(target.minutes, step.minutes), days)


def stepped_back(target: Target, level: int, ladder: Ladder, steps: int) -> tuple[int, Target]:
    """Return the level and the target some steps back, never below the first nor above `target`."""
    goal = max(0, level - steps)
    return goal, target if steps == 0 else target.at_most(ladder[goal])


def shortened(target: Target, percent: int, least: int) -> Target:
    """Return a share of the minutes, rounded up and not under `least`, on the same days."""
    minutes = max(least, ceil(target.minutes * percent / 100))
    return Target(min(target.minutes, minutes), target.days)
