import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.clocks import HandClock
from tests.storage.made import running
from tests.ui import gates

from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.stopwatch import EventKind, Stopwatch, WalkEvent
from walktrack.domain.walk import WalkState
from walktrack.services.running import Running
from walktrack.ui.dialogs.closing import Closing, ClosingDialog


def _walking(state):
    """Return a walk of twelve minutes that is running, paused, or asks a question."""
    clock = HandClock()
    watch = Stopwatch.begin(clock.read())
    clock.go(minutes=12)
    kinds = {WalkState.PAUSED: EventKind.PAUSE, WalkState.REVIEW: EventKind.REVIEW}
    watch = watch.after(WalkEvent(EventKind.HEARTBEAT, clock.read()))
    if state in kinds:
        watch = watch.after(WalkEvent(kinds[state], clock.read()))
    return Running(running(), watch, 12 * MS_PER_MINUTE)


@pytest.fixture
def ask(qtbot, look):
    def opened(state=WalkState.RUNNING, others=()):
        running = _walking(state) if state else None
        dialog = ClosingDialog(running, others)
        qtbot.addWidget(dialog)
        dialog.heard = []
        dialog.chosen.connect(dialog.heard.append)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    return opened


def test_a_running_walk(ask):
    dialog = ask()
    assert (dialog.title.words, dialog.facts.words) == ("A walk is running.", "12 min so far.")
    assert dialog.keep.text() == "Keep it running"


def test_a_paused_walk_is_not_said_to_run(ask):
    dialog = ask(WalkState.PAUSED)
    assert dialog.title.words == "A walk is paused."
    assert dialog.keep.text() == "Keep it paused"


def test_finishing_is_not_offered_while_a_question_is_open(ask):
    dialog = ask(WalkState.REVIEW)
    assert not dialog.finish.isVisible()
    assert dialog.keep.isVisible()
    assert "answer" in dialog.facts.words


def test_the_walks_of_others_are_told(ask):
    assert ask(others=["Maria"]).facts.words == "12 min so far.\nMaria's walk stays open too."
    alone = ask(None, ["Maria", "Josef"])
    assert alone.title.words == "Somebody else's walk is open."
    assert alone.facts.words == "The walks of these people stay open too: Maria, Josef."
    assert not alone.finish.isVisible()


def test_each_choice_is_told_once(ask):
    for button, choice in (
        ("keep", Closing.KEEP),
        ("finish", Closing.FINISH),
        ("way_out", Closing.CANCEL),
    ):
        dialog = ask()
        getattr(dialog, button).click()
        assert dialog.heard == [choice]
        assert not dialog.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_a_key_pressed_by_chance_keeps_the_window(ask, key):
    dialog = ask()
    QTest.keyClick(dialog.focusWidget(), key)
    assert dialog.heard == [Closing.CANCEL]


def test_closing_it_cancels(ask):
    dialog = ask()
    dialog.close()
    assert dialog.heard == [Closing.CANCEL]


@pytest.mark.parametrize("state", [WalkState.RUNNING, WalkState.PAUSED, WalkState.REVIEW])
def test_the_gates_hold(ask, every_look, state):
    dialog = ask(state)
    dialog.resize(dialog.width(), 1200)
    for gate in (
        gates.unnamed,
        gates.same_named,
        gates.small,
        gates.unreachable,
        gates.out_of_order,
        gates.faint_focus,
        gates.clipped,
    ):
        assert gate(dialog) == [], gate.__name__
