import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from walktrack.reports.table import Table
from walktrack.ui.widgets.chart_table import ChartTable, ChartTableDialog, ChartTableModel

HOSTILE = "<img src='/etc/hostname'> $x$ 😀 مشي " + "long" * 2500
TABLE = Table(("Day", "Minutes"), (("Tue 3 Nov", "17"), (HOSTILE, "4")))


def test_the_model_keeps_the_rules():
    model = ChartTableModel(TABLE)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert (model.rowCount(), model.columnCount()) == (2, 2)
    assert model.data(model.index(1, 0)) == HOSTILE
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Minutes"


def test_rows_can_be_touched_and_nothing_edited(qtbot):
    view = ChartTable(TABLE)
    qtbot.addWidget(view)
    assert all(view.rowHeight(row) >= 44 for row in range(2))
    assert view.editTriggers() == ChartTable.EditTrigger.NoEditTriggers
    assert view.accessibleName()


def test_arrows_go_line_by_line_and_tab_leaves(qtbot):
    view = ChartTable(TABLE)
    qtbot.addWidget(view)
    view.show()
    assert view.currentIndex().row() == 0
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1
    assert not view.tabKeyNavigation()


@pytest.mark.parametrize("table", [TABLE, Table((), ()), Table(("Day",), ())])
def test_the_window_opens_on_the_table_and_escape_closes_it(qtbot, table):
    dialog = ChartTableDialog(table, "Log 5 more walks.")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_no_header_is_cut(qtbot):
    headers = ("Day", "Walks", "Minutes", "Pain before", "Pain after", "Pain, average")
    dialog = ChartTableDialog(Table(headers, (("Tue 3 Nov 2026", *"12345"),)), "")
    qtbot.addWidget(dialog)
    dialog.show()
    header = dialog.table.horizontalHeader()
    for number in range(header.count()):
        assert header.sectionSize(number) >= header.sectionSizeHint(number)
    assert not dialog.table.horizontalScrollBar().isVisible()
