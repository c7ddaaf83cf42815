from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from tests.ui import gates
from tests.ui.history_house import HOSTILE, TODAY, lived_in

from walktrack.domain.entry import HistoryFilter
from walktrack.domain.pain import PainMoment, Place, Reporter
from walktrack.services.entry_forms import Aside
from walktrack.services.writing import Writing
from walktrack.ui.dialogs.rating_form import RatingFormDialog


@pytest.fixture
def house():
    with lived_in() as made:
        yield made


@pytest.fixture
def opened(qtbot, look, house):
    """Open the form of a rating, or of a new one."""

    def open_form(rating_id=None):
        stored = (rating_id, house.history.rating_form(rating_id)) if rating_id else None
        now = house.clock.read().wall
        form = RatingFormDialog(house.history, house.person, now, stored)
        qtbot.addWidget(form)
        form.show()
        qtbot.waitExposed(form)
        return form

    return open_form


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def values(house):
    lines = house.history.rows(house.person.id, HistoryFilter(), 0, 9)
    return [(line.moment, line.value, line.note) for line in lines]


def test_a_rating_of_now_is_stored_with_its_note(opened, house):
    form = opened()
    QTest.keyClick(form.scale, Qt.Key.Key_0)
    form.note.box.insertPlainText(HOSTILE)
    click(form.save_button)
    assert values(house) == [(PainMoment.OTHER, 0, HOSTILE)]


def test_nothing_is_chosen_beforehand_and_save_says_what_is_missing(opened, house):
    form = opened()
    assert form.scale.value is None
    click(form.save_button)
    assert form.isVisible()
    assert form.trouble.words == "Please choose a number from 0 to 10."
    assert form.scale.isAncestorOf(form.focusWidget())
    assert values(house) == []


def test_a_morning_that_has_its_answer_is_told_before_it_changes(opened, house):
    house.rating(value=4, note="woke early")
    form = opened()
    assert not form.remark.isVisible()
    form.moment.pick(1)
    assert form.remark.words == "There is already a 4 for that morning. Saving changes it."
    QTest.keyClick(form.scale, Qt.Key.Key_6)
    click(form.save_button)
    assert values(house) == [(PainMoment.NEXT_MORNING, 6, "woke early")]


def test_a_free_day_says_nothing(opened, house):
    house.rating(TODAY - timedelta(days=1), PainMoment.DAY_AVERAGE)
    form = opened()
    form.moment.pick(2)
    assert form.remark.words == ""
    form.day.setDate(TODAY - timedelta(days=1))
    assert form.remark.words == "There is already a 4 for that day. Saving changes it."


def test_an_edited_rating_cannot_take_the_place_of_another(opened, house):
    house.rating(TODAY - timedelta(days=1), value=2)
    form = opened(house.rating(value=4))
    assert form.remark.words == ""
    form.day.setDate(TODAY - timedelta(days=1))
    click(form.save_button)
    assert form.trouble.words == "That day has another such answer, a 2. Choose another day."
    assert form.focusWidget() is form.day
    assert [value for _, value, _ in values(house)] == [4, 2]


def test_an_untouched_rating_stays_as_it_is(opened, house):
    rating_id = house.rating(note="hard\u00a0space")
    stored = house.history.rating_form(rating_id)
    house.history.edit_rating(rating_id, replace(stored, at=stored.at.plus(12_345)))
    stored = house.history.rating_form(rating_id)
    form = opened(rating_id)
    assert not form.changed()
    QTest.keyClick(form.scale, Qt.Key.Key_9)
    click(form.save_button)
    assert house.history.rating_form(rating_id) == replace(stored, value=9)


def test_where_it_hurts_is_kept_by_whoever_changes_the_rest(opened, house):
    places = frozenset({Place.CALF, Place.LOW_BACK_LEFT})
    rating = house.rating(value=4)
    form = house.history.rating_form(rating)
    house.history.edit_rating(rating, replace(form, aside=Aside(places)))
    form = opened(rating)
    assert not form.changed()
    form.note.box.insertPlainText("after lunch")
    click(form.save_button)
    assert house.history.rating_form(rating).aside.places == places
    again = opened()
    again.moment.show_value(PainMoment.NEXT_MORNING)
    QTest.keyClick(again.scale, Qt.Key.Key_7)
    click(again.save_button)
    stored = house.history.rating_form(rating)
    assert (stored.value, stored.aside.places, stored.note) == (7, places, "after lunch")


def test_a_number_changed_by_a_carer_is_in_their_hand(opened, house):
    rating = house.rating(value=4)
    Writing(house.diary, house.announcer).write_as("Clara")
    form = opened(rating)
    form.note.box.insertPlainText("as before")
    click(form.save_button)
    assert house.diary.ratings.get(rating).recorder == ""
    form = opened(rating)
    QTest.keyClick(form.scale, Qt.Key.Key_8)
    click(form.save_button)
    stored = house.diary.ratings.get(rating)
    assert (stored.value, stored.recorder, stored.reporter) == (8, "Clara", Reporter.TOLD)


def test_a_time_to_come_is_odd_but_possible(opened, house):
    form = opened()
    form.time.setTime(QTime(23, 0))
    assert form.remark.words == "This is later than now. Keep it if that is right."
    QTest.keyClick(form.scale, Qt.Key.Key_3)
    click(form.save_button)
    assert len(values(house)) == 1


def test_a_full_disk_keeps_the_form_and_save_works_again(opened, house, monkeypatch):
    form = opened()
    QTest.keyClick(form.scale, Qt.Key.Key_3)
    with monkeypatch.context() as patch:
        house.fill_disk(patch)
        click(form.save_button)
    assert "The disk is full" in form.trouble.words
    click(form.save_button)
    assert [value for _, value, _ in values(house)] == [3]


def test_leaving_asks_only_if_something_was_typed(opened):
    form = opened()
    click(form.cancel_button)
    assert not form.isVisible()
    form = opened()
    form.note.box.insertPlainText("x")
    click(form.cancel_button)
    assert form.question.isVisible()
    click(form.discard_button)
    assert not form.isVisible()


@pytest.mark.parametrize(
    "gate",
    [gates.unnamed, gates.same_named, gates.small, gates.unreachable, gates.clipped],
    ids=lambda gate: gate.__name__,
)
@pytest.mark.parametrize("size", [100, 200])
def test_everyone_can_use_the_form(qtbot, opened, look, house, gate, size):
    look(text_size=size)
    form = opened(house.rating(note=HOSTILE))
    form.resize(720 * size // 100, 1200)
    qtbot.waitUntil(lambda: gate(form) == [], timeout=2000)  # laid out anew


def test_a_rating_removed_meanwhile_is_said_and_what_was_typed_stays(opened, house):
    rating = house.rating(value=4)
    form = opened(rating)
    QTest.keyClick(form.scale, Qt.Key.Key_6)
    house.history.remove_rating(rating)
    click(form.save_button)
    assert form.isVisible()
    assert "no longer in the diary" in form.trouble.words
    assert form.scale.value == 6


def test_enter_in_a_field_clears_no_answer(opened):
    form = opened()
    QTest.keyClick(form.scale, Qt.Key.Key_6)
    QTest.keyClick(form.time, Qt.Key.Key_Return)
    assert form.scale.value == 6
