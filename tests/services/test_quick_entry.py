"""A day in a few keys: stored at once, untrue about no time, and taken back as it came."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.services.every_verb import Home

from walktrack.domain.entry import HistoryFilter
from walktrack.domain.quick import QuickError, QuickFault, QuickRow

YESTERDAY = date(2026, 5, 31)


@pytest.fixture
def home(tmp_path):
    made = Home(tmp_path / "diary.db")
    yield made
    made.diary.close()


@pytest.fixture
def day(home):
    return QuickRow(home.me, YESTERDAY)


def known(home, day=YESTERDAY):
    return home.desk.quick.row(home.me, day)


def lines(home):
    return home.desk.history.rows(home.me, HistoryFilter(), 0, 9)


def fault(home, row):
    before = home.rows()
    with pytest.raises(QuickError) as caught:
        home.desk.quick.store(row)
    assert home.rows() == before
    return caught.value.fault


def test_minutes_make_a_walk_of_which_only_the_day_is_known(home, day):
    home.desk.quick.store(replace(day, minutes=25, before=5, after=3))
    assert known(home) == replace(day, minutes=25, before=5, after=3)
    (entry,) = lines(home)
    assert (entry.timed, entry.at.day, entry.walked_ms, entry.before, entry.after) == (
        False, YESTERDAY, 25 * 60_000, 5, 3,
    )  # fmt: skip


def test_each_answer_is_stored_as_it_comes_and_can_be_changed(home, day):
    for row in (
        replace(day, minutes=25),
        replace(day, minutes=25, before=5),
        replace(day, minutes=30, before=5),
        replace(day, minutes=30, before=5, after=4),
    ):
        home.desk.quick.store(row)
        assert known(home) == row
    assert len(lines(home)) == 1
    for _ in range(4):
        home.desk.undo.undo()
    assert known(home) == day


def test_a_day_without_a_walk_is_an_answer_of_its_own(home, day):
    home.desk.quick.store(replace(day, no_walk=True))
    assert known(home).no_walk
    home.desk.quick.store(day)
    assert not known(home).no_walk


def test_minutes_take_no_walk_back(home, day):
    home.desk.quick.store(replace(day, no_walk=True))
    home.desk.quick.store(replace(day, minutes=10))
    assert known(home) == replace(day, minutes=10)
    home.desk.undo.undo()
    assert known(home) == replace(day, no_walk=True)


def test_emptied_the_day_is_not_recorded_again(home, day):
    home.desk.quick.store(replace(day, minutes=10, before=4))
    home.desk.quick.store(day)
    assert known(home) == day
    assert lines(home) == []


def test_a_day_with_a_walk_of_its_own_is_shown_and_left_alone(home):
    home.walked()
    today = known(home, home.clock.wall.day)
    assert (today.minutes, today.fixed) == (20, True)
    assert fault(home, replace(today, minutes=5)) is QuickFault.FIXED


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"minutes": 0}, QuickFault.MINUTES),
        ({"minutes": 601}, QuickFault.MINUTES),
        ({"minutes": 10, "before": 11}, QuickFault.PAIN),
        ({"after": 3}, QuickFault.MINUTES_FIRST),
        ({"minutes": 10, "no_walk": True}, QuickFault.WALKED),
        ({"day": YESTERDAY + timedelta(2), "minutes": 10}, QuickFault.TO_COME),
    ],
)
def test_what_cannot_be_so_is_not_stored(home, day, change, why):
    assert fault(home, replace(day, **change)) is why


def test_who_writes_is_kept(home, day):
    home.desk.writing.write_as("Clara")
    home.desk.quick.store(replace(day, minutes=10, before=4))
    (entry,) = lines(home)
    assert entry.recorder == "Clara"
