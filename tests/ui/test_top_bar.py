"""The bar at the top: one row if it can, and the plan in it only for who has one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.ui import gates
from tests.ui.people_house import back, switch, with_maria
from tests.ui.window_house import at_home

from walktrack.domain.plan.start import Start
from walktrack.domain.settings import Settings
from walktrack.ui.top_bar import PageName

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LONG = "Anna-Maria Magdalena von Hohenstein-Oberndorf"


@pytest.fixture
def house(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as made:
        yield made.show().take_up()


def plan_shown(house):
    QApplication.processEvents()
    return house.window.top.pages[PageName.PLAN].isVisible()


def rows(top):
    """Return in how many rows the buttons stand."""
    shown = [each for each in (*top.pages.values(), top.signs, top.person) if each.isVisible()]
    return len({each.geometry().center().y() // 20 for each in shown})


@pytest.mark.parametrize("name", ["", "Anna", LONG])
@pytest.mark.parametrize("planned", [False, True])
def test_all_of_it_stands_in_one_row(house, name, planned):
    house.desk.people.rename(house.me, name)
    if planned:
        house.desk.plan.start(house.me.id, Start.USUAL)
    QApplication.processEvents()
    top = house.window.top
    assert house.window.width() == 1280
    assert rows(top) == 1
    assert top.person.geometry().right() < top.pages[PageName.SETTINGS].geometry().left()
    assert top.pages[PageName.SETTINGS].geometry().right() <= top.width()


def test_a_long_name_gives_way_only_as_far_as_it_must(house):
    house.desk.people.rename(house.me, LONG)
    QApplication.processEvents()
    person = house.window.top.person
    alone = person.width()
    house.desk.plan.start(house.me.id, Start.USUAL)
    QApplication.processEvents()
    assert person.width() < alone
    assert LONG in person.accessibleName()
    house.desk.people.rename(house.me, "Anna")
    QApplication.processEvents()
    assert gates.clipped(person.parentWidget()) == []


@pytest.mark.parametrize(("size", "longer"), [(100, True), (200, False), (200, True)])
def test_where_it_needs_two_rows_nothing_is_cut(qtbot, look, monkeypatch, qapp, size, longer):
    words = gates.LongerWords()
    if longer:
        qapp.installTranslator(words)
    look(text_size=size)
    try:
        with at_home(qtbot, monkeypatch, settings=Settings(welcomed=True, text_size=size)) as house:
            house.show().take_up()
            house.desk.plan.start(house.me.id, Start.USUAL)
            QApplication.processEvents()
            assert rows(house.window.top) >= 2
            assert gates.clipped(house.window.top) == []
            assert house.window.width() == 1280
    finally:
        qapp.removeTranslator(words)


def test_the_plan_is_in_the_bar_while_there_is_one(house):
    assert not plan_shown(house)
    house.desk.plan.start(house.me.id, Start.USUAL)
    assert plan_shown(house)
    house.desk.plan.stop(house.me.id)
    assert not plan_shown(house)
    house.desk.undo.undo()
    assert plan_shown(house)


def test_its_page_keeps_it_in_the_bar_while_it_is_open(house):
    house.key(Key.Key_6, modifier=CTRL)
    assert house.window._frame.pages.currentWidget() is house.window._shelf.page(PageName.PLAN)
    assert plan_shown(house)
    assert house.window.top.pages[PageName.PLAN].isChecked()
    house.key(Key.Key_1, modifier=CTRL)
    assert not plan_shown(house)


def test_a_plan_that_ends_on_its_page_keeps_its_place_until_one_goes_on(house):
    house.desk.plan.start(house.me.id, Start.USUAL)
    house.window.go(PageName.PLAN)
    page = house.window._shelf.page(PageName.PLAN)
    page.numbers.ended.emit()
    assert plan_shown(house)
    assert page.start.isVisible()
    house.window.go(PageName.TODAY)
    assert not plan_shown(house)


@pytest.mark.parametrize("planned", [False, True])
def test_every_page_keeps_its_key(house, planned):
    if planned:
        house.desk.plan.start(house.me.id, Start.USUAL)
    order = ["today", "history", "insight", "share", "tips", "plan", "settings"]
    for number, name in enumerate(order, start=1):
        house.key(Key(Key.Key_0 + number), modifier=CTRL)
        assert house.window.top.pages[PageName(name)].isChecked()


def test_one_persons_plan_is_not_in_the_bar_of_another(house):
    with_maria(house)
    house.desk.plan.start(house.anna.id, Start.USUAL)
    house.bar.hide()
    assert plan_shown(house)
    switch(house, "Maria")
    back(house)
    assert not plan_shown(house)


def test_a_plan_is_in_the_bar_from_the_start(qtbot, look, monkeypatch, tmp_path):
    path = tmp_path / "walktrack.db"
    with at_home(qtbot, monkeypatch, path) as first:
        first.show().take_up()
        first.desk.plan.start(first.me.id, Start.USUAL)
    with at_home(qtbot, monkeypatch, path) as second:
        second.show().take_up()
        assert plan_shown(second)
