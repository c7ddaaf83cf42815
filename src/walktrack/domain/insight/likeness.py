"""How much one day is like the next, and how many unlike days that leaves."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean


def day_to_day(days: Sequence[int], values: Sequence[float]) -> float:
    """Return how much a value is like the one before it (lag-1 autocorrelation), 0 to 1.

    `days` are day numbers, never falling. Only values at most one day apart are compared, so a gap
    is no neighbour. It is never below 0, so that it can only make us less sure. With no two
    different values it is 0. The estimate is r1 of G. E. P. Box and G. M. Jenkins, Time Series
    Analysis (1970), ch. 2.
    """
    mean = fmean(values) if values else 0.0
    spread = sum((value - mean) ** 2 for value in values)
    if not spread:
        return 0.0
    together = sum(
        (a - mean) * (b - mean)
        for (day, a), (following, b) in pairwise(zip(days, values, strict=True))
        if following - day <= 1
    )
    return max(0.0, together / spread)


def unlike_pairs(n: int, r1_x: float, r1_y: float) -> float:
    """Return how many independent pairs `n` pairs are worth, at most `n`.

    Days that follow one another tell the same twice. Source: C. S. Bretherton and others, The
    effective number of spatial degrees of freedom, J Climate 12 (1999) 1990-2009, eq. 31, after
    M. S. Bartlett, J R Stat Soc 98 (1935) 536-543.
    """
    return n * (1 - r1_x * r1_y) / (1 + r1_x * r1_y)


def unlike_values(n: int, r1: float) -> float:
    """Return how many independent values `n` values are worth for their mean, at least 2.

    `r1` above 0.9 counts as 0.9. Source: the same, for one series: n (1 - r1) / (1 + r1).
    """
    bounded = min(max(r1, 0.0), 0.9)
    return max(2.0, n * (1 - bounded) / (1 + bounded))
