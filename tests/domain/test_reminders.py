"""The rules of the reminders, each by itself, and what they come to however the clock runs."""

import time as clocks
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.reminders import (
    EVERY_DAY,
    FIRST_TIMES,
    SNOOZES,
    UNUSED_DAYS,
    WINDOWS,
    About,
    Facts,
    Reminder,
    Told,
    fits,
    in_time,
    is_due,
    is_wanted,
    kept,
    next_turn,
    put_off,
    shown,
)

MONDAY = date(2026, 6, 1)
TEN = time(10)
WALK = Reminder(About.WALK, TEN, on=True)
NOTHING = Facts()
HOUR = 3_600_000

needs_zones = pytest.mark.skipif(
    not hasattr(clocks, "tzset"), reason="this system cannot change its zone"
)


def at(hour, minute=0, day=MONDAY, offset=120):
    """Return a moment by the clock of a place with this offset."""
    utc = datetime.combine(day, time(hour, minute), UTC) - timedelta(minutes=offset)
    return Moment(Moment.of(utc).ms, offset)


def due(reminder, now, **facts):
    return is_due(reminder, Facts(**facts), now)


def test_all_are_off_at_first():
    for about in About:
        first = Reminder(about, FIRST_TIMES[about])
        assert not first.on
        assert not first.comes
        assert next_turn(first, at(10)) is None
        assert first.days == EVERY_DAY


def test_it_comes_at_its_time_and_not_before():
    assert not due(WALK, at(9, 59))
    assert due(WALK, at(10))
    assert due(WALK, at(10, 1))


def test_it_comes_on_its_days_only():
    weekend = replace(WALK, days=frozenset({5, 6}))
    comes = [due(weekend, at(10, day=MONDAY + timedelta(n))) for n in range(7)]
    assert comes == [False] * 5 + [True] * 2
    assert not replace(WALK, days=frozenset()).comes


@pytest.mark.parametrize("facts", ["done", "walking", "flare_up", "paused", "sign"])
@pytest.mark.parametrize("about", About)
def test_it_keeps_quiet(about, facts):
    reminder = Reminder(about, WINDOWS[about][0], on=True)
    now = at(WINDOWS[about][0].hour)
    assert due(reminder, now)
    assert not due(reminder, now, **{facts: True})


def test_a_day_without_a_walk_is_left_in_peace_and_its_questions_are_asked():
    assert not due(WALK, at(10), free=True)
    morning = Reminder(About.MORNING, TEN, on=True)
    assert due(morning, at(10), free=True)


@pytest.mark.parametrize("about", About)
def test_what_was_missed_comes_while_it_is_of_use(about):
    first, last = WINDOWS[about]
    reminder = Reminder(about, first, on=True)
    late = at(last.hour, last.minute).plus(-1)
    assert due(reminder, late)
    assert not due(reminder, late.plus(2 * MS_PER_MINUTE))


@pytest.mark.parametrize("about", About)
def test_a_time_outside_its_window_is_none(about):
    first, last = WINDOWS[about]
    assert fits(about, first)
    assert not fits(about, last)
    with pytest.raises(ValueError, match="no time"):
        Reminder(about, time(3, 59))
    with pytest.raises(ValueError, match="no days"):
        Reminder(about, first, days=frozenset({7}))


def test_it_comes_once_a_day():
    once = shown(WALK, at(10), done_since=False)
    assert not due(once, at(10, 1))
    assert not due(once, at(20, 59))
    assert due(once, at(10, day=MONDAY + timedelta(1)))
    assert is_wanted(once, NOTHING, at(10, 1)), "it stands until something is said"


@pytest.mark.parametrize("minutes", SNOOZES)
def test_put_off_it_comes_again_that_day(minutes):
    later = put_off(shown(WALK, at(10), done_since=False), minutes, at(10, 5))
    again = at(10, 5).plus(minutes * MS_PER_MINUTE)
    assert not due(later, again.plus(-1))
    assert due(later, again)
    assert next_turn(later, at(10, 5)) == again
    assert not due(shown(later, again, done_since=False), again.plus(1))


def test_put_off_into_the_evening_it_is_let_go():
    late = put_off(shown(WALK, at(20, 30), done_since=False), 60, at(20, 30))
    assert not due(late, at(21, 30))
    assert due(late, at(10, day=MONDAY + timedelta(1)))
    with pytest.raises(ValueError, match="30 minutes"):
        put_off(WALK, 30, at(10))


def test_set_after_its_time_it_waits_for_the_next_day():
    new = replace(WALK, since=at(14))
    assert not in_time(new, at(14, 1))
    assert in_time(new, at(10, day=MONDAY + timedelta(1)))
    assert in_time(replace(WALK, since=at(9)), at(10))
    assert in_time(replace(WALK, since=at(10)), at(10)), "the minute it was set for"


def use(reminder, days, done=()):
    """Let a reminder be shown day by day; return it, and on which days it could be seen."""
    seen = []
    for number in range(days):
        now = at(10, day=MONDAY + timedelta(number))
        if due(reminder, now, done=number in done):
            last = reminder.told.day
            since = last and any(MONDAY + timedelta(n) >= last for n in done if n < number)
            reminder = shown(reminder, now, done_since=bool(since))
            if reminder.comes:
                seen.append((number, reminder.asks))
    return reminder, seen


def test_of_no_use_on_some_days_running_it_asks_once_and_gives_up():
    reminder, seen = use(WALK, 30)
    assert seen == [*((n, False) for n in range(UNUSED_DAYS)), (UNUSED_DAYS, True)]
    assert reminder.gave_up
    assert not reminder.comes
    assert next_turn(reminder, at(11, day=MONDAY + timedelta(30))) is None


def test_a_walk_in_between_begins_the_count_anew():
    reminder, seen = use(WALK, 30, done=range(2, 30, 3))
    assert len(seen) == 20
    assert not any(asks for _, asks in seen)
    assert reminder.comes


def test_kept_it_comes_again_the_next_day():
    asking, _ = use(WALK, UNUSED_DAYS + 1)
    again = kept(asking, at(11, day=MONDAY + timedelta(UNUSED_DAYS)))
    assert not due(again, at(12, day=MONDAY + timedelta(UNUSED_DAYS)))
    assert due(again, at(10, day=MONDAY + timedelta(UNUSED_DAYS + 1)))
    assert not again.asks


def test_a_clock_set_back_a_day_brings_nothing_twice():
    tomorrow = shown(WALK, at(10, day=MONDAY + timedelta(1)), done_since=False)
    assert not due(tomorrow, at(10))


def test_a_clock_that_was_wrong_by_a_year_silences_nothing():
    wrong = shown(WALK, at(10, day=MONDAY + timedelta(365)), done_since=False)
    assert due(wrong, at(10))


@given(
    st.sampled_from(About),
    st.sets(st.integers(0, 6), min_size=1),
    st.floats(0, 1, exclude_max=True),
    st.integers(0, 24 * 60 * 9),
    st.sampled_from([-720, -150, 0, 60, 120, 845]),
)
def test_the_next_turn_is_the_next_time_anything_changes(about, days, share, ahead, offset):
    """Between now and the turn, a reminder is as much in time as it is at first."""
    first, last = WINDOWS[about]
    minute = first.hour * 60 + int(share * (last.hour * 60 + last.minute - first.hour * 60))
    when = time(minute // 60, minute % 60)
    assert fits(about, when)
    reminder = Reminder(about, when, frozenset(days), on=True)
    now = at(0, 30, offset=offset).plus(ahead * MS_PER_MINUTE)
    turn = next_turn(reminder, now)
    assert now.ms < turn.ms <= now.ms + 8 * 24 * HOUR
    steps = range(0, turn.ms - now.ms, max(MS_PER_MINUTE, (turn.ms - now.ms) // 40))
    assert len({in_time(reminder, now.plus(step)) for step in steps}) == 1
    assert in_time(reminder, now) != in_time(reminder, turn)


class Person:
    """Somebody who does as they like, with a clock that does so too."""

    def __init__(self, about=About.WALK, when=TEN):
        self.reminder = Reminder(about, when, on=True)
        self.seen = {}
        self.asked_for = {}

    def look(self, now, *, done_since=True, **facts):
        if not due(self.reminder, now, **facts):
            return
        assert now.local().time().replace(tzinfo=None) >= self.reminder.at
        assert now.local().time().replace(tzinfo=None) < WINDOWS[self.reminder.about][1]
        self.reminder = shown(self.reminder, now, done_since=done_since)
        self.seen[now.day] = self.seen.get(now.day, 0) + 1
        assert self.seen[now.day] <= 1 + self.asked_for.get(now.day, 0), now.day

    def put_off(self, minutes, now):
        if self.reminder.told.day == now.day:
            self.reminder = put_off(self.reminder, minutes, now)
            self.asked_for[now.day] = self.asked_for.get(now.day, 0) + 1


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("go"), st.integers(1, 40 * 60)),
        st.tuples(st.just("set"), st.integers(-10 * 60, 10 * 60)),
        st.tuples(st.just("zone"), st.sampled_from([-600, 0, 60, 120, 780])),
        st.tuples(st.just("off"), st.sampled_from(SNOOZES)),
    ),
    max_size=40,
)


@given(STEPS, st.sampled_from(About), st.booleans())
def test_never_twice_a_day_unless_asked_for_however_the_clock_runs(steps, about, used):
    person = Person(about, FIRST_TIMES[about])
    now = at(9)
    for what, number in steps:
        match what:
            case "go" | "set":
                now = now.plus(number * MS_PER_MINUTE)
            case "zone":
                now = Moment(now.ms, number)
            case "off":
                person.put_off(number, now)
        person.look(now, done_since=used)
        person.look(now, done_since=used)


def here(moment):
    """Return what the clock shows then, with the offset that holds then."""
    return Moment.of(moment.local().astimezone())


@needs_zones
@pytest.mark.parametrize("change", [date(2026, 3, 29), date(2026, 10, 25)])
@pytest.mark.parametrize("about", About)
def test_on_the_days_the_clocks_change_it_comes_once_at_its_local_time(change, about, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        clocks.tzset()
        person = Person(about, FIRST_TIMES[about])
        now = Moment.of(datetime.combine(change - timedelta(2), time(0)))
        came = []
        for _ in range(4):
            turn = here(next_turn(person.reminder, now))
            while person.seen.get(turn.day, 0) or not due(person.reminder, turn):
                turn = here(next_turn(person.reminder, turn))
            now = turn
            person.look(now)
            came.append(now.local().replace(tzinfo=None))
    clocks.tzset()
    first = change - timedelta(2)
    assert came == [datetime.combine(first + timedelta(n), person.reminder.at) for n in range(4)]


@needs_zones
def test_put_off_on_the_night_of_the_change_it_comes_after_real_minutes(monkeypatch):
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        clocks.tzset()
        evening = Reminder(About.EVENING, time(20), on=True)
        now = Moment.of(datetime(2026, 10, 24, 22, 30))
        later = put_off(evening, 60, now)
        assert next_turn(later, now) == now.plus(HOUR)
        assert due(later, now.plus(HOUR))
    clocks.tzset()


def test_told_of_nothing_is_new():
    assert Told() == Told(None, None, 0)
