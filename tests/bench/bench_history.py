"""How quick and how small History is with 100,000 walks.

    python tests/bench/bench_history.py [WALKS]

Wants the first picture in 100 ms, each scroll step in 16 ms, and at most 10 MB more memory.
"""

import gc
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"

from big_diary import make
from PySide6.QtWidgets import QApplication

from walktrack.clock import SystemClock
from walktrack.domain.person import Person
from walktrack.domain.settings import Colours, Settings
from walktrack.services.desk import Desk
from walktrack.storage.diary import Diary
from walktrack.ui.look.system import apply_look
from walktrack.ui.pages.history import HistoryPage

FIRST_MS, STEP_MS, MORE_MB = 100, 16, 10
STEPS = 300


def opened(path: Path) -> tuple[Diary, HistoryPage, Person]:
    """Return an empty page over a diary."""
    diary, clock = Diary(path), SystemClock()
    diary.open()
    desk = Desk(diary, clock)
    page = HistoryPage(desk.history, desk.days, clock, desk.bin, interferences=desk.interferences)
    page.resize(1248, 700)
    return diary, page, desk.people.current()


def memory_mb() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def painted_ms(page: HistoryPage, act) -> float:
    """Return the processor time of an act and of the painting that follows from it.

    What else the computer does meanwhile does not count.
    """
    began = time.process_time()
    act()
    page.list.viewport().update()
    QApplication.processEvents()
    return (time.process_time() - began) * 1000


def main() -> int:
    walks = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    app = QApplication(sys.argv[:1])
    apply_look(app, Colours.LIGHT, 100)
    with tempfile.TemporaryDirectory() as folder:
        small, big = Path(folder, "small.sqlite"), Path(folder, "big.sqlite")
        make(small, walks=200)
        make(big, walks=walks)
        warm = opened(small)  # the same page once before: what it costs does not grow with walks
        warm[1].show()
        painted_ms(warm[1], lambda: warm[1].show_person(warm[2], Settings()))
        warm[1].hide()
        diary, page, person = opened(big)
        page.show()
        QApplication.processEvents()
        before = memory_mb()
        first = painted_ms(page, lambda: page.show_person(person, Settings()))
        bar = page.list.verticalScrollBar()
        steps = []
        for number in range(STEPS):
            to = bar.maximum() * number // STEPS  # far jumps: a new page of lines every time
            steps.append(painted_ms(page, lambda to=to: bar.setValue(to)))
        wheel = [painted_ms(page, lambda: bar.setValue(bar.value() - 63)) for _ in range(STEPS)]
        more = memory_mb() - before
        lines = page.model.rowCount()
        again = painted_ms(page, page.refresh)
        diary.close()
        warm[0].close()
    far, near = statistics.quantiles(steps, n=20)[-1], statistics.quantiles(wheel, n=20)[-1]
    print(f"{lines} lines: first picture {first:.0f} ms (wanted {FIRST_MS})")
    print(f"scrolling by one line, 95th of 100: {near:.1f} ms, worst {max(wheel):.1f}")
    print(f"dragging to any place, 95th of 100: {far:.1f} ms, worst {max(steps):.1f} ({STEP_MS})")
    print(f"read again after a change {again:.0f} ms, memory {more:+.1f} MB (wanted {MORE_MB})")
    return 0 if first <= FIRST_MS and far <= STEP_MS and more <= MORE_MB else 1


if __name__ == "__main__":
    sys.exit(main())
