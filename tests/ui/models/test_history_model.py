from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from tests.ui.history_house import HOSTILE, TODAY

from walktrack.domain.entry import HistoryFilter
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import Details
from walktrack.ui.models.history_model import ENTRY_ROLE, PAGE_ROWS, Column, HistoryModel

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
ALL = HistoryFilter()


@pytest.fixture
def model(qapp, house):
    return HistoryModel(house.history)


def shown(model, row=0):
    return [model.index(row, column).data() for column in Column]


def test_it_is_a_sound_item_model_empty_and_full(house, model):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_lines(house.person.id, ALL, TODAY)
    for days in range(5):
        house.walk(TODAY - timedelta(days=days))
    model.show_lines(house.person.id, ALL, TODAY)
    assert tester.model() is model
    assert model.rowCount() == 5
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount() == 7


def test_a_walk_fills_its_columns(house, model):
    ticked = frozenset({PostureItem.TALL, PostureItem.ARMS})
    house.walk(before=5, after=3, ticked=ticked, details=Details(note="Sunny\n\nand  warm"))
    model.show_lines(house.person.id, ALL, TODAY)
    assert shown(model) == [
        "Today, 09:00", "Walk, 20 min", "20", "5", "3", "2 ticked", "Sunny and warm",
    ]  # fmt: skip


def test_what_nobody_said_is_empty_and_not_zero(house, model):
    house.walk(before=0)
    model.show_lines(house.person.id, ALL, TODAY)
    assert shown(model)[2:] == ["20", "0", "", "", ""]


def test_a_rating_says_what_it_is_about(house, model):
    house.rating(TODAY - timedelta(days=1), value=4)
    model.show_lines(house.person.id, ALL, TODAY)
    assert shown(model) == ["Yesterday, 07:00", "Pain this morning: 4", "", "", "", "", ""]


def test_a_line_is_read_aloud_as_a_sentence(house, model):
    walk = house.walk(before=5, after=3, details=Details(note="Sunny"))
    form = house.history.walk_form(walk)
    house.history.edit_walk(walk, form.__class__(form.times, 5, 4, details=form.details))
    model.show_lines(house.person.id, ALL, TODAY)
    assert model.index(0, 0).data(SPOKEN) == (
        "Walk of 20 minutes, Monday, 1 June 2026, 09:00. Pain before: 5. Pain after: 4. "
        "edited. Note: Sunny"
    )


def test_any_text_is_shown_as_it_is_in_one_short_line(house, model):
    house.walk(details=Details(note=HOSTILE + "{0}{note}\n"))
    model.show_lines(house.person.id, ALL, TODAY)
    note = shown(model)[Column.NOTE]
    assert note.startswith('<img src="/etc/hostname"><b>%_$x$')
    assert len(note) <= 300
    assert "<img src" in model.index(0, 0).data(SPOKEN)


def test_only_the_pages_looked_at_are_read_and_few_are_kept(house, model, monkeypatch):
    for number in range(PAGE_ROWS + 5):
        house.walk(TODAY - timedelta(days=number))
    asked = []
    rows = house.history.rows
    monkeypatch.setattr(house.history, "rows", lambda *args: asked.append(args[2:]) or rows(*args))
    model.show_lines(house.person.id, ALL, TODAY)
    assert (model.rowCount(), asked) == (PAGE_ROWS + 5, [])
    for row in (0, 1, PAGE_ROWS - 1, 0):
        assert shown(model, row)[1]
    assert asked == [(0, PAGE_ROWS)]
    assert shown(model, PAGE_ROWS)[1]
    assert asked == [(0, PAGE_ROWS), (PAGE_ROWS, PAGE_ROWS)]


def test_lines_that_vanish_under_it_are_empty(house, model):
    walk = house.walk()
    model.show_lines(house.person.id, ALL, TODAY)
    house.history.remove_walk(walk)
    assert model.index(0, 0).data() is None
    assert model.index(0, 0).data(ENTRY_ROLE) is None


def test_a_line_is_found_again_by_its_id(house, model):
    first = house.walk()
    house.walk(TODAY - timedelta(days=3))
    model.show_lines(house.person.id, ALL, TODAY)
    assert model.row_of(first) == 0
    house.walk(at=(11, 0))
    model.show_lines(house.person.id, ALL, TODAY)
    assert model.row_of(first) == 1
    assert model.row_of("unknown") is None


def test_a_file_that_cannot_be_read_is_told_once_and_shows_nothing(
    house, model, monkeypatch, qtbot
):
    def fail(*_args):
        raise DiaryError(Fault.BUSY)

    house.walk()
    model.show_lines(house.person.id, ALL, TODAY)
    monkeypatch.setattr(house.history, "rows", fail)
    heard = []
    model.troubled.connect(heard.append)
    assert [shown(model), shown(model)] == [[None] * 7] * 2
    assert [error.fault for error in heard] == [Fault.BUSY]
    monkeypatch.setattr(house.history, "count", fail)
    model.show_lines(house.person.id, ALL, TODAY)
    assert (model.rowCount(QModelIndex()), len(heard)) == (0, 2)


def test_every_column_has_a_head(model):
    heads = [model.headerData(c, Qt.Orientation.Horizontal) for c in Column]
    assert all(heads)
    assert len(set(heads)) == len(heads)
