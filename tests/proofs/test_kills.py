"""Whatever was acknowledged is in the diary after `kill -9`, and no change is there by half.

Processes that use the real storage are killed at random moments, while they make the diary, open
it or change it. Each time it is opened again, checked, and compared row by row with what was
acknowledged. A process that acknowledges before it commits has to be caught.

The long form kills 1,000 processes:
    .venv/bin/pytest -m long tests/proofs/test_kills.py
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no kill -9")


def what_was_wrong(folder, count, acknowledge="after"):
    command = ["-m", "tests.proofs.kills", str(folder), str(count), "1", acknowledge]
    found = subprocess.run(
        [sys.executable, *command], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True, check=True
    )
    return found.stdout.splitlines()


def test_a_killed_program_loses_nothing_that_was_acknowledged(tmp_path):
    assert what_was_wrong(tmp_path, 25) == []


def test_the_loop_catches_a_program_that_acknowledges_too_early(tmp_path):
    assert what_was_wrong(tmp_path, 20, acknowledge="before")


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_thousand_killed_programs_lose_nothing_that_was_acknowledged(tmp_path):
    assert what_was_wrong(tmp_path, 1000) == []
