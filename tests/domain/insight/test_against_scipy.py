"""The formulas agree with SciPy's, which shares no line with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from walktrack.domain.insight.paired import mean_change
from walktrack.domain.insight.ranks import partial, ranks, spearman
from walktrack.domain.insight.student import t_quantile, t_share

scale = st.integers(0, 10)


@given(st.lists(scale, min_size=1, max_size=80))
def test_ranks(values):
    assert ranks(values) == list(stats.rankdata(values))


@given(st.lists(st.tuples(scale, scale), min_size=3, max_size=80))
def test_spearman(pairs):
    xs, ys = zip(*pairs, strict=True)
    if min(len(set(xs)), len(set(ys))) > 1:
        assert spearman(xs, ys) == pytest.approx(stats.spearmanr(xs, ys).statistic, abs=1e-12)


@given(st.lists(st.tuples(scale, scale, scale), min_size=8, max_size=60))
def test_partial_is_the_correlation_of_what_is_left(triples):
    xs, ys, zs = (ranks(each) for each in zip(*triples, strict=True))
    if min(len(set(xs)), len(set(ys)), len(set(zs))) < 2:
        return
    found = partial(spearman(xs, ys), spearman(xs, zs), spearman(ys, zs))
    if found is not None:
        left = [rest(xs, zs), rest(ys, zs)]
        assert found == pytest.approx(stats.pearsonr(*left).statistic, abs=1e-6)


def rest(values, given_values):
    """Return what a straight line through another value leaves of each."""
    line = stats.linregress(given_values, values)
    return [v - line.intercept - line.slope * g for v, g in zip(values, given_values, strict=True)]


@given(st.floats(0.5, 0.999), st.floats(1, 5000))
def test_the_t_below_which_a_share_lies(share, freedom):
    assert t_quantile(share, freedom) == pytest.approx(
        stats.t.ppf(share, freedom), rel=1e-8, abs=1e-9
    )


@given(st.floats(-50, 50), st.floats(1, 5000))
def test_the_share_below_a_t(t, freedom):
    assert t_share(t, freedom) == pytest.approx(stats.t.cdf(t, freedom), abs=1e-8)


@given(st.lists(st.integers(-10, 10), min_size=10, max_size=60))
def test_the_paired_interval(changes):
    if len(set(changes)) == 1:
        return
    found = mean_change([3 * number for number in range(len(changes))], changes)
    theirs = stats.ttest_1samp(changes, 0).confidence_interval(0.95)
    assert found.interval.low == pytest.approx(theirs.low, abs=1e-7)
    assert found.interval.high == pytest.approx(theirs.high, abs=1e-7)
