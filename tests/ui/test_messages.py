"""The bar at the foot says what happened, and keeps what could not be stored until it is."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.pain import PainMoment
from walktrack.domain.posture import PostureItem
from walktrack.services.undo import (
    QUIET,
    AnswerTold,
    Deed,
    DeedKind,
    HinderedError,
    Hindrance,
    ManyTold,
    TickTold,
    UndoStack,
)
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


LOUD = sorted(set(DeedKind) - QUIET)


OWN_WORDS = {DeedKind.QUESTION_ANSWERED: "The question is open again."}
MANY = {DeedKind.RECORDS_MOVED, DeedKind.RECORDS_REMOVED}


def to_and_fro(done, name, count=9):
    """Return a way back that leads to the way there, and so on."""

    def turn():
        done.append(name)
        return to_and_fro(done, name, count - 1) if count else None

    return turn


def key(messages, word):
    """Undo or redo by the keyboard, as the window does."""
    getattr(messages, word)()


@pytest.mark.parametrize("kind", LOUD)
def test_each_deed_has_words_a_way_back_and_a_way_there_again(messages, kind):
    done = []
    many = ManyTold(2, "Maria") if kind in MANY else None
    messages.stack.push(Deed(kind, to_and_fro(done, kind), many))
    told = said(messages)
    assert told.endswith(".")
    assert messages.bar._action.text() == "Undo"
    act(messages)
    undone = OWN_WORDS.get(kind, "Undone.")
    assert (done, said(messages)) == ([kind], undone)
    assert messages.bar._action.text() == "Redo"
    act(messages)
    assert (done, said(messages)) == ([kind] * 2, told)
    assert messages.bar._action.text() == "Undo"
    act(messages)
    assert (done, said(messages)) == ([kind] * 3, undone)


def test_what_cannot_be_done_again_is_not_offered(messages):
    messages.stack.push(Deed(DeedKind.DIARY_RESTORED, lambda: None))
    act(messages)
    assert said(messages) == "Undone."
    assert messages.bar._action.isHidden()
    key(messages, "redo")
    assert said(messages) == "There is nothing to redo."


ANSWERS = {
    (PainMoment.BEFORE, 3, 5): (
        "Pain before the walk is 3 again.",
        "Pain before the walk is 5 again.",
    ),
    (PainMoment.NEXT_MORNING, None, 0): (
        "Pain this morning: no answer again.",
        "Pain this morning is 0 again.",
    ),
    (PainMoment.AFTER, 10, None): (
        "Pain after the walk is 10 again.",
        "Pain after the walk: no answer again.",
    ),
}


@pytest.mark.parametrize("told", ANSWERS)
def test_an_answer_is_told_of_only_when_it_is_undone(messages, told):
    messages.stack.push(Deed(DeedKind.ANSWER_GIVEN, to_and_fro([], ""), AnswerTold(*told)))
    assert said(messages) == ""
    key(messages, "undo")
    undone, redone = ANSWERS[told]
    assert (said(messages), messages.bar._action.text()) == (undone, "Redo")
    key(messages, "redo")
    assert (said(messages), messages.bar._action.text()) == (redone, "Undo")


def test_ticks_and_details_are_told_of_only_when_they_are_undone(messages):
    told = TickTold(PostureItem.TALL, was=False, now=True)
    messages.stack.push(Deed(DeedKind.LINE_TICKED, to_and_fro([], ""), told))
    messages.stack.push(Deed(DeedKind.DETAILS_SAID, to_and_fro([], "")))
    assert said(messages) == ""
    heard = []
    for word in ("undo", "undo", "redo", "redo"):
        key(messages, word)
        heard.append(said(messages))
    assert heard == [
        "The details are as they were before.",
        "The tick in the checklist is taken back.",
        "The line of the checklist is ticked again.",
        "The details are changed again.",
    ]


def test_the_bar_undoes_what_it_tells_of_whatever_was_answered_since(messages):
    done = []
    messages.stack.push(Deed(DeedKind.WALK_FINISHED, to_and_fro(done, "finish")))
    told = AnswerTold(PainMoment.AFTER, None, 3)
    messages.stack.push(Deed(DeedKind.ANSWER_GIVEN, to_and_fro(done, "answer"), told))
    assert said(messages) == "Walk finished and stored."
    act(messages)
    assert (done, messages.stack.last.kind) == (["finish"], DeedKind.ANSWER_GIVEN)


def test_a_quiet_deed_takes_away_the_offer_to_redo(messages):
    messages.stack.push(Deed(DeedKind.WALK_ADDED, to_and_fro([], "")))
    act(messages)
    messages.stack.push(Deed(DeedKind.DETAILS_SAID, to_and_fro([], "")))
    assert said(messages) == ""
    assert messages.stack.next is None


@pytest.mark.parametrize("word", ["undo", "redo"])
@pytest.mark.parametrize("why", Hindrance)
def test_a_way_that_is_barred_is_explained(messages, why, word):
    """What is only barred for now stays; what is barred for good does not bar what is before it."""

    def barred():
        raise HinderedError(why)

    messages.stack.push(Deed(DeedKind.WALK_ADDED, (lambda: barred) if word == "redo" else barred))
    if word == "redo":
        key(messages, "undo")
    key(messages, word)
    assert messages.bar._kind is MessageKind.PROBLEM
    assert messages.bar._action.isHidden()
    there = messages.stack.last if word == "undo" else messages.stack.next
    lasting = why in {Hindrance.CHANGED, Hindrance.WALKED_ON, Hindrance.GONE}
    assert (there is None) == lasting


def test_a_redo_the_disk_refuses_can_be_tried_again(messages, disk):
    messages.stack.push(Deed(DeedKind.WALK_ADDED, lambda: lambda: disk.store("walk")))
    key(messages, "undo")
    key(messages, "redo")
    assert said(messages).startswith("The disk is full")
    assert messages.stack.next is not None
    disk.full = False
    act(messages)
    assert disk.stored == ["walk"]
    assert messages.stack.next is None


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
