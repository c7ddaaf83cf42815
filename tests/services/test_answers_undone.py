"""The answer that a walk goes on, taken back: its question is open again, and no time is lost."""

import pytest

from walktrack.domain.stopwatch import Stopwatch
from walktrack.domain.walk import WalkState
from walktrack.services.running import Answer
from walktrack.services.tracker import Tracker
from walktrack.services.undo import DeedKind, HinderedError


@pytest.fixture
def asked(house):
    """Ten minutes walked, seven slept, and the question is open."""
    me = house.person.id
    house.tracker.start(me, 20)
    house.clock.go(minutes=10)
    house.tracker.tick(me)
    house.clock.sleep(7 * 60_000)
    house.tracker.tick(me)
    assert house.tracker.current(me).state is WalkState.REVIEW
    return me


def minutes(house, me):
    return house.tracker.current(me).walked_ms / 60_000


def same_in_the_file(house, me):
    """Say whether the file tells the same walk as the one that is known."""
    current = house.tracker.current(me)
    walk = house.diary.walks.open_walk(me)
    events = house.diary.walks.events(walk.id)
    return (walk.state, Stopwatch.of(events)) == (current.state, current.watch)


@pytest.mark.parametrize(
    ("answer", "other"), [(Answer.KEEP, Answer.DROP), (Answer.DROP, Answer.KEEP)]
)
def test_another_answer_can_be_given_and_what_was_walked_since_counts(house, asked, answer, other):
    house.tracker.answer(asked, answer)
    for _ in range(3):
        house.clock.go(minutes=1)
        house.tracker.tick(asked)
    assert house.undo.last.kind is DeedKind.QUESTION_ANSWERED
    house.undo.undo()
    assert house.tracker.current(asked).state is WalkState.REVIEW
    assert minutes(house, asked) == 10
    assert same_in_the_file(house, asked)
    house.clock.go(minutes=1)
    house.tracker.answer(asked, other)
    assert minutes(house, asked) == 10 + 4 + (7 if other is Answer.KEEP else 0)
    assert same_in_the_file(house, asked)


def test_it_can_be_done_again(house, asked):
    house.tracker.answer(asked, Answer.KEEP)
    house.undo.undo()
    house.undo.redo()
    assert (house.tracker.current(asked).state, minutes(house, asked)) == (WalkState.RUNNING, 17)
    house.undo.undo()
    assert house.tracker.current(asked).state is WalkState.REVIEW


def test_after_a_pause_it_cannot_be_taken_back_and_bars_no_way(house, asked):
    house.tracker.answer(asked, Answer.KEEP)
    house.tracker.pause(asked)
    with pytest.raises(HinderedError):
        house.undo.undo()
    assert house.undo.last is None
    assert minutes(house, asked) == 17
    assert same_in_the_file(house, asked)


def test_the_question_stays_open_over_a_restart(house, asked):
    house.tracker.answer(asked, Answer.DROP)
    house.undo.undo()
    again = Tracker(house.diary, house.clock, house.announcer, house.undo)
    again.find(asked)
    assert again.current(asked).state is WalkState.REVIEW
    again.answer(asked, Answer.KEEP)
    assert again.current(asked).walked_ms == 17 * 60_000
