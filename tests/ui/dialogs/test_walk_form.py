from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui import gates
from tests.ui.dialogs.walk_forms import click, editing, end, fields, minutes, new, start
from tests.ui.history_house import HOSTILE, TODAY, lived_in

from walktrack.domain.entry import HistoryFilter
from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import NOTE_LENGTH, Details, Effort, Kind
from walktrack.ui.dialogs.walk_form import WalkFormDialog, blank_walk


@pytest.fixture
def house():
    with lived_in() as made:
        yield made


@pytest.fixture
def form(qtbot, look, house):
    return new(qtbot, house)


def test_a_new_walk_has_just_ended_and_is_as_long_as_the_goal(house):
    now = house.clock.read().wall.plus(3 * MS_PER_MINUTE + 500)
    times = blank_walk(replace(house.person, goal_minutes=35), now).times
    assert times.walked_ms == 35 * MS_PER_MINUTE
    assert times.end.local().time() == time(12, 0)
    assert times.start.day == TODAY


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda form: end(form, 20, 0), "ends later than now"),
        (lambda form: minutes(form, 241), "more than 4 hours"),
        (lambda form: form.times.day.setDate(QDate(2030, 1, 1)), "ends later than now"),
    ],
)
def test_odd_times_are_said_and_can_be_stored(form, house, act, words):
    assert not form.odd.isVisible()
    act(form)
    assert words in form.odd.words
    click(form.save_button)
    assert house.history.walk_form(form.entry_id) is not None


def test_another_walk_at_the_time_is_said(form, house):
    house.walk(at=(10, 0))
    end(form, 10, 5)
    assert "There is another walk at this time." in form.odd.words


def test_no_time_at_all_is_explained_and_save_leads_to_the_field(form, house):
    end(form, 9, 10)
    words = "The walk starts and ends at the same time. Change the start or the end."
    assert form.sum.words == words
    click(form.save_button)
    assert form.isVisible()
    assert (form.trouble.words, form.focusWidget()) == (words, form.times.end)
    assert house.history.rows(house.person.id, HistoryFilter(), 0, 9) == []


def test_everything_typed_is_stored(form, house):
    form.times.day.setDate(QDate(2026, 5, 30))
    QTest.keyClick(form.before, Qt.Key.Key_6)
    QTest.keyClick(form.after, Qt.Key.Key_1)
    QTest.keyClick(form.after, Qt.Key.Key_0)
    form.checklist.box(PostureItem.SHOES).click()
    form.details.kind.show_value(Kind.NORDIC)
    form.details.effort.show_value(Effort.HARD)
    form.details.note.box.insertPlainText(HOSTILE)
    click(form.save_button)
    stored = house.history.walk_form(form.entry_id)
    assert (stored.before, stored.after) == (6, 10)
    assert stored.times.start.day == date(2026, 5, 30)
    assert stored.ticked == {PostureItem.SHOES}
    assert stored.details == Details(kind=Kind.NORDIC, effort=Effort.HARD, note=HOSTILE)


def test_an_untouched_walk_stays_to_the_millisecond(qtbot, look, house):
    walk_id = house.walk(before=4, details=Details(note="hard\u00a0space"))
    stored = house.history.walk_form(walk_id)
    times = replace(stored.times, end=stored.times.end.plus(90_123), walked_ms=1_234_567)
    house.history.edit_walk(walk_id, replace(stored, times=times))
    form = editing(qtbot, house, walk_id)
    assert not form.changed()
    QTest.keyClick(form.after, Qt.Key.Key_3)
    click(form.save_button)
    after = house.history.walk_form(walk_id)
    assert (after.times, after.after) == (times, 3)
    assert after.details.note == "hard\u00a0space"


def test_a_walk_of_no_length_can_still_get_its_note(qtbot, look, house):
    walk_id = house.walk()
    stored = house.history.walk_form(walk_id)
    house.history.edit_walk(walk_id, replace(stored, times=replace(stored.times, walked_ms=0)))
    form = editing(qtbot, house, walk_id)
    form.details.note.box.insertPlainText("turned back at the door")
    click(form.save_button)
    assert house.history.walk_form(walk_id).details.note == "turned back at the door"


def test_a_break_from_the_timer_keeps_its_length(qtbot, look, house):
    walk_id = house.walk(minutes=30)
    stored = house.history.walk_form(walk_id)
    house.history.edit_walk(
        walk_id, replace(stored, times=replace(stored.times, walked_ms=20 * MS_PER_MINUTE))
    )
    form = editing(qtbot, house, walk_id)
    minutes(form, 25)
    assert fields(form) == (time(9, 0), time(9, 35), 25)


def test_a_full_disk_keeps_the_form_and_save_works_again(form, house, monkeypatch):
    minutes(form, 33)
    with monkeypatch.context() as patch:
        house.fill_disk(patch)
        click(form.save_button)
    assert form.isVisible()
    assert "The disk is full" in form.trouble.words
    click(form.save_button)
    assert house.history.walk_form(form.entry_id).times.walked_ms == 33 * MS_PER_MINUTE


@pytest.mark.parametrize("way", ["button", "escape", "window"])
def test_leaving_asks_once_and_keeps_what_was_typed(form, way):
    leave = {
        "button": lambda: click(form.cancel_button),
        "escape": lambda: QTest.keyClick(form, Qt.Key.Key_Escape),
        "window": form.close,
    }[way]
    minutes(form, 33)
    leave()
    assert form.question.isVisible()
    assert form.focusWidget() is form.keep_button
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert not form.question.isVisible()
    assert fields(form)[2] == 33
    leave()
    click(form.discard_button)
    assert not form.isVisible()
    assert form.result() == WalkFormDialog.DialogCode.Rejected


def test_leaving_without_a_change_asks_nothing(form):
    click(form.cancel_button)
    assert not form.isVisible()


def test_the_buttons_of_a_time_go_by_five_minutes(form):
    start(form, 9, 58)
    form.times.start.stepUp()
    assert form.times.start.at == time(10, 0)
    start(form, 10, 3)
    form.times.start.stepDown()
    assert form.times.start.at == time(10, 0)


def test_a_screen_reader_gets_the_values(form):
    end(form, 10, 0)
    assert form.times.day.accessibleDescription() == "Monday, 1 June 2026"
    assert form.times.end.accessibleDescription() == "10:00"
    assert form.times.minutes.accessibleDescription() == "50 minutes"


def test_the_wheel_over_a_field_changes_nothing(form, qtbot):
    before = fields(form)
    for field in (form.times.start, form.times.minutes, form.details.kind):
        field.setFocus()
        place = field.rect().center()
        turn = QWheelEvent(
            QPointF(place), QPointF(field.mapToGlobal(place)), QPoint(0, 0), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(field, turn)
    assert fields(form) == before
    assert form.details.kind.value is None


def test_a_note_of_ten_thousand_letters_goes_in_whole(form, house):
    form.details.note.box.insertPlainText("é" * NOTE_LENGTH)
    click(form.save_button)
    assert len(house.history.walk_form(form.entry_id).details.note) == NOTE_LENGTH


@pytest.mark.parametrize(
    "gate",
    [gates.unnamed, gates.same_named, gates.small, gates.unreachable, gates.clipped],
    ids=lambda gate: gate.__name__,
)
@pytest.mark.parametrize("size", [100, 200])
def test_everyone_can_use_the_form(qtbot, look, house, gate, size):
    look(text_size=size)
    note = Details(note=HOSTILE)
    walk_id = house.walk(TODAY - timedelta(days=1), before=4, after=3, details=note)
    form = editing(qtbot, house, walk_id)
    form.resize(760 * size // 100, 1600)
    qtbot.waitUntil(lambda: gate(form) == [], timeout=2000)  # laid out anew
