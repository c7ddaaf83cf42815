"""Every formula gives the numbers that others have published; each source is named."""

from statistics import correlation

import pytest

from walktrack.domain.insight.interval import of_correlation
from walktrack.domain.insight.likeness import day_to_day
from walktrack.domain.insight.paired import mean_change
from walktrack.domain.insight.ranks import partial, spearman
from walktrack.domain.insight.student import t_quantile

# NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, critical values of Student's t.
NIST = {
    0.95: {1: 6.314, 5: 2.015, 10: 1.812, 30: 1.697},
    0.975: {1: 12.706, 2: 4.303, 3: 3.182, 5: 2.571, 9: 2.262, 10: 2.228, 30: 2.042, 100: 1.984},
    0.99: {1: 31.821, 5: 3.365, 10: 2.764, 30: 2.457},
}
# The example of ci.spear in D. G. Bonett's R package statpsych.
BONETT_Y = (21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19)
BONETT_X = (67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51)
# Hormone in blood every ten minutes: R's data set lh (Diggle 1990, table A.1).
LH = (
    2.4, 2.4, 2.4, 2.2, 2.1, 1.5, 2.3, 2.3, 2.5, 2.0, 1.9, 1.7, 2.2, 1.8, 3.2, 3.2,
    2.7, 2.2, 2.2, 1.9, 1.9, 1.8, 2.7, 3.0, 2.3, 2.0, 2.0, 2.9, 2.9, 2.7, 2.7, 2.3,
    2.6, 2.4, 1.8, 1.7, 1.5, 1.4, 2.1, 3.3, 3.5, 3.5, 3.1, 2.6, 2.1, 3.4, 3.0, 2.9,
)  # fmt: skip
# Hours of sleep gained: Student (1908), in R's data set sleep.
SLEEP = (1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4)


@pytest.mark.parametrize(
    ("share", "freedom", "t"), [(s, f, t) for s, row in NIST.items() for f, t in row.items()]
)
def test_student_as_in_the_table_of_nist(share, freedom, t):
    assert t_quantile(share, freedom) == pytest.approx(t, abs=0.0005)


def test_spearman_as_in_wikipedia():
    # "Spearman's rank correlation coefficient": IQ and hours of TV a week; rho = -29/165.
    iq = (106, 100, 86, 101, 99, 103, 97, 113, 112, 110)
    hours = (7, 27, 2, 50, 28, 29, 20, 12, 6, 17)
    assert spearman(iq, hours) == pytest.approx(-29 / 165)


def test_spearman_with_ties_as_in_the_manual_of_scipy():
    # The example of scipy.stats.spearmanr.
    assert spearman((1, 2, 3, 4, 5), (5, 6, 7, 8, 7)) == pytest.approx(0.8207826816681233)


def test_partial_correlation_as_in_wikipedia():
    # "Partial correlation": X and Y are correlated 0.970, with Z held fixed 0.919.
    x, y, z = (2, 4, 15, 20), (1, 2, 3, 4), (0, 0, 1, 1)
    assert correlation(x, y) == pytest.approx(0.970, abs=0.0005)
    held = partial(correlation(x, y), correlation(x, z), correlation(y, z))
    assert held == pytest.approx(0.919, abs=0.0005)


def test_the_interval_of_bonett_and_wright_as_in_their_own_program():
    r = spearman(BONETT_Y, BONETT_X)
    assert r == pytest.approx(0.8699639, abs=5e-8)
    interval = of_correlation(r, len(BONETT_X))
    assert interval.low == pytest.approx(0.5840951, abs=5e-7)
    assert interval.high == pytest.approx(0.9638297, abs=5e-7)


def test_autocorrelation_as_in_the_manual_of_r():
    # acf(lh): 1.000 0.576 0.182 … (Venables and Ripley, Modern Applied Statistics with S, ch. 14).
    assert day_to_day(range(len(LH)), LH) == pytest.approx(0.576, abs=0.0006)


def test_the_paired_interval_as_in_the_manual_of_r():
    # t.test(extra ~ group, data = sleep, paired = TRUE): mean 1.58, from 0.7001142 to 2.4598858.
    apart = range(0, 30, 3)  # no day is the neighbour of another, so all ten count
    change = mean_change(apart, SLEEP)
    assert change.n_eff == 10
    assert change.mean == pytest.approx(1.58)
    assert change.interval.low == pytest.approx(0.7001142, abs=5e-8)
    assert change.interval.high == pytest.approx(2.4598858, abs=5e-8)
