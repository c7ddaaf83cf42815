"""The running walk as a frozen value: told what happened, it says how long was walked.

A walk is a list of stretches of walking. Each event is read with all clocks, so a nap of the
laptop, a clock set by hand or a summer-time night changes nothing. What cannot be known (the
computer slept, the program died) is not counted until the person has answered.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate, pairwise

from walktrack.domain.clock import Reading
from walktrack.domain.moment import Moment
from walktrack.domain.pauses import Pause, Pauses
from walktrack.domain.walk import WalkState

HEARTBEAT_MS = 15_000
SLEEP_ASKED_MS = 60_000
LONG_WALK_MS = 4 * 3_600_000


class EventKind(StrEnum):
    """What can happen to a walk. All are kept; only an answer that is undone is forgotten.

    HEARTBEAT says that the program was alive. LEFT says that the person closed the window and
    let the walk run on. REVIEW says that a question is open; KEEP and DROP answer it: the gap
    counts, or it does not. FINISH ends the walk, if need be at a time before now.
    """

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    HEARTBEAT = "heartbeat"
    LEFT = "left"
    REVIEW = "review"
    KEEP = "keep"
    DROP = "drop"
    FINISH = "finish"


SIGNS = frozenset({EventKind.HEARTBEAT, EventKind.LEFT})
"""Signs of life: they tell that the program was there, and nothing that anybody decided."""


class Doubt(StrEnum):
    """Why a question is asked."""

    SLEEP = "sleep"
    CRASH = "crash"
    LONG = "long"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class WalkEvent:
    """One thing that happened, with all clocks; `doubt` goes with REVIEW only."""

    kind: EventKind
    at: Reading
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Walking without a pause, from `start` to the latest sign of life."""

    start: Reading
    end: Reading

    @property
    def ms(self) -> int:
        """Its length."""
        return self.end.since(self.start)


@dataclass(frozen=True, slots=True)
class Review:
    """An open question: how much of the time from `since` to `found` was walked.

    `path` holds the readings of the time in doubt. The program may have looked in between, and
    only a step over a restart of the computer has to believe the wall clock.
    """

    doubt: Doubt
    path: tuple[Reading, ...]

    @property
    def since(self) -> Reading:
        """The last sign of life before."""
        return self.path[0]

    @property
    def found(self) -> Reading:
        """When the question was last asked; from here on the program was there again."""
        return self.path[-1]

    @property
    def gap_ms(self) -> int:
        """Length of the time in doubt."""
        return sum(after.since(before) for before, after in pairwise(self.path))

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The time in doubt as if it had been walked."""
        return tuple(Stretch(before, after) for before, after in pairwise(self.path))


class NotPossibleError(Exception):
    """An event that cannot follow: pausing a paused walk, finishing a finished one."""


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """A walk so far. Make one with `begin` or `of`, give it events, read it with any clock."""

    state: WalkState
    stretches: tuple[Stretch, ...]
    last: Reading
    left: bool = False
    review: Review | None = None
    asked_at_ms: int = 0

    @classmethod
    def begin(cls, at: Reading) -> "Stopwatch":
        """Return a stopwatch started now."""
        return cls(WalkState.RUNNING, (Stretch(at, at),), at)

    @classmethod
    def of(cls, events: "list[WalkEvent]") -> "Stopwatch":
        """Return the stopwatch that went through these events, the first of which is START."""
        watch = cls.begin(events[0].at)
        for event in events[1:]:
            watch = watch.after(event)
        return watch

    @property
    def counted_ms(self) -> int:
        """Milliseconds walked up to the last event, the time in doubt left out."""
        return sum(stretch.ms for stretch in self.stretches)

    def walked_ms(self, now: Reading) -> int:
        """Return the milliseconds walked up to now; stands still in a pause and in doubt."""
        return self.counted_ms + (now.since(self.last) if self.state is WalkState.RUNNING else 0)

    def doubt(self, now: Reading, *, restarted: bool = False) -> Doubt | None:
        """Say whether the time since the last event is in doubt; `restarted`: the program was.

        Sleep of 60 s or more, a restart that was not announced by LEFT, a restart of the
        computer, or 4 hours of walking since the start or the last answer.
        """
        running = self.state is WalkState.RUNNING
        if not running and self.state is not WalkState.REVIEW:
            return None
        known = self.left and running and now.boot == self.last.boot
        if restarted and not known:
            return Doubt.CRASH
        if now.slept_since(self.last) >= SLEEP_ASKED_MS:
            return Doubt.SLEEP
        if running and self.walked_ms(now) - self.asked_at_ms >= LONG_WALK_MS:
            return Doubt.LONG
        return None

    def elapsed_ms(self, now: Reading) -> int:
        """Return the milliseconds since the start, pauses and time in doubt included."""
        known = [at for stretch in self.stretches for at in (stretch.start, stretch.end)]
        doubtful = self.review.path if self.review else ()
        readings = [*known, *doubtful, self.last, now]
        return sum(after.since(before) for before, after in pairwise(readings))

    @property
    def pauses(self) -> Pauses:
        """The time from start to end that was not walked."""
        readings = [at for stretch in self.stretches for at in (stretch.start, stretch.end)]
        places = list(accumulate((b.since(a) for a, b in pairwise(readings)), initial=0))
        gaps = zip(places[1::2], places[2::2], strict=False)
        return tuple(Pause(begin, end) for begin, end in gaps if begin < end)

    def end(self) -> Moment:
        """Return when walking ended, with the offset seen then.

        It is counted from the start, so that a clock set by hand in between is no matter.
        """
        readings = [at for stretch in self.stretches for at in (stretch.start, stretch.end)]
        elapsed = sum(after.since(before) for before, after in pairwise(readings))
        return Moment(readings[0].wall.ms + elapsed, readings[-1].wall.offset)

    def after(self, event: WalkEvent) -> "Stopwatch":
        """Return the stopwatch after an event; NotPossibleError if it cannot follow."""
        at = event.at
        match self.state, event.kind:
            case WalkState.RUNNING, EventKind.HEARTBEAT | EventKind.LEFT:
                return replace(self._on(at), left=event.kind is EventKind.LEFT)
            case WalkState.RUNNING | WalkState.DONE, EventKind.PAUSE:
                return self._paused(at)
            case WalkState.PAUSED | WalkState.DONE, EventKind.RESUME:
                again = (*self.stretches, Stretch(at, at))
                return replace(self, state=WalkState.RUNNING, stretches=again, last=at)
            case WalkState.RUNNING | WalkState.REVIEW, EventKind.REVIEW:
                return self._question(event)
            case WalkState.REVIEW, EventKind.HEARTBEAT | EventKind.LEFT:
                return replace(self, last=at)
            case WalkState.REVIEW, EventKind.KEEP | EventKind.DROP:
                return self._answered(event)
            case WalkState.RUNNING | WalkState.PAUSED | WalkState.REVIEW, EventKind.FINISH:
                return self._finished(at)
            case _:
                message = f"{event.kind} cannot follow in state {self.state}"
                raise NotPossibleError(message)

    def _on(self, at: Reading) -> "Stopwatch":
        grown = replace(self.stretches[-1], end=at)
        return replace(self, stretches=(*self.stretches[:-1], grown), last=at, left=False)

    def _paused(self, at: Reading) -> "Stopwatch":
        walked = self._on(at) if self.state is WalkState.RUNNING else replace(self, last=at)
        return replace(walked, state=WalkState.PAUSED)

    def _question(self, event: WalkEvent) -> "Stopwatch":
        before = self.review.path if self.review else ()
        review = Review(event.doubt or Doubt.CRASH, (*before, self.last, event.at))
        return replace(self, state=WalkState.REVIEW, review=review, last=event.at, left=False)

    def _answered(self, event: WalkEvent) -> "Stopwatch":
        review, at = self._open_review(), event.at
        stretches = self.stretches
        if event.kind is EventKind.KEEP:
            stretches = (*stretches, *review.stretches)
        stretches = (*stretches, Stretch(review.found, at))
        walk_on = replace(self, state=WalkState.RUNNING, stretches=stretches, last=at, review=None)
        return replace(walk_on, asked_at_ms=walk_on.counted_ms)

    def _finished(self, at: Reading) -> "Stopwatch":
        grown = self._grown(at)
        done = replace(self, state=WalkState.DONE, last=at, left=False, review=None)
        return replace(done, stretches=_cut(grown, at))

    def _grown(self, at: Reading) -> tuple[Stretch, ...]:
        """Return the stretches as they would be if all the time until `at` had been walked."""
        until = at if at.is_later_than(self.last) else self.last
        if self.state is WalkState.PAUSED:
            return self.stretches
        if self.state is WalkState.RUNNING:
            return (*self.stretches[:-1], replace(self.stretches[-1], end=until))
        review = self._open_review()
        return (*self.stretches, *review.stretches, Stretch(review.found, until))

    def _open_review(self) -> Review:
        if self.review is None:
            message = "there is no open question"
            raise NotPossibleError(message)
        return self.review


def _cut(stretches: tuple[Stretch, ...], at: Reading) -> tuple[Stretch, ...]:
    """Return the stretches up to `at`; the first stays, if need be with no length.

    Places in time are found by the clock that `at` was read with, never by the wall clock alone:
    that may have been set by hand in between.
    """
    readings = [each for stretch in stretches for each in (stretch.start, stretch.end)]
    places = list(accumulate((b.since(a) for a, b in pairwise(readings)), initial=0))
    known = [
        place + at.boot_ms - reading.boot_ms
        for reading, place in zip(readings, places, strict=True)
        if reading.boot == at.boot
    ]
    # Read after a restart of the computer it is later than all of them.
    until = known[-1] if known else places[-1]
    start = stretches[0].start
    kept = [Stretch(start, start)]
    for stretch, begin, end in zip(stretches, places[::2], places[1::2], strict=True):
        over = max(0, end - until)
        if over < end - begin:
            kept.append(replace(stretch, end=stretch.end.plus(-over)))
    return tuple(kept[1:] if len(kept) > 1 and kept[1].start == start else kept)
