import time as clocks
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walktrack.domain.moment import MS_PER_MINUTE, Moment

SPRING = datetime(2026, 3, 29, 2, 30)
AUTUMN = datetime(2026, 10, 25, 2, 30)
DAYS = st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1))

needs_zones = pytest.mark.skipif(
    not hasattr(clocks, "tzset"), reason="this system cannot change its zone"
)


@pytest.fixture(scope="module")
def berlin():
    """This computer, for a while, in a country that changes its clocks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        clocks.tzset()
        yield
    clocks.tzset()


def told(moment):
    """Return a moment as the person saw it."""
    return moment.local().strftime("%H:%M%z")


@given(DAYS, st.integers(-14 * 60, 14 * 60))
def test_an_aware_time_is_kept_with_its_offset(when, offset):
    aware = when.replace(tzinfo=timezone(timedelta(minutes=offset)))
    moment = Moment.of(aware)
    assert moment.offset == offset
    assert timedelta() <= aware - moment.local() < timedelta(milliseconds=1)


@needs_zones
@pytest.mark.usefixtures("berlin")
class TestInBerlin:
    @pytest.mark.parametrize("fold", [0, 1])
    @pytest.mark.parametrize(
        ("typed", "taken"),
        [
            (SPRING, "03:30+0200"),
            (SPRING.replace(hour=1, minute=59), "01:59+0100"),
            (SPRING.replace(hour=2, minute=0), "03:00+0200"),
            (SPRING.replace(hour=3, minute=0), "03:00+0200"),
        ],
    )
    def test_a_skipped_time_means_the_hour_after(self, typed, taken, fold):
        assert told(Moment.of(typed.replace(fold=fold))) == taken

    @pytest.mark.parametrize(("fold", "taken"), [(0, "02:30+0200"), (1, "02:30+0100")])
    def test_a_repeated_time_means_the_first_unless_told_otherwise(self, fold, taken):
        assert told(Moment.of(AUTUMN.replace(fold=fold))) == taken

    @given(DAYS.map(lambda when: when.replace(tzinfo=UTC)))
    def test_every_moment_of_this_computer_is_here_and_comes_back(self, utc):
        moment = Moment.of(utc.astimezone())
        wall = moment.local().replace(tzinfo=None)
        assert moment.is_here
        assert moment in {Moment.of(wall), Moment.of(wall.replace(fold=1))}

    def test_what_another_time_zone_saw_is_not_here(self):
        there = Moment(Moment.of(AUTUMN).ms, -300)
        assert not there.is_here
        assert not Moment.of(AUTUMN).plus(60 * MS_PER_MINUTE).is_here
