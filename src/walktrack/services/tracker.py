"""The walk that is going on: every step is committed before it is shown."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from walktrack.domain.clock import Clock, Reading
from walktrack.domain.faults import DiaryError
from walktrack.domain.moment import Moment
from walktrack.domain.stopwatch import (
    HEARTBEAT_MS,
    EventKind,
    NotPossibleError,
    Stopwatch,
    WalkEvent,
)
from walktrack.domain.walk import Source, Walk, WalkState
from walktrack.services.changes import Announcer, Changes
from walktrack.services.journal import WAITING_MS
from walktrack.services.open_walks import OpenWalks
from walktrack.services.running import Answer, Running, reading_at
from walktrack.services.undo import (
    Deed,
    DeedKind,
    HinderedError,
    Hindrance,
    UndoStack,
    Way,
    announced,
)
from walktrack.services.walk_ways import WalkWays
from walktrack.services.writing import hand_of

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary


class Tracker:
    """Starts, pauses and ends walks, and notices when time is in doubt.

    Open walks are kept here as frozen stopwatches, so that reading one costs nothing and goes on
    when the disk fails. Every verb raises DiaryError with nothing changed if it cannot be stored,
    and NotPossibleError if the walk is not in a state for it.
    """

    def __init__(self, diary: "Diary", clock: Clock, announcer: Announcer, undo: UndoStack) -> None:
        self._diary = diary
        self._clock = clock
        self._announcer = announcer
        self._undo = undo
        self._walks = OpenWalks(diary, announcer)
        self._open = self._walks.by_person
        self._ways = WalkWays(diary, clock, self._walks)

    def find(self, person_id: str) -> Running | None:
        """Take up the walk an earlier run of the program left open; ask if time is in doubt."""
        walk = self._diary.walks.open_walk(person_id)
        if walk is None:
            return None
        watch = Stopwatch.of(self._diary.walks.events(walk.id))
        self._open[person_id] = walk, watch
        self._walks.owed.pop(walk.id, None)
        now = self._clock.read()
        if doubt := watch.doubt(now, restarted=True):
            question = WalkEvent(EventKind.REVIEW, now, doubt)
            try:
                self._walks.record(person_id, question)
            except DiaryError:  # asked all the same, and stored with what comes next
                self._walks.owed[walk.id] = question
                open_question = replace(walk, state=WalkState.REVIEW), watch.after(question)
                self._open[person_id] = open_question
                raise
        elif watch.left:  # the program is here again: if it dies now, that is a crash
            self._walks.record(person_id, WalkEvent(EventKind.HEARTBEAT, now))
        return self.current(person_id)

    @property
    def any_open(self) -> bool:
        """Whether anybody's walk is open."""
        return bool(self._open)

    def walkers(self) -> list[str]:
        """Return who has an open walk, also those whose walk was not taken up yet."""
        return self._diary.walks.walkers()

    def forget(self) -> None:
        """Forget the open walks, after other records took the place of all; `find` looks anew."""
        self._open.clear()
        self._walks.owed.clear()

    def current(self, person_id: str) -> Running | None:
        """Return the open walk now, without touching the file."""
        if person_id not in self._open:
            return None
        walk, watch = self._open[person_id]
        return Running(walk, watch, watch.walked_ms(self._clock.read()))

    def tick(self, person_id: str) -> Running | None:
        """Return the open walk now; store a sign of life when one is due, ask when in doubt.

        To be called at least every 15 seconds.
        """
        if person_id not in self._open:
            return None
        _, watch = self._open[person_id]
        now = self._clock.read()
        if doubt := watch.doubt(now):
            self._walks.record(person_id, WalkEvent(EventKind.REVIEW, now, doubt))
        elif self._beats(watch) and now.since(watch.last) >= HEARTBEAT_MS:
            self._walks.record(person_id, WalkEvent(EventKind.HEARTBEAT, now))
        return self.current(person_id)

    def start(self, person_id: str, target_minutes: int | None) -> Running:
        """Begin a walk; a rating and ticks given shortly before become the walk's.

        That there was no walk today is taken back.
        """
        self._walks.make_sure_none(person_id)
        now = self._clock.read()
        walk = Walk(
            id=str(uuid4()),
            person_id=person_id,
            start=now.wall,
            end=None,
            walked_ms=0,
            state=WalkState.RUNNING,
            source=Source.TIMER,
            target_minutes=target_minutes,
            entered=now.wall,
            recorder=hand_of(self._diary).name,
        )
        since = now.wall.ms - WAITING_MS
        with self._diary.transaction():
            self._diary.walks.add(walk)
            self._diary.walks.add_event(walk.id, WalkEvent(EventKind.START, now))
            self._diary.ratings.adopt(person_id, walk.id, since)
            self._diary.posture.adopt(person_id, walk.id, since)
            self._diary.marks.give_way(person_id, walk.start.day, walk.entered.ms)
        self._open[person_id] = walk, Stopwatch.begin(now)
        self._announcer.announce(Changes.WALKS)
        return Running(walk, Stopwatch.begin(now), 0)

    def pause(self, person_id: str) -> None:
        """Stop counting until `resume`."""
        self._walks.record(person_id, WalkEvent(EventKind.PAUSE, self._clock.read()))

    def resume(self, person_id: str) -> None:
        """Count again after a pause."""
        self._walks.record(person_id, WalkEvent(EventKind.RESUME, self._clock.read()))

    def finish(self, person_id: str) -> Walk:
        """End the walk now and return it. Taken back, it goes on; the time between is a pause."""
        paused = self._open[person_id][1].state is WalkState.PAUSED
        walk = self._walks.finish(person_id, self._clock.read())
        self._undo.push(Deed(DeedKind.WALK_FINISHED, lambda: self._ways.go_on(walk, paused=paused)))
        return walk

    def leave(self, person_id: str) -> None:
        """Note that the window is closed on purpose while the walk runs on."""
        if self._beats(self._open[person_id][1]):
            self._walks.record(person_id, WalkEvent(EventKind.LEFT, self._clock.read()))

    def answer(self, person_id: str, answer: Answer, at: Moment | None = None) -> Walk | None:
        """Settle time in doubt; return the walk if that ended it.

        `at` is the end the person chose, for CHOSEN only; ValueError if it lies before the start
        or in the future. Any answer can be taken back, and the question is open again.
        """
        watch = self._open[person_id][1]
        if watch.review is None:
            message = "there is no open question"
            raise NotPossibleError(message)
        now = self._clock.read()
        match answer:
            case Answer.KEEP:
                self._goes_on(person_id, EventKind.KEEP)
            case Answer.DROP:
                self._goes_on(person_id, EventKind.DROP)
            case Answer.STOPPED:
                return self._settle(person_id, watch.review.since)
            case Answer.CHOSEN:
                return self._settle(person_id, reading_at(at, now, watch))
            case Answer.ASIDE:
                self.discard(person_id)
        return None

    def _goes_on(self, person_id: str, kind: EventKind) -> None:
        back = self._ways.decide(person_id, kind)
        self._undo.push(Deed(DeedKind.QUESTION_ANSWERED, announced(back, self._announce)))

    def _settle(self, person_id: str, at: Reading) -> Walk:
        walk, back = self._ways.settle(person_id, at)
        self._undo.push(Deed(DeedKind.WALK_FINISHED, announced(back, self._announce)))
        return walk

    def discard(self, person_id: str) -> None:
        """Put the open walk aside. It can be taken back; after a minute with a question."""
        self._did(DeedKind.WALK_DISCARDED, self._ways.put_aside(person_id))

    def put_back(self, walk_id: str) -> None:
        """Have a walk open again that was put aside, perhaps long ago; it asks its question.

        HinderedError if another walk is open, or this one is not in the bin any more.
        """
        walk = self._diary.bin.walk(walk_id)
        if walk is None:
            raise HinderedError(Hindrance.CHANGED)
        watch = Stopwatch.of(self._diary.walks.events(walk_id))
        self._did(DeedKind.WALK_PUT_BACK, self._ways.take_up(walk, watch))

    def _did(self, kind: DeedKind, back: Way) -> None:
        self._undo.push(Deed(kind, announced(back, self._announce)))
        self._announce()

    def _announce(self) -> None:
        self._announcer.announce(Changes.WALKS)

    @staticmethod
    def _beats(watch: Stopwatch) -> bool:
        return watch.state in {WalkState.RUNNING, WalkState.REVIEW}
