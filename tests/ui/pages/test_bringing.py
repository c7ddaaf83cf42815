"""Bringing files in by the window: from the button to the diary, and back by Undo."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.services.lives import FILES, Home
from tests.services.test_importing import DAY, LIFE, NOON
from tests.storage.made import walk
from tests.ui.window_house import at_home

from walktrack.domain.backup import BackupError
from walktrack.domain.faults import Fault
from walktrack.domain.incoming import Bundle
from walktrack.domain.moment import Moment
from walktrack.ui.dialogs.bring_in import BringInDialog
from walktrack.ui.pages.share import bringing
from walktrack.ui.top_bar import PageName


class Sharing:
    """The Share page in the whole window, with files to choose."""

    def __init__(self, qtbot, house, folder):
        self.qtbot, self.house, self.folder = qtbot, house, folder
        house.window.go(PageName.SHARE)
        self.part = house.window._shelf.bringing
        self.button = self.part._card.bring
        self.offered = []

    def write(self, bundle=LIFE):
        with Home("Anna", bundle) as first:
            return first.save(self.folder)

    def choose(self, *paths):
        def choose(offered):
            self.offered.append(offered)
            return list(paths)

        self.part.choose_files = choose
        self.button.click()
        QApplication.processEvents()
        return self.dialog

    @property
    def dialog(self):
        return self.part._dialog

    def read(self, *paths):
        dialog = self.choose(*paths)
        self.qtbot.waitUntil(lambda: not self.part.reading)
        return dialog

    def bring_in(self):
        with self.qtbot.waitSignal(self.dialog.finished):
            QTest.mouseClick(self.dialog.bring, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def walks(self):
        return self.house.diary._db.rows("SELECT id FROM walk ORDER BY id")


@pytest.fixture
def sharing(qtbot, look, monkeypatch, tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    with at_home(qtbot, monkeypatch, tmp_path / "data" / "walktrack.db") as house:
        house.show().take_up()
        yield Sharing(qtbot, house, folder)


def test_files_come_in_and_undo_takes_them_out(sharing):
    dialog = sharing.read(*sharing.write())
    assert dialog.outcome.words == "2 walks, 5 ratings and 1 posture check would come in."
    assert sharing.walks() == []
    sharing.bring_in()
    assert sharing.dialog is None
    assert sharing.walks() == [("w1",), ("w2",)]
    assert sharing.house.me.name == "Anna"
    assert sharing.house.said() == "The records of the file are in your diary."
    assert len(sharing.house.desk.backups.all()) == 1
    sharing.house.act()
    assert sharing.walks() == []
    assert sharing.house.said() == "Undone."
    assert sharing.house.me.name == ""


def test_cancel_changes_nothing(sharing):
    dialog = sharing.read(*sharing.write())
    QTest.mouseClick(dialog.way_out, Qt.MouseButton.LeftButton)
    assert sharing.dialog is None
    assert sharing.walks() == []
    assert sharing.house.said() == ""


def test_no_file_opens_nothing(sharing):
    assert sharing.choose() is None
    assert sharing.house.no_dialog()


def test_the_next_time_begins_in_the_same_folder(sharing):
    paths = sharing.write()
    for _ in range(2):
        dialog = sharing.read(*paths)
        dialog.reject()
    assert sharing.offered[1] == sharing.folder


def test_a_file_that_is_none_is_told(sharing):
    picture = sharing.folder / "picture.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0")
    dialog = sharing.read(picture)
    assert dialog.trouble.words == ("The file picture.csv is not a CSV file. Choose another one.")
    assert not dialog.bring.isEnabled()


def test_a_long_file_lets_the_window_go_on_and_can_be_given_up(sharing, monkeypatch):
    monkeypatch.setattr(bringing, "_SLICE_S", 0.0)  # one step, then the window
    some = tuple(walk(f"w{n}", Moment(NOON.ms + n * DAY, 60)) for n in range(2500))
    dialog = sharing.choose(*sharing.write(Bundle(some)))
    steps = []
    show = dialog.show_progress
    dialog.show_progress = lambda progress: (steps.append(progress), show(progress))
    sharing.qtbot.waitUntil(lambda: len(steps) > len(FILES) + 1)
    assert sharing.part.reading
    assert 0 < dialog.progress.value() < 1000
    QTest.mouseClick(dialog.way_out, Qt.MouseButton.LeftButton)
    assert not sharing.part.reading
    assert sharing.house.no_dialog()
    assert sharing.walks() == []


def test_a_walk_goes_on_while_files_are_read(sharing):
    house = sharing.house
    house.window.go(PageName.TODAY)
    house.walk(minutes=1)
    house.window.go(PageName.SHARE)
    sharing.read(*sharing.write())
    house.go_on(1)
    sharing.bring_in()
    assert len(sharing.walks()) == 3
    assert house.running.watch.counted_ms == 120_000


def test_trouble_is_told_in_the_dialog_and_leaves_the_diary(sharing, monkeypatch):
    dialog = sharing.read(*sharing.write())

    def fail(_reason):
        raise BackupError(Fault.FULL, sharing.folder)

    monkeypatch.setattr(sharing.house.desk.backups, "make", fail)
    QTest.mouseClick(dialog.bring, Qt.MouseButton.LeftButton)
    sharing.qtbot.waitUntil(dialog.trouble.isVisible)
    assert "The backup could not be made." in dialog.trouble.words
    assert "So nothing was brought in." in dialog.trouble.words
    assert sharing.walks() == []
    dialog.reject()


def test_a_diary_that_changed_meanwhile_is_told(sharing):
    dialog = sharing.read(*sharing.write())
    mine = replace(LIFE.walks[0], person_id=sharing.house.me.id)
    sharing.house.diary.walks.add(mine)
    QTest.mouseClick(dialog.bring, Qt.MouseButton.LeftButton)
    sharing.qtbot.waitUntil(dialog.trouble.isVisible)
    assert dialog.trouble.words.startswith("Your diary has changed meanwhile")
    assert sharing.walks() == [("w1",)]
    dialog.reject()


def test_undo_that_cannot_be_done_is_told(sharing):
    sharing.read(*sharing.write())
    sharing.bring_in()
    sharing.house.desk.journal.describe("w1", replace(LIFE.walks[0].details, note="new"))
    sharing.house.act()
    assert sharing.house.said().startswith("This has changed since.")
    assert len(sharing.walks()) == 2


def test_a_dialog_at_the_button_is_reached_by_keyboard(sharing):
    sharing.write()
    sharing.part.choose_files = lambda _folder: sorted(sharing.folder.iterdir())
    sharing.button.setFocus()
    QTest.keyClick(sharing.button, Qt.Key.Key_Space)
    sharing.qtbot.waitUntil(lambda: sharing.dialog is not None and not sharing.part.reading)
    assert isinstance(sharing.house.dialog(), BringInDialog)
    sharing.qtbot.waitUntil(sharing.dialog.way_out.hasFocus)
    for _ in range(5):
        if sharing.dialog.bring.hasFocus():
            break
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    with sharing.qtbot.waitSignal(sharing.dialog.finished):
        QTest.keyClick(sharing.dialog.bring, Qt.Key.Key_Space)
    assert len(sharing.walks()) == 2
