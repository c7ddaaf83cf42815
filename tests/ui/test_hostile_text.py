"""What a person types is shown as typed on every screen: never markup, mathematics or a path."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from tests.ui.window_house import at_home

from walktrack.domain.settings import Settings
from walktrack.ui.look.system import apply_look
from walktrack.ui.top_bar import PageName
from walktrack.ui.widgets.welcome import WelcomeCard

TEXTS = {
    "html": "<img src=x><b>bold</b> &amp; <a href='file:///etc/passwd'>",
    "mathematics": "$x$ costs $10 and \\frac{1}{2}$",
    "emoji": "Ömer 🙂👩🏽‍🦳",
    "right-to-left": "שלום \u202e evil \u202c مرحبا",
    "braces": "{name} %1 %n {0}",
    "long": "w" * 10_000,
    "many lines": "one\ntwo\r\nthree\ttab\u2028four",
}


@pytest.fixture(params=TEXTS)
def text(request):
    return TEXTS[request.param]


@pytest.fixture
def house(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as made:
        yield made.show().take_up()


def paint_all(house):
    """Paint every page as it is now, and let whatever waits be done."""
    for name in PageName:
        house.window.go(name)
        QApplication.processEvents()
        house.window.grab()


def type_in(field, text):
    field.setFocus()
    for letter in text:
        QApplication.sendEvent(
            field, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        )


def is_plain(window):
    """Find labels that would take their text for markup."""
    return [
        label.text()[:40]
        for label in window.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText
    ]


def a_walk(house):
    house.walk(minutes=2)
    house.click(house.card.finish)
    house.click(house.card.details)
    return house.today.answers.details


def test_a_name_of_any_kind(house, text):
    house.window.go(PageName.SETTINGS)
    field = house.window._shelf.settings_page.findChild(QLineEdit)
    field.setText(text)
    field.editingFinished.emit()
    QApplication.processEvents()
    expected = " ".join(text.split())[:200]
    assert house.me.name == " ".join(expected.split())
    assert house.window.width() <= 1280
    paint_all(house)
    assert is_plain(house.window) == []


def test_a_name_at_the_welcome(qtbot, look, monkeypatch, text):
    with at_home(qtbot, monkeypatch, settings=Settings()) as house:
        house.show().take_up()
        card = house.window.findChild(WelcomeCard)
        type_in(card.name, text[:300].replace("\r", "").replace("\n", " "))
        house.click(card.save)
        assert house.me.name
        assert house.window.top.person.accessibleName().count(house.me.name) == 1
        house.window.grab()


def test_a_note_of_any_kind_on_today_and_in_history(house, text):
    details = a_walk(house)
    details.form.note.box.setFocus()
    details.form.note.box.insertPlainText(text)
    house.click(house.card.close_walk)
    ((note,),) = house.diary._db.rows("SELECT note FROM walk")
    assert note == text.replace("\r\n", "\n").replace("\u2028", "\n")
    paint_all(house)
    assert house.window.width() <= 1280
    house.window.go(PageName.HISTORY)
    page = house.window._frame.pages.currentWidget()
    page.list.setCurrentIndex(page.model.index(0, 0))
    QApplication.processEvents()
    house.click(page.foot.edit_button)
    assert page.forms.form.isVisible()
    page.forms.form.grab()
    assert is_plain(page.forms.form) == []
    page.forms.form.reject()


def test_a_search_of_any_kind(house, text):
    details = a_walk(house)
    details.form.note.box.insertPlainText(text)
    house.click(house.card.close_walk)
    house.window.go(PageName.HISTORY)
    page = house.window._frame.pages.currentWidget()
    field = page.findChild(QLineEdit)
    for wanted in (text[:20].split("\n")[0], "no such words <b>%_"):
        field.setText(wanted)
        field.returnPressed.emit()
        QApplication.processEvents()
        house.window.grab()
    assert is_plain(page) == []


@pytest.mark.parametrize("name", ["<img src=x>.png", "$x$ {folder}.png", "שלום🙂.svg"])
def test_a_file_name_of_any_kind(house, tmp_path, monkeypatch, name):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / name), ""))
    house.click(house.charts.card.picture)
    assert house.said() == f"Saved as {name}."
    folder = tmp_path / "<b>{name}$"
    house.charts.picture.save(folder / name)
    assert str(folder) in house.said()
    house.window.grab()


def test_long_text_at_twice_the_size(house, qapp):
    house.desk.people.rename(house.me, "W" * 200)
    house.desk.settings.write(Settings(welcomed=True, text_size=200))
    QApplication.processEvents()
    assert house.window.width() == 1280
    assert house.window.top.person.width() < 1280
    house.window.grab()
    apply_look(qapp, Settings().colours, 100)
