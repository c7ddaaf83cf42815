"""A window that is killed at a moment nobody foresaw, and what the next start makes of its walk."""

import os
import queue
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from walktrack import paths
from walktrack.clock import SystemClock
from walktrack.domain.stopwatch import EventKind, Stopwatch
from walktrack.domain.walk import WalkState
from walktrack.services.desk import Desk
from walktrack.services.tracker import Tracker
from walktrack.storage.diary import Diary

WALKER = Path(__file__).with_name("walker.py")
NEWEST_SIGN_MS = 16_000
WAIT_S = 90
STATES = {
    "": None,
    "open": None,
    "left": WalkState.RUNNING,
    "left open": WalkState.REVIEW,
    "start": WalkState.RUNNING,
    "resume": WalkState.RUNNING,
    "keep": WalkState.RUNNING,
    "drop": WalkState.RUNNING,
    "pause": WalkState.PAUSED,
    "finish": WalkState.DONE,
}


@dataclass(frozen=True)
class Plan:
    """What to press, and when to kill: so many seconds after a word was printed."""

    words: tuple[str, ...]
    after: str
    seconds: float


@dataclass(frozen=True)
class Killed:
    """A window that is no more: what it had said, and what the clock that counts sleep showed."""

    folder: Path
    plan: Plan
    said: tuple[str, ...]
    boot_ms: int

    @property
    def possible(self):
        """Return the states the walk may be in: as said, or one press on. None: no walk."""
        said = [word for word in self.said if word != "hide"]
        due = [w for w in (*before_open(self.plan), "open", *self.plan.words) if w != "hide"]
        return {_state(said), _state(due[: len(said) + 1])}


def before_open(plan):
    return ("left",) if plan.words[:1] == ("left",) else ()


def _state(words):
    last = words[-1] if words else ""
    return STATES["left open" if last == "open" and "left" in words else last]


def kill(folder, plan):
    """Run the program, kill it as planned and return what is known of it."""
    said: list[str] = []
    complaints = folder.with_suffix(".err")
    heard: queue.Queue[str | None] = queue.Queue()
    with complaints.open("w") as errors:
        program = subprocess.Popen(
            [sys.executable, WALKER, folder, *plan.words],
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    with suppress(OSError, AttributeError):  # others want the processor too
        os.setpriority(os.PRIO_PROCESS, program.pid, 10)

    def listen():
        for line in program.stdout:
            said.append(line.strip())
            heard.put(said[-1])
        heard.put(None)

    listener = threading.Thread(target=listen)
    listener.start()
    try:
        while plan.after and (word := heard.get(timeout=WAIT_S)) != plan.after:
            assert word is not None, complaints.read_text()
        time.sleep(plan.seconds)
        assert program.poll() is None, complaints.read_text()
    finally:
        boot_ms = SystemClock().read().boot_ms
        program.kill()
        program.wait()
        listener.join()
        program.stdout.close()
    return Killed(folder, plan, tuple(said), boot_ms)


def judge(killed):
    """Take the walk up as the next start does; AssertionError if anything is lost. Return state."""
    path = killed.folder / paths.DIARY
    if not path.exists():
        assert "open" not in killed.said
        return None
    with Diary(path) as diary:
        diary.check()
        desk = Desk(diary, SystemClock())
        me = desk.people.current().id
        before = _rows(diary)
        open_walk = diary.walks.open_walk(me)
        state = open_walk.state if open_walk else (WalkState.DONE if before["walk"] else None)
        assert state in killed.possible, (state, killed.said)
        if open_walk is None:
            assert desk.tracker.find(me) is None
            _check_finished(diary, before)
            return state
        _check_sign_of_life(killed, diary, open_walk)
        _check_offered(diary, desk, me, open_walk, before)
        return state


def _check_finished(diary, rows):
    for row in rows["walk"]:
        walk = diary.walks.get(row[0])
        assert walk.walked_ms == Stopwatch.of(diary.walks.events(walk.id)).counted_ms
        assert walk.end.ms - walk.start.ms >= walk.walked_ms


def _check_sign_of_life(killed, diary, walk):
    if walk.state is not WalkState.PAUSED:
        last = diary.walks.events(walk.id)[-1]
        assert -50 <= killed.boot_ms - last.at.boot_ms <= NEWEST_SIGN_MS, (killed, last)


def _check_offered(diary, desk, me, walk, before):
    """The walk is there, with a question unless it was paused; no answer changes nothing."""
    counted = Stopwatch.of(diary.walks.events(walk.id)).counted_ms
    found = desk.tracker.find(me)
    paused = walk.state is WalkState.PAUSED
    assert found.walk.id == walk.id
    assert found.state is (WalkState.PAUSED if paused else WalkState.REVIEW)
    assert found.walked_ms == counted
    asked = _rows(diary)
    new = Counter(asked["walk_event"]) - Counter(before["walk_event"])
    assert new.total() == (0 if paused else 1)
    for _ in range(5):
        assert desk.tracker.tick(me).walked_ms == desk.tracker.current(me).walked_ms == counted
    assert _rows(diary) == asked
    for _ in range(3):
        again = Tracker(diary, desk.clock, desk.announcer, desk.undo).find(me)
        assert (again.state, again.walked_ms) == (found.state, counted)
    events = diary.walks.events(walk.id)
    known = len(before["walk_event"])
    assert {event.kind for event in events[known:]} <= {EventKind.REVIEW}
    assert Stopwatch.of(events[:known]).counted_ms == counted
    assert [row[0] for row in _rows(diary)["walk"]] == [row[0] for row in before["walk"]]


def _rows(diary):
    """Return all rows of walks and events; a walk is open or not, and its id comes first."""
    return {table: diary._db.rows(f"SELECT * FROM {table}") for table in ("walk", "walk_event")}
