"""Lines of History put right through the whole window: cut, split, joined, moved, looked up."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui import gates
from tests.ui.window_house import at_home

from walktrack.domain.entry import HistoryFilter
from walktrack.domain.pain import PainMoment
from walktrack.domain.person import PersonColour
from walktrack.domain.settings import Colours, Settings
from walktrack.domain.typed import Times
from walktrack.domain.walk import Details
from walktrack.services.entry_forms import RatingForm, WalkForm
from walktrack.services.people import PersonForm
from walktrack.ui.dialogs.mend.more import Act
from walktrack.ui.top_bar import PageName
from walktrack.ui.widgets.labels import PlainLabel

MINUTE, HOUR, DAY = 60_000, 3_600_000, 24 * 3_600_000
HOSTILE = "<img src=x><b>&</b> $x$ {0} %1 \u202e" + "w" * 400


@pytest.fixture
def house(qtbot, look, monkeypatch, tmp_path):
    with at_home(qtbot, monkeypatch, tmp_path / "d" / "walktrack.db") as made:
        made.desk.people.rename(made.me, "Anna")
        made.clock.go(seconds=1)
        made.maria = made.desk.people.add(PersonForm("Maria", "", PersonColour.BLUE))
        made.clock.set_wall(-1000)
        yield made.show().take_up()


def walk(house, hours_ago=3, minutes=60, **more):
    start = house.clock.read().wall.plus(-hours_ago * HOUR)
    times = Times(start, start.plus(minutes * MINUTE), minutes * MINUTE)
    return house.desk.history.add_walk(house.me.id, WalkForm(times, **more))


def rating(house, days_ago=1, moment=PainMoment.NEXT_MORNING, value=4, person=None):
    at = house.clock.read().wall.plus(-days_ago * DAY)
    form = RatingForm(at, moment, value)
    return house.desk.history.add_rating((person or house.me).id, form)


def page(house):
    house.window.go(PageName.HISTORY)
    return house.window._shelf.page(PageName.HISTORY)


def lines(house, person=None):
    rows = house.desk.history.rows((person or house.me).id, HistoryFilter(), 0, 99)
    return [entry.id for entry in rows]


def more(house, *rows):
    """Choose lines of the list and open what can be done with them."""
    history = page(house)
    history.list.choose(rows[0])
    for row in rows[1:]:
        index = history.model.index(row, 0)
        history.list.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    house.click(history.foot.more_button)
    return house.window._shelf.acts


def pick(house, act, *rows):
    """Open the window of an act for some lines."""
    acts = more(house, *rows)
    house.click(acts.dialog.buttons[act])
    QApplication.processEvents()
    return acts.dialog


def test_the_end_of_a_walk_is_taken_off_and_comes_back(house):
    walk(house)
    dialog = pick(house, Act.CUT, 0)
    assert dialog.facts.words.endswith("09:00 to 10:00, 1 h walked")
    dialog.minutes.setValue(20)
    assert dialog.result_words.words == "The walk is then 09:00 to 09:40, 40 min walked."
    house.click(dialog.do_it)
    assert house.said() == "The end of the walk is taken off."
    assert page(house).model.index(0, 1).data() == "Walk, 40 min"
    assert page(house).list.entry.edited
    house.act()
    assert page(house).model.index(0, 1).data() == "Walk, 1 h"


def test_more_than_there_is_cannot_be_taken_off(house):
    walk(house, minutes=10)
    dialog = pick(house, Act.CUT, 0)
    dialog.minutes.setValue(10)
    assert not dialog.do_it.isEnabled()
    assert dialog.result_words.words.startswith("Nothing would be left")
    dialog.minutes.setValue(9)
    assert dialog.do_it.isEnabled()


def test_a_walk_is_split_where_the_second_began(house):
    first = walk(house, before=5, after=3)
    dialog = pick(house, Act.SPLIT, 0)
    assert dialog.result_words.words == (
        "First walk: 09:00 to 09:30, 30 min walked.\nSecond walk: 09:30 to 10:00, 30 min walked."
    )
    QTest.keyClick(dialog.time, Qt.Key.Key_Up)
    house.click(dialog.do_it)
    assert house.said() == "The walk is two walks now."
    second, other = lines(house)
    assert other == first
    assert house.diary.walks.get(second).minutes == 25
    house.window.activateWindow()  # as the desktop does once a dialog is closed
    QApplication.processEvents()
    house.key(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert lines(house) == [first]


def test_two_walks_are_joined(house):
    late, early = walk(house, 2, 20), walk(house, 3, 30)
    dialog = pick(house, Act.JOIN, 0)
    (button,) = dialog.buttons
    assert button.accessibleName().startswith("The walk at 09:00. Together: ")
    assert button.result.endswith("09:00 to 10:20, 50 min walked")
    house.click(button)
    assert lines(house) == [early]
    house.act()
    assert lines(house) == [late, early]


def test_a_walk_alone_says_that_there_is_none_to_join(house):
    walk(house)
    dialog = pick(house, Act.JOIN, 0)
    assert dialog.facts.words == "There is no other walk within a day of this one."
    assert not dialog.do_it.isVisible()


def test_what_was_changed_is_told_with_who_did_it(house):
    house.desk.writing.write_as("Clara")
    line = walk(house, details=Details(note="To the mill"), before=4)
    form = house.desk.history.walk_form(line)
    house.desk.history.edit_walk(line, WalkForm(form.times, 6, details=Details(note=HOSTILE)))
    dialog = pick(house, Act.CHANGES, 0)
    words = [label.words for label in dialog.findChildren(PlainLabel)]
    assert "Changed: Today, 12:00, by Clara" in words
    assert any("before the walk: 4, told to a carer → 6, told" in each for each in words)
    assert any("Note: “To the mill” → “<img src=x>" in each for each in words)


def test_lines_are_moved_to_the_person_they_are_about(house):
    kept = walk(house, 12, 20)
    going = walk(house, before=4), rating(house)
    acts = more(house, 0, 2)
    assert acts.dialog.facts.words == "2 lines are chosen."
    house.click(acts.dialog.buttons[Act.MOVE])
    dialog = acts.dialog
    assert dialog.finder.chosen.name == "Maria"
    assert dialog.result_words.words.startswith("2 lines go to Maria")
    house.click(dialog.do_it)
    assert house.said() == "2 lines moved to Maria."
    assert lines(house, house.maria) == [*going]
    assert lines(house) == [kept]
    house.act()
    assert len(lines(house)) == 3
    assert lines(house, house.maria) == []


def test_overlaps_and_what_stays_are_told_before_the_move(house):
    walk(house)
    house.desk.people.choose(house.maria)
    walk(house, 3, 30)
    rating(house)
    house.desk.people.choose(house.desk.people.there()[0])
    rating(house)
    dialog = pick(house, Act.MOVE, 0, 1)
    told = dialog.result_words.words.split("\n")
    assert told[0] == "1 line goes to Maria, with all that was said about it."
    assert "Maria has a walk at that time, from 09:00." in told[1]
    assert told[2].endswith("Maria has this answer for that day. This one stays here.")


def test_with_nobody_else_nothing_can_be_moved(house):
    house.desk.people.archive(house.maria)
    walk(house)
    assert Act.MOVE not in more(house, 0).dialog.buttons


def test_several_lines_are_removed_as_one(house):
    for hours in (2, 4, 6):
        walk(house, hours, 20)
    history = page(house)
    house.click(history.filter.several)
    for row in (0, 2):
        place = history.list.visualRect(history.model.index(row, 0)).center()
        QTest.mouseClick(history.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert history.list.chosen_count == 2
    assert not history.foot.edit_button.isEnabled()
    house.click(history.foot.remove_button)
    assert house.said() == "2 lines removed."
    assert history.model.rowCount() == 1
    house.act()
    assert history.model.rowCount() == 3


def test_a_full_disk_leaves_the_window_open_and_the_walk_as_it_is(house):
    line = walk(house)
    dialog = pick(house, Act.CUT, 0)
    with house.full_disk():
        house.click(dialog.do_it)
        assert dialog.isVisible()
        assert "full" in dialog.outcome.words
    assert house.diary.walks.get(line).minutes == 60
    house.click(dialog.do_it)
    assert house.diary.walks.get(line).minutes == 55


WINDOWS = [*Act, None]
CHECKS = (
    gates.unnamed,
    gates.same_named,
    gates.small,
    gates.clipped,
    gates.unreachable,
    gates.out_of_order,
    gates.faint_focus,
)


@pytest.mark.parametrize(
    ("colours", "size"), [(Colours.LIGHT, 100), (Colours.DARK, 200), (Colours.CONTRAST, 150)]
)
def test_every_window_can_be_seen_reached_and_heard(house, colours, size):
    house.desk.settings.write(Settings(welcomed=True, colours=colours, text_size=size))
    walk(house, 2, 20)
    house.desk.mending.cut(walk(house, 4, 60), 5)
    for act in WINDOWS:
        dialog = more(house, 1).dialog if act is None else pick(house, act, 1)
        for check in CHECKS if size < 200 else CHECKS[:-1]:  # scrolled out of sight is no fault
            assert check(dialog) == [], (act, check.__name__)
        assert gates.least_width(dialog) <= 1024
        dialog.reject()


def test_in_a_longer_language_no_word_is_cut(house):
    words = gates.LongerWords()
    QApplication.installTranslator(words)
    try:
        walk(house, 2, 20)
        house.desk.mending.cut(walk(house, 4, 60), 5)
        for act in WINDOWS:
            dialog = more(house, 1).dialog if act is None else pick(house, act, 1)
            assert gates.clipped(dialog) == [], act
            dialog.reject()
    finally:
        QApplication.removeTranslator(words)
