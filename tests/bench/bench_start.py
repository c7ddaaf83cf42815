"""Process start to first paint, beside an empty QMainWindow: wall time, instructions, stalls.

Run: python tests/bench/bench_start.py [--runs 9] [--instructions] [--walks 3650]
It needs a screen or QT_QPA_PLATFORM=offscreen; --instructions needs valgrind.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, done)
def done():
    print("painted", flush=True)
    app.exit(0)
app = QApplication(sys.argv[:1])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

OURS = """
import sys
from pathlib import Path
from walktrack import cli
asked = cli.parse(sys.argv[1:])
from walktrack import app as program, paths
{patch}
sys.exit(program.run(asked.data_dir, example=asked.example))
"""

AT_PAINT = """
import os
def stop(self):
    print("painted", flush=True)
    os._exit(0)
program.Program._on_painted = stop
"""

AT_FIGURES = """
import os
before = program.Program._on_opened
def stop(self, desk):
    before(self, desk)
    self.window.repaint()
    print("painted", flush=True)
    os._exit(0)
program.Program._on_opened = stop
"""

AT_CHART = """
import os, time
from PySide6.QtCore import QTimer
from walktrack.ui.widgets.chart_view import ChartView
born = program.Program._on_painted
began = []
stalls = []
last = [None]
timer = QTimer()
def beat():
    now = time.perf_counter()
    if last[0] is not None:
        stalls.append((now - last[0]) * 1000)
    last[0] = now
def painted(self):
    began.append(time.perf_counter())
    timer.setInterval(1)
    timer.timeout.connect(beat)
    timer.start()
    QTimer.singleShot(4000, finish)
    born(self)
shown = []
draw = ChartView.paintEvent
def paint(self, event):
    draw(self, event)
    if self._chart is not None and not shown:
        shown.append(time.perf_counter())
def finish():
    stalls.sort()
    print(f"chart {(shown[0] - began[0]) * 1000:.0f} stall {stalls[-1]:.0f}", flush=True)
    os._exit(0)
ChartView.paintEvent = paint
program.Program._on_painted = painted
"""


def wall(code: str, *arguments: str) -> float:
    """Return the milliseconds from process start to the word "painted"."""
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        took = time.perf_counter() - began
    assert line.strip() == "painted", line
    return took * 1000


def instructions(code: str, *arguments: str) -> int:
    """Return the instructions of the whole process, counted by cachegrind."""
    tool = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    run = subprocess.run(
        [*tool, sys.executable, "-c", code, *arguments],
        capture_output=True, text=True, check=True, env=os.environ | {"PYTHONHASHSEED": "0"},
    )  # fmt: skip
    found = re.search(r"I\s+refs:\s+([\d,]+)", run.stderr)
    assert found, run.stderr
    return int(found[1].replace(",", ""))


def chart(*arguments: str) -> tuple[int, int]:
    """Return the milliseconds from first paint to the chart, and the longest stall after it."""
    run = subprocess.run(
        [sys.executable, "-c", OURS.format(patch=AT_CHART), *arguments],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    _, shown, _, stall = run.stdout.split()
    return int(shown), int(stall)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--walks", type=int, default=3650)
    parser.add_argument("--instructions", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        make_diary(Path(folder) / "walktrack.db", asked.walks)
        here = ("--data-dir", folder)
        codes = {
            "empty window": (EMPTY, ()),
            "window usable": (OURS.format(patch=AT_PAINT), here),
            "figures shown": (OURS.format(patch=AT_FIGURES), here),
        }
        times = {name: [] for name in codes}
        for code, arguments in codes.values():
            wall(code, *arguments)
        for _ in range(asked.runs):
            for name, (code, arguments) in codes.items():
                times[name].append(wall(code, *arguments))
        base = times["empty window"]
        print(f"process start to first paint, {asked.walks} walks, {asked.runs} runs interleaved")
        for name, taken in times.items():
            ratio = statistics.median(a / b for a, b in zip(taken, base, strict=True))
            print(f"  {name:15} {statistics.median(taken):6.0f} ms   {ratio:.2f} x")
        if asked.instructions:
            counted = {name: instructions(code, *args) for name, (code, args) in codes.items()}
            for name, count in counted.items():
                print(f"  {name:15} {count / 1e9:6.2f} G instructions"
                      f"   {count / counted['empty window']:.2f} x")  # fmt: skip
        charts = [chart(*here) for _ in range(max(3, asked.runs // 3))]
        print(f"  chart visible after first paint {statistics.median(c for c, _ in charts)} ms, "
              f"longest stall of the event loop {statistics.median(s for _, s in charts)} ms "
              f"(worst {max(s for _, s in charts)})")  # fmt: skip


def make_diary(path: Path, walks: int) -> None:
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from tests.bench.big_diary import make

    make(path, walks=walks)


if __name__ == "__main__":
    main()
