"""Quick entry through the whole window: a day of three people by keys alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from tests.ui import gates
from tests.ui.window_house import at_home

from walktrack.domain.person import PersonColour
from walktrack.domain.settings import Colours, Settings
from walktrack.services.people import PersonForm
from walktrack.ui.dialogs.quick_entry import Shape

KEY = Qt.Key
YESTERDAY = date(2026, 5, 31)


@pytest.fixture
def house(qtbot, look, monkeypatch, tmp_path):
    with at_home(qtbot, monkeypatch, tmp_path / "d" / "walktrack.db") as made:
        made.desk.people.rename(made.me, "Anna")
        made.people = [made.me]
        for name in ("Maria", "Josef"):
            made.clock.go(seconds=1)
            made.people.append(made.desk.people.add(PersonForm(name, "", PersonColour.BLUE)))
        yield made.show().take_up()


def open_quick(house):
    house.click(house.window.top.person)
    house.click(house.window._people.dialog.quick_button)
    QApplication.processEvents()
    return house.window._people.quick


def type_on(dialog, *keys):
    """Type into the table as a person does: into the cell, or into the field that opened."""
    for key in keys:
        fields = [each for each in dialog.table.findChildren(QLineEdit) if each.isVisible()]
        QTest.keyClick(fields[-1] if fields else dialog.table, key)
        QApplication.processEvents()


def row(house, person, day=YESTERDAY):
    found = house.desk.quick.row(person.id, day)
    return found.minutes, found.before, found.after, found.no_walk


def test_a_day_of_three_people_is_written_by_keys_alone(house):
    dialog = open_quick(house)
    enter = KEY.Key_Return
    type_on(dialog, KEY.Key_2, KEY.Key_5, enter, KEY.Key_6, enter, KEY.Key_4, enter, enter)
    type_on(dialog, enter, enter, enter, KEY.Key_N, enter)
    type_on(dialog, KEY.Key_9, enter, enter)
    anna, maria, josef = house.people
    assert row(house, anna) == (25, 6, 4, False)
    assert row(house, maria) == (None, None, None, True)
    assert row(house, josef) == (9, None, None, False)


def test_what_cannot_be_so_is_told_and_nothing_is_stored(house):
    dialog = open_quick(house)
    type_on(dialog, KEY.Key_7, KEY.Key_0, KEY.Key_0, KEY.Key_Return)
    assert dialog.outcome.words == "Minutes are a whole number from 1 to 600."
    assert row(house, house.people[0]) == (None, None, None, False)
    dialog.table.setCurrentIndex(dialog.model.index(0, 1))
    type_on(dialog, KEY.Key_4, KEY.Key_Return)
    assert dialog.outcome.words == "Type the minutes first. The pain goes with them."


def test_it_says_whose_word_the_lines_are(house):
    dialog = open_quick(house)
    assert dialog.facts.words.endswith("Each line counts as the person's own word.")
    dialog.reject()
    house.desk.writing.write_as("Clara")
    assert open_quick(house).facts.words.endswith("Written by Clara.")


def test_undo_works_in_its_window(house):
    dialog = open_quick(house)
    type_on(dialog, KEY.Key_9, KEY.Key_Return)
    assert row(house, house.people[0])[0] == 9
    dialog._undo.activated.emit()
    assert row(house, house.people[0])[0] is None
    assert dialog.model.index(0, 0).data() == ""
    dialog._redo.activated.emit()
    assert row(house, house.people[0])[0] == 9


def test_the_week_of_one_person(house):
    dialog = open_quick(house)
    house.click(dialog.shape.buttons[1])
    assert dialog.shape.value is Shape.DAYS
    assert dialog.model.rowCount() == 7
    assert dialog.model.line(0).head == "Yesterday"
    dialog.table.setCurrentIndex(dialog.model.index(2, 0))
    type_on(dialog, KEY.Key_8, KEY.Key_Return)
    assert row(house, house.people[0], date(2026, 5, 29))[0] == 8


def test_a_full_disk_keeps_what_is_stored_and_says_so(house):
    dialog = open_quick(house)
    with house.full_disk():
        type_on(dialog, KEY.Key_9, KEY.Key_Return)
        assert "full" in dialog.outcome.words
    assert row(house, house.people[0])[0] is None
    dialog.table.setCurrentIndex(dialog.model.index(0, 0))
    type_on(dialog, KEY.Key_9, KEY.Key_Return)
    assert row(house, house.people[0])[0] == 9


@pytest.mark.parametrize(
    ("colours", "size", "longer"),
    [(Colours.LIGHT, 100, False), (Colours.DARK, 200, False), (Colours.CONTRAST, 100, True)],
)
def test_it_is_named_large_enough_and_whole(house, colours, size, longer):
    words = gates.LongerWords()
    if longer:
        QApplication.installTranslator(words)
    try:
        house.desk.settings.write(Settings(welcomed=True, colours=colours, text_size=size))
        dialog = open_quick(house)
        for check in (gates.unnamed, gates.same_named, gates.small, gates.clipped):
            assert check(dialog) == [], check.__name__
        assert gates.least_width(dialog) <= (1024 if size == 100 else 1280)
    finally:
        QApplication.removeTranslator(words)


@pytest.mark.parametrize("shape", [0, 1])
def test_the_sheet_to_print_is_saved_where_the_person_wants_it(house, tmp_path, shape):
    dialog = open_quick(house)
    house.click(dialog.shape.buttons[shape])
    target = tmp_path / "sheet.pdf"
    dialog.choose_place = lambda: target
    house.click(dialog.sheet)
    assert target.read_bytes().startswith(b"%PDF")
    assert dialog.outcome.words == f"The sheet is saved: {target}"


def test_a_sheet_that_cannot_be_saved_is_told(house, tmp_path):
    dialog = open_quick(house)
    dialog.choose_place = lambda: tmp_path / "nowhere" / "sheet.pdf"
    house.click(dialog.sheet)
    assert "is not there, so no file was saved" in dialog.outcome.words
