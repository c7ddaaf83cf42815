"""The windows of the warning signs stand the gates, in every size, each part of the list too."""

import pytest
from tests.ui import gates

from walktrack.domain.settings import Colours
from walktrack.domain.warning_signs import Condition, Level, Sign
from walktrack.ui.dialogs.first_use import FirstUseDialog
from walktrack.ui.dialogs.sign_result import SignResultDialog
from walktrack.ui.dialogs.signs import PARTS, SignsDialog
from walktrack.ui.dialogs.start_anyway import StartAnywayDialog

HELPERS = "Ida next door: 555 0100\n" + "Anna-Maria Magdalena von Hohenstein " * 3


def one_of(level):
    return next(sign for sign in Sign if sign.level is level)


MAKERS = {
    "emergency": lambda: SignResultDialog({one_of(Level.EMERGENCY)}, HELPERS),
    "doctor": lambda: SignResultDialog(set(Sign) - set(PARTS[0]), HELPERS, later=True),
    "pause": lambda: SignResultDialog(PARTS[3], ""),
    "nothing": lambda: SignResultDialog((), ""),
    "start": StartAnywayDialog,
    "first": lambda: FirstUseDialog(frozenset({Condition.BALANCE})),
    **{f"list {number}": SignsDialog for number in range(len(PARTS))},
}
FAULTS = (gates.unnamed, gates.same_named, gates.small, gates.clipped, gates.unreachable)


@pytest.fixture(params=MAKERS)
def dialog(request, qtbot):
    made = MAKERS[request.param]()
    qtbot.addWidget(made)
    made.open()
    qtbot.waitExposed(made)
    if isinstance(made, SignsDialog):
        for _ in range(int(request.param[-1])):
            made.next_button.click()
        qtbot.wait(20)
    return made


def faults(dialog):
    found = {gate.__name__: gate(dialog) for gate in FAULTS}
    return {name: each for name, each in found.items() if each}


def test_in_every_size(every_size, dialog):
    assert not faults(dialog)
    assert gates.least_width(dialog) <= 1280


def test_in_words_that_are_longer(qapp, look, qtbot, request):
    look(Colours.DARK, 200)
    words = gates.LongerWords()
    qapp.installTranslator(words)
    try:
        for make in MAKERS.values():
            made = make()
            qtbot.addWidget(made)
            made.open()
            qtbot.waitExposed(made)
            assert not faults(made)
    finally:
        qapp.removeTranslator(words)


def test_they_are_read_in_order(look, dialog):
    assert gates.out_of_order(dialog) == []


@pytest.mark.parametrize("name", ["emergency", "list 0"])
def test_the_focus_is_seen(look, qtbot, name):
    made = MAKERS[name]()
    qtbot.addWidget(made)
    made.open()
    qtbot.waitExposed(made)
    assert gates.faint_focus(made) == []
