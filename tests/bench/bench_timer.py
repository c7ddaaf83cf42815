"""How late the second comes, how many are skipped, and what a running timer costs.

python tests/bench/bench_timer.py [--seconds 20]

Draws the digits as the window does; wants at most 20 ms late, none skipped, 0.5 % of one core.
"""

import argparse
import os
import statistics
import sys
import time

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from walktrack.clock import SystemClock
from walktrack.domain.settings import Colours
from walktrack.ui.look.fonts import TextRole, role_font
from walktrack.ui.look.system import apply_look
from walktrack.ui.second_hand import SecondHand
from walktrack.ui.widgets.labels import PlainLabel

LATE_MS, SHARE = 20, 0.005


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--seconds", type=int, default=20, help="how long to measure")
    seconds = asked.parse_args().seconds
    app = QApplication(sys.argv[:1])
    apply_look(app, Colours.LIGHT, 100)
    digits = PlainLabel("00:00")
    digits.setFont(role_font(TextRole.TIMER))
    digits.resize(400, 120)
    digits.show()

    clock = SystemClock()
    began = clock.read()
    seen: list[int] = []

    def walked_ms() -> int:
        return clock.read().since(began)

    def on_ticked() -> None:
        seen.append(walked_ms())
        minutes, rest = divmod(seen[-1] // 1000, 60)
        digits.show_text(f"{minutes:02}:{rest:02}")

    hand = SecondHand(walked_ms, lambda: None)
    hand.ticked.connect(on_ticked)
    QTimer.singleShot((seconds + 1) * 1000 - 400, app.quit)
    for _ in range(3):  # the window's first painting is not the timer's cost
        app.processEvents()
    hand.run()
    used, wall = time.process_time(), time.perf_counter()
    app.exec()
    share = (time.process_time() - used) / (time.perf_counter() - wall)

    late = [ms % 1000 for ms in seen]
    wanted = set(range(seen[0] // 1000, seen[-1] // 1000 + 1))
    skipped = len(wanted - {ms // 1000 for ms in seen})
    print(f"seconds shown    {len(seen)}")
    print(f"late, median     {statistics.median(late):.0f} ms")
    print(f"late, at most    {max(late)} ms   (to reach: {LATE_MS} ms)")
    print(f"skipped          {skipped}      (to reach: 0)")
    print(f"share of a core  {share:.2%}  (to reach: {SHARE:.1%})")
    return 0 if max(late) <= LATE_MS and not skipped and share <= SHARE else 1


if __name__ == "__main__":
    raise SystemExit(main())
