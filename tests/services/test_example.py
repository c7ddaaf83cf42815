from datetime import date, timedelta

import pytest
from tests.services.conftest import House

from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.period import Range
from walktrack.services.example import DAYS, Example
from walktrack.services.overview import Overviews

TODAY = date(2026, 6, 1)


@pytest.fixture
def filled(house):
    Example(house.diary, house.person).fill(TODAY)
    return house


def rows(house, sql):
    return house.diary._db.rows(sql)


def test_it_is_twelve_weeks_before_today(filled):
    ((first, last, walks),) = rows(filled, "SELECT min(day), max(day), count(*) FROM walk")
    epoch = date(1970, 1, 1)
    assert epoch + timedelta(days=first) >= TODAY - timedelta(days=DAYS)
    assert epoch + timedelta(days=last) < TODAY
    assert 35 < walks < 70


def test_it_is_plausible(filled):
    for (ms,) in rows(filled, "SELECT walked_ms FROM walk"):
        assert 4 * MS_PER_MINUTE <= ms <= 40 * MS_PER_MINUTE
    assert rows(filled, "SELECT count(*) FROM walk WHERE end_at < start_at + walked_ms") == [(0,)]
    values = {v for (v,) in rows(filled, "SELECT value FROM pain_rating")}
    assert values <= set(range(11))
    assert len(values) > 3


def test_it_says_what_it_is(filled):
    person = filled.people.current()
    assert "example" in person.name
    seen = Overviews(filled.diary, filled.clock, filled.plan).of(person, Range.TWELVE_WEEKS, 0)
    assert len(seen.dots) > 20
    filled.diary.check()


def test_it_is_the_same_each_time(filled):
    other = House()
    try:
        Example(other.diary, other.person).fill(TODAY)
        sql = "SELECT start_at, walked_ms, surface FROM walk ORDER BY start_at"
        assert rows(filled, sql) == rows(other, sql)
    finally:
        other.diary.close()
