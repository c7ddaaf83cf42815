"""The computer's own clocks, through a sleep: the question comes, and nothing is lost or added."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.proofs.sleeper import NAP_S, NIGHT_S, NOT_ALLOWED

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux can shift one clock of a process"
)

SLACK_MS = 5_000
"""What the process itself may take, on a busy computer."""


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("sleeper.py"), tmp_path_factory.mktemp("sleep")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if done.returncode == NOT_ALLOWED:
        pytest.skip(f"this system does not let a process shift its clocks: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def about(ms, seconds):
    return seconds * 1000 <= ms <= seconds * 1000 + SLACK_MS


def test_half_a_minute_asleep_is_walked_and_not_asked_about(story):
    for told in story.values():
        assert (told["nap"]["state"], told["nap"]["doubt"]) == ("running", None)
        assert about(told["nap"]["walked_ms"], NAP_S)


def test_two_hours_asleep_are_asked_about_and_not_counted(story):
    for told in story.values():
        for moment in ("night", "still"):
            night = told[moment]
            assert (night["state"], night["doubt"]) == ("review", "sleep")
            assert about(night["gap_ms"], NIGHT_S)
            assert about(night["walked_ms"], NAP_S)


@pytest.mark.parametrize(
    ("answer", "seconds"), [("keep", NAP_S + NIGHT_S), ("drop", NAP_S), ("stopped", NAP_S)]
)
def test_the_answer_gives_the_right_minutes(story, answer, seconds):
    assert about(story[answer]["answered_ms"], seconds)
