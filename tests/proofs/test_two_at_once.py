"""Of all who start at once one has the diary; the others are told who, and soon it is free again.

Processes that use the real storage open one diary at the same moment: the first diary of all, one
that was closed, one with a note that lies, one whose owner died in a change, and the first after
the file, but not its journal, was taken away. Then the owner is killed, and the
next to open the diary must get it, within the second that opening waits. Without the lock of our
own settings several have to be seen as owners.

The long form runs 40 races:
    .venv/bin/pytest -m long tests/proofs/test_two_at_once.py
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

RACERS = "tests.proofs.racers"
CHECKOUT = Path(__file__).parents[2]
PLACES = (
    "no_file",
    "closed",
    "note_of_a_living_process",
    "note_of_a_dead_process",
    "journal_of_a_diary_that_is_gone",
)
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def races(folder, number, racers, settings="ours"):
    """Run races in all places side by side: those who lose mostly wait."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", RACERS, str(folder), place, str(number), str(racers), settings],
            cwd=CHECKOUT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for place in PLACES
    ]
    found = [json.loads(line) for one in running for line in one.communicate()[0].splitlines()]
    assert [one.returncode for one in running] == [0] * len(PLACES)
    assert len(found) == number * len(PLACES)
    return found


def see_one_owner(race, racers):
    (owner,) = race["owners"]
    assert len(race["refused"]) == racers - 1
    for told in race["refused"]:
        assert told.startswith("busy ")
        assert told.endswith(f", process {owner}")
    assert race["free"]


def test_of_all_who_start_at_once_one_has_the_diary(tmp_path):
    for race in races(tmp_path, 1, racers=4):
        see_one_owner(race, 4)


def test_without_the_lock_several_would_have_it(tmp_path):
    found = races(tmp_path, 1, racers=4, settings="sqlite's default")
    assert any(len(race["owners"]) > 1 for race in found)


@pytest.mark.long
@pytest.mark.timeout(300)
def test_in_many_starts_at_once_one_has_the_diary(tmp_path):
    for race in races(tmp_path, 8, racers=5):
        see_one_owner(race, 5)
