"""The face of the timer shows time and goal, and nothing moves when a second passes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QProgressBar

from walktrack.domain.walk import WalkState
from walktrack.ui.widgets.buttons import FilledButton
from walktrack.ui.widgets.timer_face import TimerFace, clock_text


@pytest.fixture
def face(qtbot, look):
    face = TimerFace()
    face.finish = FilledButton("Finish walk", large=True)
    face.add_action(face.finish)
    qtbot.addWidget(face)
    face.resize(577, face.heightForWidth(577))
    face.show()
    return face


def caption(face):
    return face.findChild(QLabel).text()


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (59, "0:59"), (754, "12:34"), (3_599, "59:59"), (3_600, "1:00:00")],
)
def test_clock_text(seconds, text):
    assert clock_text(seconds) == text


@given(st.integers(0, 10**6))
def test_clock_text_adds_up(seconds):
    parts = [int(part) for part in clock_text(seconds).split(":")]
    total = 0
    for part in parts:
        total = total * 60 + part
    assert total == seconds


def test_the_goal_in_words(face):
    assert caption(face) == "No goal for this walk"
    face.show_goal(20)
    assert caption(face) == "of your 20-minute goal"
    face.show_time(20 * 60_000)
    assert caption(face) == "You reached your 20-minute goal"
    face.show_time(0)
    assert caption(face) == "of your 20-minute goal"


def test_screen_readers_hear_of_minutes_only(face):
    face.show_goal(20)
    face.show_time(754_000)
    name = face._digits.accessibleName()
    bar = face.findChild(QProgressBar)
    assert (name, bar.value(), bar.maximum()) == ("Minutes walked: 12", 12, 20)
    face.show_time(779_000)
    assert (face._digits.accessibleName(), bar.value()) == (name, 12)
    face.show_time(780_000)
    assert (face._digits.accessibleName(), bar.value()) == ("Minutes walked: 13", 13)
    assert QAccessible.queryAccessibleInterface(bar).role() == QAccessible.Role.ProgressBar


def test_a_new_second_moves_nothing_but_the_digits(face, qapp):
    face.show_goal(20)
    face.show_time(111_000)
    qapp.processEvents()
    before = face.finish.geometry(), face.sizeHint(), face.grab().toImage()
    face.show_time(748_000)
    qapp.processEvents()
    assert (face.finish.geometry(), face.sizeHint()) == before[:2]
    assert face.grab().toImage() != before[2]


def test_the_same_second_is_not_drawn_again(face, qapp, monkeypatch):
    drawn = []
    monkeypatch.setattr(type(face._digits), "update", lambda self: drawn.append(1))
    face.show_time(5_100)
    face.show_time(5_900)
    assert len(drawn) == 1


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (None, "Ready"),
        (WalkState.RUNNING, "Walking"),
        (WalkState.PAUSED, "Paused"),
        (WalkState.REVIEW, "Needs an answer"),
        (WalkState.DONE, "Finished"),
    ],
)
def test_the_state_is_a_word(face, state, word, qtbot):
    qtbot.addWidget(face.state_word)
    face.show_state(state)
    assert face.state_word.findChild(QLabel).text() == word


def test_hours_have_room(face):
    narrow = face._digits.sizeHint().width()
    face.show_time(3_600_000)
    assert face._digits.sizeHint().width() > narrow
