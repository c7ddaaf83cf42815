"""The bin on the screen: what it shows, what it gives back, and what it asks before it destroys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui import gates
from tests.ui.window_house import at_home

from walktrack.domain.pain import PainMoment
from walktrack.domain.settings import Colours, Settings
from walktrack.domain.typed import Times
from walktrack.domain.walk import Details
from walktrack.services.entry_forms import RatingForm
from walktrack.services.history import WalkForm
from walktrack.ui.dialogs.bin import BinDialog
from walktrack.ui.dialogs.for_good import ForGoodDialog
from walktrack.ui.dialogs.review import ReviewDialog
from walktrack.ui.top_bar import PageName

MINUTE, HOUR, DAY = 60_000, 3_600_000, 24 * 3_600_000
HOSTILE = '<img src="x"><b>&</b> $x$ {0} %1 \u202e' + "w" * 5_000
KEY = Qt.Key


@pytest.fixture
def house(qtbot, look, monkeypatch, tmp_path):
    with at_home(qtbot, monkeypatch, tmp_path / "d" / "walktrack.db") as made:
        yield made.show().take_up()


def walk(house, hours_ago=3, minutes=20, note=""):
    start = house.clock.read().wall.plus(-hours_ago * HOUR)
    times = Times(start, start.plus(minutes * MINUTE), minutes * MINUTE)
    return house.desk.history.add_walk(house.me.id, WalkForm(times, details=Details(note=note)))


def fill(house):
    """Remove a walk, a rating of three days ago, an answer of an open walk, and that walk."""
    history = house.desk.history
    history.remove_walk(walk(house, minutes=34, note=HOSTILE))
    house.clock.go(hours=47)
    at = house.clock.read().wall.plus(-3 * DAY)
    history.remove_rating(
        history.add_rating(house.me.id, RatingForm(at, PainMoment.DAY_AVERAGE, 6))
    )
    house.clock.go(hours=1)
    running = house.desk.tracker.start(house.me.id, None).walk.id
    house.desk.tracker.discard(house.me.id)
    house.clock.go(minutes=1)
    done = walk(house, hours_ago=20)
    for value in (4, None):
        house.desk.journal.rate_walk(house.me.id, done, PainMoment.BEFORE, value)
    return running


def history_page(house):
    house.window.go(PageName.HISTORY)
    return house.window._shelf.page(PageName.HISTORY)


def open_bin(house):
    page = history_page(house)
    house.click(page.foot.bin_button)
    return house.dialog(BinDialog)


def lines(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def smalls(dialog):
    role = Qt.ItemDataRole.UserRole
    return [dialog.list.item(row).data(role)[:70] for row in range(dialog.list.count())]


def test_it_says_what_lies_there_since_when_and_for_how_long(house):
    fill(house)
    dialog = open_bin(house)
    assert lines(dialog) == [
        "Pain before the walk: 4 · Yesterday, 16:01",
        "Walk, not finished · Today, 12:00",
        "Pain that day, on average: 6 · Sun, 31 May, 11:00",
        "Walk, 34 min · Mon, 1 Jun, 09:00",
    ]
    assert smalls(dialog)[0] == "Removed: Today, 12:01  ·  30 days left"
    assert smalls(dialog)[3].startswith("Removed: Mon, 1 Jun, 12:00  ·  28 days left  ·  <img")
    assert "30 days" in dialog.facts.words
    assert dialog.list.hasFocus()
    assert dialog.list.currentRow() == 0
    dialog.list.clearSelection()
    assert not dialog.back.isEnabled()
    assert not dialog.remove.isEnabled()


def test_the_last_days_are_told_of(house):
    house.desk.history.remove_walk(walk(house))
    found = []
    for hours in (29 * 24 + 1, 24):
        house.clock.go(hours=hours)
        found.append(smalls(open_bin(house))[0].partition("  ·  ")[2])
        house.key(KEY.Key_Escape)
    assert found == ["1 day left", "Goes soon, at a start of WalkTrack"]


def test_an_empty_bin_says_so(house):
    dialog = open_bin(house)
    assert dialog.facts.words.startswith("The bin is empty.")
    for widget in (dialog.list, dialog.back, dialog.remove, dialog.empty):
        assert not widget.isVisible()
    assert dialog.way_out.hasFocus()
    house.key(KEY.Key_Space)
    assert house.no_dialog()


def test_a_screen_reader_hears_the_whole_line(house):
    fill(house)
    dialog = open_bin(house)
    interface = QAccessible.queryAccessibleInterface(dialog.list)
    said = [interface.child(row).text(QAccessible.Text.Name) for row in range(4)]
    assert said[1] == (
        "Walk, not finished. Wednesday, 3 June 2026, 12:00. Removed: Today, 12:00. 30 days left"
    )
    assert "Note: <img" in said[3]


def test_by_keyboard_a_walk_is_put_back_chosen_and_undone(house):
    fill(house)
    dialog = open_bin(house)
    house.key(KEY.Key_End)
    lying = dialog.list.chosen
    house.key(KEY.Key_Return)
    assert house.no_dialog()
    page = history_page(house)
    assert page.list.entry.id == lying.entry.id
    assert house.said() == "Walk put back."
    house.act()
    assert house.said() == "Undone."
    assert lying in house.desk.bin.rows(house.me.id)
    house.act()
    assert house.said() == "Walk put back."


def test_by_mouse_a_rating_is_put_back(house):
    fill(house)
    dialog = open_bin(house)
    place = dialog.list.visualItemRect(dialog.list.item(2)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    house.click(dialog.back)
    assert house.said() == "Rating put back."
    assert house.ratings(PainMoment.DAY_AVERAGE) == [6]


def test_an_open_walk_put_back_asks_its_question(house, qtbot):
    running = fill(house)
    house.clock.go(hours=30)
    open_bin(house)
    house.key(KEY.Key_Down, KEY.Key_Return)
    assert house.running.walk.id == running
    assert house.today.isVisible()  # there the question belongs
    qtbot.waitUntil(lambda: bool(house.window.findChildren(ReviewDialog)))
    assert house.dialog(ReviewDialog).isVisible()


def test_what_cannot_be_put_back_stays_with_the_reason(house):
    fill(house)
    house.desk.tracker.start(house.me.id, None)
    dialog = open_bin(house)
    dialog.list.setCurrentRow(1)
    house.key(KEY.Key_Return)
    assert dialog.outcome.words == "A walk is open. Finish it first, then try again."
    assert dialog.isVisible()
    assert dialog.list.count() == 4


def test_to_remove_for_good_is_asked_once_and_no_key_pressed_by_chance_does_it(house):
    fill(house)
    dialog = open_bin(house)
    house.key(KEY.Key_Delete)
    for key in (KEY.Key_Return, KEY.Key_Space, KEY.Key_Escape):
        question = dialog.question
        assert question.facts.words == "Pain before the walk: 4 · Yesterday, 16:01."
        assert "cannot be undone" in question.remove.accessibleName()
        assert not question.remove.isDefault()
        assert not question.remove.autoDefault()
        assert question.way_out.hasFocus()
        house.key(key)
        assert len(house.desk.bin.rows(house.me.id)) == dialog.list.count() == 4
        still_open = any(each.isVisible() for each in dialog.findChildren(ForGoodDialog))
        assert still_open == (key is KEY.Key_Return)  # nothing is the default
        if not still_open:
            QTest.keyClick(dialog.list, KEY.Key_Delete)
            QApplication.processEvents()


def test_removed_for_good_it_is_gone_and_the_next_line_is_chosen(house):
    fill(house)
    dialog = open_bin(house)
    dialog.list.setCurrentRow(2)
    house.click(dialog.remove)
    house.click(dialog.question.remove)
    assert dialog.outcome.words == "Removed for good: Pain that day, on average: 6."
    assert (dialog.list.count(), dialog.list.currentRow()) == (3, 2)
    assert len(house.desk.bin.rows(house.me.id)) == 3


def test_the_whole_bin_is_emptied_after_one_question(house):
    fill(house)
    dialog = open_bin(house)
    house.click(dialog.empty)
    assert dialog.question.facts.words == "In it: 2 walks and 2 ratings."
    house.click(dialog.question.way_out)
    assert dialog.list.count() == 4
    house.click(dialog.empty)
    house.click(dialog.question.remove)
    assert house.desk.bin.rows(house.me.id) == []
    assert dialog.outcome.words == "All of it is removed for good."
    assert dialog.facts.words.startswith("The bin is empty.")
    assert dialog.focusWidget() is dialog.way_out
    QTest.keyClick(dialog, KEY.Key_Escape)
    house.window.activateWindow()
    QApplication.processEvents()
    house.key(KEY.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert house.said() == "It was removed for good. So it cannot come back."


def test_a_full_disk_is_told_of_in_the_window_and_nothing_is_lost(house):
    fill(house)
    dialog = open_bin(house)
    dialog.list.setCurrentRow(3)
    with house.read_only():
        house.click(dialog.back)
        assert dialog.outcome.words.startswith("This was not stored")
        house.click(dialog.empty)
        house.click(dialog.question.remove)
        assert dialog.outcome.words.startswith("This was not stored")
    assert dialog.list.count() == 4
    house.click(dialog.back)
    assert house.said() == "Walk put back."


LOOKS = [(Colours.LIGHT, 100, False), (Colours.DARK, 200, False), (Colours.LIGHT, 200, True)]
SHAPES = (gates.unnamed, gates.same_named, gates.small, gates.clipped)


@pytest.mark.parametrize(("colours", "size", "longer"), LOOKS)
@pytest.mark.parametrize("which", [BinDialog, ForGoodDialog])
def test_it_is_whole_in_the_hardest_looks(
    qtbot, look, monkeypatch, qapp, which, colours, size, longer
):
    words = gates.LongerWords()
    if longer:
        qapp.installTranslator(words)
    settings = Settings(welcomed=True, colours=colours, text_size=size)
    try:
        with at_home(qtbot, monkeypatch, settings=settings) as house:
            house.show().take_up()
            fill(house)
            shown = dialog = open_bin(house)
            dialog.list.setCurrentRow(0)
            dialog._say("There is something to say.")
            if which is ForGoodDialog:
                house.click(dialog.remove)
                shown = dialog.question
            QApplication.processEvents()
            faults = {gate.__name__: gate(shown) for gate in SHAPES}
            assert not any(faults.values()), faults
            assert gates.unreachable(shown) == []
            if size == 100:
                assert gates.out_of_order(shown) == []
                assert gates.faint_focus(shown) == []
            assert gates.least_width(shown) <= 1024
    finally:
        qapp.removeTranslator(words)
