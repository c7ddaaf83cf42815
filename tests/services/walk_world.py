"""Two people who walk, their computer and what is true about both, for the state machine."""

import tempfile
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from hypothesis.stateful import RuleBasedStateMachine, invariant
from tests.services.conftest import House
from tests.services.walk_truth import BEAT, WATCHED, Truth

from walktrack.domain.stopwatch import EventKind
from walktrack.domain.walk import WalkState
from walktrack.services.history import History
from walktrack.services.journal import Journal
from walktrack.services.tracker import Tracker
from walktrack.services.undo import DeedKind, UndoStack

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
RUNNING, PAUSED, REVIEW = WalkState.RUNNING, WalkState.PAUSED, WalkState.REVIEW


@dataclass
class Past:
    """Something a person did that can be taken back.

    `done` is the walk as it ended, or the steps it had taken when a question was answered.
    """

    kind: DeedKind
    who: str
    truth: Truth
    was: WalkState
    done: Truth | int | None = None
    keep: bool = False


class WalkWorld(RuleBasedStateMachine):
    """The services on a real SQLite file beside the truth, and how the two must agree."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(
            prefix="walktrack-", dir=MEMORY if MEMORY.is_dir() else None
        )
        self.house = House(Path(self.folder.name) / "diary.db")
        me = self.house.person
        self.house.diary.people.add(replace(me, id="another", name="Another"))
        self.open: dict[str, Truth | None] = {me.id: None, "another": None}
        self.done: list[Truth] = []
        self.past: list[Past] = []
        self._begin()

    def teardown(self):
        self.house.diary.close()
        self.folder.cleanup()

    def _begin(self):
        """Make the services as a new run of the program does; nothing can be taken back."""
        house = self.house
        house.undo = UndoStack()
        house.tracker = Tracker(house.diary, house.clock, house.announcer, house.undo)
        house.journal = Journal(house.diary, house.clock, house.announcer, house.undo)
        self.history = History(house.diary, house.clock, house.announcer, house.undo)
        self.past.clear()

    def _people_in(self, *states):
        return [who for who, truth in self.open.items() if (truth and truth.state) in states]

    def _pick(self, pick, *states):
        known = self._people_in(*states)
        who = known[pick % len(known)]
        return who, self.open[who]

    @property
    def _truths(self):
        return [t for t in self.open.values() if t] + [past.truth for past in self.past]

    @property
    def _offset(self):
        return self.house.clock.wall.offset

    # What time does

    def _pass(self, ms, *, asleep=False):
        clock = self.house.clock
        if asleep:
            clock.sleep(ms)
        else:
            clock.go(ms=ms)
        for truth in self._truths:
            truth.passes(ms, asleep=asleep)

    def _tick(self):
        """Let the program look at the clock, and the model with it."""
        for who, truth in self.open.items():
            self.house.tracker.tick(who)
            if truth:
                truth.looked_at(self._offset)

    def _set_clock(self, ms):
        self.house.clock.set_wall(ms)
        for truth in self._truths:
            truth.clock_set(ms)

    # What happens to the program

    def _restart(self):
        self.house.diary.close()
        self.house.diary.open()
        self._begin()
        for who, truth in self.open.items():
            self.house.tracker.find(who)
            if truth:
                truth.looked_at(self._offset, restarted=True)

    # What must be so after each of these

    @invariant()
    def the_minutes_are_right_to_the_millisecond(self):
        for who, truth in self.open.items():
            now = self.house.tracker.current(who)
            if truth is None:
                assert now is None
                continue
            assert now.walk.id == truth.id
            assert (now.state, now.walked_ms) == (truth.state, truth.walked)
            if truth.state is REVIEW:
                review = now.watch.review
                assert (review.doubt, review.gap_ms) == (truth.doubt, truth.doubtful)

    @invariant()
    def the_file_agrees(self):
        for who, truth in self.open.items():
            walk = self.house.diary.walks.open_walk(who)
            if truth is None:
                assert walk is None
                continue
            assert (walk.id, walk.state, walk.end) == (truth.id, truth.state, None)
            assert (walk.start, walk.details.note) == (truth.start, truth.note)
            if truth.state is not RUNNING:
                assert walk.walked_ms == truth.counted

    @invariant()
    def signs_of_life_are_stored_at_most_every_fifteen_seconds(self):
        for who in self._people_in(*WATCHED):
            events = self.house.diary.walks.events(self.open[who].id)
            assert events[-1].at == self.house.tracker.current(who).watch.last
            for before, after in pairwise(events[-5:]):
                if after.kind is EventKind.HEARTBEAT and before.kind is not EventKind.LEFT:
                    assert after.at.since(before.at) >= BEAT

    @invariant()
    def finished_walks_stay_as_they_were(self):
        for truth in self.done[-2:]:
            walk = self.house.diary.walks.get(truth.id)
            assert walk.state is WalkState.DONE
            assert (walk.start, walk.details.note) == (truth.start, truth.note)
            assert walk.walked_ms == truth.counted
            elapsed = walk.end.ms - walk.start.ms
            assert elapsed >= truth.counted
            if not truth.rebooted:
                assert elapsed == truth.ended
