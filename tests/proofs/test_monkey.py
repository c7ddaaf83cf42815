"""Whatever is clicked, typed and resized: no abort, no uncaught exception, and a sound diary.

The long form has ten monkeys do 4,000 things each, and takes some minutes:

    python3 main.py test -m long tests/proofs/test_monkey.py
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.services.test_backups import Yard
from tests.storage.damage import page_garbled

from walktrack import paths
from walktrack.domain.backup import Reason
from walktrack.storage.diary import Diary

ROOT = Path(__file__).parents[2]
SCREENS = {"TodayPage", "HistoryPage", "SharePage", "SettingsPage"}


def let_loose(folder, seed, steps):
    """Let one monkey at a new diary; return what it printed at the end."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.proofs.monkey", str(folder), str(seed), str(steps)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "TZ": "UTC",
             "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, (seed, done.returncode, done.stderr[-3000:])
    return json.loads(done.stdout.splitlines()[-1])


def check(folder, told, steps):
    assert told["errors"] == []
    assert sum(told["did"].values()) == steps
    with Diary(folder / "data" / paths.DIARY) as diary:
        diary.check()
        return len(diary.contents().walks)


def test_a_young_monkey(tmp_path):
    told = let_loose(tmp_path, 1, 250)
    check(tmp_path, told, 250)


@pytest.mark.parametrize("steps", [60, pytest.param(2000, marks=pytest.mark.long)])
@pytest.mark.timeout(900)
def test_a_monkey_at_a_damaged_diary(tmp_path, steps):
    path = tmp_path / "data" / paths.DIARY
    yard = Yard(path)
    yard.backups.make(Reason.QUIT)
    yard.walk()
    yard.diary.close()
    damaged = page_garbled(path.read_bytes())
    path.write_bytes(damaged)
    told = let_loose(tmp_path, 3, steps)
    assert told["errors"] == []
    assert "TroublePage" in told["saw"]
    kept = [each.read_bytes() for each in (tmp_path / "data" / "damaged").rglob(paths.DIARY)]
    assert damaged in [path.read_bytes(), *kept]
    if steps > 100:
        assert set(told["saw"]) >= SCREENS
        check(tmp_path, told, steps)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("seed", range(10))
def test_ten_monkeys(tmp_path, seed):
    told = let_loose(tmp_path, seed, 4000)
    walks = check(tmp_path, told, 4000)
    assert set(told["saw"]) >= SCREENS
    assert told["saw"]["a walk"] > 0
    print(f"seed {seed}: {walks} walks, {dict(told['saw'])}")
