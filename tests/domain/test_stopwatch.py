from datetime import datetime

import pytest
from tests.clocks import HandClock

from walktrack.domain.moment import Moment
from walktrack.domain.stopwatch import (
    Doubt,
    EventKind,
    NotPossibleError,
    Stopwatch,
    WalkEvent,
)
from walktrack.domain.walk import WalkState

MINUTE = 60_000


class Watch:
    """A stopwatch and the clock it is read with, so that a test reads as a story."""

    def __init__(self):
        self.clock = HandClock()
        self.value = Stopwatch.begin(self.clock.read())

    def then(self, kind, doubt=None, at=None):
        event = WalkEvent(kind, at or self.clock.read(), doubt)
        self.value = self.value.after(event)

    @property
    def minutes(self):
        return self.value.walked_ms(self.clock.read()) / MINUTE

    def doubt(self, **how):
        return self.value.doubt(self.clock.read(), **how)


@pytest.fixture
def watch():
    return Watch()


def test_counts_from_start_to_now(watch):
    watch.clock.go(minutes=12.5)
    assert watch.minutes == 12.5


def test_a_pause_is_left_out(watch):
    watch.clock.go(minutes=5)
    watch.then(EventKind.PAUSE)
    watch.clock.go(minutes=30)
    assert watch.minutes == 5
    watch.then(EventKind.RESUME)
    watch.clock.go(minutes=3)
    assert watch.minutes == 8


def test_a_clock_set_by_hand_changes_no_minute(watch):
    watch.clock.go(minutes=4)
    watch.clock.set_wall(-400 * 24 * 60 * MINUTE)
    watch.clock.go(minutes=6)
    assert watch.minutes == 10
    watch.then(EventKind.FINISH)
    assert watch.value.end().ms - watch.value.stretches[0].start.wall.ms == 10 * MINUTE


def test_summer_time_changes_no_minute(watch):
    watch.clock.go(minutes=4)
    watch.clock.set_zone(60)
    watch.clock.go(minutes=6)
    watch.then(EventKind.FINISH)
    assert watch.value.counted_ms == 10 * MINUTE
    assert watch.value.end().offset == 60


def test_a_short_nap_is_counted_and_a_long_one_is_asked_about(watch):
    watch.clock.sleep(59_999)
    assert watch.doubt() is None
    watch.then(EventKind.HEARTBEAT)
    watch.clock.sleep(60_000)
    assert watch.doubt() is Doubt.SLEEP


def test_sleep_in_a_pause_is_no_matter(watch):
    watch.then(EventKind.PAUSE)
    watch.clock.sleep(8 * 3_600_000)
    assert watch.doubt() is None
    assert watch.doubt(restarted=True) is None


def test_four_hours_are_asked_about_and_again_after_four_more(watch):
    watch.clock.go(hours=3.999)
    assert watch.doubt() is None
    watch.clock.go(minutes=1)
    assert watch.doubt() is Doubt.LONG
    watch.then(EventKind.REVIEW, Doubt.LONG)
    watch.then(EventKind.KEEP)
    assert watch.doubt() is None
    watch.clock.go(hours=4)
    assert watch.doubt() is Doubt.LONG


def test_a_crash_is_asked_about(watch):
    watch.then(EventKind.HEARTBEAT)
    watch.clock.go(minutes=2)
    assert watch.doubt(restarted=True) is Doubt.CRASH


def test_a_walk_left_running_on_purpose_just_goes_on(watch):
    watch.then(EventKind.LEFT)
    watch.clock.go(minutes=30)
    assert watch.doubt(restarted=True) is None
    assert watch.minutes == 30


@pytest.mark.parametrize("trouble", ["reboot", "sleep", "long"])
def test_a_walk_left_running_is_asked_about_when_it_cannot_be_known(watch, trouble):
    watch.then(EventKind.LEFT)
    if trouble == "reboot":
        watch.clock.reboot(5 * MINUTE)
    elif trouble == "sleep":
        watch.clock.sleep(5 * MINUTE)
    else:
        watch.clock.go(hours=5)
    assert watch.doubt(restarted=True) is not None


def asked(watch, before=10, gap=7):
    """10 minutes walked, 7 asleep, the question open."""
    watch.clock.go(minutes=before)
    watch.then(EventKind.HEARTBEAT)
    watch.clock.sleep(gap * MINUTE)
    watch.then(EventKind.REVIEW, Doubt.SLEEP)


def test_time_in_doubt_is_not_counted_until_answered(watch):
    asked(watch)
    watch.clock.go(minutes=3)
    assert watch.value.state is WalkState.REVIEW
    assert watch.minutes == 10
    assert watch.value.review.gap_ms == 7 * MINUTE


@pytest.mark.parametrize(("kind", "minutes"), [(EventKind.KEEP, 20), (EventKind.DROP, 13)])
def test_the_answer_counts_the_gap_or_not_and_walking_goes_on(watch, kind, minutes):
    asked(watch)
    watch.clock.go(minutes=3)
    watch.then(kind)
    assert watch.minutes == minutes
    watch.clock.go(minutes=1)
    assert watch.minutes == minutes + 1


def test_a_second_gap_before_the_answer_makes_one_longer_gap(watch):
    asked(watch)
    watch.clock.go(minutes=3)
    watch.clock.sleep(5 * MINUTE)
    assert watch.doubt() is Doubt.SLEEP
    watch.then(EventKind.REVIEW, Doubt.SLEEP)
    assert watch.value.review.gap_ms == 15 * MINUTE
    watch.then(EventKind.KEEP)
    assert watch.minutes == 25


@pytest.mark.parametrize(
    ("at", "minutes"), [(4, 4), (10, 10), (14, 14), (17, 17), (19, 19), (0, 0)]
)
def test_the_end_can_be_any_time_so_far(watch, at, minutes):
    asked(watch)
    watch.clock.go(minutes=3)
    now = watch.clock.read()
    watch.then(EventKind.FINISH, at=now.plus((at - 20) * MINUTE))
    assert watch.value.counted_ms == minutes * MINUTE
    assert watch.value.end().ms == watch.value.stretches[0].start.wall.ms + minutes * MINUTE


def test_an_end_chosen_in_a_pause_is_the_end_of_walking_before_it(watch):
    watch.clock.go(minutes=5)
    watch.then(EventKind.PAUSE)
    watch.clock.go(minutes=10)
    watch.then(EventKind.RESUME)
    watch.clock.go(minutes=5)
    watch.clock.sleep(10 * MINUTE)
    watch.then(EventKind.REVIEW, Doubt.SLEEP)
    watch.then(EventKind.FINISH, at=watch.clock.read().plus(-20 * MINUTE))
    assert watch.value.counted_ms == 5 * MINUTE
    assert watch.value.end().ms == watch.value.stretches[0].start.wall.ms + 5 * MINUTE


def test_a_walk_over_a_restart_of_the_computer_counts_the_gap_by_the_wall_clock(watch):
    watch.clock.go(minutes=10)
    watch.then(EventKind.HEARTBEAT)
    watch.clock.reboot(4 * MINUTE)
    assert watch.doubt(restarted=True) is Doubt.CRASH
    watch.then(EventKind.REVIEW, Doubt.CRASH)
    watch.clock.go(minutes=1)
    watch.then(EventKind.KEEP)
    assert watch.minutes == 15
    watch.then(EventKind.FINISH)
    assert watch.value.end() == watch.clock.wall


def test_finishing_in_a_pause_ends_the_walk_where_the_pause_began(watch):
    watch.clock.go(minutes=5)
    watch.then(EventKind.PAUSE)
    watch.clock.go(hours=2)
    watch.then(EventKind.FINISH)
    assert watch.value.end().ms == watch.value.stretches[0].start.wall.ms + 5 * MINUTE


@pytest.mark.parametrize("rebooted", [False, True])
def test_a_walk_ends_with_the_last_minute_walked_whatever_was_pressed_since(watch, rebooted):
    watch.clock.go(minutes=10)
    watch.then(EventKind.PAUSE)
    watch.clock.go(minutes=20)
    watch.then(EventKind.RESUME)
    watch.then(EventKind.PAUSE)
    if rebooted:
        watch.clock.reboot(5 * MINUTE)
    watch.then(EventKind.FINISH)
    start = watch.value.stretches[0].start.wall
    assert watch.value.end().ms - start.ms == 10 * MINUTE


def test_a_clock_set_back_before_a_restart_never_ends_a_walk_before_its_start(watch):
    watch.then(EventKind.PAUSE)
    watch.clock.set_wall(-272 * 24 * 60 * MINUTE)
    watch.then(EventKind.RESUME)
    watch.clock.go(minutes=3)
    watch.then(EventKind.HEARTBEAT)
    watch.clock.reboot(2 * MINUTE)
    watch.then(EventKind.REVIEW, Doubt.CRASH)
    watch.then(EventKind.FINISH)
    elapsed = watch.value.end().ms - watch.value.stretches[0].start.wall.ms
    assert elapsed == watch.value.counted_ms == 5 * MINUTE


@pytest.mark.parametrize("kind", [EventKind.PAUSE, EventKind.HEARTBEAT, EventKind.KEEP])
def test_what_cannot_follow_is_refused(watch, kind):
    watch.then(EventKind.PAUSE)
    with pytest.raises(NotPossibleError):
        watch.then(kind)


def test_a_moment_is_what_the_person_saw():
    moment = Moment.of(datetime.fromisoformat("2026-03-29T01:30:00-05:00"))
    assert moment.local().isoformat() == "2026-03-29T01:30:00-05:00"
    assert moment.day.isoformat() == "2026-03-29"


def test_a_finish_taken_back_into_a_pause_ends_where_walking_had_ended(watch):
    watch.clock.go(minutes=5)
    watch.then(EventKind.PAUSE)
    watch.then(EventKind.FINISH)
    watch.clock.go(minutes=10)
    watch.then(EventKind.PAUSE)
    watch.clock.reboot(5 * MINUTE)
    watch.then(EventKind.FINISH)
    assert watch.value.counted_ms == 5 * MINUTE
    assert watch.value.end().ms == watch.value.stretches[0].start.wall.ms + 5 * MINUTE


def test_a_walk_left_running_finished_and_taken_back_is_not_taken_for_left(watch):
    watch.then(EventKind.LEFT)
    watch.clock.go(minutes=5)
    watch.then(EventKind.FINISH)
    watch.then(EventKind.RESUME)
    watch.clock.go(minutes=5)
    assert watch.doubt(restarted=True) is Doubt.CRASH
