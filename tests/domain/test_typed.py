import time as clocks
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.typed import (
    Oddity,
    Times,
    TimesError,
    TimesFault,
    clock_oddity,
    oddities,
    times_of,
)

TEN = datetime(2026, 5, 20, 10, 0, tzinfo=UTC)
ELEVEN = TEN + timedelta(hours=1)


@pytest.fixture
def paris(monkeypatch):
    """This computer, for a while, in a country that changes its clocks."""
    monkeypatch.setenv("TZ", "Europe/Paris")
    clocks.tzset()
    yield
    monkeypatch.undo()
    clocks.tzset()


def minutes_between(times: Times) -> float:
    return (times.end.ms - times.start.ms) / MS_PER_MINUTE


def test_start_and_minutes_give_the_end():
    times = times_of(TEN, None, 60)
    assert times.end.ms == Moment.of(ELEVEN).ms
    assert times.walked_ms == 3_600_000


def test_end_and_minutes_give_the_start():
    assert times_of(None, ELEVEN, 60).start.ms == Moment.of(TEN).ms


def test_start_and_end_give_the_minutes():
    assert times_of(TEN, ELEVEN, None).walked_ms == 3_600_000


def test_all_three_leave_room_for_a_pause():
    times = times_of(TEN, ELEVEN, 45)
    assert (minutes_between(times), times.walked_ms) == (60, 45 * MS_PER_MINUTE)


@pytest.mark.parametrize(
    ("start", "end", "minutes", "fault"),
    [
        (TEN, None, None, TimesFault.TOO_FEW),
        (None, None, 30, TimesFault.TOO_FEW),
        (ELEVEN, TEN, None, TimesFault.END_FIRST),
        (TEN, ELEVEN, 61, TimesFault.TOO_MANY_MINUTES),
        (TEN, TEN, None, TimesFault.NO_MINUTES),
        (TEN, None, 0, TimesFault.NO_MINUTES),
        (TEN, None, -5, TimesFault.NO_MINUTES),
        (TEN, None, 1441, TimesFault.TOO_LONG),
        (TEN, TEN + timedelta(days=1, minutes=1), None, TimesFault.TOO_LONG),
        (TEN.replace(year=1899), None, 30, TimesFault.TOO_OLD),
    ],
)
def test_times_that_make_no_walk_say_why(start, end, minutes, fault):
    with pytest.raises(TimesError) as caught:
        times_of(start, end, minutes)
    assert caught.value.fault is fault


@given(
    start=st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
    minutes=st.integers(1, 1440),
)
def test_any_two_of_the_three_say_the_same(start, minutes):
    end = start + timedelta(minutes=minutes)
    by_minutes, by_end = times_of(start, None, minutes), times_of(start, end, None)
    by_start = times_of(None, end, minutes)
    assert by_minutes.walked_ms == by_end.walked_ms == by_start.walked_ms
    assert by_minutes.end.ms == by_end.end.ms == by_start.end.ms
    assert by_minutes.start.ms == by_end.start.ms == by_start.start.ms


@pytest.mark.skipif(not hasattr(clocks, "tzset"), reason="this system cannot change its zone")
@pytest.mark.usefixtures("paris")
class TestNightsWhenClocksChange:
    def test_the_true_length_counts_when_an_hour_is_skipped(self):
        times = times_of(datetime(2026, 3, 29, 1, 30), datetime(2026, 3, 29, 3, 30), None)
        assert times.walked_ms == 60 * MS_PER_MINUTE

    def test_the_true_length_counts_when_an_hour_comes_twice(self):
        times = times_of(datetime(2026, 10, 25, 1, 30), datetime(2026, 10, 25, 3, 30), None)
        assert times.walked_ms == 180 * MS_PER_MINUTE

    def test_the_end_is_told_in_the_time_that_then_holds(self):
        end = times_of(datetime(2026, 3, 29, 1, 30), None, 60).end
        assert (end.local().hour, end.local().minute, end.offset) == (3, 30, 120)

    @pytest.mark.parametrize(
        ("at", "odd"),
        [
            (datetime(2026, 3, 29, 2, 30), Oddity.SKIPPED_HOUR),
            (datetime(2026, 10, 25, 2, 30), Oddity.DOUBLE_HOUR),
            (datetime(2026, 3, 29, 1, 59), None),
            (datetime(2026, 3, 29, 3, 0), None),
            (datetime(2026, 10, 25, 3, 0), None),
        ],
    )
    def test_only_times_in_that_hour_are_odd(self, at, odd):
        assert clock_oddity(at) is odd


def test_nothing_is_odd_about_an_ordinary_walk():
    assert oddities(times_of(TEN, ELEVEN, None), Moment.of(ELEVEN)) == []


def test_the_future_a_long_walk_and_midnight_are_odd():
    late = datetime(2026, 5, 20, 22, 0, tzinfo=UTC)
    times = Times(Moment.of(late), Moment.of(late).plus(5 * 3_600_000), 5 * 3_600_000)
    found = oddities(times, Moment.of(TEN))
    assert found == [Oddity.FUTURE, Oddity.LONG, Oddity.NEXT_DAY]
