"""Faults a walking clock could have. Each is put into the program for a while, to be found.

A fault changes one function of the program: `put(patch)` with a `pytest.MonkeyPatch`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from walktrack.domain.clock import Reading
from walktrack.domain.stopwatch import Doubt, EventKind, Review, Stopwatch, Stretch, WalkEvent
from walktrack.domain.walk import WalkState
from walktrack.services import tracker, walk_ways
from walktrack.services.journal import Journal
from walktrack.services.open_walks import OpenWalks
from walktrack.services.running import Answer
from walktrack.services.tracker import Tracker
from walktrack.storage.walks import Walks

CAP_MS = 15_000
MINUTE_MS = 60_000


@dataclass(frozen=True)
class Fault:
    """What is wrong, and how it is put in."""

    name: str
    put: Callable[[pytest.MonkeyPatch], None]


def _wall_clock_used(patch):
    def since(later, earlier):
        return max(0, later.wall.ms - earlier.wall.ms)

    patch.setattr(Reading, "since", since)


def _clock_that_stops_in_sleep(patch):
    def since(later, earlier):
        if later.boot == earlier.boot:
            return max(0, later.awake_ms - earlier.awake_ms)
        return max(0, later.wall.ms - earlier.wall.ms)

    patch.setattr(Reading, "since", since)


def _summer_time_counted(patch):
    true = Reading.since

    def since(later, earlier):
        shift = (later.wall.offset - earlier.wall.offset) * MINUTE_MS
        return max(0, true(later, earlier) + shift)

    patch.setattr(Reading, "since", since)


def _summer_time_counted_over_a_restart(patch):
    true = Reading.since

    def since(later, earlier):
        if later.boot == earlier.boot:
            return true(later, earlier)
        shift = (later.wall.offset - earlier.wall.offset) * MINUTE_MS
        return max(0, later.wall.ms - earlier.wall.ms + shift)

    patch.setattr(Reading, "since", since)


def _capped_heartbeat(patch):
    def on(watch, at):
        end = watch.last.plus(min(CAP_MS, at.since(watch.last)))
        grown = replace(watch.stretches[-1], end=end)
        return replace(watch, stretches=(*watch.stretches[:-1], grown), last=at, left=False)

    patch.setattr(Stopwatch, "_on", on)


def _sleep_under_a_minute_dropped(patch):
    def on(watch, at):
        end = at.plus(-at.slept_since(watch.last))
        kept = (*watch.stretches[:-1], replace(watch.stretches[-1], end=end), Stretch(at, at))
        return replace(watch, stretches=kept, last=at, left=False)

    patch.setattr(Stopwatch, "_on", on)


def _resume_without_event(patch):
    _lose(patch, EventKind.RESUME)


def _lost_pause(patch):
    _lose(patch, EventKind.PAUSE)


def _lost_question(patch):
    _lose(patch, EventKind.REVIEW)


def _lose(patch, kind):
    true = Walks.add_event

    def add_event(walks, walk_id, event):
        if event.kind is not kind:
            true(walks, walk_id, event)

    patch.setattr(Walks, "add_event", add_event)


def _silent_continue_after_a_crash(patch):
    true = Stopwatch.doubt

    def doubt(watch, now, *, restarted=False):
        return true(watch, now)

    patch.setattr(Stopwatch, "doubt", doubt)


def _left_for_ever(patch):
    true = Tracker.find

    def find(self, person_id):
        walk = self._diary.walks.open_walk(person_id)
        watch = walk and Stopwatch.of(self._diary.walks.events(walk.id))
        if watch is None or watch.doubt(self._clock.read(), restarted=True):
            return true(self, person_id)
        self._open[person_id] = walk, watch
        return self.current(person_id)

    patch.setattr(Tracker, "find", find)


def _start_moved_by_an_edit(patch):
    true = Journal.describe

    def describe(journal, walk_id, details):
        true(journal, walk_id, details)
        walk = journal.walk(walk_id)
        journal._diary.walks.update(replace(walk, start=journal._clock.read().wall))

    patch.setattr(Journal, "describe", describe)


def _words_about_an_open_walk_lost(patch):
    true = OpenWalks.record

    def record(self, person_id, event):
        said = self.by_person[person_id][0].details
        true(self, person_id, event)
        if event.kind is not EventKind.HEARTBEAT:
            walk, watch = self.by_person[person_id]
            self._diary.walks.update(replace(walk, details=said))
            self.by_person[person_id] = replace(walk, details=said), watch

    patch.setattr(OpenWalks, "record", record)


def _asked_twice_counts_twice(patch):
    def question(watch, event):
        before = watch.review.path if watch.review else ()
        again = before[:1] or (watch.last,)
        review = Review(event.doubt or Doubt.CRASH, (*before, *again, event.at))
        state = WalkState.REVIEW
        return replace(watch, state=state, review=review, last=event.at, left=False)

    patch.setattr(Stopwatch, "_question", question)


def _stopped_when_asked(patch):
    true = Tracker.answer

    def answer(self, person_id, answer, at=None):
        if answer is Answer.STOPPED:
            return self._walks.finish(person_id, self._open[person_id][1].review.found)
        return true(self, person_id, answer, at)

    patch.setattr(Tracker, "answer", answer)


def _asked_about_four_hours_again_at_once(patch):
    true = Stopwatch._answered

    def answered(watch, event):
        return replace(true(watch, event), asked_at_ms=0)

    patch.setattr(Stopwatch, "_answered", answered)


def _sign_of_life_once_a_minute(patch):
    patch.setattr(tracker, "HEARTBEAT_MS", MINUTE_MS)


def _sign_of_life_every_second(patch):
    patch.setattr(tracker, "HEARTBEAT_MS", 1000)


def _finish_taken_back_counts_the_time_between(patch):
    true = Stopwatch.after

    def after(watch, event):
        if watch.state is WalkState.DONE and event.kind is EventKind.RESUME:
            grown = replace(watch.stretches[-1], end=event.at)
            kept = (*watch.stretches[:-1], grown)
            return replace(watch, state=WalkState.RUNNING, stretches=kept, last=event.at)
        return true(watch, event)

    patch.setattr(Stopwatch, "after", after)


def _taken_back_without_a_question(patch):
    patch.setattr(walk_ways, "SLEEP_ASKED_MS", 24 * 60 * MINUTE_MS)


def _one_walk_for_all(patch):
    true = OpenWalks.record

    def record(self, person_id, event):
        true(self, person_id, event)
        if event.kind is EventKind.PAUSE:
            for other in set(self.by_person) - {person_id}:
                if self.by_person[other][1].state is WalkState.RUNNING:
                    true(self, other, WalkEvent(EventKind.PAUSE, event.at))

    patch.setattr(OpenWalks, "record", record)


NAMED = (
    Fault("wall clock used", _wall_clock_used),
    Fault("clock that stops in sleep", _clock_that_stops_in_sleep),
    Fault("capped heartbeat", _capped_heartbeat),
    Fault("resume without event", _resume_without_event),
    Fault("silent continue after a crash", _silent_continue_after_a_crash),
    Fault("summer time counted", _summer_time_counted),
    Fault("start moved by an edit", _start_moved_by_an_edit),
    Fault("lost pause", _lost_pause),
)

MORE = (
    Fault("crash after a walk was left and found", _left_for_ever),
    Fault("summer time counted over a restart", _summer_time_counted_over_a_restart),
    Fault("question asked twice counts twice", _asked_twice_counts_twice),
    Fault("sleep under a minute dropped", _sleep_under_a_minute_dropped),
    Fault("stopped when asked, not when last alive", _stopped_when_asked),
    Fault("four hours asked about again at once", _asked_about_four_hours_again_at_once),
    Fault("sign of life once a minute", _sign_of_life_once_a_minute),
    Fault("sign of life every second", _sign_of_life_every_second),
    Fault("question not stored", _lost_question),
    Fault("finish taken back counts the time between", _finish_taken_back_counts_the_time_between),
    Fault("walk taken back without a question", _taken_back_without_a_question),
    Fault("words about an open walk lost", _words_about_an_open_walk_lost),
    Fault("one person's pause pauses all", _one_walk_for_all),
)
