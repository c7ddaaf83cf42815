"""A window with two people, and how one goes from one to the other."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from walktrack.domain.person import PersonColour
from walktrack.services.people import PersonForm


def with_maria(house):
    """Have Anna, whose diary is open, and Maria; `anna` and `maria` of the house."""
    house.desk.people.rename(house.me, "Anna Weber")
    house.clock.go(seconds=1)
    house.maria = house.desk.people.add(PersonForm("Maria", "", PersonColour.BLUE))
    house.anna = house.me
    house.bar.hide()
    return house


def open_people(house):
    house.click(house.window.top.person)
    return house.window._people.dialog


def back(house):
    """Bring the window back to the front, as a desktop does once a dialog is closed."""
    house.window.activateWindow()
    QApplication.processEvents()


def press(house, finder, name):
    """Press the line of a person."""
    model = finder.list.people
    row = next(r for r in range(model.rowCount()) if model.index(r).data() == name)
    place = finder.list.visualRect(model.index(row)).center()
    QTest.mouseClick(finder.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()


def switch(house, name):
    press(house, open_people(house).finder, name)


def manage(house):
    house.click(open_people(house).manage_button)
    return house.window._people.managing


def of(house, person, table="pain_rating", column="value"):
    sql = f"SELECT {column} FROM {table} WHERE person_id = ? AND deleted_at IS NULL ORDER BY rowid"
    return [value for (value,) in house.diary._db.rows(sql, person.id)]
