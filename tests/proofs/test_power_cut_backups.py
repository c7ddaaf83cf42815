"""A backup is whole or not there after a power cut; one that was acknowledged is there.

A process that uses the real storage is recorded while it writes, backs up into two folders, thins
them out and brings a backup back. In every image a power cut could leave, each file that passes for
a backup is good, each acknowledged one that had to be kept is there with what was in the diary
then, and the diary is as it was acknowledged, or one step on: brought back wholly or not at all. A
backup that takes its name without being on the disk has to be found.

The long form looks at more than 2,000 images:
    .venv/bin/pytest -m long tests/proofs/test_power_cut_backups.py
"""

import hashlib
import shutil
import tempfile
from pathlib import Path

import pytest
from tests.proofs.diary_steps import State, state, states
from tests.proofs.power_cut.backup_life import RESTORED, diary_path, folders, steps
from tests.proofs.power_cut.calls import why_not
from tests.proofs.power_cut.replay import replay, run

from walktrack.domain.backup import backup_at, kept
from walktrack.domain.faults import DiaryError
from walktrack.storage.backup_folder import BackupFolder
from walktrack.storage.diary import Diary

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "it can be recorded")
LIFE = "tests.proofs.power_cut.backup_life"


class Judge:
    """Looks at the diary, at all that passes for a backup, and for what was acknowledged."""

    def __init__(self) -> None:
        written = states(steps())
        self._states = [*written, written[RESTORED + 1]]
        self._known: dict[bytes, State | None] = {}

    def __call__(self, root: Path, told: tuple[str, ...]) -> str:
        acknowledged = [line.split(" ", 2) for line in told]
        done = max((int(line[1]) for line in acknowledged if line[0] == "ack"), default=0)
        if held_by(diary_path(root)) not in self._states[done : done + 2]:
            return "the diary is not as acknowledged"
        backups = {root / line[2]: int(line[1]) for line in acknowledged if line[0] == "backup"}
        return next(filter(None, (self._wrong_in(one, backups) for one in folders(root))), "")

    def _wrong_in(self, folder: Path, acknowledged: dict[Path, int]) -> str:
        there = {backup.path: backup for backup in BackupFolder(folder).all()}
        if not all(BackupFolder(folder).is_good(backup) for backup in there.values()):
            return "a backup is not good"
        expected = {path: backup_at(path) for path in acknowledged if path.parent == folder}
        keep = kept(backup.made for backup in expected.values())
        for path, backup in expected.items():
            if path not in there and backup.made in keep:
                return "an acknowledged backup is gone"
            if path in there and self._backed_up(path) != self._states[acknowledged[path]]:
                return "a backup holds something else"
        return ""

    def _backed_up(self, path: Path) -> State | None:
        """Return what a backup holds; seen before, it is not looked into again."""
        mark = hashlib.sha256(path.read_bytes()).digest()
        if mark not in self._known:
            with tempfile.TemporaryDirectory() as folder:  # opened itself, it would be changed
                copy = Path(folder) / path.name
                shutil.copyfile(path, copy)
                self._known[mark] = held_by(copy)
        return self._known[mark]


def held_by(path: Path) -> State | None:
    """Return what a diary holds, or None if it does not open or is not sound."""
    try:
        with Diary(path) as diary:
            diary.check()
            return state(diary)
    except DiaryError:
        return None


def backing_up(tmp_path, manner="ours"):
    root = tmp_path / "disk"
    root.mkdir()
    (root / "stick").mkdir()
    return run(LIFE, root, manner)


def test_a_power_cut_leaves_whole_backups_or_none(tmp_path):
    report = replay(backing_up(tmp_path), Judge(), draws=2, seed=1, share=0.03)
    assert not report.bad, str(report)
    assert report.images > 40


def test_the_replay_finds_backups_that_are_not_on_the_disk(tmp_path):
    report = replay(backing_up(tmp_path, "unsynced"), Judge(), draws=2, seed=1, share=0.1)
    assert {"a backup is not good", "an acknowledged backup is gone"} <= {
        bad.wrong for bad in report.bad
    }


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_many_power_cuts_leave_whole_backups_or_none(tmp_path):
    report = replay(backing_up(tmp_path), Judge(), draws=9, seed=1)
    print(report)
    assert not report.bad, str(report)
    assert report.images >= 2000
