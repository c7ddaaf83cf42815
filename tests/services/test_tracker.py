import pytest

from walktrack.domain.faults import DiaryError
from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.pain import PainMoment
from walktrack.domain.pauses import Pause
from walktrack.domain.posture import PostureItem
from walktrack.domain.stopwatch import Doubt, NotPossibleError
from walktrack.domain.walk import WalkState
from walktrack.services.changes import Changes
from walktrack.services.running import Answer
from walktrack.services.tracker import Tracker


def test_a_walk_from_start_to_finish_is_in_the_diary(house):
    me = house.person.id
    house.tracker.start(me, 20)
    house.clock.go(minutes=5)
    house.tracker.pause(me)
    house.clock.go(minutes=2)
    house.tracker.resume(me)
    house.clock.go(minutes=7)
    walk = house.tracker.finish(me)
    assert house.diary.walks.get(walk.id) == walk
    assert (walk.minutes, walk.paused_minutes, walk.target_minutes) == (12, 2, 20)
    assert walk.state is WalkState.DONE
    assert house.tracker.current(me) is None


def test_every_step_is_in_the_file_before_it_is_announced(house):
    me = house.person.id
    seen = []
    house.announcer.listen(
        lambda changes: seen.append(getattr(house.diary.walks.open_walk(me), "state", None))
    )
    house.tracker.start(me, None)
    house.tracker.pause(me)
    house.tracker.resume(me)
    house.tracker.finish(me)
    assert seen == [WalkState.RUNNING, WalkState.PAUSED, WalkState.RUNNING, None]
    assert house.heard == [Changes.WALKS] * 4


def test_a_sign_of_life_is_stored_every_fifteen_seconds_and_not_more(house):
    me = house.person.id
    walk = house.tracker.start(me, None).walk
    for _ in range(61):
        house.clock.go(seconds=1)
        house.tracker.tick(me)
    assert len(house.diary.walks.events(walk.id)) == 1 + 4


def test_no_sign_of_life_in_a_pause(house):
    me = house.person.id
    walk = house.tracker.start(me, None).walk
    house.tracker.pause(me)
    house.clock.go(hours=1)
    house.tracker.tick(me)
    assert len(house.diary.walks.events(walk.id)) == 2


def test_only_one_walk_at_a_time(house):
    house.tracker.start(house.person.id, None)
    with pytest.raises(NotPossibleError):
        house.tracker.start(house.person.id, None)


def test_answers_given_before_start_become_the_walks(house):
    me = house.person.id
    house.journal.rate_walk(me, None, PainMoment.BEFORE, 4)
    house.journal.tick(me, None, PostureItem.SHOES, checked=True)
    house.clock.go(hours=1)
    walk = house.tracker.start(me, None).walk
    answers = house.journal.answers(me, walk.id)
    assert answers.pain.before.value == 4
    assert answers.ticked == {PostureItem.SHOES}
    house.tracker.finish(me)
    assert house.journal.answers(me, None).ticked == frozenset()


def test_stale_answers_stay_out_of_the_walk(house):
    me = house.person.id
    house.journal.rate_walk(me, None, PainMoment.BEFORE, 4)
    house.journal.tick(me, None, PostureItem.SHOES, checked=True)
    house.clock.go(hours=3, seconds=1)
    walk = house.tracker.start(me, None).walk
    answers = house.journal.answers(me, walk.id)
    assert answers.pain.before is None
    assert answers.ticked == frozenset()


def crashed(house, minutes=10, gap=7):
    """A walk whose program died, found by a new tracker."""
    me = house.person.id
    house.tracker.start(me, None)
    for _ in range(minutes * 4):
        house.clock.go(seconds=15)
        house.tracker.tick(me)
    house.clock.go(minutes=gap)
    tracker = Tracker(house.diary, house.clock, house.announcer, house.undo)
    return tracker, tracker.find(me)


def test_a_crash_puts_the_walk_in_review_and_counts_nothing_by_itself(house):
    tracker, found = crashed(house)
    assert found.state is WalkState.REVIEW
    assert found.watch.review.doubt is Doubt.CRASH
    assert found.watch.review.gap_ms == 7 * MS_PER_MINUTE
    house.clock.go(minutes=2)
    assert tracker.current(house.person.id).walked_ms == 10 * MS_PER_MINUTE


@pytest.mark.parametrize(("answer", "minutes"), [(Answer.KEEP, 18), (Answer.DROP, 11)])
def test_walking_goes_on_after_the_answer(house, answer, minutes):
    tracker, _ = crashed(house)
    house.clock.go(minutes=1)
    assert tracker.answer(house.person.id, answer) is None
    assert tracker.current(house.person.id).walked_ms == minutes * MS_PER_MINUTE


def test_stopped_at_the_last_sign_of_life(house):
    tracker, found = crashed(house)
    walk = tracker.answer(house.person.id, Answer.STOPPED)
    assert walk.minutes == 10
    assert walk.end == found.watch.review.since.wall


def test_stopped_at_a_chosen_time(house):
    tracker, _ = crashed(house)
    walk = tracker.answer(house.person.id, Answer.CHOSEN, house.clock.wall.plus(-3 * MS_PER_MINUTE))
    assert walk.minutes == 14


@pytest.mark.parametrize("minutes_from_now", [1, -60])
def test_a_chosen_time_outside_the_walk_is_refused_and_changes_nothing(house, minutes_from_now):
    tracker, _ = crashed(house)
    at = house.clock.wall.plus(minutes_from_now * MS_PER_MINUTE)
    with pytest.raises(ValueError, match="outside"):
        tracker.answer(house.person.id, Answer.CHOSEN, at)
    assert tracker.current(house.person.id).state is WalkState.REVIEW


def test_put_aside_and_taken_back(house):
    tracker, _ = crashed(house)
    me = house.person.id
    tracker.answer(me, Answer.ASIDE)
    assert tracker.current(me) is None
    assert house.diary.walks.open_walk(me) is None
    house.undo.undo()
    assert tracker.current(me).state is WalkState.REVIEW


def test_a_discarded_walk_taken_back_goes_on_as_if_nothing_had_been(house):
    me = house.person.id
    house.tracker.start(me, None)
    house.clock.go(minutes=4)
    house.tracker.tick(me)
    house.tracker.discard(me)
    house.clock.go(seconds=20)
    house.undo.undo()
    assert house.tracker.current(me).walked_ms == 4 * MS_PER_MINUTE + 20_000


def test_a_discarded_walk_taken_back_an_hour_later_asks_about_the_hour(house):
    me = house.person.id
    house.tracker.start(me, None)
    house.clock.go(minutes=10)
    house.tracker.tick(me)
    house.tracker.discard(me)
    house.clock.go(hours=1)
    house.undo.undo()
    now = house.tracker.current(me)
    assert (now.state, now.walked_ms) == (WalkState.REVIEW, 10 * MS_PER_MINUTE)
    assert now.watch.review.doubt is Doubt.ASIDE


@pytest.mark.parametrize("paused", [False, True])
def test_a_finish_taken_back_goes_on_and_the_time_between_is_a_pause(house, paused):
    me = house.person.id
    house.tracker.start(me, None)
    house.clock.go(minutes=5)
    if paused:
        house.tracker.pause(me)
    walk = house.tracker.finish(me)
    house.clock.go(minutes=3)
    house.undo.undo()
    now = house.tracker.current(me)
    assert now.walk.id == walk.id
    assert now.state is (WalkState.PAUSED if paused else WalkState.RUNNING)
    assert house.diary.walks.open_walk(me).end is None
    house.clock.go(minutes=2)
    expected = 5 if paused else 7
    assert house.tracker.finish(me).minutes == expected


def test_a_finish_is_not_taken_back_into_another_walk(house):
    me = house.person.id
    house.tracker.start(me, None)
    house.clock.go(minutes=5)
    house.tracker.finish(me)
    house.tracker.start(me, None)
    with pytest.raises(NotPossibleError):
        house.undo.undo()


def test_a_discarded_walk_does_not_push_out_a_new_one(house):
    me = house.person.id
    house.tracker.start(me, None)
    house.tracker.discard(me)
    new = house.tracker.start(me, None).walk
    with pytest.raises(NotPossibleError):
        house.undo.undo()
    assert house.tracker.current(me).walk == new


def test_a_walk_left_running_is_there_at_the_next_start(house):
    me = house.person.id
    house.tracker.start(me, 20)
    house.clock.go(minutes=4)
    house.tracker.leave(me)
    house.clock.go(minutes=6)
    found = Tracker(house.diary, house.clock, house.announcer, house.undo).find(me)
    assert found.state is WalkState.RUNNING
    assert found.walked_ms == 10 * MS_PER_MINUTE


def test_the_wall_clock_set_back_does_not_break_the_walk(house):
    me = house.person.id
    house.tracker.start(me, None)
    house.clock.set_wall(-24 * 3_600_000)
    house.clock.go(minutes=9)
    walk = house.tracker.finish(me)
    assert walk.minutes == 9
    assert walk.end == Moment(walk.start.ms + 9 * MS_PER_MINUTE, walk.start.offset)


@pytest.mark.parametrize("ended", ["finish", "discard"])
def test_taking_back_what_the_disk_refuses_leaves_no_walk_half_open(house, ended):
    me = house.person.id
    house.tracker.start(me, None)
    house.clock.go(minutes=5)
    getattr(house.tracker, ended)(me)
    house.clock.go(minutes=5)
    house.diary._db.execute_sql("PRAGMA query_only = 1")
    with pytest.raises(DiaryError):
        house.undo.undo()
    assert house.tracker.current(me) is None
    house.diary._db.execute_sql("PRAGMA query_only = 0")
    assert house.diary.walks.open_walk(me) is None
    house.undo.undo()
    state = house.tracker.current(me).state
    assert state is (WalkState.RUNNING if ended == "finish" else WalkState.REVIEW)


def test_the_pauses_of_a_finished_walk_are_known(house):
    me = house.person.id
    house.tracker.start(me, 20)
    house.clock.go(minutes=5)
    house.tracker.pause(me)
    house.clock.go(minutes=2)
    house.tracker.resume(me)
    house.clock.go(minutes=7)
    walk = house.tracker.finish(me)
    assert walk.pauses == (Pause(5 * 60_000, 7 * 60_000),)
    assert house.diary.walks.get(walk.id) == walk
    house.undo.undo()
    assert house.diary.walks.get(walk.id).pauses == ()
