"""What backups, the check at the start, restore and salvage cost, beside a plain copy of the file.

    python tests/bench/bench_backup.py [WALKS]

Medians of interleaved runs, in milliseconds; only the ratios travel from one machine to another.
The longest stall is how late a timer of one millisecond came while a thread made the backup.
"""

import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"

from big_diary import make
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication

from walktrack.clock import SystemClock
from walktrack.domain.backup import Reason
from walktrack.durable import sync_file
from walktrack.services.desk import Desk
from walktrack.storage.diary import Diary
from walktrack.storage.salvage import salvage
from walktrack.ui.turns import short_turns

USUAL, RUNS = 3_650, 7


def main(walks: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "walktrack.db"
        make(path, walks)
        print(f"{walks} walks, 3 ratings each, {path.stat().st_size / 1e6:.0f} MB")
        with Diary(path) as diary:
            desk = Desk(diary, SystemClock())
            against_a_copy(desk, Path(place))
            offer = desk.backups.examine(desk.backups.all()[0].path)
            print(
                f"restore, in the window's thread  {took(lambda: desk.backups.restore(offer)):7.0f}"
            )
            print(f"longest stall in a backup        {stall(desk):7.1f}")
        new = Path(place) / "new.db"
        print(f"salvage of a sound file          {took(lambda: salvage(path, new)):7.0f}")


def against_a_copy(desk: Desk, place: Path) -> None:
    """Time a backup, an examination and the check at the start, each beside copying the file."""
    raw = place / "raw.db"

    def copy() -> None:
        shutil.copyfile(desk.path, raw)
        sync_file(raw)

    def examine() -> None:
        desk.backups.examine(desk.backups.all()[0].path).release()

    jobs: dict[str, Callable[[], object]] = {
        "plain copy, made sure of": copy,
        "backup, checked and summed": lambda: desk.backups.make(Reason.HAND),
        "examining a backup": examine,
        "check at the start": desk.check,
    }
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(RUNS):
        for name, job in jobs.items():
            times[name].append(took(job))
    base = median(times["plain copy, made sure of"])
    for name, each in times.items():
        print(f"{name:32} {median(each):7.0f}   {median(each) / base:5.1f} x")


def stall(desk: Desk) -> float:
    """Return the longest the event loop stood still while a thread made a backup."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    clock, longest = QElapsedTimer(), 0.0
    timer = QTimer(interval=1)

    def beat() -> None:
        nonlocal longest
        longest = max(longest, clock.nsecsElapsed() / 1e6)
        clock.restart()

    def back_up() -> None:
        with short_turns():
            desk.backups.make(Reason.HAND)

    timer.timeout.connect(beat)
    thread = threading.Thread(target=back_up)
    clock.start()
    timer.start()
    thread.start()
    while thread.is_alive():
        app.processEvents()
        time.sleep(0.0005)
    return longest


def took(job: Callable[[], object]) -> float:
    began = time.perf_counter()
    job()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else USUAL)
