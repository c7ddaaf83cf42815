"""Correlation of ranks: how two things rise and fall together, whatever their scale."""

from collections.abc import Sequence
from math import sqrt
from statistics import correlation


def ranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each value, 1 for the least; equal values share the mean of theirs."""
    order = sorted(range(len(values)), key=lambda place: values[place])
    found = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for place in order[start:end]:
            found[place] = (start + 1 + end) / 2
        start = end
    return found


def spearman(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Return Spearman's rho, -1 to 1: Pearson's correlation of the ranks.

    With ties this is the right form; the short one by squared differences is not. Source:
    C. Spearman, The proof and measurement of association between two things, Am J Psychol 15
    (1904) 72-101. `statistics.StatisticsError` if a side has no two different values.
    """
    return correlation(ranks(xs), ranks(ys))


def partial(r_xy: float, r_xz: float, r_yz: float) -> float | None:
    """Return the correlation of x and y with z held fixed, -1 to 1.

    None where z alone fixes x or y, so that nothing is left to compare. The first-order partial
    correlation of G. U. Yule, Proc R Soc Lond A 79 (1907) 182-193.
    """
    left = (1 - r_xz**2) * (1 - r_yz**2)
    if left <= 1e-12:  # noqa: PLR2004 - as good as nothing, in floating point
        return None
    return max(-1.0, min(1.0, (r_xy - r_xz * r_yz) / sqrt(left)))
