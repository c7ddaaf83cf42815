"""Whatever happens to a walk, the minutes are those of a model that never saw our clocks."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.services.conftest import House

from walktrack.domain.walk import WalkState
from walktrack.services.tracker import Answer, Tracker

HOUR = 3_600_000
BEAT = 15_000


class WalkMachine(RuleBasedStateMachine):
    """Start, pause, resume, finish, sleep, crash, clocks set by hand, on a real SQLite file.

    The model counts true milliseconds: `counted` for certain, `since_sign` since the last sign of
    life, `doubtful` up to the last asking of an open question and `fresh` since then. Only over a
    restart of the computer the wall clock has to be believed, with what it was set by hand since
    the last sign of life (`jump`).
    """

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.house = House(Path(self.folder.name) / "diary.db")
        self.me = self.house.person.id
        self.state = None
        self.finished = []
        self.jump = self.age = 0
        self.left = self.rebooted = False

    def teardown(self):
        self.house.diary.close()
        self.folder.cleanup()

    # What time does

    def _pass(self, ms, *, asleep=False):
        clock = self.house.clock
        if asleep:
            clock.sleep(ms)
        else:
            clock.go(ms=ms)
        self.age += ms
        if self.state in {"running", "review"}:
            self.since_sign += ms

    def _tick(self, *, gap=0, restarted=False):
        """Let the program look at the clock, and the model with it."""
        if restarted:
            self.house.tracker.find(self.me)
        else:
            self.house.tracker.tick(self.me)
        lost = gap >= 60_000 or (restarted and not self.left)
        if self.state == "running" and (
            lost or self.counted + self.since_sign - self.asked_at >= 4 * HOUR
        ):
            self.state, self.doubtful, self.fresh = "review", self.since_sign, 0
            self._seen()
        elif self.state == "review" and (lost or restarted):
            self.doubtful += self.fresh + self.since_sign
            self.fresh = 0
            self._seen()
        elif not restarted and self.state in {"running", "review"} and self.since_sign >= BEAT:
            self._sign()

    def _sign(self):
        if self.state == "review":
            self.fresh += self.since_sign
        else:
            self.counted += self.since_sign
        self._seen()

    def _seen(self):
        self.since_sign = self.jump = 0
        self.left = False

    @rule(seconds=st.integers(1, 40), ms=st.integers(0, 999))
    def walk_on(self, seconds, ms):
        for _ in range(seconds):
            self._pass(1000)
            self._tick()
        self._pass(ms)

    @rule(hours=st.integers(1, 5))
    def long_time_with_the_window_open(self, hours):
        for _ in range(hours * 240):
            self._pass(15_000)
            self._tick()

    @rule(ms=st.integers(0, 8 * HOUR))
    def laptop_sleeps(self, ms):
        self._tick()
        self._pass(ms, asleep=True)
        self._tick(gap=ms)

    @rule(ms=st.integers(20_000, 59_999))
    def laptop_naps(self, ms):
        self._pass(ms, asleep=True)
        self._tick(gap=ms)

    @rule(days=st.integers(-400, 400))
    def clock_is_set(self, days):
        self.house.clock.set_wall(days * 24 * HOUR)
        self.jump += days * 24 * HOUR

    @rule(offset=st.sampled_from([-480, 0, 60, 120, 330]))
    def zone_changes(self, offset):
        self.house.clock.set_zone(offset)

    # What happens to the program

    def _restart(self):
        house = self.house
        house.diary.close()
        house.diary.open()
        house.tracker = Tracker(house.diary, house.clock, house.announcer, house.undo)

    @rule(ms=st.integers(0, 2 * HOUR))
    def crash(self, ms):
        self._pass(ms)
        self._restart()
        self._tick(restarted=True)

    @rule(ms=st.integers(20_000, 2 * HOUR))
    def power_cut(self, ms):
        self.house.clock.reboot(ms)
        self.rebooted = True
        if self.state in {"running", "review"}:
            self.since_sign = max(0, self.since_sign + ms + self.jump)
            self.left = False
        self._restart()
        self._tick(restarted=True)

    @precondition(lambda self: self.state == "running")
    @rule(ms=st.integers(0, HOUR))
    def window_closed_and_opened_again(self, ms):
        self.house.tracker.leave(self.me)
        self._sign()
        self.left = True
        self._pass(ms)
        self._restart()
        self._tick(restarted=True)

    # What the person does

    @precondition(lambda self: self.state is None)
    @rule()
    def start(self):
        self.house.tracker.start(self.me, 20)
        self.state, self.rebooted = "running", False
        self.counted = self.asked_at = self.age = 0
        self._seen()

    @precondition(lambda self: self.state == "running")
    @rule()
    def pause(self):
        self.house.tracker.pause(self.me)
        self._sign()
        self.state = "paused"

    @precondition(lambda self: self.state == "paused")
    @rule()
    def resume(self):
        self.house.tracker.resume(self.me)
        self.state = "running"
        self._seen()

    @precondition(lambda self: self.state == "running")
    @rule(ms=st.integers(0, HOUR), crash=st.booleans())
    def rest_a_while(self, ms, crash):
        self.pause()
        self._pass(ms)
        self.resume()
        if crash:
            self.crash(1000)

    @precondition(lambda self: self.state in {"running", "paused"})
    @rule()
    def finish(self):
        if self.state == "running":
            self._sign()
        self._done(self.house.tracker.finish(self.me))

    @precondition(lambda self: self.state == "review")
    @rule(answer=st.sampled_from([Answer.KEEP, Answer.DROP, Answer.STOPPED]))
    def answer(self, answer):
        walk = self.house.tracker.answer(self.me, answer)
        if answer is Answer.STOPPED:
            self._done(walk)
            return
        self.counted += self.fresh + self.since_sign
        self.counted += self.doubtful if answer is Answer.KEEP else 0
        self.state, self.asked_at = "running", self.counted
        self._seen()

    @precondition(lambda self: self.state == "review")
    @rule(data=st.data())
    def answer_with_a_time(self, data):
        fresh = self.fresh + self.since_sign
        back = data.draw(st.integers(0, fresh))
        at = self.house.clock.wall.plus(-back)
        self.counted += self.doubtful + fresh - back
        walk = self.house.tracker.answer(self.me, Answer.CHOSEN, at)
        self._done(walk)

    def _done(self, walk):
        if not self.rebooted:
            assert self.counted <= walk.end.ms - walk.start.ms <= self.age
        self.finished.append((walk.id, self.counted))
        self.state = None

    @invariant()
    def the_minutes_are_right_to_the_millisecond(self):
        now = self.house.tracker.current(self.me)
        if self.state is None:
            assert now is None
            return
        assert now.state == {"running": WalkState.RUNNING, "paused": WalkState.PAUSED}.get(
            self.state, WalkState.REVIEW
        )
        assert now.walked_ms == self.counted + (self.since_sign if self.state == "running" else 0)

    @invariant()
    def finished_walks_stay_as_they_were(self):
        for walk_id, counted in self.finished[-2:]:
            walk = self.house.diary.walks.get(walk_id)
            assert walk.walked_ms == counted
            assert walk.end.ms - walk.start.ms >= counted


TestWalk = WalkMachine.TestCase
TestWalk.settings = settings(stateful_step_count=30, max_examples=25, deadline=None)
