"""Words found in everybody's diary through the window, and the way to the line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui import gates
from tests.ui.people_house import with_maria
from tests.ui.window_house import MONDAY, at_home

from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.pain import PainMoment, Place
from walktrack.domain.settings import Colours
from walktrack.domain.typed import Times
from walktrack.domain.walk import Details, Surface
from walktrack.services.entry_forms import Aside, RatingForm, WalkForm
from walktrack.ui.look.system import apply_look
from walktrack.ui.top_bar import PageName

HOUR = 60 * MS_PER_MINUTE


@pytest.fixture
def house(qtbot, look, monkeypatch, tmp_path):
    with at_home(qtbot, monkeypatch, tmp_path / "d" / "walktrack.db") as made:
        yield made.show().take_up()


@pytest.fixture
def two(house):
    with_maria(house)
    history = house.desk.history
    start = MONDAY.plus(-48 * HOUR)
    times = Times(start, start.plus(20 * MS_PER_MINUTE), 20 * MS_PER_MINUTE)
    on_grass = Details(surface=Surface.GRASS)
    house.hers = history.add_walk(house.maria.id, WalkForm(times, details=on_grass))
    aside = Aside(frozenset({Place.CALF}))
    at = MONDAY.plus(-3 * HOUR)
    rating = RatingForm(at, PainMoment.OTHER, 4, "by the café", aside)
    house.mine = history.add_rating(house.anna.id, rating)
    house.window.go(PageName.HISTORY)
    return house


def page(house):
    return house.window._shelf.history_page


def search(house, text):
    filter_bar = page(house).filter
    filter_bar.text.setText(text)
    house.click(filter_bar.everyone)
    return house.window._people.searching


def lines(dialog):
    return [dialog.model.index(row, 1).data() for row in range(dialog.model.rowCount())]


def test_the_words_on_the_screen_find_what_they_stand_for(two):
    bar = page(two).filter
    for text, found in (("calf", 1), ("CAFE", 1), ("grass", 0), ("a", 1), ("%", 0)):
        bar.text.setText(text)
        bar.changed.emit()
        assert page(two).model.rowCount() == found, text


def test_with_one_person_there_is_nobody_else_to_search(house):
    house.window.go(PageName.HISTORY)
    assert not page(house).filter.everyone.isVisible()


def test_everyone_is_searched_and_the_line_is_gone_to(two):
    dialog = search(two, "grass")
    assert lines(dialog) == ["Maria: Walk, 20 min"]
    assert dialog.outcome.words == "1 line"
    assert not dialog.go.isEnabled()
    dialog.list.choose(0)
    two.click(dialog.go)
    assert two.window.top.person.text() == "Maria"
    assert page(two).list.entry.id == two.hers
    two.desk.people.choose(two.anna)


def test_it_works_by_keys_and_says_when_there_is_nothing(two):
    dialog = search(two, "")
    assert dialog.outcome.words == "Type a word, a name or a place of pain."
    QTest.keyClicks(dialog.text, "no such thing")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    assert (dialog.outcome.words, dialog.list.isVisible()) == ("Nothing matches.", False)
    dialog.text.setText("calf")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    assert lines(dialog) == ["Anna Weber: Pain at this time: 4"]
    dialog.list.choose(0)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert page(two).list.entry.id == two.mine
    assert two.window.top.person.text() == "Anna Weber"


def test_a_line_that_the_filter_hides_is_shown_all_the_same(two):
    dialog = search(two, "grass")
    dialog.list.choose(0)
    two.click(dialog.go)
    assert page(two).filter.text.text() == ""
    assert page(two).list.entry.id == two.hers


@pytest.mark.parametrize("size", [100, 200])
def test_everyone_can_use_the_window(two, qapp, size):
    apply_look(qapp, Colours.DARK, size)
    dialog = search(two, "calf")
    dialog.resize(dialog.width(), 1400)
    QApplication.processEvents()
    for gate in (gates.unnamed, gates.same_named, gates.small, gates.clipped, gates.unreachable):
        assert gate(dialog) == [], gate.__name__


def test_who_was_removed_meanwhile_is_not_gone_to(two):
    dialog = search(two, "grass")
    dialog.list.choose(0)
    two.diary.people.remove(two.maria.id, MONDAY)
    two.click(dialog.go)
    assert two.window.top.person.text() == "Anna Weber"


@pytest.mark.parametrize(("part", "verb"), [("history", "count"), ("people", "there")])
def test_a_file_that_cannot_be_read_is_told_in_words(two, monkeypatch, part, verb):
    dialog = search(two, "")

    def fail(*_args):
        raise DiaryError(Fault.CANNOT_OPEN)

    monkeypatch.setattr(getattr(two.desk, part), verb, fail)
    dialog.text.setText("calf")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    assert dialog.outcome.words
    assert not dialog.list.isVisible()
