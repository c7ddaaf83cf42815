"""From one person to another: each has their own, and nothing is written to the wrong one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.people_house import back, of, open_people, switch, with_maria
from tests.ui.window_house import at_home

from walktrack.domain.pain import PainMoment
from walktrack.domain.person import PersonColour
from walktrack.domain.walk import WalkState
from walktrack.exchange.columns import What
from walktrack.services.people import PersonForm
from walktrack.ui.dialogs.review import ReviewDialog
from walktrack.ui.top_bar import PageName

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
BEFORE, AFTER, OTHER = PainMoment.BEFORE, PainMoment.AFTER, PainMoment.OTHER


@pytest.fixture
def house(qtbot, look, monkeypatch, tmp_path):
    with at_home(qtbot, monkeypatch, tmp_path / "d" / "walktrack.db") as made:
        yield made.show().take_up()


@pytest.fixture
def two(house):
    return with_maria(house)


def test_two_people_each_have_their_own_diary(house):
    dialog = open_people(house)
    house.click(dialog.add_button)
    form = house.window._people.form
    QTest.keyClicks(form.name, "Maria Berg")
    house.click(form.save_button)
    assert house.window.top.person.text() == "My diary", "to add one opens nothing"
    assert dialog.finder.chosen.name == "Maria Berg"
    QTest.keyClick(dialog.finder.list, KEY.Key_Return)
    back(house)
    assert house.no_dialog()
    assert house.window.top.person.text() == "Maria Berg"
    maria = house.me
    house.rate(BEFORE, 7)
    switch(house, "My diary")
    me = house.me
    assert house.shown(BEFORE) is None
    house.rate(BEFORE, 2)
    house.walk(minutes=1)
    house.click(house.card.finish)
    switch(house, "Maria Berg")
    assert house.shown(BEFORE) == 7
    assert house.card.start.isVisible()
    assert (of(house, maria), of(house, me)) == ([7], [2])
    assert (len(of(house, maria, "walk", "id")), len(of(house, me, "walk", "id"))) == (0, 1)


def test_by_keyboard_it_takes_one_key_a_letter_and_enter(two):
    two.key(KEY.Key_P, modifier=CTRL)
    assert two.window._people.dialog.finder.list.hasFocus()
    two.key(KEY.Key_M, KEY.Key_Return)
    assert two.me.name == "Maria"
    back(two)
    two.key(KEY.Key_P, modifier=CTRL)
    two.key(KEY.Key_Up, KEY.Key_Return)
    assert two.me.name == "Anna Weber"
    back(two)
    two.key(KEY.Key_P, modifier=CTRL)
    two.key(KEY.Key_Escape)
    assert two.me.name == "Anna Weber"


def test_every_page_shows_whose_diary_is_open(two):
    two.desk.people.set_goal(two.anna, 35)
    two.walk(minutes=2)
    two.click(two.card.finish)
    two.rate(AFTER, 3)
    assert two.charts._person.name == "Anna Weber"
    counts = {}
    for name in ("Anna Weber", "Maria"):
        switch(two, name)
        two.window.go(PageName.HISTORY)
        history = two.window._shelf.page(PageName.HISTORY).model.rowCount()
        two.window.go(PageName.SHARE)
        share = two.window._shelf.page(PageName.SHARE)
        share.choices.files.pick(list(What).index(What.WALKS))
        two.window.go(PageName.SETTINGS)
        you = two.window._shelf.settings_page.you
        counts[name] = (
            history, share.choices.save.isVisibleTo(share), share._person.name,
            you.name.text(), you.goal.value(), two.charts._person.name,
        )  # fmt: skip
        two.window.go(PageName.TODAY)
    assert counts == {
        "Anna Weber": (1, True, "Anna Weber", "Anna Weber", 35, "Anna Weber"),
        "Maria": (0, False, "Maria", "Maria", 0, "Maria"),
    }
    assert two.card.goal.value() == 0


def test_the_page_that_is_open_follows_at_once(two):
    two.walk(minutes=1)
    two.click(two.card.finish)
    shown = {}
    for page in (PageName.HISTORY, PageName.SHARE, PageName.SETTINGS):
        two.desk.people.choose(two.anna)
        two.window.go(page)
        switch(two, "Maria")
        shown[page] = two.window._frame.pages.currentWidget()
        assert shown[page].isVisible()
        assert two.window.top.pages[page].isChecked()
        if page is PageName.HISTORY:
            assert shown[page].model.rowCount() == 0
        elif page is PageName.SHARE:
            assert not shown[page].choices.save.isVisible()
        else:
            assert shown[page].you.name.text() == "Maria"


def test_a_finished_walk_and_what_is_asked_about_it_are_there_again(two):
    two.walk(minutes=2)
    two.click(two.card.finish)
    two.click(two.card.details)
    switch(two, "Maria")
    assert two.card.start.isVisible()
    assert not two.today.answers.details.isVisible()
    two.rate(BEFORE, 9)
    switch(two, "Anna Weber")
    assert not two.card.start.isVisible()
    two.rate(AFTER, 1)
    assert (of(two, two.anna), of(two, two.maria)) == ([1], [9])


def test_a_note_typed_just_before_is_the_walks_it_was_typed_for(two):
    for name in ("Maria", "Anna Weber"):
        switch(two, name)
        two.walk(minutes=1)
        two.click(two.card.finish)
    two.click(two.card.details)
    two.today.answers.details.form.note.box.setFocus()
    two.today.answers.details.form.note.box.insertPlainText("windy")
    two.desk.people.choose(two.maria)  # nothing took the keyboard away from the note
    QApplication.processEvents()
    assert of(two, two.anna, "walk", "note") == ["windy"]
    assert of(two, two.maria, "walk", "note") == [""]
    two.click(two.card.details)
    assert two.today.answers.details.form.note.note() == ""


def test_a_goal_and_a_name_being_typed_are_theirs_for_whom_they_were_typed(two):
    two.card.goal.setFocus()
    two.card.goal.lineEdit().setText("45 min")
    two.desk.people.choose(two.maria)
    QApplication.processEvents()
    goals = {person.name: person.goal_minutes for person in two.desk.people.there()}
    assert goals == {"Anna Weber": 45, "Maria": None}
    two.window.go(PageName.SETTINGS)
    field = two.window._shelf.settings_page.you.name
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Marie")
    two.desk.people.choose(two.anna)
    QApplication.processEvents()
    assert [person.name for person in two.desk.people.there()] == ["Anna Weber", "Marie"]
    assert field.text() == "Anna Weber"


def test_what_could_not_be_stored_waits_for_the_one_it_was_said_of(two):
    two.desk.people.set_goal(two.maria, 10)
    with two.full_disk():
        two.rate(BEFORE, 8)
        two.click(two.card.start)
    assert of(two, two.anna) == []
    two.desk.people.choose(two.maria)
    QApplication.processEvents()
    two.rate(BEFORE, 1)
    assert two.bar.isVisible(), "the answer of the other person still waits"
    two.act()
    assert (of(two, two.anna), of(two, two.maria)) == ([8], [1])
    assert two.desk.tracker.current(two.anna.id).state is WalkState.RUNNING
    assert two.running is None
    assert two.card.start.isVisible()
    assert two.shown(BEFORE) == 1


def test_finishing_again_for_another_shows_nothing_of_theirs(two):
    two.walk(minutes=2)
    with two.full_disk():
        two.click(two.card.finish)
    two.desk.people.choose(two.maria)
    QApplication.processEvents()
    two.act()
    assert len(of(two, two.anna, "walk", "end_at")) == 1
    assert two.card.start.isVisible()
    two.click(two.card.start)
    assert two.running.walk.person_id == two.maria.id


def test_a_line_that_could_not_be_removed_is_the_one_removed_later(two):
    two.walk(minutes=1)
    two.click(two.card.finish)
    two.window.go(PageName.HISTORY)
    page = two.window._shelf.page(PageName.HISTORY)
    page.list.choose(0)
    with two.full_disk():
        two.click(page.foot.remove_button)
    two.desk.people.choose(two.maria)
    two.desk.journal.rate_day(two.maria.id, OTHER, 5)
    QApplication.processEvents()
    page.list.choose(0)
    two.act()
    assert two.desk.history.count(two.maria.id, page.filter.wanted(page._today)) == 1
    assert of(two, two.anna, "walk", "id") == []


def test_an_open_question_is_asked_of_whom_it_is_about(two):
    two.walk(minutes=3)
    two.clock.sleep(900_000)
    two.beat()
    two.click(two.dialog(ReviewDialog).way_out)
    switch(two, "Maria")
    assert two.no_dialog()
    assert two.card.start.isVisible()
    switch(two, "Anna Weber")
    QApplication.processEvents()
    two.click(two.dialog(ReviewDialog).way_out)
    assert two.running.state is WalkState.REVIEW


def test_a_walk_left_open_by_another_run_is_found_when_their_diary_opens(
    qtbot, look, monkeypatch, tmp_path
):
    path = tmp_path / "walktrack.db"
    with at_home(qtbot, monkeypatch, path) as first:
        first.show().take_up()
        first.clock.go(seconds=1)
        maria = first.desk.people.add(PersonForm("Maria", "", PersonColour.RED))
        first.desk.tracker.start(maria.id, None)
        first.desk.tracker.leave(maria.id)
        clock = first.clock
    clock.go(minutes=5)
    with at_home(qtbot, monkeypatch, path, clock=clock) as second:
        second.show().take_up()
        switch(second, "Maria")
        assert second.running.walked_ms == 5 * 60_000
        assert second.card.finish.isVisible()


def test_what_was_done_in_one_diary_is_not_undone_unseen_from_another(two):
    two.rate(BEFORE, 4)
    two.walk(minutes=1)
    two.click(two.card.finish)
    assert two.bar.isVisible()
    switch(two, "Maria")
    back(two)
    assert not two.bar.isVisible()
    two.rate(BEFORE, 6)
    two.key(KEY.Key_Z, KEY.Key_Z, modifier=CTRL)
    assert two.said() == "There is nothing to undo."
    assert (of(two, two.anna), of(two, two.maria)) == ([4], [])
    switch(two, "Anna Weber")
    back(two)
    two.key(KEY.Key_Z, KEY.Key_Z, modifier=CTRL)
    assert of(two, two.anna) == []
    switch(two, "Maria")
    back(two)
    two.key(KEY.Key_Y, modifier=CTRL)
    assert of(two, two.maria) == [6]
