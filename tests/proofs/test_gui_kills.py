"""A walk whose window is killed with -9 is offered back at the next start, never counted unasked.

Two kills in the ordinary run. The long proof kills 312 windows, 14 at a time, in every state of
the timer:

    python3 main.py test -m long tests/proofs/test_gui_kills.py

It takes six to ten minutes on two processors, and prints what was killed with `-s`.
"""

import random
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.proofs.gui_kills import Plan, judge, kill

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")

KILLS = 312
AT_ONCE = 14


def plans(count, chance):
    """Draw what to press and when to kill; every kind comes as often as any other."""
    kinds = [
        lambda: Plan((), "", chance.uniform(0, 2.5)),
        lambda: Plan((), "open", chance.uniform(0, 1)),
        lambda: Plan(("start",), "open", chance.uniform(0.35, 0.6)),
        lambda: Plan(("start",), "start", chance.uniform(0, 0.1)),
        lambda: Plan(("start",), "start", chance.uniform(0, 60)),
        lambda: Plan(("start", "hide"), "hide", chance.uniform(10, 60)),
        lambda: Plan(("start", "pause", "resume"), "start", chance.uniform(0.3, 1.5)),
        lambda: Plan(("start", "pause"), "pause", chance.uniform(0, 30)),
        lambda: Plan(("left",), "open", chance.uniform(0, 40)),
        lambda: Plan(("left", "keep"), "keep", chance.uniform(0, 40)),
        lambda: Plan(("left", "drop"), "open", chance.uniform(0.3, 0.8)),
        lambda: Plan(("start", "finish"), "start", chance.uniform(0.3, 0.8)),
        lambda: Plan(("start", "finish"), "finish", chance.uniform(0, 2)),
    ]
    return [kinds[number % len(kinds)]() for number in range(count)]


def killed_all(tmp_path, wanted, at_once):
    """Kill them and judge what is left; return how many were in which state."""
    with ThreadPoolExecutor(at_once) as pool:
        folders = [tmp_path / str(number) for number in range(len(wanted))]
        return Counter(judge(each) for each in pool.map(kill, folders, wanted))


def test_a_killed_walk_is_offered_back(tmp_path):
    wanted = [
        Plan(("start",), "start", 0.3),
        Plan(("start", "pause"), "pause", 0.1),
    ]
    assert killed_all(tmp_path, wanted, 2) == {"running": 1, "paused": 1}


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_every_killed_walk_is_offered_back(tmp_path):
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    states = killed_all(tmp_path, plans(KILLS, random.Random(seed)), AT_ONCE)
    print(f"killed and judged: {states}")
    assert states.total() == KILLS
    assert len(states) == 5
