"""The window around the pages: closing, going, welcoming, and looking as it was told."""

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from tests.ui.window_house import NEVER, at_home

from walktrack.domain.plan.start import Start
from walktrack.domain.settings import Colours, Settings
from walktrack.domain.walk import WalkState
from walktrack.ui.dialogs.closing import ClosingDialog
from walktrack.ui.look.tokens import DARK
from walktrack.ui.top_bar import PageName
from walktrack.ui.widgets.notice import Notice
from walktrack.ui.widgets.welcome import WelcomeCard

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def house(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as made:
        yield made.show().take_up()


@pytest.fixture
def new(qtbot, look, monkeypatch):
    """A first start."""
    with at_home(qtbot, monkeypatch, settings=Settings()) as made:
        yield made.show().take_up()


def close(house):
    """Close the window as the person does, and return the question if there is one."""
    house.window.close()
    QApplication.processEvents()
    return None if house.no_dialog() else house.dialog(ClosingDialog)


def test_without_a_walk_it_just_closes(house):
    assert close(house) is None
    assert not house.window.isVisible()


def test_before_the_diary_is_open_it_just_closes(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as early:
        early.show()
        assert close(early) is None
        assert not early.window.isVisible()


def test_a_finished_walk_keeps_nobody(house):
    house.walk(minutes=1)
    house.click(house.card.finish)
    assert close(house) is None


@pytest.mark.parametrize("how", ["button", "escape"])
def test_cancel_changes_nothing(house, how):
    house.walk(minutes=3)
    question = close(house)
    before = house.events()
    if how == "button":
        house.click(question.way_out)
    else:
        house.key(Key.Key_Escape)
    assert house.window.isVisible()
    assert house.running.state is WalkState.RUNNING
    assert house.events() == before
    house.beat(seconds=15)
    assert house.running.walked_ms == 3 * 60_000 + 15_000
    assert close(house) is not None


def test_a_walk_is_kept_running(house):
    house.walk(minutes=3)
    house.click(close(house).keep)
    assert not house.window.isVisible()
    assert house.events()[-1] == "left"
    assert house.running.state is WalkState.RUNNING


def test_a_walk_is_finished_on_the_way_out(house):
    house.walk(minutes=3)
    house.click(close(house).finish)
    assert not house.window.isVisible()
    assert house.running is None
    assert house.events()[-1] == "finish"


def test_a_walk_is_finished_on_the_way_out_even_at_once(house):
    """Closing is no second half of a double click, however quick it comes."""
    QApplication.setDoubleClickInterval(60_000)
    house.click(house.card.start)
    house.click(close(house).finish)
    assert house.events() == ["start", "finish"]
    assert not house.window.isVisible()


def test_a_paused_walk_stays_paused(house):
    house.walk(minutes=3)
    house.click(house.card.pause)
    question = close(house)
    assert question.title.words == "A walk is paused."
    house.click(question.keep)
    assert house.running.state is WalkState.PAUSED
    assert house.events()[-1] == "pause"


def test_a_walk_in_doubt_cannot_be_finished_unseen(house):
    house.walk(minutes=3)
    house.clock.sleep(600_000)
    house.beat()
    house.key(Key.Key_Escape)
    question = close(house)
    assert not question.finish.isVisible()
    house.click(question.keep)
    assert not house.window.isVisible()
    assert house.running.state is WalkState.REVIEW


def test_a_walk_kept_running_is_there_at_the_next_start(qtbot, look, monkeypatch, tmp_path):
    path = tmp_path / "walktrack.db"
    with at_home(qtbot, monkeypatch, path) as first:
        first.show().take_up().walk(minutes=3)
        first.click(close(first).keep)
        clock = first.clock
    clock.go(minutes=20)
    with at_home(qtbot, monkeypatch, path, clock=clock) as second:
        second.show().take_up()
        assert second.no_dialog()
        assert second.running.walked_ms == 23 * 60_000
        assert second.card.finish.isVisible()


@pytest.mark.parametrize(("number", "name"), list(enumerate(PageName, start=1)))
def test_every_page_is_gone_to_by_key_and_by_click(house, number, name):
    house.desk.plan.start(house.me.id, Start.USUAL)  # without one the plan has no place in the bar
    house.key(Key(Key.Key_0 + number), modifier=CTRL)
    assert house.window.top.pages[name].isChecked()
    shown = house.window._frame.pages.currentWidget()
    other = PageName.TODAY if number > 1 else PageName.SHARE
    house.click(house.window.top.pages[other])
    assert house.window._frame.pages.currentWidget() is not shown
    house.click(house.window.top.pages[name])
    assert house.window._frame.pages.currentWidget() is shown


def test_before_the_diary_is_open_there_is_only_today(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as early:
        early.show()
        early.click(early.window.top.pages[PageName.HISTORY])
        assert early.today.isVisible()
        assert early.window.top.pages[PageName.TODAY].isChecked()


def test_a_first_start_asks_for_a_name_once(new):
    card = new.window.findChild(WelcomeCard)
    assert card.isVisible()
    card.name.setText("  Anna   Berg ")
    new.click(card.save)
    assert not card.isVisible()
    assert new.me.name == "Anna Berg"
    assert new.window.top.person.text() == "Anna Berg"
    assert new.desk.settings.read().welcomed
    assert new.card.start.hasFocus()


def test_a_name_can_be_left_out(new):
    card = new.window.findChild(WelcomeCard)
    new.click(card.skip)
    assert not card.isVisible()
    assert new.me.name == ""
    assert new.desk.settings.read().welcomed


def test_a_walk_can_be_started_without_answering_the_welcome(new):
    new.click(new.card.start)
    assert new.running.state is WalkState.RUNNING


def test_a_second_start_does_not_ask(house):
    assert house.window.findChild(WelcomeCard) is None


def test_a_name_typed_in_settings_shows_at_the_top(house):
    house.window.go(PageName.SETTINGS)
    house.window._shelf.settings_page.you.name.setFocus()
    house.key(Key.Key_A, Key.Key_B, Key.Key_Return)
    assert house.window.top.person.text() == "ab"
    assert house.me.name == "ab"


def test_a_change_of_the_look_shows_at_once(house):
    house.desk.settings.write(Settings(welcomed=True, colours=Colours.DARK, text_size=200))
    assert QApplication.palette().window().color().name() == f"#{DARK.bg.lstrip('#').lower()}"
    assert QApplication.font().pixelSize() == 34


def test_the_folder_is_shown_by_the_desktop(house, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    house.window.show_folder()
    assert opened == [QUrl.fromLocalFile(str(NEVER.parent))]


def test_the_example_says_on_every_page_that_it_is_one(house):
    house.window.show_example_notice()
    notice = house.window.findChild(Notice)
    for name in PageName:
        house.window.go(name)
        QApplication.processEvents()
        assert notice.isVisible()


def test_it_is_painted_once(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as early:
        heard = []
        early.window.painted.connect(lambda: heard.append(1))
        early.show()
        early.window.repaint()
        qtbot.waitUntil(lambda: heard == [1])
        QApplication.processEvents()
        assert heard == [1]


def test_other_pages_read_again_what_changed_under_them(house):
    house.click(house.window.top.pages[PageName.HISTORY])
    page = house.window._frame.pages.currentWidget()
    assert page.model.rowCount() == 0
    house.key(Key.Key_F5)
    house.go_on(2)
    house.key(Key.Key_F6)
    assert page.model.rowCount() == 1


def test_minimising_is_noticed(house):
    house.window.showMinimized()
    house.window.changeEvent(QEvent(QEvent.Type.WindowStateChange))
    assert not house.today.walk._second_hand._shown


def test_a_note_typed_just_before_closing_is_stored(house):
    house.walk(minutes=5)
    house.click(house.card.finish)
    house.click(house.card.details)
    form = house.today.answers.details.form
    form.note.box.setFocus()
    form.note.box.insertPlainText("windy")
    house.window.close()
    (note,) = house.diary._db.rows("SELECT note FROM walk")
    assert note == ("windy",)
