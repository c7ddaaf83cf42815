"""The ways back from the end of a walk, and there again."""

from dataclasses import replace
from typing import TYPE_CHECKING

from walktrack.domain.clock import Clock, Reading
from walktrack.domain.stopwatch import (
    SIGNS,
    SLEEP_ASKED_MS,
    Doubt,
    EventKind,
    Stopwatch,
    WalkEvent,
)
from walktrack.domain.walk import Walk, WalkState
from walktrack.services.open_walks import OpenWalks
from walktrack.services.removals import Removals
from walktrack.services.undo import HinderedError, Hindrance, Way

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary


class WalkWays:
    """Puts open walks aside and takes them up, finishes walks and lets them go on."""

    def __init__(self, diary: "Diary", clock: Clock, walks: OpenWalks) -> None:
        self._diary = diary
        self._clock = clock
        self._open = walks
        self._removals = Removals(diary, clock)

    def put_aside(self, person_id: str) -> Way:
        """Remove the open walk; that there was none, if it gave way to it, is said again."""
        walk, watch = self._open.by_person[person_id]
        marks, day, begun = self._diary.marks, walk.start.day, walk.entered.ms
        with self._diary.transaction():
            self._diary.walks.remove(walk.id, self._clock.read().wall)
            marks.come_back(marks.gave_way(person_id, day, begun))
        del self._open.by_person[person_id]
        return lambda: self.take_up(walk, watch)

    def take_up(self, walk: Walk, watch: Stopwatch) -> Way:
        """Have a walk open again that was put aside; after a minute with a question."""
        self._open.make_sure_none(walk.person_id)
        if self._diary.bin.walk(walk.id) is None:
            raise self._removals.hindered_walk(walk.id)
        with self._open.reopening(walk, watch):
            self._diary.walks.restore(walk.id)
            self._diary.marks.give_way(walk.person_id, walk.start.day, walk.entered.ms)
            now = self._clock.read()
            if watch.state is WalkState.RUNNING and self._in_doubt(watch, now):
                self._open.record(walk.person_id, WalkEvent(EventKind.REVIEW, now, Doubt.ASIDE))

        def again() -> Way:
            self._open.make_sure_of(walk)
            return self.put_aside(walk.person_id)

        return again

    def go_on(self, walk: Walk, *, paused: bool) -> Way:
        """Go on with a finished walk, unless its time has changed; the time between is a pause."""
        self._open.make_sure_none(walk.person_id)
        stored = self._diary.walks.get(walk.id)
        if stored is None or stored.walked_ms != walk.walked_ms:
            raise self._removals.hindered_walk(walk.id)
        ended, now = Stopwatch.of(self._diary.walks.events(walk.id)), self._clock.read()
        with self._open.reopening(stored, ended):
            kind = EventKind.PAUSE if paused else EventKind.RESUME
            self._open.record(walk.person_id, WalkEvent(kind, now))
        return lambda: self._finish(walk, now)

    def settle(self, person_id: str, at: Reading) -> tuple[Walk, Way]:
        """End a walk that is asked about; taken back, its question is open again."""
        walk, watch = self._open.by_person[person_id]
        done = self._open.finish(person_id, at)
        return done, lambda: self._ask_again(done, walk, watch, at)

    def decide(self, person_id: str, kind: EventKind) -> Way:
        """Answer that the walk goes on, KEEP or DROP; taken back, its question is open again."""
        self._open.record(person_id, WalkEvent(kind, self._clock.read()))
        walk = self._open.by_person[person_id][0]
        return lambda: self._undecide(walk, kind)

    def _undecide(self, walk: Walk, kind: EventKind) -> Way:
        """Forget the answer, unless more than signs of life came after it."""
        self._open.make_sure_of(walk)
        events = self._diary.walks.events(walk.id)
        at = max(i for i, event in enumerate(events) if event.kind not in SIGNS)
        if events[at].kind is not kind or walk.id in self._open.owed:
            raise HinderedError(Hindrance.WALKED_ON)
        watch = Stopwatch.of([*events[:at], *events[at + 1 :]])
        with self._open.changing(walk.person_id, watch):
            self._diary.walks.take_back_event(walk.id, kind)

        def again() -> Way:
            self._open.make_sure_of(walk)
            if self._open.by_person[walk.person_id][1].review is None:
                raise HinderedError(Hindrance.WALKED_ON)
            return self.decide(walk.person_id, kind)

        return again

    def _ask_again(self, done: Walk, walk: Walk, watch: Stopwatch, at: Reading) -> Way:
        self._open.make_sure_none(done.person_id)
        stored = self._diary.walks.get(done.id)
        if stored is None or replace(stored, details=done.details) != done:
            raise self._removals.hindered_walk(done.id)
        walk = replace(walk, details=stored.details)
        with self._open.reopening(walk, watch):
            # That it ended was never so: kept, the time until then could not be asked for again.
            self._diary.walks.take_back_event(walk.id, EventKind.FINISH)
            self._diary.walks.update(walk)
            now = self._clock.read()
            if watch.review and self._in_doubt(watch, now):
                self._open.record(
                    walk.person_id, WalkEvent(EventKind.REVIEW, now, watch.review.doubt)
                )

        def again() -> Way:
            self._open.make_sure_of(walk)
            if self._open.by_person[walk.person_id][1].review is None:
                raise HinderedError(Hindrance.WALKED_ON)
            return self.settle(walk.person_id, at)[1]

        return again

    @staticmethod
    def _in_doubt(watch: Stopwatch, now: Reading) -> bool:
        """Say whether time may have passed; over a restart only the wall clock could tell."""
        return now.boot != watch.last.boot or now.since(watch.last) >= SLEEP_ASKED_MS

    def _finish(self, walk: Walk, since: Reading) -> Way:
        """Finish a walk that went on by mistake. After a minute, it goes on on purpose.

        What was walked since then would end up in it unseen, or be lost.
        """
        self._open.make_sure_of(walk)
        now, watch = self._clock.read(), self._open.by_person[walk.person_id][1]
        if watch.state is WalkState.REVIEW or now.since(since) >= SLEEP_ASKED_MS:
            raise HinderedError(Hindrance.WALKED_ON)
        done = self._open.finish(walk.person_id, now)
        return lambda: self.go_on(done, paused=watch.state is WalkState.PAUSED)
