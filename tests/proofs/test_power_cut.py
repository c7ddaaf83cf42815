"""Whatever was acknowledged is in the diary after a power cut, and no change is there by half.

A process that uses the real storage is recorded with strace. At every point of its run the images
are made that a power cut could leave: what was synced is there; the rest is dropped, kept, mixed,
out of order or torn into sectors of 512 bytes, names in folders as well as bytes in files. Each
image is opened with the real `Diary`, checked, and compared row by row with what was acknowledged.
The next start, which takes back what was broken off, is cut off in the same way. With SQLite's
default settings, or without syncs, the same replay has to find losses.

The long form looks at more than 7,000 images:
    .venv/bin/pytest -m long tests/proofs/test_power_cut.py
"""

from pathlib import Path
from random import Random

import pytest
from tests.proofs.diary_steps import State, state, states, steps_of_a_life
from tests.proofs.power_cut.calls import why_not
from tests.proofs.power_cut.diary_life import SETTINGS, diary_path
from tests.proofs.power_cut.replay import images, lay, replay, run

from walktrack.domain.faults import DiaryError
from walktrack.storage import database
from walktrack.storage.diary import Diary

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "it can be recorded")
LIFE = "tests.proofs.power_cut.diary_life"
NEXT_START = "tests.proofs.power_cut.next_start"
JOURNAL = f"{diary_path(Path()).as_posix()}-journal"


class Judge:
    """Opens what is left of a diary: it holds all steps that were acknowledged, or one more."""

    def __init__(self, states: list[State]) -> None:
        self._states = states

    def __call__(self, root: Path, told: tuple[str, ...]) -> str:
        done = int(told[-1].removeprefix("ack ")) if told else 0
        try:
            with Diary(diary_path(root)) as diary:
                diary.check()
                found = state(diary)
        except DiaryError as error:
            return f"does not open: {error.fault}"
        if found in self._states[done : done + 2]:
            return ""
        return "acknowledged is lost" if found in self._states[:done] else "a change by half"


@pytest.fixture(scope="module")
def judge():
    return Judge(states(steps_of_a_life()))


def recorded_life(tmp_path, settings="ours"):
    root = tmp_path / "disk"
    root.mkdir()
    return run(LIFE, root, settings)


def broken_off(recorded, draws, share=1):
    """Return images in which a journal waits to be played back, those with the longest last."""
    found = [
        image
        for image in images(recorded, draws, Random(1), share)
        if image.told and any((image.tree.get(JOURNAL) or b"")[:8])
    ]
    return sorted(found, key=lambda image: len(image.tree[JOURNAL]))


def cut_again(image, tmp_path, judge, draws):
    """Let the next start be cut off too, at every point."""
    tmp_path.mkdir(exist_ok=True)
    lay(image.tree, tmp_path / "disk")
    recorded = run(NEXT_START, tmp_path / "disk", image.told[-1].removeprefix("ack "))
    return replay(recorded, judge, draws, seed=1)


@pytest.fixture
def settings(request, monkeypatch):
    monkeypatch.setattr(database, "PRAGMAS", SETTINGS[request.param])
    return request.param


def test_a_power_cut_takes_nothing_that_was_acknowledged(tmp_path, judge):
    recorded = recorded_life(tmp_path)
    report = replay(recorded, judge, draws=2, seed=1, share=0.06)
    assert not report.bad, str(report)
    assert report.images > 200
    waiting = broken_off(recorded, 0, share=0.1)
    report = cut_again(waiting[-1], tmp_path / "again", judge, draws=2)
    assert not report.bad, str(report)
    assert report.images > 10


@pytest.mark.parametrize("settings", ["sqlite's default", "never synced"], indirect=True)
def test_the_replay_finds_what_weaker_settings_lose(tmp_path, judge, settings):
    assert replay(recorded_life(tmp_path, settings), judge, draws=2, seed=1, share=0.04).bad


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_many_power_cuts_take_nothing_that_was_acknowledged(tmp_path, judge):
    report = replay(recorded_life(tmp_path), judge, draws=16, seed=1)
    print(report)
    assert not report.bad, str(report)
    assert report.images >= 7000


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_a_second_power_cut_at_the_next_start_takes_nothing_either(tmp_path, judge):
    waiting = broken_off(recorded_life(tmp_path), 2)
    looked_at = 0
    for number, image in enumerate(waiting[:: len(waiting) // 20]):
        report = cut_again(image, tmp_path / str(number), judge, draws=12)
        assert not report.bad, str(report)
        looked_at += report.images
    print(f"0 bad of {looked_at} images")
    assert looked_at > 1000
