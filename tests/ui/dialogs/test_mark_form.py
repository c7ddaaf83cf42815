"""The form for flare-ups and days without a walk, in the hardest looks."""

import pytest
from tests.ui import gates
from tests.ui.history_house import HOSTILE, TODAY, lived_in

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.settings import Colours
from walktrack.services.entry_forms import MarkForm
from walktrack.ui.dialogs.mark_form import MarkFormDialog

GATES = (
    gates.unnamed,
    gates.same_named,
    gates.small,
    gates.clipped,
    gates.faint_focus,
    gates.unreachable,
)
"""The last one walks through the choices, and so changes what is chosen."""


def bare(form):
    """A form with everything it can show."""
    form.offer_kinds()


def eased(form):
    form.ask_last_day()


@pytest.fixture
def house():
    with lived_in() as made:
        yield made


@pytest.mark.parametrize(
    ("bring", "colours", "size", "longer"),
    [
        (bare, Colours.LIGHT, 100, False),
        (eased, Colours.DARK, 150, True),
        (bare, Colours.CONTRAST, 200, False),
    ],
)
def test_the_gates_hold(qtbot, look, qapp, house, bring, colours, size, longer):
    words = gates.LongerWords()
    look(colours, size)
    if longer:
        qapp.installTranslator(words)
    try:
        shown = MarkForm(MarkKind.FLARE_UP, TODAY, None, HOSTILE)
        form = MarkFormDialog(house.days, house.person, shown)
        qtbot.addWidget(form)
        bring(form)
        form.show()
        qtbot.waitExposed(form)
        form.resize(form.width(), 900)
        faults = {gate.__name__: gate(form) for gate in GATES}
        assert not any(faults.values()), faults
    finally:
        qapp.removeTranslator(words)


def test_what_was_typed_is_asked_about_before_it_goes(qtbot, look, house):
    form = MarkFormDialog(house.days, house.person, MarkForm(MarkKind.NO_WALK, TODAY, TODAY))
    qtbot.addWidget(form)
    form.show()
    form.note.box.insertPlainText("x")
    form.reject()
    assert form.discard_button.isVisible()
    assert form.isVisible()


def test_what_was_removed_meanwhile_cannot_be_changed(qtbot, look, house):
    shown = MarkForm(MarkKind.FLARE_UP, TODAY, None)
    mark = house.days.add(house.person.id, shown)
    form = MarkFormDialog(house.days, house.person, shown, mark)
    qtbot.addWidget(form)
    form.show()
    house.days.remove(mark)
    form.note.box.insertPlainText("x")
    form.save_button.click()
    assert form.isVisible()
    assert form.trouble.words == "This is no longer in the diary, so it cannot be changed."
