"""The pages besides Today, joined to the services of the diary."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from tests.ui.window_house import NEVER, at_home

from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.settings import Settings
from walktrack.ui.top_bar import PageName

OTHERS = (
    PageName.HISTORY,
    PageName.INSIGHT,
    PageName.SHARE,
    PageName.TIPS,
    PageName.PLAN,
    PageName.SETTINGS,
)


@pytest.fixture
def house(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as made:
        yield made.show().take_up()


@pytest.fixture
def shelf(house):
    return house.window._shelf


def test_each_page_is_made_once_and_only_when_wanted(shelf):
    assert shelf._pages == {}
    for name in OTHERS:
        assert shelf.page(name) is shelf.page(name)
    assert set(shelf._pages) == set(OTHERS)


def test_today_is_not_on_the_shelf(shelf):
    with pytest.raises(KeyError):
        shelf.page(PageName.TODAY)


def test_only_the_page_in_sight_reads_again(house, shelf, monkeypatch):
    read = []
    for name in OTHERS:
        page = shelf.page(name)
        monkeypatch.setattr(page, "show_person", lambda *_args, name=name: read.append(name))
    house.window.go(PageName.SHARE)
    QApplication.processEvents()
    read.clear()
    house.desk.people.rename(house.me, "Anna")
    assert read == [PageName.SHARE]


def test_a_choice_in_settings_is_stored(house, shelf):
    shelf.settings_page.settings_changed.emit(Settings(welcomed=True, sound=False))
    assert not house.desk.settings.read().sound


def test_a_goal_in_settings_reaches_today(house, shelf):
    shelf.settings_page.goal_set.emit(house.me, 35)
    assert house.me.goal_minutes == 35
    assert house.card.goal.value() == 35


def test_a_name_in_settings_reaches_the_top(house, shelf):
    shelf.settings_page.named.emit(house.me, "Anna")
    assert house.window.top.person.text() == "Anna"


def test_the_sound_can_be_tried(house, shelf):
    shelf.settings_page.sound_tried.emit()
    assert house.sounds == ["goal"]


def test_the_way_csv_is_written_is_kept(house, shelf):
    shelf.page(PageName.SHARE).style_chosen.emit("semicolon")
    assert house.desk.settings.read() == Settings(welcomed=True, csv_style="semicolon")


def test_trouble_in_history_is_told_in_the_bar_and_tried_again(house, shelf):
    tried = []
    page = shelf.page(PageName.HISTORY)
    page.troubled.emit(DiaryError(Fault.FULL), lambda: tried.append(1))
    assert house.said().startswith("The disk is full")
    house.act()
    assert tried == [1]


def test_the_folder_is_shown_by_the_desktop(house, shelf, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    shelf.settings_page.folder_wanted.emit()
    assert opened == [QUrl.fromLocalFile(str(NEVER.parent))]
