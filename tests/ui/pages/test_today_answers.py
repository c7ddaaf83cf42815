"""Answers on Today: stored at once, changed, cleared, and with the walk they belong to."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.clocks import HandClock
from tests.ui.window_house import at_home

from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment, Place
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import Company, Details, Kind
from walktrack.ui.cards.pain_card import GivenButton
from walktrack.ui.dialogs.rating import RatingDialog
from walktrack.ui.dialogs.where import WhereDialog
from walktrack.ui.widgets.pain_scale import PainStep

Key = Qt.Key
BEFORE, DURING, AFTER = PainMoment.BEFORE, PainMoment.DURING, PainMoment.AFTER


@pytest.fixture
def house(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as made:
        yield made.show().take_up()


def clear(house, moment):
    house.click(house.pain.scales[moment]._clear)


def chips(house):
    found = house.pain.findChildren(GivenButton)
    return [chip.text() for chip in found if chip.isVisible()]


def ask_about(house, moment):
    choice = house.pain.choice
    for button in choice.findChildren(type(house.pain.choice.buttons[0])):
        if button.text() == WORDS[moment]:
            house.click(button)


WORDS = {
    PainMoment.OTHER: "Right now",
    PainMoment.NEXT_MORNING: "This morning",
    PainMoment.DAY_AVERAGE: "Whole day",
}


def done(house, minutes=3):
    house.walk(minutes)
    house.click(house.card.finish)


def walk_id(house):
    ((found,),) = house.diary._db.rows("SELECT id FROM walk ORDER BY start_at DESC LIMIT 1")
    return found


@pytest.mark.parametrize("moment", [BEFORE, PainMoment.NEXT_MORNING, PainMoment.DAY_AVERAGE])
def test_an_answer_is_stored_changed_and_cleared(house, moment):
    if moment is not BEFORE:
        ask_about(house, moment)
    house.rate(moment, 4)
    assert house.ratings(moment) == [4]
    house.clock.go(minutes=5)
    house.rate(moment, 10)
    assert house.ratings() == [10]
    assert house.shown(moment) == 10
    clear(house, moment)
    assert house.ratings() == []
    assert house.shown(moment) is None


def test_right_now_corrects_for_a_minute_and_then_adds(house):
    ask_about(house, PainMoment.OTHER)
    house.rate(PainMoment.OTHER, 4)
    house.clock.go(seconds=59)
    house.rate(PainMoment.OTHER, 5)
    assert house.ratings() == [5]
    house.clock.go(seconds=61)
    house.rate(PainMoment.OTHER, 6)
    assert house.ratings() == [5, 6]


def test_an_answer_by_keyboard(house):
    step = house.pain.scales[BEFORE].findChildren(PainStep)[0]
    step.setFocus()
    house.key(Key.Key_7)
    assert house.ratings() == [7]
    house.key(Key.Key_1, Key.Key_0)
    assert house.ratings() == [10]
    house.key(Key.Key_Delete)
    assert house.ratings() == []


def test_an_answer_before_start_belongs_to_the_walk(house):
    house.rate(BEFORE, 5)
    house.click(house.box(PostureItem.LOOK_AHEAD))
    house.click(house.box(PostureItem.SHOES))
    done(house)
    answers = house.desk.journal.answers(house.me.id, walk_id(house))
    assert answers.pain.before.value == 5
    assert answers.ticked == {PostureItem.LOOK_AHEAD, PostureItem.SHOES}
    house.click(house.card.close_walk)
    assert house.shown(BEFORE) is None
    assert not house.box(PostureItem.LOOK_AHEAD).isChecked()


def test_what_was_forgotten_before_can_be_said_during_and_after(house):
    house.walk(minutes=1)
    house.rate(BEFORE, 5)
    house.click(house.card.finish)
    house.rate(AFTER, 3)
    house.rate(BEFORE, 6)
    pain = house.desk.journal.answers(house.me.id, walk_id(house)).pain
    assert (pain.before.value, pain.after.value) == (6, 3)
    clear(house, AFTER)
    assert house.ratings() == [6]


def test_during_the_walk_a_second_touch_within_a_minute_corrects(house):
    house.walk(minutes=2)
    house.rate(DURING, 4)
    house.beat(seconds=30)
    house.rate(DURING, 5)
    assert house.ratings(DURING) == [5]
    assert chips(house) == ["2 min: 5"]
    house.go_on(3)
    assert house.shown(DURING) is None
    house.rate(DURING, 2)
    assert house.ratings(DURING) == [5, 2]
    assert chips(house) == ["2 min: 5", "5 min: 2"]
    clear(house, DURING)
    assert chips(house) == ["2 min: 5"]


def test_the_scale_is_free_again_after_a_minute_by_itself(house):
    house.walk(minutes=2)
    house.rate(DURING, 4)
    house.go_on(1)
    assert house.shown(DURING) is None


def test_a_rating_given_on_the_way_is_changed_and_cleared_from_its_chip(house):
    house.walk(minutes=2)
    house.rate(DURING, 4)
    house.go_on(5)
    house.click(house.pain.findChild(GivenButton))
    dialog = house.dialog(RatingDialog)
    assert dialog.title.words == "At 2 minutes"
    house.click(dialog.findChildren(PainStep)[8])
    assert house.ratings(DURING) == [8]
    house.click(dialog.scale._clear)
    assert house.ratings(DURING) == []
    house.click(dialog.way_out)
    assert house.no_dialog()
    assert chips(house) == []


def test_the_keyboard_stays_on_a_chip_while_the_walk_goes_on(house):
    house.walk(minutes=2)
    house.rate(DURING, 4)
    house.go_on(5)
    house.pain.findChild(GivenButton).setFocus()
    house.go_on(2)
    assert isinstance(QApplication.focusWidget(), GivenButton)
    house.key(Key.Key_Space)
    house.click(house.dialog(RatingDialog).findChildren(PainStep)[8])
    house.key(Key.Key_Escape)
    assert house.window.focusWidget().text() == "2 min: 8"


def test_ticks_are_stored_with_the_walk_until_it_is_closed(house):
    house.walk(minutes=1)
    house.click(house.box(PostureItem.LOOK_AHEAD))
    house.click(house.card.finish)
    house.click(house.box(PostureItem.SHOES))
    house.click(house.box(PostureItem.LOOK_AHEAD))
    ticked = house.desk.journal.answers(house.me.id, walk_id(house)).ticked
    assert ticked == {PostureItem.SHOES}


def test_details_are_stored_as_they_are_given(house):
    done(house)
    house.click(house.card.details)
    details = house.today.answers.details
    assert not details.same.isVisible()
    details.form.kind.setCurrentIndex(details.form.kind.findText("Gentle"))
    assert house.desk.journal.walk(walk_id(house)).details == Details(kind=Kind.GENTLE)
    details.form.note.box.setFocus()
    details.form.note.box.insertPlainText("along the river")
    house.click(house.card.close_walk)
    stored = house.desk.journal.walk(walk_id(house)).details
    assert stored.note == "along the river"
    assert not details.isVisible()


def test_the_last_details_are_offered_and_taken_over_only_by_the_button(house):
    done(house)
    said = Details(kind=Kind.GENTLE, company=Company.ALONE, note="secret")
    house.desk.journal.describe(walk_id(house), said)
    house.click(house.card.close_walk)
    house.clock.go(minutes=30)
    done(house)
    house.click(house.card.details)
    details = house.today.answers.details
    assert details.same.isVisible()
    assert details.same.text() == "Same as last time: gentle, on my own"
    assert house.desk.journal.walk(walk_id(house)).details == Details()
    house.click(details.same)
    stored = house.desk.journal.walk(walk_id(house)).details
    assert stored == Details(kind=Kind.GENTLE, company=Company.ALONE)
    assert not details.same.isVisible()


def test_pain_after_is_asked_again_after_a_restart_within_two_hours(
    qtbot, look, monkeypatch, tmp_path
):
    path = tmp_path / "walktrack.db"
    with at_home(qtbot, monkeypatch, path) as first:
        done(first.show().take_up())
        clock = first.clock
    clock.go(minutes=119)
    with at_home(qtbot, monkeypatch, path, clock=clock) as second:
        second.show().take_up()
        assert second.card.title.words == "Your walk is stored"
        second.rate(AFTER, 3)
    with at_home(qtbot, monkeypatch, path, clock=clock) as third:
        third.show().take_up()
        assert third.card.start.isVisible()


def test_after_two_hours_it_is_not_asked_again(qtbot, look, monkeypatch, tmp_path):
    path = tmp_path / "walktrack.db"
    with at_home(qtbot, monkeypatch, path) as first:
        done(first.show().take_up())
        clock = first.clock
    clock.go(minutes=121)
    with at_home(qtbot, monkeypatch, path, clock=clock) as second:
        second.show().take_up()
        assert second.card.start.isVisible()


def test_a_walk_removed_elsewhere_is_no_longer_asked_about(house):
    done(house)
    house.desk.history.remove_walk(walk_id(house))
    assert house.card.start.isVisible()
    assert house.said() == "Walk removed."


def test_the_question_of_the_day_is_kept_apart_from_the_walk(house):
    ask_about(house, PainMoment.NEXT_MORNING)
    assert house.pain.title.words == "How bad is your back pain this morning?"
    house.rate(PainMoment.NEXT_MORNING, 7)
    done(house)
    answers = house.desk.journal.answers(house.me.id, walk_id(house))
    assert answers.pain.before is None
    house.click(house.card.close_walk)
    ask_about(house, PainMoment.NEXT_MORNING)
    assert house.shown(PainMoment.NEXT_MORNING) == 7


def test_where_it_hurts_is_stored_at_each_tick_and_taken_back_by_undo(house):
    house.rate(BEFORE, 4)
    house.click(house.pain.scales[BEFORE].where)
    dialog = house.dialog(WhereDialog)
    dialog.boxes[Place.CALF].click()
    assert waiting(house).places == {Place.CALF}
    dialog.boxes[Place.LOW_BACK_LEFT].click()
    assert waiting(house).places == {Place.CALF, Place.LOW_BACK_LEFT}
    assert waiting(house).edited is None, "to say more is no change"
    dialog.way_out.click()
    assert house.pain.scales[BEFORE].where.text() == "2 places"
    house.desk.undo.undo()
    assert house.pain.scales[BEFORE].where.text() == "Calf"
    house.walk(minutes=3)
    (line,) = house.diary.ratings.of_walk(house.running.walk.id)
    assert line.places == {Place.CALF}


def waiting(house):
    return house.desk.journal.answers(house.me.id, None).pain.before


def test_the_questions_of_the_day_are_marked_while_they_wait(qtbot, look, monkeypatch):
    clock = HandClock(Moment.of(datetime.fromisoformat("2026-06-01T08:00:00+00:00")))
    with at_home(qtbot, monkeypatch, clock=clock) as house:
        house.show().take_up()
        morning, day = house.pain.choice.buttons[2:]
        assert (morning.text(), day.text()) == ("This morning •", "Whole day")
        assert morning.accessibleName().startswith("This morning, not answered yet today")
        house.click(morning)
        house.rate(PainMoment.NEXT_MORNING, 3)
        assert morning.text() == "This morning"
        clock.go(hours=11)
        house.today._on_minute()
        assert (morning.text(), day.text()) == ("This morning", "Whole day •")
