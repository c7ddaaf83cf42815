"""What is typed into a stored walk, above all on the nights when the clocks change."""

import time as clocks
from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.typed import Oddity, Times
from walktrack.ui.widgets.times_draft import TimesDraft
from walktrack.ui.widgets.times_form import TimesForm

HOUR = 60 * MS_PER_MINUTE
AUTUMN = datetime(2026, 10, 25)
SPRING = datetime(2026, 3, 29)
CLOCK = st.times().map(lambda at: at.replace(second=0, microsecond=0))

pytestmark = [
    pytest.mark.usefixtures("berlin"),
    pytest.mark.skipif(not hasattr(clocks, "tzset"), reason="this system cannot change its zone"),
]


@pytest.fixture(scope="module")
def berlin():
    """This computer, for a while, in a country that changes its clocks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        clocks.tzset()
        yield
    clocks.tzset()


def stored(night, hour, minute, minutes, fold=0, seconds=0):
    """Return the times of a stored walk that began at an hour of a night."""
    start = Moment.of(night.replace(hour=hour, minute=minute, second=seconds, fold=fold))
    span = minutes * MS_PER_MINUTE
    end = Moment.of((start.local() + timedelta(milliseconds=span)).astimezone())
    return Times(start, end, span)


def told(draft):
    """Return the start and end as the person saw them, and the minutes walked."""
    times = draft.times()
    start, end = (at.local().strftime("%H:%M%z") for at in (times.start, times.end))
    return start, end, draft.minutes


@pytest.fixture
def second():
    """A walk in the second of two hours, from ten past two to half past, as it was stored."""
    return TimesDraft.of(stored(AUTUMN, 2, 10, 20, fold=1, seconds=20))


def test_a_new_end_stays_in_the_second_hour(second):
    assert told(second.with_end(time(2, 40))) == ("02:10+0100", "02:40+0100", 30)


def test_a_new_start_stays_in_the_second_hour(second):
    assert told(second.with_start(time(2, 5))) == ("02:05+0100", "02:25+0100", 20)


def test_the_second_hour_is_still_meant_after_a_detour(second):
    away = second.with_start(time(4, 0)).with_end(time(4, 30))
    assert told(away.with_start(time(2, 5)).with_end(time(2, 40)))[:2] == (
        "02:05+0100", "02:40+0100",
    )  # fmt: skip


def test_a_walk_in_the_first_hour_stays_there():
    draft = TimesDraft.of(stored(AUTUMN, 2, 10, 20))
    assert told(draft.with_end(time(2, 40))) == ("02:10+0200", "02:40+0200", 30)
    assert told(draft.with_start(time(2, 5))) == ("02:05+0200", "02:25+0200", 20)


def test_an_end_before_the_start_in_the_first_hour_is_in_the_second():
    draft = TimesDraft.of(stored(AUTUMN, 2, 50, 5))
    assert told(draft.with_end(time(2, 10))) == ("02:50+0200", "02:10+0100", 20)


def test_the_end_of_a_walk_through_the_night_stays_in_its_hour():
    draft = TimesDraft.of(stored(AUTUMN, 1, 30, 125))
    assert told(draft.with_end(time(2, 40))) == ("01:30+0200", "02:40+0100", 130)


def test_moving_the_walk_away_and_back_keeps_the_second_hour(second):
    away = second.with_day(date(2026, 10, 20))
    assert told(away) == ("02:10+0200", "02:30+0200", 20)
    assert told(away.with_day(AUTUMN.date())) == ("02:10+0100", "02:30+0100", 20)


def test_a_skipped_time_is_taken_for_the_hour_after():
    draft = TimesDraft.of(stored(SPRING, 1, 0, 20))
    assert told(draft.with_start(time(2, 30))) == ("03:30+0200", "03:50+0200", 20)
    assert told(draft.with_end(time(2, 30))) == ("01:00+0100", "03:30+0200", 90)


def test_a_walk_from_another_time_zone_stays_in_it():
    at = datetime(2026, 6, 1, 10, tzinfo=timezone(timedelta(hours=-5)))
    start = Moment.of(at)
    draft = TimesDraft.of(Times(start, start.plus(HOUR), HOUR))
    assert told(draft.with_end(time(10, 30))) == ("10:00-0500", "10:30-0500", 30)
    assert told(draft.with_minutes(45)) == ("10:00-0500", "10:45-0500", 45)
    assert told(draft.with_day(date(2026, 5, 1))) == ("10:00-0500", "11:00-0500", 60)


@given(
    night=st.sampled_from([AUTUMN, SPRING, datetime(2026, 6, 1)]),
    hour=st.integers(0, 4),
    fold=st.integers(0, 1),
    start=CLOCK,
    end=CLOCK,
)
def test_typed_ends_are_never_before_the_start(night, hour, fold, start, end):
    draft = TimesDraft.of(stored(night, hour, 10, 20, fold)).with_start(start).with_end(end)
    assert 0 <= draft.end.ms - draft.start.ms <= 26 * HOUR


@pytest.mark.parametrize(
    ("night", "fold", "odd"),
    [
        (AUTUMN, 0, [Oddity.DOUBLE_HOUR]),
        (AUTUMN, 1, [Oddity.DOUBLE_HOUR_LATER]),
        (datetime(2026, 10, 24), 0, []),
    ],
)
def test_the_form_says_which_of_two_hours_is_taken(qtbot, look, night, fold, odd):
    form = TimesForm(stored(night, 2, 10, 20, fold, seconds=33))
    qtbot.addWidget(form)
    assert form.clock_oddities() == odd


def test_the_form_says_so_while_a_skipped_time_is_typed(qtbot, look):
    form = TimesForm(stored(SPRING, 1, 0, 20))
    qtbot.addWidget(form)
    form.start.setTime(time(2, 30))
    assert form.clock_oddities() == [Oddity.SKIPPED_HOUR]
    assert told(form.draft) == ("03:30+0200", "03:50+0200", 20)
