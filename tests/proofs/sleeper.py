"""Walks through a real sleep of the computer, as far as its clocks can tell.

In a time namespace of its own a process may move CLOCK_BOOTTIME on while CLOCK_MONOTONIC goes on as
before, which is just what a laptop does that sleeps. Prints what came of it as JSON. Run with a
folder; it must be a process without threads, and needs the rights of root. Ends with code 77 and
the reason where the system does not allow it.
"""

import ctypes
import json
import os
import sys
from pathlib import Path

from walktrack import paths
from walktrack.clock import SystemClock
from walktrack.services.desk import Desk
from walktrack.services.running import Answer
from walktrack.storage.diary import Diary

CLONE_NEWTIME = 0x80
NOT_ALLOWED = 77
NAP_S, NIGHT_S = 30, 7200


class Sleep:
    """Lets the computer sleep; OSError if the system does not allow it."""

    def __init__(self):
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._slept_s = 0

    def __call__(self, seconds):
        self._slept_s += seconds
        self._done(self._libc.unshare(CLONE_NEWTIME))
        Path("/proc/self/timens_offsets").write_text(f"boottime {self._slept_s} 0\n")
        clocks = os.open("/proc/self/ns/time_for_children", os.O_RDONLY)
        try:
            self._done(self._libc.setns(clocks, CLONE_NEWTIME))
        finally:
            os.close(clocks)

    @staticmethod
    def _done(code):
        if code:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))


def told(now):
    review = now.watch.review
    return {
        "state": now.state,
        "walked_ms": now.walked_ms,
        "doubt": review and review.doubt,
        "gap_ms": review and review.gap_ms,
    }


def walk(desk, sleep):
    me = desk.people.current().id
    tracker = desk.tracker
    story = {}
    for answer in (Answer.KEEP, Answer.DROP, Answer.STOPPED):
        tracker.start(me, None)
        sleep(NAP_S)
        nap = told(tracker.tick(me))
        sleep(NIGHT_S)
        night = told(tracker.tick(me))
        still = told(tracker.tick(me))
        ended = tracker.answer(me, answer)
        answered = ended.walked_ms if ended else tracker.finish(me).walked_ms
        story[answer] = {"nap": nap, "night": night, "still": still, "answered_ms": answered}
    return story


def main(folder):
    sleep = Sleep()
    try:
        sleep(1)
    except OSError as error:
        sys.stderr.write(f"{error}\n")
        return NOT_ALLOWED
    with Diary(Path(folder) / paths.DIARY) as diary:
        print(json.dumps(walk(Desk(diary, SystemClock()), sleep)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
