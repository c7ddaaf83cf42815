"""The times of a walk as they are typed into its form."""

import time as clocks
from datetime import datetime, time

import pytest
from PySide6.QtCore import QDate, QTime
from tests.ui.dialogs.walk_forms import click, editing, end, fields, minutes, new, start
from tests.ui.history_house import TODAY, lived_in

from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.typed import Times
from walktrack.services.entry_forms import WalkForm
from walktrack.ui.dialogs.walk_form import WalkFormDialog


@pytest.fixture
def house():
    with lived_in() as made:
        yield made


@pytest.fixture
def form(qtbot, look, house):
    return new(qtbot, house)


def test_minutes_move_the_end(form):
    minutes(form, 45)
    assert fields(form) == (time(9, 10), time(9, 55), 45)


def test_the_end_moves_the_minutes(form):
    end(form, 10, 0)
    assert fields(form) == (time(9, 10), time(10, 0), 50)


def test_the_start_moves_the_end(form):
    start(form, 8, 0)
    assert fields(form) == (time(8, 0), time(8, 20), 20)


def test_start_and_end_typed_give_the_minutes(form):
    start(form, 8, 0)
    end(form, 8, 45)
    assert fields(form) == (time(8, 0), time(8, 45), 45)


def test_end_and_minutes_typed_give_the_start(form):
    end(form, 11, 0)
    minutes(form, 30)
    assert fields(form) == (time(10, 30), time(11, 0), 30)


def test_all_three_typed_leave_a_break_which_is_said(form):
    start(form, 9, 0)
    end(form, 9, 35)
    minutes(form, 30)
    assert fields(form) == (time(9, 0), time(9, 35), 30)
    assert form.sum.words == "Monday, 1 June 2026: 30 min walked, paused 5 min."


def test_more_minutes_than_fit_move_what_was_typed_first(form):
    start(form, 9, 0)
    end(form, 9, 30)
    minutes(form, 40)
    assert fields(form) == (time(8, 50), time(9, 30), 40)


def test_half_typed_numbers_move_nothing_for_good(form):
    start(form, 9, 0)
    end(form, 9, 40)
    for value in (400, 4, 30):
        minutes(form, value)
    assert fields(form) == (time(9, 0), time(9, 40), 30)


def test_an_end_before_the_start_is_the_next_day_and_says_so(form):
    start(form, 23, 50)
    end(form, 0, 10)
    assert fields(form)[2] == 20
    assert "The walk ends the next day, Tuesday, 2 June 2026." in form.odd.words
    click(form.save_button)
    assert form.result() == WalkFormDialog.DialogCode.Accepted


def test_the_walk_stays_on_its_day_when_the_start_follows(form):
    end(form, 0, 10)
    minutes(form, 30)
    assert form.times.day.day == TODAY
    assert fields(form)[0] == time(23, 40)


@pytest.mark.skipif(not hasattr(clocks, "tzset"), reason="this system cannot change its zone")
class TestInBerlin:
    @pytest.fixture(autouse=True)
    def berlin(self, monkeypatch):
        """This computer, for a while, in a country that changes its clocks."""
        monkeypatch.setenv("TZ", "Europe/Berlin")
        clocks.tzset()
        yield
        monkeypatch.undo()
        clocks.tzset()

    def test_an_hour_the_clocks_skip_or_repeat_is_said(self, qtbot, look, house):
        form = editing(qtbot, house, house.walk(TODAY))
        form.times.day.setDate(QDate(2026, 3, 29))
        form.times.start.setTime(QTime(2, 30))
        assert "skip this time. The hour after is taken." in form.odd.words
        assert form.times.end.at == time(3, 50)
        form.times.day.setDate(QDate(2025, 10, 26))
        form.times.start.setTime(QTime(2, 30))
        assert "this time twice. The first is taken." in form.odd.words

    def test_a_walk_in_the_second_hour_is_edited_there(self, qtbot, look, house):
        start = Moment.of(datetime(2025, 10, 26, 2, 10, fold=1))
        stored = Times(start, start.plus(20 * MS_PER_MINUTE), 20 * MS_PER_MINUTE)
        walk_id = house.history.add_walk(house.person.id, WalkForm(stored))
        form = editing(qtbot, house, walk_id)
        form.times.end.setTime(QTime(2, 40))
        assert form.times.minutes.value() == 30
        assert "this time twice. The second is taken." in form.odd.words
        click(form.save_button)
        times = house.history.walk_form(walk_id).times
        assert times == Times(start, start.plus(30 * MS_PER_MINUTE), 30 * MS_PER_MINUTE)
