"""Bringing back a backup: what is offered, what is said about it, and the deed with its undo."""

import os
import sqlite3
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui import gates
from tests.ui.backup_house import with_card, with_window

from walktrack.domain.backup import Backup, Difference, Outlook, Reason
from walktrack.domain.settings import Settings
from walktrack.storage.diary import Diary
from walktrack.ui.dialogs import backup_list
from walktrack.ui.dialogs.question import Question
from walktrack.ui.dialogs.restore import RestoreDialog
from walktrack.ui.outlook_words import change_words, holds_words, lost_words
from walktrack.ui.top_bar import PageName

NONE = Difference()
SAME = Outlook(NONE, NONE, NONE, other=False, total_walks=2, total_ratings=2, last_day=None)
MUCH = Outlook(
    Difference(3, 1, 2),
    Difference(4, 2, 1),
    Difference(1, 1),
    other=True,
    total_walks=1200,
    total_ratings=1,
    last_day=None,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "walktrack.db"


def lived_in(made):
    """Make a diary with two walks, a backup, and one more walk; the card is in sight."""
    made.desk.backups.make(Reason.START)
    made.add_walk(pain=4, minutes=2)
    made.add_walk(pain=5, minutes=3)
    made.desk.backups.make(Reason.QUIT)
    made.add_walk(pain=6, minutes=4)
    return made.open()


@pytest.fixture
def house(qtbot, look, monkeypatch, path):
    monkeypatch.setattr(backup_list, "_REST_MS", 20)
    with with_card(qtbot, path) as made:
        yield lived_in(made)


@pytest.fixture
def whole(qtbot, look, monkeypatch, path):
    monkeypatch.setattr(backup_list, "_REST_MS", 20)
    with with_window(qtbot, monkeypatch, path) as made:
        yield lived_in(made)


@pytest.fixture
def alone(qtbot, look, monkeypatch):
    """The dialog by itself, with what it asks for written down."""
    monkeypatch.setattr(backup_list, "_REST_MS", 20)

    def made(backups=()):
        dialog = RestoreDialog()
        qtbot.addWidget(dialog)
        dialog.show_backups(backups)
        dialog.heard = []
        dialog.chosen.connect(dialog.heard.append)
        dialog.unchosen.connect(lambda: dialog.heard.append(None))
        dialog.open()
        dialog.activateWindow()
        first = dialog.list if backups else dialog.way_out
        qtbot.waitUntil(first.hasFocus)
        return dialog

    return made


@pytest.fixture
def three(tmp_path, house_moments):
    reasons = (Reason.RESTORE, Reason.REGULAR, Reason.UPDATE)
    return [
        Backup(tmp_path / f"{number}.db", made, reason)
        for number, (made, reason) in enumerate(zip(house_moments, reasons, strict=True))
    ]


@pytest.fixture
def house_moments():
    from tests.clocks import NOON

    return [NOON.plus(-number * 86_400_000) for number in range(3)]


# What the dialog shows and asks for


def test_each_backup_is_a_time_and_a_reason(alone, three):
    dialog = alone(three)
    items = [dialog.list.item(row) for row in range(3)]
    assert items[0].text() == "Monday, 1 June 2026, 12:00"
    assert [item.data(Qt.ItemDataRole.UserRole) for item in items] == [
        "Made before a backup was brought back",
        "Made while WalkTrack was open",
        "Made before an update of WalkTrack",
    ]
    interface = QAccessible.queryAccessibleInterface(dialog.list)
    assert interface.text(QAccessible.Text.Name) == "Backups"
    assert interface.child(1).text(QAccessible.Text.Name) == (
        "Sunday, 31 May 2026, 12:00. Made while WalkTrack was open"
    )


def test_the_keyboard_is_in_the_list_and_nothing_is_chosen(alone, three):
    dialog = alone(three)
    assert QApplication.focusWidget() is dialog.list
    assert (dialog.list.currentRow(), dialog.list.selectedItems()) == (0, [])
    assert not dialog.restore.isEnabled()
    assert dialog.heard == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_looks_at_the_line(alone, three, key):
    dialog = alone(three)
    QTest.keyClick(dialog.list, key)
    assert dialog.heard[-1] == three[0].path
    assert dialog.heard.count(three[0].path) == 1
    assert dialog.outcome.words == "Monday, 1 June 2026, 12:00 Looking at it…"


def test_the_arrows_look_at_the_line_they_rest_on(qtbot, alone, three):
    dialog = alone(three)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert [each for each in dialog.heard if each] == []
    qtbot.waitUntil(lambda: bool([each for each in dialog.heard if each]))
    assert [each for each in dialog.heard if each] == [three[2].path]


def test_a_click_looks_at_the_line(alone, three):
    dialog = alone(three)
    spot = dialog.list.visualItemRect(dialog.list.item(1)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert dialog.heard[-1] == three[1].path


def test_another_line_makes_one_forget_what_was_said(alone, three):
    dialog = alone(three)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    dialog.show_outlook(MUCH)
    assert dialog.restore.isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert not dialog.restore.isEnabled()
    assert dialog.outcome.words == ""
    assert dialog.heard[-1] is None


def test_what_holds_the_same_cannot_be_brought_back(alone, three):
    dialog = alone(three)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    dialog.show_outlook(SAME)
    assert "It holds the same as your diary now." in dialog.outcome.words
    assert not dialog.restore.isEnabled()


def test_the_promise_is_made_before_the_deed(alone, three):
    dialog = alone(three)
    dialog.show_outlook(MUCH)
    assert "Your settings stay." in dialog.outcome.words
    assert "is made first, so you can undo this." in dialog.outcome.words


def test_without_backups_there_are_still_files(alone):
    dialog = alone()
    assert dialog.label.words == "There are no backups on this computer yet."
    assert not dialog.list.isVisible()
    assert dialog.file.isVisible()


def test_what_was_found_is_read_aloud(alone, three):
    dialog = alone(three)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    dialog.show_outlook(MUCH)
    assert lost_words(MUCH) in dialog.list.accessibleDescription()


def test_the_sentences_have_the_numbers():
    assert holds_words(MUCH) == "It holds no walks and no ratings."  # no last day, nothing to date
    assert lost_words(MUCH) == "You would lose 1 walk and 2 ratings that it does not hold."
    assert change_words(MUCH) == [
        "You would gain 3 walks and 4 ratings.",
        "2 walks and 1 rating would be as they were then.",
        "Days with a record: 1 more, 1 fewer.",
        "Names, goals or ticks would be as they were.",
    ]
    assert (lost_words(SAME), change_words(SAME)) == ("", ["It holds the same as your diary now."])


@pytest.mark.parametrize(
    ("days", "words"),
    [(Difference(2, 0), "2 more."), (Difference(0, 3), "3 fewer."), (NONE, "")],
)
def test_days_are_told_only_where_they_differ(days, words):
    outlook = Outlook(Difference(1), NONE, days, False, 1, 0, None)
    told = [each for each in change_words(outlook) if each.startswith("Days")]
    assert told == ([f"Days with a record: {words}"] if words else [])


# What comes of it


def test_a_backup_is_brought_back_and_undone(whole):
    assert whole.walks() == [2, 3, 4]
    whole.house.window.go(PageName.HISTORY)
    history = whole.house.window._frame.pages.currentWidget()
    before = history.model.rowCount()
    whole.open()
    whole.ask()
    whole.choose(0)
    assert "You would lose 1 walk and 1 rating that it does not hold." in whole.dialog.outcome.words
    assert "It holds 2 walks and 2 ratings, up to" in whole.dialog.outcome.words
    whole.bring_back()
    assert whole.dialog is None
    assert whole.walks() == [2, 3]
    assert whole.house.said() == "The backup is back."
    assert whole.desk.backups.all()[0].reason is Reason.RESTORE
    assert whole.card.count.words.startswith("There are 3 backups.")
    whole.house.window.go(PageName.HISTORY)
    assert history.model.rowCount() == before - 1
    whole.house.key(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert whole.walks() == [2, 3, 4]
    assert history.model.rowCount() == before
    assert whole.house.said() == "Undone."
    assert whole.left_over() == []


def test_the_bar_takes_it_back_too(whole):
    whole.ask()
    whole.choose(1)
    assert "You would lose 3 walks and 3 ratings" in whole.dialog.outcome.words
    whole.bring_back()
    assert whole.walks() == []
    whole.house.act()
    assert whole.walks() == [2, 3, 4]


def test_a_walk_that_was_going_on_then_goes_on(whole):
    whole.desk.tracker.start(whole.house.me.id, None)
    whole.house.clock.go(minutes=1)
    whole.desk.backups.make(Reason.REGULAR)
    whole.desk.tracker.finish(whole.house.me.id)
    whole.ask()
    whole.choose(0)
    assert "1 walk would be as they were then." in whole.dialog.outcome.words
    whole.bring_back()
    assert whole.house.running is not None
    whole.house.key(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert whole.house.said() == "A walk is open. Finish it first, then try again."
    whole.desk.tracker.finish(whole.house.me.id)


def test_settings_stay(house):
    house.desk.settings.write(Settings(welcomed=True, week_start=6))
    house.ask()
    house.choose(1)
    house.bring_back()
    assert house.desk.settings.read() == Settings(welcomed=True, week_start=6)


def test_the_newest_backup_may_hold_the_same(house):
    house.desk.backups.make(Reason.HAND)
    house.ask()
    house.choose(0)
    assert "It holds the same as your diary now." in house.dialog.outcome.words
    assert not house.dialog.restore.isEnabled()


@pytest.mark.parametrize("way", ["escape", "cancel"])
def test_leaving_changes_nothing_and_leaves_nothing(house, way):
    dialog = house.ask()
    house.choose(0)
    assert len(house.left_over()) == 1
    if way == "escape":
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    else:
        house.press(dialog.way_out)
    assert house.dialog is None
    assert house.left_over() == []
    assert house.walks() == [2, 3, 4]


def test_leaving_in_the_middle_of_looking_leaves_nothing(house):
    dialog = house.ask()
    dialog.list.setCurrentRow(0)
    dialog.list._choose()
    dialog.reject()
    house.settle()
    assert house.left_over() == []


def test_only_the_last_choice_counts(house):
    dialog = house.ask()
    for row in (0, 1, 0, 1):
        dialog.list.setCurrentRow(row)
        dialog.list._choose()
    house.settle()
    assert "You would lose 3 walks" in dialog.outcome.words
    assert len(house.left_over()) == 1
    dialog.reject()
    assert house.left_over() == []


def test_a_running_walk_must_be_finished_first(house):
    house.desk.tracker.start(house.house.me.id, None)
    assert house.ask() is None
    [question] = house.window.findChildren(Question)
    assert question.title.words == "A walk is open."
    assert "Finish it on Today first." in question.facts.words
    assert [button.text() for button in gates.targets(question)] == ["Close"]
    question.reject()


def test_a_file_from_elsewhere_is_brought_back(house, tmp_path):
    other = tmp_path / "stick" / "old.db"
    with Diary(other) as diary:
        diary.check()
    house.ask()
    house.choose_file(other)
    words = house.dialog.outcome.words
    assert words.startswith(f"{other} It holds no walks and no ratings.")
    assert "You would lose 3 walks and 3 ratings" in words
    house.bring_back()
    assert house.walks() == []
    assert other.exists()


def test_no_file_chosen_changes_nothing(house):
    house.ask()
    house.choose(0)
    said = house.dialog.outcome.words
    house.choose_file(None)
    assert house.dialog.outcome.words == said
    assert house.dialog.restore.isEnabled()


def spoil(path, how):
    """Make a file of each kind that cannot be brought back."""
    if how == "text":
        path.write_text("Dear diary, " * 1000)
        return
    if how != "missing":
        with Diary(path) as diary, diary.transaction():
            for number in range(500):
                diary.settings.write(f"filler-{number}", "x" * 50)
    if how == "newer":
        sql = "PRAGMA user_version = 99"
    elif how == "altered":
        sql = "CREATE TRIGGER more AFTER INSERT ON walk BEGIN DELETE FROM walk; END"
    else:
        sql = None
    if sql:
        other = sqlite3.connect(path)
        other.execute(sql)
        other.commit()
        other.close()
    if how == "damaged":
        whole = bytearray(path.read_bytes())
        whole[-5 * 4096 : -2 * 4096] = b"\xa5" * 3 * 4096
        path.write_bytes(whole)


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("text", "is not a WalkTrack diary. Choose another one."),
        ("newer", "A newer WalkTrack wrote the file"),
        ("damaged", "is damaged and cannot be brought back. Choose another one."),
        ("altered", "holds things WalkTrack did not put there, so it is not used."),
        ("missing", "cannot be read. Check that its disk is there and you may open it."),
    ],
)
def test_a_file_that_is_not_fit_is_named_with_its_reason(house, tmp_path, how, words):
    path = tmp_path / f"<b>{how}<img src=x> &amp; {{name}}.db"
    spoil(path, how)
    house.ask()
    house.choose_file(path)
    said = house.dialog.outcome.words
    assert words in said
    assert path.name in said
    assert not house.dialog.restore.isEnabled()
    assert house.left_over() == []
    house.choose(0)
    assert house.dialog.restore.isEnabled()


def test_a_name_no_disk_can_have_is_only_not_there(house, tmp_path):
    house.ask()
    house.choose_file(tmp_path / ("w" * 300))
    assert "cannot be read" in house.dialog.outcome.words


def test_a_pipe_hangs_nothing(house, tmp_path):
    os.mkfifo(tmp_path / "pipe.db")
    house.ask()
    house.choose_file(tmp_path / "pipe.db")
    assert "cannot be read" in house.dialog.outcome.words


@pytest.mark.parametrize("linked", [False, True])
def test_the_diary_itself_is_not_taken_for_a_copy(house, tmp_path, linked):
    (tmp_path / "link.db").symlink_to(house.path)
    house.ask()
    house.choose_file(tmp_path / "link.db" if linked else house.path)
    assert "is the diary that is open now. Choose another one." in house.dialog.outcome.words


def test_without_a_backup_of_now_nothing_is_changed(house, tmp_path):
    other = tmp_path / "old.db"
    with Diary(other) as diary:
        diary.check()
    house.ask()
    house.choose_file(other)
    folder = house.desk.backups.folder
    folder.rename(tmp_path / "kept")
    folder.write_text("in the way")
    house.bring_back()
    said = house.dialog.outcome.words
    assert said.startswith("Your diary as it is now could not be backed up first, so nothing was")
    assert str(folder) in said
    assert not house.dialog.restore.isEnabled()
    assert QApplication.focusWidget() is not None
    assert house.walks() == [2, 3, 4]
    assert house.left_over() == []


def test_a_full_disk_changes_nothing(house, tmp_path):
    house.ask()
    house.choose(0)
    with house.house.full_disk():
        house.bring_back()
    assert "is full. Make some room, then try again." in house.dialog.outcome.words
    assert house.walks() == [2, 3, 4]
    assert house.left_over() == []


def test_a_full_disk_does_not_let_one_look(house):
    house.ask()
    with house.house.full_disk():
        house.choose(0)
    assert house.dialog.outcome.words.startswith("The backup could not be looked at. The disk")


def test_no_thread_copies_the_diary_while_it_changes_places(house, monkeypatch):
    real, threads = house.house.diary.become, []

    def become(source):
        threads.append(threading.Thread(target=house.desk.backups.make, args=(Reason.REGULAR,)))
        threads[-1].start()
        threads[-1].join(0.1)
        assert threads[-1].is_alive()
        real(source)

    monkeypatch.setattr(house.house.diary, "become", become)
    house.ask()
    house.choose(0)
    house.bring_back()
    threads[0].join(10)
    assert house.walks() == [2, 3]
    assert house.desk.backups.all()[0].reason is Reason.REGULAR


def test_an_undo_whose_backup_is_gone_says_so(whole):
    whole.ask()
    whole.choose(0)
    whole.bring_back()
    whole.desk.backups.all()[0].path.unlink()
    whole.house.act()
    assert whole.house.said() == ("The backup made before cannot be read, so nothing was undone.")
    assert whole.walks() == [2, 3]


# Everybody can use it


def with_much(alone, three):
    dialog = alone(three)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    dialog.show_outlook(MUCH)
    dialog.resize(dialog.width(), 1700)
    QApplication.processEvents()
    return dialog


def test_the_gates_hold(alone, three, every_look):
    dialog = with_much(alone, three)
    for gate in (
        gates.unnamed,
        gates.same_named,
        gates.small,
        gates.unreachable,
        gates.out_of_order,
        gates.faint_focus,
        gates.clipped,
    ):
        assert gate(dialog) == [], gate.__name__
    assert gates.least_width(dialog) <= 1280


def test_longer_words_are_not_clipped(alone, three, every_size, qapp):
    words = gates.LongerWords()
    qapp.installTranslator(words)
    try:
        dialog = with_much(alone, three)
        assert gates.clipped(dialog) == []
        assert gates.least_width(dialog) <= 1280
    finally:
        qapp.removeTranslator(words)


def test_it_scrolls_only_downwards(alone, three, every_size):
    dialog = alone(three)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    dialog.show_outlook(MUCH)
    QApplication.processEvents()
    assert dialog.height() <= dialog.screen().availableSize().height()
    assert dialog._scroll.widget().width() <= dialog._scroll.viewport().width()
    assert dialog.restore.visibleRegion().boundingRect().size() == dialog.restore.size()
