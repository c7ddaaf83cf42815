"""By how much pain changed over a walk, on average, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

from walktrack.domain.insight.interval import Interval
from walktrack.domain.insight.likeness import day_to_day, unlike_values
from walktrack.domain.insight.student import t_quantile

WALKS_FOR_MEAN = 10


@dataclass(frozen=True, slots=True)
class MeanChange:
    """Mean of pain after minus pain before (points, -10 to 10) with its 95 % interval.

    `n` walks were worth `n_eff` that do not hang together.
    """

    mean: float
    interval: Interval
    n: int
    n_eff: float


def mean_change(days: Sequence[int], changes: Sequence[float]) -> MeanChange | None:
    """Return the mean change of walks in their order, or None of fewer than 10.

    The paired t interval (Student, The probable error of a mean, Biometrika 6 (1908) 1-25), for as
    many independent walks as these are worth.
    """
    n = len(changes)
    if n < WALKS_FOR_MEAN:
        return None
    n_eff = unlike_values(n, day_to_day(days, changes))
    mean = fmean(changes)
    reach = t_quantile(0.975, n_eff - 1) * stdev(changes) / sqrt(n_eff)
    return MeanChange(mean, Interval(mean - reach, mean + reach), n, n_eff)
