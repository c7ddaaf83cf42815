"""The card of the reminders in Settings: each choice is stored at once, and said if it is none."""

from datetime import time

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QApplication
from tests.ui.window_house import at_home

from walktrack.domain.person import PersonColour
from walktrack.domain.reminders import UNUSED_DAYS, About, Reminder, Told
from walktrack.services.people import PersonForm
from walktrack.ui.top_bar import PageName


@pytest.fixture
def house(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as made:
        yield made.show().take_up()


def card(house):
    house.window.go(PageName.SETTINGS)
    return house.window._shelf.settings_page.reminders


def stored(house, about=About.WALK):
    return next(one for one in house.desk.reminders.of(house.me.id) if one.about is about)


def test_all_are_off_at_first_and_show_no_more_than_that(house):
    for row in card(house).rows.values():
        assert not row.box.isChecked()
        assert not row.at.isVisible()
        assert not row.week.isVisible()
        assert not row.message.isVisible()


def test_one_is_turned_on_at_a_time_and_on_days(house):
    row = card(house).rows[About.WALK]
    row.box.click()
    assert stored(house).on
    house.click(row.days[0])
    house.click(row.days[6])
    assert stored(house).days == frozenset(range(1, 6))
    row.at.setTime(QTime(15, 20))
    row.settle()
    assert stored(house).at == time(15, 20)
    assert not row.message.isVisible()
    row.box.click()
    assert not stored(house).on


def test_a_time_is_told_once_typing_rests(house, qtbot):
    row = card(house).rows[About.WALK]
    row.box.click()
    row.at.setTime(QTime(9, 0))
    assert stored(house).at == time(10)
    qtbot.waitUntil(lambda: stored(house).at == time(9))
    row.at.setTime(QTime(11, 0))
    house.desk.people.set_goal(house.me, 20)
    assert row.at.at == time(11), "what is being typed is left"


def test_a_time_that_is_none_is_said_so_and_not_kept(house):
    row = card(house).rows[About.MORNING]
    row.box.click()
    row.at.setTime(QTime(13, 0))
    row.settle()
    assert row.message.words == "Please choose a time from 04:00 to 11:59."
    assert stored(house, About.MORNING).at == time(8, 30)
    house.desk.people.set_goal(house.me, 20)
    assert row.at.at == time(13)
    row.at.setTime(QTime(7, 0))
    row.settle()
    assert not row.message.isVisible()
    assert stored(house, About.MORNING).at == time(7)


def test_without_a_day_it_says_so(house):
    row = card(house).rows[About.WALK]
    row.box.click()
    for button in row.days:
        house.click(button)
    assert row.message.words == "Please choose a day. Without one it does not come."
    assert stored(house).days == frozenset()


def test_the_days_are_in_the_order_of_the_week(house):
    row = card(house).rows[About.WALK]
    row.box.click()
    QApplication.processEvents()
    assert row.days[0].x() < row.days[6].x()
    chosen = house.desk.settings.read()
    house.window._shelf.settings_page.week.start_chosen.emit(6)
    QApplication.processEvents()
    assert house.desk.settings.read() != chosen
    row.layout().activate()
    QApplication.processEvents()
    assert row.days[6].x() < row.days[0].x()


def test_one_that_gave_up_says_so_and_is_taken_up_again(house):
    now = house.clock.read().wall
    told = Told(now.day, None, UNUSED_DAYS + 1)
    tired = Reminder(About.WALK, time(10), on=True, since=now, told=told)
    house.diary.reminders.put(house.me.id, tired)
    row = card(house).rows[About.WALK]
    assert not row.box.isChecked()
    assert row.message.words.startswith("It rests")
    row.box.click()
    assert stored(house).comes
    assert not row.message.isVisible()


def test_a_time_typed_for_one_person_is_stored_as_theirs(house):
    anna = house.me
    bert = house.desk.people.add(PersonForm("Bert", "", PersonColour.RED))
    row = card(house).rows[About.WALK]
    row.box.click()
    row.at.setTime(QTime(16, 0))
    house.desk.people.choose(bert)
    assert house.desk.reminders.of(anna.id)[0].at == time(16)
    assert not row.box.isChecked()
    assert row.at.at == time(10)
    assert house.desk.reminders.of(bert.id)[0].since is None


def test_a_full_disk_leaves_what_was(qtbot, look, monkeypatch, tmp_path):
    with at_home(qtbot, monkeypatch, tmp_path / "d" / "walktrack.db") as made:
        made.show().take_up()
        row = card(made).rows[About.WALK]
        with made.full_disk():
            row.box.click()
            assert not stored(made).on
            assert not row.box.isChecked()
            assert made.said()
