"""Help about the data: what it says is so, and everyone can read it through."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from tests.ui import gates
from tests.ui.window_house import at_home

from walktrack.domain.backup import KEEP_ALL_DAYS, KEEP_DAILY, KEEP_MONTHLY, KEEP_WEEKLY
from walktrack.domain.bin import KEPT_DAYS
from walktrack.domain.settings import Settings
from walktrack.domain.stopwatch import HEARTBEAT_MS
from walktrack.services.opening import backups_of
from walktrack.storage.aside import damaged_folder
from walktrack.ui import automatic_backups
from walktrack.ui.dialogs.help import HelpDialog
from walktrack.ui.help_words import chapters, places_of
from walktrack.ui.top_bar import PageName
from walktrack.ui.widgets.topic import TopicPart

DIARY = Path("/nowhere/<b>Walk {path}</b>/walktrack.db")
LOG = Path("/nowhere/log")


@pytest.fixture
def show(qtbot, look):
    def shown(second="/media/stick", log=LOG):
        dialog = HelpDialog(places_of(DIARY, second, log))
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        QApplication.processEvents()
        return dialog

    return shown


def words(second="/media/stick", log=LOG):
    topics = [topic for one in chapters(places_of(DIARY, second, log)) for topic in one.topics]
    return "\n".join(f"{topic.heading}\n{topic.words}" for topic in topics)


def test_its_figures_are_those_the_program_goes_by():
    assert f"every {HEARTBEAT_MS // 1000} seconds" in words()
    assert f"All of the last {KEEP_ALL_DAYS} days are kept." in words()
    assert f"one a day is kept for {KEEP_DAILY} days" in words()
    assert f"one a week for {KEEP_WEEKLY} weeks, and one a month for {KEEP_MONTHLY}" in words()
    assert "every half hour" in words()
    assert f"in the bin for {KEPT_DAYS} days" in words()
    assert automatic_backups._REGULAR_MS == 30 * 60_000


def test_it_names_the_places_as_they_are():
    told = words()
    for place in (DIARY, backups_of(DIARY).folder, "/media/stick", LOG):
        assert str(place) in told
    assert f"“{damaged_folder(DIARY).name}”" in told
    assert damaged_folder(DIARY).parent == DIARY.parent


def test_where_there_is_no_second_folder_and_no_log_it_names_none():
    told = words(second="", log=None)
    assert "No second folder for copies is chosen." in told
    assert str(LOG) not in told


def test_what_it_calls_a_button_is_what_the_window_calls_it(qtbot, look, monkeypatch, tmp_path):
    with at_home(qtbot, monkeypatch, tmp_path / "walktrack.db") as house:
        house.show().take_up()
        house.window.go(PageName.SETTINGS)
        card = house.window._shelf.settings_page.backups
        assert f"“{card.make.text()}”" in words()
        assert f"“{card.restore.text()}”" in words()
        house.window.go(PageName.HISTORY)
        assert f"“{house.window._shelf.page(PageName.HISTORY).foot.bin_button.text()}”" in words()


def test_f1_and_the_button_in_settings_open_it(qtbot, look, monkeypatch, tmp_path):
    path = tmp_path / "walktrack.db"
    settings = Settings(welcomed=True, second_folder=str(tmp_path / "stick"))
    with at_home(qtbot, monkeypatch, path, settings=settings) as house:
        house.show()
        house.key(Qt.Key.Key_F1)  # before there is a diary
        dialog = house.dialog(HelpDialog)
        assert str(path) in dialog.topics[-2].words.words
        house.key(Qt.Key.Key_Escape)
        assert house.no_dialog()
        house.take_up()
        house.window.go(PageName.SETTINGS)
        house.click(house.window._shelf.settings_page.data.help)
        assert str(tmp_path / "stick") in house.dialog(HelpDialog).topics[-2].words.words


def test_a_screen_reader_steps_from_heading_to_heading(show):
    dialog = show()
    assert dialog.topics[0].hasFocus()
    for topic in dialog.topics:
        assert QApplication.focusWidget() is topic
        interface = QAccessible.queryAccessibleInterface(topic)
        assert interface.role() is QAccessible.Role.Heading
        assert interface.text(QAccessible.Text.Name) == topic.heading.words
        assert interface.text(QAccessible.Text.Description) == topic.words.words
        QTest.keyClick(topic, Qt.Key.Key_Tab)
    assert dialog.close_button.hasFocus()


def in_sight(dialog, topic):
    view = dialog.area.viewport()
    top = topic.mapTo(view, topic.rect().topLeft()).y()
    return 0 <= top < view.height()


def test_the_keys_go_through_the_text(show):
    dialog = show()
    bar = dialog.area.verticalScrollBar()
    assert bar.maximum() > 0
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        before = bar.value()
        QTest.keyClick(QApplication.focusWidget(), key)
        assert bar.value() > before
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    assert dialog.topics[-1].hasFocus()
    assert in_sight(dialog, dialog.topics[-1])
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    assert in_sight(dialog, dialog.topics[0])


def test_what_tab_comes_to_comes_into_sight(show):
    dialog = show()
    for topic in dialog.topics:
        assert in_sight(dialog, topic)
        QTest.keyClick(topic, Qt.Key.Key_Tab)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_esc_closes_it_and_the_button_too(show, key):
    dialog = show()
    if key is Qt.Key.Key_Space:
        dialog.close_button.setFocus()
    QTest.keyClick(QApplication.focusWidget(), key)
    assert not dialog.isVisible()


def test_the_gates_hold(show, every_size):
    dialog = show()
    assert dialog.area.widget().width() <= dialog.area.viewport().width()
    dialog.resize(dialog.width(), 6000)
    QApplication.processEvents()
    for gate in (
        gates.unnamed,
        gates.same_named,
        gates.small,
        gates.unreachable,
        gates.out_of_order,
        gates.clipped,
    ):
        assert gate(dialog) == [], gate.__name__


def test_the_heading_that_has_the_focus_is_seen(qtbot, every_look):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(TopicPart("Heading", "Words"))
    column.addWidget(TopicPart("Another", "More words"))
    window.show()
    assert gates.faint_focus(window) == []


def test_longer_words_have_room(show, qapp, look):
    longer = gates.LongerWords()
    qapp.installTranslator(longer)
    try:
        look(text_size=200)
        dialog = show()
        dialog.resize(dialog.width(), 9000)
        QApplication.processEvents()
        assert gates.clipped(dialog) == []
        assert gates.least_width(dialog) <= 1024
    finally:
        qapp.removeTranslator(longer)
