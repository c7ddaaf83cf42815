"""The bar at the foot says what happened, and keeps what could not be stored until it is."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.services.undo import Deed, DeedKind, UndoStack
from walktrack.ui.attempt import Attempts
from walktrack.ui.messages import Messages
from walktrack.ui.widgets.message_bar import MessageKind


class Disk:
    """A disk that is full until it is not, and remembers what was stored."""

    def __init__(self):
        self.full = True
        self.stored = []

    def store(self, what):
        if self.full:
            raise DiaryError(Fault.FULL)
        self.stored.append(what)
        return what


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def messages(qtbot, look):
    parent = QObject()
    attempts = Attempts(parent)
    made = Messages(attempts, parent)
    made.attempts, made.stack, made.parent_kept = attempts, UndoStack(), parent
    made.take_up(made.stack)
    qtbot.addWidget(made.bar)
    return made


def act(messages):
    QTest.mouseClick(messages.bar._action, Qt.MouseButton.LeftButton)


def said(messages):
    return messages.bar._text.words if not messages.bar.isHidden() else ""


def test_what_could_not_be_stored_is_tried_again_and_then_the_bar_goes(messages, disk):
    messages.attempts.attempt(lambda: disk.store("answer"))
    assert messages.bar._kind is MessageKind.PROBLEM
    assert said(messages).startswith("The disk is full")
    act(messages)
    assert said(messages).startswith("The disk is full")
    disk.full = False
    act(messages)
    assert disk.stored == ["answer"]
    assert said(messages) == ""


def test_every_answer_that_failed_is_tried_again(messages, disk):
    for what in ("first", "second"):
        messages.attempts.attempt(lambda what=what: disk.store(what))
    disk.full = False
    act(messages)
    assert disk.stored == ["first", "second"]


def test_an_older_answer_never_comes_after_a_newer_one(messages, disk):
    messages.attempts.attempt(lambda: disk.store("4"), about="pain")
    messages.attempts.attempt(lambda: disk.store("5"), about="pain")
    disk.full = False
    act(messages)
    assert disk.stored == ["5"]
    disk.full = True
    messages.attempts.attempt(lambda: disk.store("6"), about="pain")
    disk.full = False
    messages.attempts.attempt(lambda: disk.store("7"), about="pain")
    assert said(messages) == ""
    assert disk.stored == ["5", "7"]


def test_the_pages_are_told_to_show_what_is_stored(messages, disk, qtbot):
    with qtbot.waitSignal(messages.failed):
        messages.attempts.attempt(lambda: disk.store("answer"))


def test_what_comes_by_itself_is_told_once_and_its_end_too(messages, disk):
    heard = []
    messages.failed.connect(lambda: heard.append(1))
    for _ in range(3):
        messages.attempts.attempt_steadily(lambda: disk.store("sign"))
    assert heard == [1]
    disk.full = False
    messages.attempts.attempt_steadily(lambda: disk.store("sign"))
    assert said(messages) == "The walk is being stored again."
    disk.full = True
    messages.attempts.attempt_steadily(lambda: disk.store("sign"))
    assert heard == [1, 1]


def test_trouble_closed_by_the_person_is_not_tried_behind_their_back(messages, disk):
    messages.attempts.attempt(lambda: disk.store("answer"))
    QTest.mouseClick(messages.bar._close, Qt.MouseButton.LeftButton)
    disk.full = False
    messages.attempts.attempt(lambda: disk.store("another"))
    assert disk.stored == ["another"]


@pytest.mark.parametrize("kind", DeedKind)
def test_each_deed_has_words_and_a_way_back(messages, kind):
    done = []
    messages.stack.push(Deed(kind, lambda: done.append(kind)))
    assert said(messages).endswith(".")
    assert messages.bar._action.text() == "Undo"
    act(messages)
    assert done == [kind]
    assert said(messages) == "Undone."


@pytest.mark.parametrize("kind", DeedKind)
def test_a_way_back_that_is_barred_is_explained(messages, kind):
    def barred():
        raise NotPossibleError

    messages.stack.push(Deed(kind, barred))
    messages.undo()
    assert messages.bar._kind is MessageKind.PROBLEM
    assert messages.bar._action.isHidden()
    assert messages.stack.last is not None


def test_nothing_to_undo_is_said(messages):
    messages.undo()
    assert said(messages) == "There is nothing to undo."


def test_before_the_diary_is_open_there_is_nothing_to_undo(qtbot, look):
    parent = QObject()
    early = Messages(Attempts(parent), parent)
    qtbot.addWidget(early.bar)
    early.undo()
    assert said(early) == "There is nothing to undo."


def test_a_note_takes_the_place_of_an_offer(messages):
    messages.stack.push(Deed(DeedKind.WALK_ADDED, lambda: None))
    messages.say("Saved.")
    assert messages.bar._action.isHidden()
    messages.warn("Not saved.")
    assert messages.bar._kind is MessageKind.PROBLEM


def test_a_mistake_of_ours_is_not_taken_for_trouble_with_the_file(messages):
    def wrong():
        raise KeyError("ours")

    with pytest.raises(KeyError):
        messages.attempts.attempt(wrong)
