"""The walk on Today, through the real window and a real diary."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.window_house import at_home

from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.pain import PainMoment
from walktrack.domain.posture import PostureItem
from walktrack.domain.settings import Settings
from walktrack.domain.walk import WalkState
from walktrack.ui.dialogs.mend.cut import CutDialog

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def house(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as made:
        yield made.show().take_up()


def walks(house):
    """Return state and walked minutes of every walk that was not put aside."""
    return house.diary._db.rows(
        "SELECT state, walked_ms / 60000 FROM walk WHERE deleted_at IS NULL ORDER BY start_at"
    )


def test_a_walk_by_the_mouse(house):
    house.walk(minutes=5)
    assert walks(house)[0][0] == "running"
    house.click(house.card.pause)
    assert walks(house) == [("paused", 5)]
    house.clock.go(minutes=9)
    house.click(house.card.resume)
    house.go_on(2)
    house.click(house.card.finish)
    assert walks(house) == [("done", 7)]
    assert house.card.title.words == "Your walk is stored"
    house.click(house.card.close_walk)
    assert house.card.start.isVisible()
    assert house.card.start.hasFocus()


def test_a_walk_by_the_space_bar(house):
    house.key(Key.Key_Space)
    house.go_on(3)
    assert house.card.pause.hasFocus()
    house.key(Key.Key_Space)
    assert house.running.state is WalkState.PAUSED
    assert house.card.resume.hasFocus()
    house.key(Key.Key_Space)
    assert house.running.state is WalkState.RUNNING


def test_space_takes_the_next_step_wherever_nothing_else_wants_it(house):
    house.today.charts.card.view.setFocus()
    house.key(Key.Key_Space)
    assert house.running.state is WalkState.RUNNING


def test_space_on_a_box_ticks_the_box_and_leaves_the_walk(house):
    box = next(iter(house.today.answers.posture.list._lines.values())).box
    box.setFocus()
    house.key(Key.Key_Space)
    assert box.isChecked()
    assert house.running is None


def test_a_walk_by_the_keys_that_work_everywhere(house):
    house.key(Key.Key_F5)
    house.go_on(4)
    house.key(Key.Key_F5)
    assert house.running.state is WalkState.PAUSED
    house.key(Key.Key_F5)
    house.go_on(1)
    house.key(Key.Key_F6)
    assert walks(house) == [("done", 5)]
    house.key(Key.Key_F6)
    assert walks(house) == [("done", 5)]


def test_the_keys_reach_the_walk_from_another_page(house):
    house.key(Key.Key_2, modifier=CTRL)
    assert not house.today.isVisible()
    house.key(Key.Key_F5)
    assert house.running.state is WalkState.RUNNING


def test_a_paused_walk_is_finished_by_its_own_button(house):
    house.walk(minutes=3)
    house.click(house.card.pause)
    house.click(house.card.finish_paused)
    assert walks(house) == [("done", 3)]


@pytest.mark.parametrize("by", ["bar", "key"])
def test_a_discarded_walk_comes_back_and_has_gone_on(house, by):
    house.rate(PainMoment.BEFORE, 4)
    house.walk(minutes=5)
    house.click(house.card.discard)
    assert walks(house) == []
    assert house.said() == "Walk discarded."
    assert house.card.start.isVisible()
    house.clock.go(seconds=30)
    if by == "bar":
        house.act()
    else:
        house.key(Key.Key_Z, modifier=CTRL)
    assert house.said() == "Undone."
    assert house.running.walked_ms == 5.5 * 60_000
    assert house.shown(PainMoment.BEFORE) == 4
    house.click(house.card.finish)
    assert walks(house) == [("done", 5)]


def test_a_discarded_walk_does_not_come_back_over_another(house):
    house.walk(minutes=5)
    house.click(house.card.discard)
    house.walk(minutes=1)
    house.key(Key.Key_Z, modifier=CTRL)
    assert house.said() == "A walk is open. Finish it first, then try again."
    house.click(house.card.discard)
    house.key(Key.Key_Z, modifier=CTRL)
    assert house.said() == "Undone."
    assert house.running.walked_ms == 60_000


def test_a_walk_finished_by_mistake_goes_on_with_a_pause_for_the_time_between(house):
    house.walk(minutes=5)
    house.click(house.card.finish)
    assert house.said() == "Walk finished and stored."
    house.clock.go(seconds=20)
    house.act()
    assert house.said() == "Undone."
    assert house.running.state is WalkState.RUNNING
    assert house.running.walked_ms == 5 * 60_000
    house.go_on(1)
    assert house.running.walked_ms == 6 * 60_000


def test_nothing_to_undo_is_said(house):
    house.key(Key.Key_Z, modifier=CTRL)
    assert house.said() == "There is nothing to undo."


def test_a_double_click_is_one_step(house):
    QApplication.setDoubleClickInterval(60_000)
    place = house.card.start.mapTo(house.window, house.card.start.rect().center())
    house.click(house.card.start)
    for button in (house.card.pause, house.card.finish):
        house.click(button)
    QTest.mouseDClick(house.window, Qt.MouseButton.LeftButton, pos=place)
    house.key(Key.Key_F5, Key.Key_Space)
    assert house.events() == ["start"]


def test_after_a_double_click_the_next_step_can_be_taken(house, qtbot):
    QApplication.setDoubleClickInterval(30)
    house.click(house.card.start)
    qtbot.wait(40)
    house.click(house.card.pause)
    assert house.running.state is WalkState.PAUSED


def test_the_digits_follow_the_clock(house):
    house.walk(minutes=12)
    house.beat(seconds=34)
    assert house.card.face._digits._seconds == 12 * 60 + 34


def test_a_goal_is_kept_and_can_be_taken_away(house):
    house.card.goal.setValue(20)
    assert house.me.goal_minutes == 20
    house.click(house.card.start)
    assert house.running.walk.target_minutes == 20
    house.click(house.card.finish)
    house.click(house.card.close_walk)
    house.card.goal.setValue(0)
    assert house.me.goal_minutes is None
    assert house.card.goal.text() == "No goal"


def test_half_and_goal_sound_once_each_and_are_announced(house):
    house.card.goal.setValue(4)
    house.walk(minutes=1.75)
    assert house.sounds == []
    house.go_on(0.25)
    assert house.sounds == ["half"]
    spoken = QApplication.focusWidget().accessibleDescription()
    assert "Half of your 4 minutes are done." in spoken
    house.go_on(2)
    assert house.sounds == ["half", "goal"]
    house.go_on(4)
    assert house.sounds == ["half", "goal"]


def test_a_cue_passed_in_one_long_step_still_sounds(house):
    house.card.goal.setValue(1)
    house.click(house.card.start)
    house.beat(seconds=45)
    assert house.sounds == ["half"]


def test_without_sound_it_is_only_announced(house):
    house.desk.settings.write(Settings(welcomed=True, sound=False))
    house.card.goal.setValue(2)
    house.walk(minutes=1)
    assert house.sounds == []
    assert "Half of your 2 minutes" in QApplication.focusWidget().accessibleDescription()


def test_a_walk_beats_every_15_seconds_and_says_so_to_nobody(house):
    house.walk(minutes=2)
    assert house.events() == ["start"] + ["heartbeat"] * 8
    assert house.said() == ""


def test_a_paused_walk_is_silent(house):
    house.walk(minutes=1)
    house.click(house.card.pause)
    assert not house.today.walk._second_hand.running


@pytest.mark.parametrize("away", ["minimised", "other page", "hidden"])
def test_a_walk_nobody_sees_beats_on_and_is_right_when_it_is_seen(house, away):
    house.click(house.card.start)
    if away == "minimised":
        house.window.showMinimized()
    elif away == "hidden":
        house.window.hide()
    else:
        house.key(Key.Key_2, modifier=CTRL)
    hand = house.today.walk._second_hand
    assert 14_000 < hand._timer.remainingTime() <= 15_000
    house.go_on(3)
    assert house.events().count("heartbeat") == 12
    assert hand._timer.interval() == 15_000
    if away == "minimised":
        house.window.showNormal()
    elif away == "hidden":
        house.window.show()
    else:
        house.key(Key.Key_1, modifier=CTRL)
    assert hand._timer.remainingTime() <= 1_000


def test_a_goal_reached_while_nobody_looks_sounds_in_time(house):
    house.card.goal.setValue(1)
    house.click(house.card.start)
    house.beat(seconds=20)
    house.window.showMinimized()
    assert 9_000 < house.today.walk._second_hand._timer.remainingTime() <= 10_000
    house.beat(seconds=10)
    assert house.sounds == ["half"]


def test_a_touch_before_the_diary_is_open_is_not_lost(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as house:
        house.show()
        house.rate(PainMoment.BEFORE, 6)
        house.click(house.box(PostureItem.LOOK_AHEAD))
        house.click(house.card.start)
        house.clock.go(seconds=2)
        house.take_up()
        assert house.running.state is WalkState.RUNNING
        assert house.shown(PainMoment.BEFORE) == 6
        assert house.ratings() == [6]
        assert house.box(PostureItem.LOOK_AHEAD).isChecked()


def test_a_goal_set_before_the_diary_is_open_is_stored(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as house:
        house.show()
        house.card.goal.setValue(15)
        house.take_up()
        assert house.me.goal_minutes == 15
        assert house.card.goal.value() == 15


def test_minutes_walked_too_long_are_taken_off_where_the_walk_was_finished(house):
    house.walk(minutes=20)
    house.click(house.card.finish)
    house.click(house.card.cut)
    dialog = house.dialog(CutDialog)
    dialog.minutes.setValue(5)
    house.click(dialog.do_it)
    assert house.card.face._caption.text().startswith("15 min, from ")
    assert house.today.walk.done.walked_ms == 15 * MS_PER_MINUTE
    house.desk.undo.undo()
    assert house.card.face._caption.text().startswith("20 min, from ")
    house.click(house.card.close_walk)
    assert not house.card.cut.isVisible()


def test_a_guided_walk_says_more_on_the_way_and_the_choice_is_kept(house):
    house.card.goal.setValue(8)
    house.card.guided.click()
    assert house.desk.settings.read().guided
    house.walk(minutes=8)
    assert house.sounds == ["ease", "back", "slow", "goal"]
    house.click(house.card.finish)
    house.click(house.card.close_walk)
    assert house.card.guided.isChecked()
    house.card.guided.click()
    house.sounds.clear()
    house.walk(minutes=8)
    assert house.sounds == ["half", "goal"]


def test_a_guided_walk_is_announced_in_words(house):
    house.card.guided.click()
    house.walk(minutes=3)
    assert "The gentle minutes are over." in QApplication.focusWidget().accessibleDescription()
