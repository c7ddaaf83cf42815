"""Pauses in the walk's form: by the clock, put right, added and taken out; the minutes follow."""

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QDate, QTime
from tests.ui import gates
from tests.ui.dialogs.walk_forms import click, editing, start
from tests.ui.history_house import lived_in

from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.pauses import Pause
from walktrack.ui.widgets.buttons import PlainButton

MINUTE = MS_PER_MINUTE


@pytest.fixture
def house():
    with lived_in() as made:
        yield made


@pytest.fixture
def walk(house):
    """Nine to ten, with a pause of ten minutes from twenty past."""
    walk_id = house.walk(minutes=60, pauses=(Pause(20 * MINUTE, 30 * MINUTE),))
    form = house.history.walk_form(walk_id)
    times = replace(form.times, walked_ms=50 * MINUTE)
    house.history.edit_walk(walk_id, replace(form, times=times))
    return walk_id


def lines(form):
    return [tuple(field.at for field in line.fields) for line in form.pauses._lines]


def spoken(form):
    stored = form.form()
    pauses = [(p.from_ms // MINUTE, p.to_ms // MINUTE) for p in stored.pauses]
    return stored.times.walked_ms / MINUTE, pauses


def test_the_pauses_stand_there_by_the_clock_and_nothing_has_changed(qtbot, look, house, walk):
    form = editing(qtbot, house, walk)
    assert lines(form) == [(time(9, 20), time(9, 30))]
    assert not form.changed()


def test_a_pause_that_was_too_long_is_put_right_and_the_minutes_follow(qtbot, look, house, walk):
    form = editing(qtbot, house, walk)
    form.pauses._lines[0].fields[1].setTime(QTime(9, 25))
    assert form.times.minutes.value() == 55
    form.store()
    stored = house.diary.walks.get(walk)
    assert stored.minutes == 55
    assert stored.pauses == (Pause(20 * MINUTE, 25 * MINUTE),)


def test_one_that_was_none_is_taken_out(qtbot, look, house, walk):
    form = editing(qtbot, house, walk)
    click(form.pauses._lines[0].whole.findChild(PlainButton))
    assert spoken(form) == (60, [])


def test_one_that_was_forgotten_is_added(qtbot, look, house, walk):
    form = editing(qtbot, house, walk)
    click(form.pauses.add)
    assert lines(form)[1] == (time(9, 35), time(9, 40))
    assert spoken(form) == (45, [(20, 30), (35, 40)])


def test_the_walk_moved_to_another_day_takes_its_pauses_along(qtbot, look, house, walk):
    form = editing(qtbot, house, walk)
    form.times.day.setDate(QDate(2026, 5, 30))
    assert lines(form) == [(time(9, 20), time(9, 30))]
    assert spoken(form) == (50, [(20, 30)])


def test_with_another_start_a_pause_stays_where_it_was_by_the_clock(qtbot, look, house, walk):
    form = editing(qtbot, house, walk)
    start(form, 9, 10)
    assert lines(form) == [(time(9, 30), time(9, 40))], "so far the whole walk has moved"
    form.times.end.setTime(QTime(10, 0))
    assert lines(form) == [(time(9, 20), time(9, 30))]
    assert form.form().pauses == (Pause(10 * MINUTE, 20 * MINUTE),)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({1: QTime(9, 15)}, "This pause ends before it begins."),
        ({0: QTime(8, 0), 1: QTime(8, 5)}, "This pause is not inside the walk."),
        ({1: QTime(10, 30)}, "This pause is not inside the walk."),
    ],
)
def test_what_is_no_pause_of_this_walk_is_said(qtbot, look, house, walk, fields, words):
    form = editing(qtbot, house, walk)
    for number, at in fields.items():
        form.pauses._lines[0].fields[number].setTime(at)
    assert form.fault()[0] == words


def test_minutes_and_pauses_that_do_not_fit_are_said(qtbot, look, house, walk):
    form = editing(qtbot, house, walk)
    form.times.minutes.setValue(58)
    assert form.fault() is None or "longer than the walk" in form.fault()[0]


def test_a_walk_of_which_only_the_day_is_known_gets_its_times(qtbot, look, house):
    walk = house.walk(minutes=30, at=(12, 0), timed=False)
    form = editing(qtbot, house, walk)
    assert form.sum.words == "Only the day is known. Change the start to say when."
    form.times.minutes.setValue(25)
    assert not form.form().timed
    start(form, 9, 0)
    assert form.form().timed


def test_the_lines_are_named_large_enough_and_whole(qtbot, look, house, walk):
    form = editing(qtbot, house, walk)
    click(form.pauses.add)
    for check in (gates.unnamed, gates.same_named, gates.small, gates.clipped):
        assert check(form) == [], check.__name__
