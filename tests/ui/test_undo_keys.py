"""Undo and redo by the keyboard in the whole window, from the touch to the file and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.ui.window_house import at_home

from walktrack.domain.pain import PainMoment
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import Kind, WalkState
from walktrack.ui.top_bar import PageName

KEY, WITH = Qt.Key, Qt.KeyboardModifier
REDO = {
    "Ctrl+Y": (KEY.Key_Y, WITH.ControlModifier),
    "Ctrl+Shift+Z": (KEY.Key_Z, WITH.ControlModifier | WITH.ShiftModifier),
}


@pytest.fixture
def house(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as made:
        yield made.show().take_up()


def undo(house):
    house.key(KEY.Key_Z, modifier=WITH.ControlModifier)


def redo(house, keys="Ctrl+Y"):
    key, modifier = REDO[keys]
    house.key(key, modifier=modifier)


@pytest.mark.parametrize("keys", REDO)
def test_an_answer_is_undone_and_given_again_without_a_word_before(house, keys):
    house.rate(PainMoment.BEFORE, 3)
    house.rate(PainMoment.BEFORE, 5)
    assert house.said() == ""
    undo(house)
    assert house.said() == "Pain before the walk is 3 again."
    assert (house.shown(PainMoment.BEFORE), house.ratings()) == (3, [3])
    redo(house, keys)
    assert house.said() == "Pain before the walk is 5 again."
    assert (house.shown(PainMoment.BEFORE), house.ratings()) == (5, [5])
    undo(house)
    undo(house)
    assert house.said() == "Pain before the walk: no answer again."
    assert (house.shown(PainMoment.BEFORE), house.ratings()) == (None, [])
    house.act()
    assert house.ratings() == [3]


def test_an_answer_that_became_a_walks_meanwhile_is_undone_there(house):
    house.rate(PainMoment.BEFORE, 3)
    house.rate(PainMoment.BEFORE, 5)
    house.walk(minutes=1)
    undo(house)
    assert house.said() == "Pain before the walk is 3 again."
    walk = house.running.walk.id
    assert house.desk.journal.answers(house.me.id, walk).pain.before.value == 3


def test_a_cleared_answer_comes_back(house):
    house.rate(PainMoment.BEFORE, 6)
    house.key(KEY.Key_Delete)
    assert (house.ratings(), house.said()) == ([], "")
    undo(house)
    assert house.said() == "Pain before the walk is 6 again."
    assert house.ratings() == [6]


def test_a_tick_is_undone_as_if_never_touched(house):
    house.walk(minutes=1)
    house.click(house.box(PostureItem.TALL))
    assert house.said() == ""
    walk = house.running.walk.id
    undo(house)
    assert house.said() == "The tick in the checklist is taken back."
    assert not house.box(PostureItem.TALL).isChecked()
    live = "SELECT count(*) FROM posture_check WHERE deleted_at IS NULL"
    assert house.diary._db.rows(live) == [(0,)]
    redo(house)
    assert house.box(PostureItem.TALL).isChecked()
    assert house.desk.journal.answers(house.me.id, walk).ticked == {PostureItem.TALL}


def test_details_are_undone_in_the_form_too(house):
    house.walk(minutes=1)
    house.click(house.card.finish)
    house.click(house.card.details)
    form = house.today.answers.details.form
    form.kind.show_value(Kind.NORDIC)
    QApplication.processEvents()
    assert form.details().kind is Kind.NORDIC
    form.kind.clearFocus()
    undo(house)
    assert house.said() == "The details are as they were before."
    assert form.details().kind is not Kind.NORDIC
    redo(house)
    assert form.details().kind is Kind.NORDIC


def test_undo_in_the_bar_after_an_answer_still_takes_back_the_finish(house):
    house.walk(minutes=2)
    house.click(house.card.finish)
    house.rate(PainMoment.AFTER, 4)
    assert house.said() == "Walk finished and stored."
    house.act()
    assert house.running.state is WalkState.RUNNING
    assert house.ratings(PainMoment.AFTER) == [4]


def test_a_finish_undone_by_mistake_is_finished_again(house):
    house.walk(minutes=2)
    house.click(house.card.finish)
    house.act()
    house.beat(seconds=10)
    house.act()
    assert (house.running, house.said()) == (None, "Walk finished and stored.")
    assert house.events()[-3:] == ["finish", "resume", "finish"]


def test_a_finish_undone_long_ago_is_not_done_again_unseen(house):
    house.walk(minutes=2)
    house.click(house.card.finish)
    house.act()
    house.go_on(5)
    redo(house)
    assert house.said() == "The walk has gone on since. Press Finish walk when it ends."
    assert house.running.state is WalkState.RUNNING
    redo(house)
    assert house.said() == "There is nothing to redo."


def test_a_discarded_walk_is_taken_back_and_discarded_again(house):
    house.walk(minutes=2)
    house.click(house.card.discard)
    undo(house)
    assert house.running
    redo(house)
    assert (house.running, house.said()) == (None, "Walk discarded.")
    undo(house)
    assert house.running.state is WalkState.RUNNING


def test_a_line_removed_from_history_goes_and_comes_as_often_as_one_likes(house):
    house.walk(minutes=2)
    house.click(house.card.finish)
    house.window.go(PageName.HISTORY)
    page = house.window._shelf.page(PageName.HISTORY)
    page.list.choose(0)
    house.click(page.foot.remove_button)
    for _ in range(3):
        assert page.model.rowCount() == 0
        undo(house)
        assert page.model.rowCount() == 1
        redo(house)


def test_nothing_to_redo_is_said(house):
    redo(house)
    assert house.said() == "There is nothing to redo."
