"""The form for how much pain got in the way of a day."""

from datetime import timedelta

import pytest
from tests.ui import gates
from tests.ui.dialogs.test_mark_form import GATES
from tests.ui.history_house import HOSTILE, TODAY, lived_in

from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.settings import Colours
from walktrack.services.entry_forms import Aside, InterferenceForm
from walktrack.services.writing import Writing
from walktrack.ui.dialogs.interference_form import InterferenceFormDialog
from walktrack.ui.widgets.pain_scale import PainStep

BEFORE = TODAY - timedelta(days=1)


@pytest.fixture
def house():
    with lived_in() as made:
        yield made


@pytest.fixture
def opened(qtbot, look, house):
    def open_it(stored=None):
        form = InterferenceFormDialog(house.interferences, house.person, stored)
        qtbot.addWidget(form)
        form.show()
        return form

    return open_it


def answer(form, value):
    form.scale.findChildren(PainStep)[value].click()


def told(house, day=TODAY):
    found = house.interferences.on(house.person.id, day)
    return found and (found.value, found.note)


@pytest.mark.parametrize(
    ("colours", "size", "longer"),
    [(Colours.LIGHT, 100, False), (Colours.DARK, 150, True), (Colours.CONTRAST, 200, False)],
)
def test_the_gates_hold(qtbot, look, qapp, house, colours, size, longer):
    words = gates.LongerWords()
    look(colours, size)
    if longer:
        qapp.installTranslator(words)
    Writing(house.diary, house.announcer).write_as("Clara")
    shown = InterferenceForm(TODAY, 4, HOSTILE, Aside())
    key = house.interferences.add(house.person.id, shown)
    try:
        form = InterferenceFormDialog(house.interferences, house.person, (key, shown))
        qtbot.addWidget(form)
        form.show()
        qtbot.waitExposed(form)
        form.resize(form.width(), 900)
        faults = {gate.__name__: gate(form) for gate in GATES}
        assert not any(faults.values()), faults
    finally:
        qapp.removeTranslator(words)


def test_a_past_day_is_told_with_a_note_and_nothing_is_chosen_before(house, opened):
    form = opened()
    assert form.scale.value is None
    form.save_button.click()
    assert form.trouble.words == "Please choose a number from 0 to 10."
    form.day.show_day(BEFORE)
    answer(form, 6)
    form.note.box.insertPlainText("Stairs")
    form.save_button.click()
    assert not form.isVisible()
    assert told(house, BEFORE) == (6, "Stairs")


def test_a_day_to_come_is_refused(house, opened):
    form = opened()
    form.day.show_day(TODAY + timedelta(days=1))
    answer(form, 6)
    form.save_button.click()
    assert form.trouble.words.startswith("That day is still to come.")


def test_an_answer_that_is_there_is_told_of_changed_and_keeps_its_note(house, opened):
    house.interferences.add(house.person.id, InterferenceForm(TODAY, 2, "Rain"))
    form = opened()
    assert form.remark.words == "There is already a 2 for that day. Saving changes it."
    answer(form, 9)
    form.save_button.click()
    assert told(house) == (9, "Rain")


def test_a_changed_answer_cannot_go_to_a_day_that_has_one(house, opened):
    house.interferences.add(house.person.id, InterferenceForm(TODAY, 2))
    key = house.interferences.add(house.person.id, InterferenceForm(BEFORE, 5))
    form = opened((key, house.interferences.form(key)))
    form.day.show_day(TODAY)
    form.save_button.click()
    assert form.trouble.words == "That day has another answer, a 2. Choose another day."


def test_what_was_removed_meanwhile_cannot_be_changed(house, opened):
    key = house.interferences.add(house.person.id, InterferenceForm(TODAY, 2))
    form = opened((key, house.interferences.form(key)))
    house.interferences.remove(key)
    answer(form, 3)
    form.save_button.click()
    assert form.trouble.words.startswith("This answer is no longer in the diary")


def test_what_was_typed_is_asked_about_before_it_goes(house, opened):
    form = opened()
    form.reject()
    assert not form.isVisible()
    form = opened()
    answer(form, 3)
    form.reject()
    assert form.discard_button.isVisible()


def test_a_full_disk_keeps_the_form_open(house, opened, monkeypatch):
    form = opened()
    answer(form, 3)

    def fail(*_args):
        raise DiaryError(Fault.FULL)

    monkeypatch.setattr(house.interferences, "add", fail)
    form.save_button.click()
    assert form.isVisible()
    assert "full" in form.trouble.words
