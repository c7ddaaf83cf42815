"""What the tests of the walk's form share."""

from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest

from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.ui.dialogs.walk_form import WalkFormDialog, blank_walk


def new(qtbot, house):
    """Open the form of a new walk, ten past nine to half past."""
    blank = blank_walk(house.person, house.clock.read().wall.plus(-150 * MS_PER_MINUTE))
    return shown(qtbot, WalkFormDialog(house.history, house.person, blank))


def shown(qtbot, form):
    """Show a form for as long as the test takes."""
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    return form


def editing(qtbot, house, walk_id):
    """Open the form of a stored walk."""
    stored = house.history.walk_form(walk_id)
    return shown(qtbot, WalkFormDialog(house.history, house.person, stored, walk_id))


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def fields(form):
    times = form.times
    return times.start.at, times.end.at, times.minutes.value()


def start(form, hour, minute):
    form.times.start.setTime(QTime(hour, minute))


def end(form, hour, minute):
    form.times.end.setTime(QTime(hour, minute))


def minutes(form, value):
    form.times.minutes.setValue(value)
