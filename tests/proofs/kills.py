"""Kills processes that live with a diary, each at a random moment, and looks what is left.

A program of its own, so that it can fork: what is loaded once serves every process it kills.
Its arguments: a folder, how many kills, a seed, and "before" to acknowledge before the commit.
"""

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.proofs.diary_steps import State, Step, state, states, steps_of_a_life

from walktrack.storage.diary import Diary

_STEPS = 6  # a process is killed after fewer steps than this …
_THEN_S = 0.02  # … and at most so long after, some steps further on or in the middle of one


def live(path: Path, steps: list[Step], done: int, said: int, early: bool) -> None:
    """Open the diary and go on after the steps done, saying the number of each."""
    signal.alarm(60)  # should nobody be left to kill it
    diary = Diary(path)
    diary.open()
    for number, step in enumerate(steps[done:], done + 1):
        if early:
            os.write(said, b"%d\n" % number)
        step(diary)
        if not early:
            os.write(said, b"%d\n" % number)
    signal.pause()


def killed(path: Path, steps: list[Step], done: int, chance: Random, early: bool) -> int:
    """Let a process live for some steps; return the last one it acknowledged."""
    said, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(said)
        try:
            live(path, steps, done, tell, early)
        finally:
            os._exit(1)  # it never comes to an end by itself
    os.close(tell)
    with os.fdopen(said) as lines:
        seen = [lines.readline() for _ in range(chance.randrange(min(_STEPS, len(steps) - done)))]
        time.sleep(chance.uniform(0, _THEN_S))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "it ended before it was killed"
        return max((int(line) for line in [*seen, *lines]), default=done)


def steps_left(path: Path, expected: list[State], told: int) -> int:
    """Return how many steps the diary holds: those told or one more, else AssertionError."""
    with Diary(path) as diary:
        diary.check()
        found = state(diary)
    possible = range(told, min(told + 2, len(expected)))
    kept = [number for number in possible if expected[number] == found]
    known = [number for number, known in enumerate(expected) if known == found]
    assert kept, f"{told} acknowledged, the diary holds {known or 'a step by half'}"
    return kept[0]


def kills(folder: Path, count: int, seed: int, early: bool) -> Iterator[str]:
    """Kill so many processes, on ever new diaries, and say what was wrong after which."""
    chance, steps = Random(seed), steps_of_a_life()
    expected = states(steps)
    path, done = folder / "0" / "diary.db", 0
    for number in range(count):
        told = killed(path, steps, done, chance, early)
        try:
            done = steps_left(path, expected, told)
        except Exception as error:  # whatever it is, it was looked for
            yield f"kill {number}: {error!r}"
            done = len(steps)
        if done >= len(steps) - 1:
            path, done = folder / str(number + 1) / "diary.db", 0


if __name__ == "__main__":
    folder, count, seed, when = sys.argv[1:]
    for wrong in kills(Path(folder), int(count), int(seed), when == "before"):
        print(wrong, flush=True)
