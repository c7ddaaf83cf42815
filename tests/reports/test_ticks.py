from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from walktrack.domain.period import Period
from walktrack.reports.ticks import date_ticks, nice_step

FIRST_DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1)) | st.just(date(1, 1, 1))


@given(st.floats(0.1, 1e7), st.integers(1, 8))
def test_a_step_is_round_and_no_finer_than_asked(top, most):
    step = nice_step(top, most)
    assert top / step <= most
    assert str(step).strip("0") in {"1", "2", "5"}


def test_twenty_minutes_are_marked_at_ten_and_twenty():
    assert nice_step(22, 3) == 10


@given(FIRST_DAYS, st.integers(1, 60_000) | st.just(3_650_000), st.integers(1, 8))
def test_dates_lie_in_the_period_in_order_and_few(first, days, most):
    from walktrack.ui.widgets.chart_words import ChartWords

    last = date.fromordinal(min(first.toordinal() + days - 1, date.max.toordinal()))
    period = Period(first, last)
    ticks = date_ticks(period, most, ChartWords().words())
    at = [day for day, _ in ticks]
    assert at == sorted(set(at))
    assert all(period.first <= day <= period.last for day in at)
    assert 1 <= len(at) <= most + 1


def test_four_weeks_are_marked_by_the_week(words, today):
    ticks = date_ticks(Period(today - timedelta(days=27), today), 5, words)
    assert [label for _, label in ticks] == ["26 Oct", "2 Nov", "9 Nov", "16 Nov"]


def test_a_year_is_marked_by_months_and_a_century_by_years(words):
    year = date_ticks(Period(date(2025, 11, 23), date(2026, 11, 22)), 4, words)
    century = date_ticks(Period(date(1926, 3, 4), date(2026, 11, 22)), 6, words)
    assert [label for _, label in year] == ["Jan 2026", "Apr 2026", "Jul 2026", "Oct 2026"]
    assert [label for _, label in century] == ["1940", "1960", "1980", "2000", "2020"]
