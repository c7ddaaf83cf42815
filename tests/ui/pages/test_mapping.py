"""Tables of other programs by the window: from the button to History, and back by Ctrl+Z."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.exchange.foreign import tables
from tests.ui.window_house import at_home

from walktrack.ui.dialogs.bring_in import BringInDialog
from walktrack.ui.dialogs.map_columns import MapColumnsDialog
from walktrack.ui.pages.share import bringing
from walktrack.ui.top_bar import PageName


class Sharing:
    """The Share page in the whole window, with tables to choose."""

    def __init__(self, qtbot, house, folder):
        self.qtbot, self.house, self.folder = qtbot, house, folder
        house.window.go(PageName.SHARE)
        self.part = house.window._shelf.bringing

    def choose(self, *texts):
        """Press the button and choose these tables; return the dialog that is left open."""
        paths = []
        for number, text in enumerate(texts):
            path = self.folder / f"table{number}.csv"
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
            paths.append(path)
        self.part.choose_files = lambda _folder: paths
        QTest.mouseClick(self.part._card.bring, Qt.MouseButton.LeftButton)
        return self.settled()

    def settled(self):
        self.qtbot.waitUntil(lambda: not self.part.reading)
        QApplication.processEvents()
        return self.house.dialog()

    def press(self, button):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def go_on(self):
        """Press Continue and return the preview of all lines."""
        self.press(self.house.dialog().next)
        dialog = self.settled()
        assert isinstance(dialog, BringInDialog)
        return dialog

    def bring_in(self):
        dialog = self.house.dialog()
        with self.qtbot.waitSignal(dialog.finished):
            QTest.mouseClick(dialog.bring, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def history(self):
        """Return the lines of History, as its list has them."""
        self.house.window.go(PageName.HISTORY)
        QApplication.processEvents()
        model = self.house.window._shelf.page(PageName.HISTORY).list.model()
        return [model.index(row, 0) for row in range(model.rowCount())]

    def stored(self):
        rows = self.house.diary._db.rows
        return [rows(f"SELECT count(*) FROM {table}")[0][0] for table in ("walk", "pain_rating")]


@pytest.fixture
def sharing(qtbot, look, monkeypatch, tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    with at_home(qtbot, monkeypatch, tmp_path / "data" / "walktrack.db") as house:
        house.show().take_up()
        yield Sharing(qtbot, house, folder)


def test_a_sheet_of_ones_own_comes_into_history_and_ctrl_z_takes_it_out(sharing):
    house = sharing.house
    dialog = sharing.choose(tables.OWN_SHEET)
    assert isinstance(dialog, MapColumnsDialog)
    assert sharing.stored() == [0, 0]
    preview = sharing.go_on()
    assert preview.outcome.words == "2 walks and 3 ratings would come in."
    assert "Some rows have no time of day." in preview.notes.words
    told = [preview.list.model().index(row, 0).data() for row in range(2)]
    assert told == [
        "Walk, 42 min, Mon, 13 Apr 2026, 09:05",
        "Walk, 30 min, Tue, 14 Apr 2026, time not known",
    ]
    sharing.bring_in()
    assert sharing.stored() == [2, 3]
    assert house.no_dialog()
    assert house.said() == "The records of the file are in your diary."
    shown = [index.data(Qt.ItemDataRole.AccessibleTextRole) for index in sharing.history()]
    assert any("13 April 2026" in words and "42" in words for words in shown), shown
    assert any("14 April 2026" in words and "30" in words for words in shown), shown
    house.window.activateWindow()  # a screen that is none does not do so after a dialog
    sharing.qtbot.waitUntil(house.window.isActiveWindow)
    house.key(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert sharing.stored() == [0, 0]
    assert house.said() == "Undone."


def test_the_same_file_again_adds_nothing(sharing):
    for _ in range(2):
        sharing.choose(tables.PAIN_APP)
        preview = sharing.go_on()
        if preview.bring.isEnabled():
            sharing.bring_in()
    assert preview.outcome.words == "Nothing in it is new, so nothing would come in."
    preview.reject()
    assert sharing.stored() == [0, 2]


def test_back_leads_to_the_columns_as_they_were_left(sharing):
    dialog = sharing.choose("Date,Minutes,Pain\n13/04/2026,30,6\n14/04/2026,,7\n")
    sharing.press(dialog.rows.buttons[1])
    preview = sharing.go_on()
    assert preview.outcome.words == "2 ratings would come in."
    sharing.press(preview.back)
    assert sharing.house.dialog() is dialog
    sharing.press(dialog.rows.buttons[0])
    preview = sharing.go_on()
    assert preview.outcome.words == "1 walk would come in."
    assert preview.kept.words == "1 line cannot be read and is left out."
    preview.reject()
    assert sharing.stored() == [0, 0]


def test_cancel_in_either_window_changes_nothing(sharing):
    dialog = sharing.choose(tables.OWN_SHEET)
    sharing.press(dialog.way_out)
    assert sharing.house.no_dialog()
    assert sharing.part._mapping is None
    sharing.choose(tables.OWN_SHEET)
    sharing.press(sharing.go_on().way_out)
    assert sharing.house.no_dialog()
    assert sharing.stored() == [0, 0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            tables.TRACK,
            "table0.csv holds the points of a track, not a row for each walk or rating.",
        ),
        ("Name,Age\nAnna,74\n", "No column of table0.csv holds dates"),
        (b"\x89PNG\r\n\x1a\n\0", "The file table0.csv is not a CSV file."),
        ("", "The file table0.csv is empty."),
    ],
)
def test_what_is_no_table_ends_in_one_sentence(sharing, text, words):
    dialog = sharing.choose(text)
    assert isinstance(dialog, BringInDialog)
    assert dialog.trouble.words.startswith(words)
    assert not dialog.bring.isEnabled()
    assert not dialog.back.isVisible()
    dialog.reject()


def test_another_program_s_file_is_chosen_alone(sharing):
    dialog = sharing.choose(tables.OWN_SHEET, tables.PAIN_APP)
    assert dialog.trouble.words == (
        "WalkTrack did not save the file table0.csv. Choose it alone, then say what is in it."
    )
    dialog.reject()


def test_a_scale_met_far_down_is_told_with_its_line_and_leads_back(sharing):
    rows = "".join(f"2026-04-{n % 28 + 1:02},{n % 24}:{n % 60:02},{n % 10}\n" for n in range(700))
    dialog = sharing.choose(f"Date,Time,Pain\n{rows}2026-05-01,9:00,65\n")
    assert not dialog.outcome.isVisible()
    preview = sharing.go_on()
    assert preview.trouble.words == (
        "Line 702 of table0.csv: Pain is above 10. WalkTrack's pain scale is 0 to 10."
    )
    assert not preview.bring.isEnabled()
    sharing.press(preview.back)
    assert sharing.house.dialog() is dialog
    dialog.reject()
    assert sharing.stored() == [0, 0]


def test_a_long_table_lets_the_window_go_on_and_can_be_given_up(sharing, monkeypatch):
    monkeypatch.setattr(bringing, "_SLICE_S", 0.0)  # one step, then the window
    rows = "".join(f"2026-04-{n % 28 + 1:02},{n % 24}:{n % 60:02},30\n" for n in range(2500))
    dialog = sharing.choose("Date,Start,Minutes\n" + rows)
    sharing.press(dialog.next)
    preview = sharing.house.dialog()
    sharing.qtbot.waitUntil(lambda: preview.progress.value() > 0)
    assert sharing.part.reading
    sharing.press(preview.way_out)
    assert not sharing.part.reading
    assert sharing.stored() == [0, 0]


def test_a_carer_who_brings_it_in_is_noted(sharing):
    sharing.house.desk.writing.write_as("Eva")
    sharing.choose(tables.OWN_SHEET)
    sharing.go_on()
    sharing.bring_in()
    rows = sharing.house.diary._db.rows("SELECT DISTINCT recorder, source FROM walk")
    assert rows == [("Eva", "file")]


def test_times_are_those_on_the_wall(sharing):
    sharing.choose("Start,Minutes\n2026-04-13 09:05,30\n")
    preview = sharing.go_on()
    record = preview.list.lines._lines[0].record
    assert record.start.local().replace(tzinfo=None) == datetime(2026, 4, 13, 9, 5)
    preview.reject()
