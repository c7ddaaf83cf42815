"""Putting a stored walk right: its ratings on the way, and what happened to it meanwhile."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui import gates
from tests.ui.dialogs.walk_forms import click, editing
from tests.ui.history_house import TODAY, lived_in

from walktrack.domain.entry import HistoryFilter
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.pain import PainMoment, PainRating, Place, Reporter, WalkPain
from walktrack.services.writing import Writing
from walktrack.ui.change_words import change_lines
from walktrack.ui.dialogs.history_forms import HistoryForms
from walktrack.ui.dialogs.late_rating import LateRatingDialog
from walktrack.ui.dialogs.rating import RatingDialog
from walktrack.ui.dialogs.walk_form import WalkFormDialog
from walktrack.ui.dialogs.where import WhereDialog

GIVEN = ((0.5, 3), (12.9, 4), (18, 10))


@pytest.fixture
def house():
    with lived_in() as made:
        yield made


@pytest.fixture
def walk_id(house):
    """A walk of yesterday with three ratings on the way."""
    walk_id = house.walk(TODAY - timedelta(days=1), before=5, after=3)
    start = house.diary.walks.get(walk_id).start
    for minute, value in GIVEN:
        ms = round(minute * MS_PER_MINUTE)
        at = start.plus(ms)
        house.diary.ratings.add(
            PainRating(
                f"at {minute}", house.person.id, walk_id, PainMoment.DURING, at, value, at, ms
            )
        )
    return walk_id


@pytest.fixture
def form(qtbot, look, house, walk_id):
    return editing(qtbot, house, walk_id)


def words(form):
    return [button.text() for button in form.during.buttons]


def change(form, index, key):
    """Open a rating, press a key on its scale and close it again."""
    click(form.during.buttons[index])
    (dialog,) = form.findChildren(RatingDialog)
    QTest.keyClick(dialog.scale, key)
    dialog.way_out.click()
    QApplication.sendPostedEvents(dialog)
    QApplication.processEvents()


def values(house, walk_id):
    ratings = house.diary.ratings.of_walk(walk_id)
    return [r.value for r in ratings if r.moment is PainMoment.DURING]


def test_the_ratings_on_the_way_are_shown_with_their_minutes(form):
    assert form.during.isVisible()
    assert words(form) == ["At the start: 3", "12 min: 4", "18 min: 10"]


def test_a_walk_without_ratings_on_the_way_only_offers_to_add_one(qtbot, look, house):
    form = editing(qtbot, house, house.walk())
    assert words(form) == []
    assert form.during.add_button.isVisible()


def late(form):
    """Open the window for a rating that is written down later."""
    click(form.during.add_button)
    (dialog,) = form.findChildren(LateRatingDialog)
    return dialog


def test_a_rating_on_the_way_can_be_added_later_and_goes_by_undo(form, house, walk_id):
    dialog = late(form)
    assert (dialog.add_button.isEnabled(), dialog.minutes.maximum()) == (False, 20)
    dialog.minutes.setValue(8)
    QTest.keyClick(dialog.scale, Qt.Key.Key_9)
    click(dialog.add_button)
    assert words(form)[-1] == "8 min: 9"
    assert values(house, walk_id) == [3, 4, 10], "nothing is stored before Save"
    click(form.save_button)
    start = house.diary.walks.get(walk_id).start
    stored = next(r for r in house.diary.ratings.of_walk(walk_id) if r.value == 9)
    eight = 8 * MS_PER_MINUTE
    assert (stored.moment, stored.walked_ms, stored.at.ms - start.ms) == (
        PainMoment.DURING, eight, eight,
    )  # fmt: skip
    house.undo.undo()
    assert values(house, walk_id) == [3, 4, 10]


def test_a_rating_added_and_cleared_again_is_none(form, house, walk_id):
    dialog = late(form)
    QTest.keyClick(dialog.scale, Qt.Key.Key_9)
    click(dialog.add_button)
    change(form, 3, Qt.Key.Key_Delete)
    assert not form.changed()
    click(form.save_button)
    assert values(house, walk_id) == [3, 4, 10]


def test_a_rating_added_for_a_minute_the_walk_loses_is_refused(form, house, walk_id):
    dialog = late(form)
    dialog.minutes.setValue(20)
    QTest.keyClick(dialog.scale, Qt.Key.Key_9)
    click(dialog.add_button)
    form.times.minutes.setValue(10)
    click(form.save_button)
    assert form.isVisible()
    assert "after the end of the walk" in form.trouble.words
    assert values(house, walk_id) == [3, 4, 10]
    change(form, 3, Qt.Key.Key_Delete)
    click(form.save_button)
    assert not form.isVisible(), "once it is cleared, nothing stands in the way"


def test_where_it_hurt_is_kept_with_its_number(form, house, walk_id):
    click(form.after.where)
    (dialog,) = form.findChildren(WhereDialog)
    assert dialog.focusWidget() is dialog.boxes[Place.LOW_BACK_LEFT]
    dialog.boxes[Place.CALF].click()
    dialog.boxes[Place.FOOT].click()
    dialog.way_out.click()
    assert form.after.where.text() == "2 places"
    click(form.save_button)
    after = WalkPain.of(house.diary.ratings.of_walk(walk_id)).after
    assert (after.places, after.edited is not None) == ({Place.CALF, Place.FOOT}, True)
    (edit,) = house.history.edits(walk_id)
    assert change_lines(edit) == ["Pain after the walk: 3 → 3, Calf; Foot"]


def test_only_a_carer_is_asked_how_a_number_is_known(qtbot, look, house, walk_id):
    assert not editing(qtbot, house, walk_id).by_after.knows.isVisible()
    Writing(house.diary, house.announcer).write_as("Clara")
    form = editing(qtbot, house, walk_id)
    assert form.by_after.knows.reporter is None, "it was said by the person"
    QTest.keyClick(form.after, Qt.Key.Key_8)
    assert form.by_after.knows.reporter is Reporter.TOLD
    form.by_after.knows.pick(1)
    click(form.save_button)
    pain = WalkPain.of(house.diary.ratings.of_walk(walk_id))
    assert (pain.after.value, pain.after.reporter, pain.after.recorder) == (
        8, Reporter.GUESS, "Clara",
    )  # fmt: skip
    assert (pain.before.reporter, pain.before.recorder) == (Reporter.SELF, "")
    again = editing(qtbot, house, walk_id)
    assert (again.changed(), again.by_after.knows.reporter) == (False, Reporter.GUESS)
    again.by_after.knows.pick(0)
    click(again.save_button)
    assert WalkPain.of(house.diary.ratings.of_walk(walk_id)).after.reporter is Reporter.TOLD


def test_the_scale_opens_on_the_answer_of_that_minute(form):
    click(form.during.buttons[1])
    (dialog,) = form.findChildren(RatingDialog)
    assert (dialog.title.words, dialog.scale.value) == ("At 12 minutes", 4)


def test_a_changed_and_a_cleared_rating_are_stored_by_save_alone(form, house, walk_id):
    change(form, 1, Qt.Key.Key_7)
    change(form, 2, Qt.Key.Key_Delete)
    assert words(form) == ["At the start: 3", "12 min: 7", "18 min: cleared"]
    assert form.during.buttons[2].accessibleName() == "cleared after 18 minutes. Change it."
    assert values(house, walk_id) == [3, 4, 10]
    click(form.save_button)
    assert values(house, walk_id) == [3, 7]
    house.undo.undo()
    assert values(house, walk_id) == [3, 4, 10]


def test_a_cleared_rating_can_be_answered_again(form, house, walk_id):
    change(form, 1, Qt.Key.Key_Delete)
    click(form.during.buttons[1])
    (dialog,) = form.findChildren(RatingDialog)
    assert dialog.scale.value is None
    QTest.keyClick(dialog.scale, Qt.Key.Key_4)
    assert not form.changed()


def test_leaving_asks_about_a_changed_rating_and_stores_nothing(form, house, walk_id):
    change(form, 0, Qt.Key.Key_9)
    click(form.cancel_button)
    assert form.question.isVisible()
    click(form.discard_button)
    assert values(house, walk_id) == [3, 4, 10]


def test_the_keyboard_is_back_on_the_rating_that_was_changed(form):
    form.during.buttons[1].setFocus()
    QTest.keyClick(form.during.buttons[1], Qt.Key.Key_Space)
    (dialog,) = form.findChildren(RatingDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert form.focusWidget() is form.during.buttons[1]


@pytest.mark.parametrize("field", ["day", "start", "end", "minutes"])
def test_enter_in_a_field_presses_no_button(form, field):
    part = getattr(form.times, field)
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.findChildren(RatingDialog) == []
    assert not form.changed()


def test_ratings_on_the_way_go_along_to_another_day(form, house, walk_id):
    form.times.day.setDate(QDate(2026, 5, 20))
    change(form, 0, Qt.Key.Key_0)
    click(form.save_button)
    ratings = house.diary.ratings.of_walk(walk_id)
    assert {rating.at.day.day for rating in ratings} == {20}
    assert values(house, walk_id) == [0, 4, 10]


@pytest.mark.parametrize("what", ["untouched", "changed"])
def test_a_walk_removed_meanwhile_is_said_and_what_was_typed_stays(form, house, walk_id, what):
    if what == "changed":
        form.details.note.box.insertPlainText("by the river")
    house.history.remove_walk(walk_id)
    click(form.save_button)
    assert form.isVisible()
    assert form.trouble.words == ("This walk is no longer in the diary, so it cannot be changed.")
    assert house.history.rows(house.person.id, HistoryFilter(), 0, 9) == []
    house.undo.undo()
    click(form.save_button)
    assert not form.isVisible()
    note = house.history.walk_form(walk_id).details.note
    assert note == ("by the river" if what == "changed" else "")


def test_a_walk_changed_meanwhile_is_not_written_over(form, house, walk_id):
    stored = house.history.walk_form(walk_id)
    house.history.edit_walk(walk_id, replace(stored, after=9))
    form.details.note.box.insertPlainText("by the river")
    click(form.save_button)
    assert form.isVisible()
    assert "changed somewhere else" in form.trouble.words
    assert house.history.walk_form(walk_id).after == 9


def test_a_file_that_gives_trouble_is_said_by_save(form, house, monkeypatch):
    def fail(*_args):
        raise DiaryError(Fault.BUSY)

    with monkeypatch.context() as patch:
        patch.setattr(house.history, "walk_form", fail)
        patch.setattr(house.history, "edit_walk", fail)
        click(form.save_button)
    assert "already open in another" in form.trouble.words


def test_one_walk_asked_for_twice_opens_one_form(qtbot, look, house, walk_id):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    forms = HistoryForms(house.history, house.days, house.clock, house.interferences, window)
    (entry,) = house.history.rows(house.person.id, HistoryFilter(), 0, 9)
    forms.edit(house.person, entry)
    first = forms.form
    forms.edit(house.person, entry)
    forms.add_walk(house.person)
    assert forms.form is first
    assert [form for form in window.findChildren(WalkFormDialog) if form.isVisible()] == [first]
    change(first, 0, Qt.Key.Key_1)
    click(first.save_button)
    assert values(house, walk_id) == [1, 4, 10]
    assert forms.form is None


@pytest.mark.parametrize(
    "gate",
    [gates.unnamed, gates.same_named, gates.small, gates.unreachable, gates.clipped],
    ids=lambda gate: gate.__name__,
)
@pytest.mark.parametrize("size", [100, 200])
def test_everyone_can_use_the_ratings_on_the_way(qtbot, look, house, walk_id, gate, size):
    look(text_size=size)
    form = editing(qtbot, house, walk_id)
    change(form, 2, Qt.Key.Key_Delete)
    form.resize(760 * size // 100, 1600)
    qtbot.waitUntil(lambda: gate(form) == [], timeout=2000)  # laid out anew


@pytest.mark.parametrize("form", ["add_walk", "add_rating", "add_mark"])
def test_a_form_that_cannot_be_made_is_told_and_can_be_tried_again(
    qtbot, look, house, monkeypatch, form
):
    window = QWidget()
    qtbot.addWidget(window)
    forms = HistoryForms(house.history, house.days, house.clock, house.interferences, window)
    told = []
    forms.troubled.connect(lambda *trouble: told.append(trouble))

    def fail(*_args):
        raise DiaryError(Fault.CANNOT_OPEN)

    with monkeypatch.context() as patch:
        patch.setattr(house.history, "hand", fail)
        patch.setattr(house.days, "today", fail)
        getattr(forms, form)(house.person)
    ((error, again),) = told
    assert (error.fault, forms.form) == (Fault.CANNOT_OPEN, None)
    again()
    assert forms.form.isVisible()
    forms.form.reject()
