"""Measures the CSV of a big diary against the sqlite3 program with the same SQL, side by side.

    python tests/bench/bench_csv.py [WALKS] [ROUNDS]

To reach: at most 2 times its time for 100,000 walks, and no step over 50 ms.
"""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from statistics import median

from tests.bench.big_diary import PERSON, make

from walktrack.clock import SystemClock
from walktrack.domain.moment import day_number
from walktrack.domain.period import Range
from walktrack.exchange.columns import SINGLE_FILES, What
from walktrack.exchange.style import CsvStyle
from walktrack.services.export import ExportService, Order
from walktrack.storage.diary import Diary
from walktrack.storage.export_rows import RowsAsked, query

LIMIT = 2.0
LONGEST_STEP_MS = 50


def measure(folder: Path, walks: int, rounds: int) -> list[tuple[What, float, float, float]]:
    """Return of each file the medians of ours and theirs in seconds, and the longest step in ms."""
    path = folder / "diary.db"
    make(path, walks=walks)
    results: list[tuple[What, float, float, float]] = []
    for what in SINGLE_FILES:
        ours, theirs, longest = [], [], []
        for _ in range(rounds):
            theirs.append(_time(lambda what=what: _sqlite(path, what, folder)))
            with Diary(path) as diary:
                service = ExportService(diary, SystemClock())
                steps: list[float] = []
                ours.append(_time(lambda what=what, s=service, t=steps: _ours(s, what, folder, t)))
            longest.append(max(steps) * 1000)
        results.append((what, median(ours), median(theirs), median(longest)))
    return results


def _time(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _ours(service: ExportService, what: What, folder: Path, steps: list[float]) -> None:
    order = Order(what, PERSON, service.period(PERSON, Range.ALL), CsvStyle.COMMA)
    last = time.perf_counter()
    for _ in service.steps(order, folder / "ours.csv"):
        now = time.perf_counter()
        steps.append(now - last)
        last = now


def _sqlite(path: Path, what: What, folder: Path) -> None:
    asked = asdict(RowsAsked(PERSON, 0, day_number(SystemClock().read().wall.day), 0))
    names = "|".join(asked)
    sql = re.sub(rf":({names})\b", lambda found: repr(asked[found[1]]), query(what))
    with (folder / "theirs.csv").open("w") as target:
        subprocess.run(["sqlite3", "-csv", str(path), sql], stdout=target, check=True)


def main(arguments: list[str]) -> None:
    walks, rounds = (int(text) for text in [*arguments, "100000", "5"][:2])
    with tempfile.TemporaryDirectory() as folder:
        for what, ours, theirs, step in measure(Path(folder), walks, rounds):
            print(
                f"{what:8} {ours:.2f} s, sqlite3 -csv {theirs:.2f} s, ratio {ours / theirs:.2f} "
                f"(limit {LIMIT:.0f}), longest step {step:.0f} ms (limit {LONGEST_STEP_MS})"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
