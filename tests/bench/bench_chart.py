"""How long the chart takes: to come up, to redraw on every range, to follow the pointer.

Run: python tests/bench/bench_chart.py    (medians; the worst of the even runs in brackets)
"""

import os
import statistics
import sys
import time
from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from walktrack.domain.period import Grain, Period, Range
from walktrack.domain.summary import Bucket, Dot, Figures, Overview
from walktrack.reports.telling import Kind
from walktrack.ui.look.palette import palette_of
from walktrack.ui.look.tokens import LIGHT
from walktrack.ui.widgets.chart_view import ChartView

FONTS = sorted((Path(__file__).parents[2] / "resources" / "fonts").glob("Inter-*.ttf"))
TODAY = date(2026, 11, 22)
EARLIEST = date(1999, 5, 20)  # 100,000 walks, ten a day
SIZE, TIMES = (577, 510), 15


def bucket_end(day, grain):
    if grain is Grain.DAY:
        return day
    if grain is Grain.WEEK:
        return min(TODAY, day + timedelta(days=6 - day.weekday()))
    return min(TODAY, day.replace(day=monthrange(day.year, day.month)[1]))


def overview(chosen):
    """Return an overview of a range with ten walks every single day: nothing is left out."""
    period = Period.of(chosen, TODAY, EARLIEST)
    buckets, medians, day = [], [], period.first
    while day <= period.last:
        last = bucket_end(day, period.grain)
        walks = 10 * ((last - day).days + 1)
        turn = day.toordinal() % 7
        buckets.append(Bucket(day, last, walks, walks * (8.0 + turn), 6.0, 4.5 - turn / 7, 5.0))
        if period.grain is Grain.DAY:
            medians.append((day, 5.0 - turn / 10))
        day = last + timedelta(days=1)
    dots = tuple(
        Dot(minutes, change, 1 + minutes * (change + 11) % 97)
        for minutes in range(1, 61)
        for change in range(-10, 11)
    )
    figures = Figures(41.0, 3, 14.0, 3, 6)
    return Overview(period, period.grain, 20, tuple(buckets), tuple(medians), dots, figures)


def say(name, milliseconds, limit):
    middle, worst = statistics.median(milliseconds), max(milliseconds)
    verdict = "ok" if middle <= limit else "OVER"
    print(f"{name:<44} {middle:7.1f} ms  ({worst:.1f})   limit {limit} ms  {verdict}")


def timed(work):
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def come_up(app, view):
    """Load while the event loop turns; return time until loaded and the longest stall."""
    beats, loaded = [time.perf_counter()], []
    pulse = QTimer(interval=0)
    pulse.timeout.connect(lambda: beats.append(time.perf_counter()))
    view.point_described.connect(lambda _text: None)
    view._loader.loaded.connect(lambda: loaded.append(time.perf_counter()))
    pulse.start()
    start = time.perf_counter()
    view.start_loading()
    while not loaded or time.perf_counter() - loaded[0] < 0.3:
        app.processEvents()
    pulse.stop()
    stalls = [(later - earlier) * 1000 for earlier, later in pairwise(beats)]
    return (loaded[0] - start) * 1000, max(stalls)


def move_to(view, x):
    at = QPointF(x, 150.0)
    none, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), none, none, plain)
    QApplication.sendEvent(view, event)
    view.repaint()


def main():
    app = QApplication(sys.argv[:1])
    app.setPalette(palette_of(LIGHT))
    view = ChartView(FONTS)
    view.resize(*SIZE)
    view.show_overview(overview(Range.FOUR_WEEKS))
    view.show()
    app.processEvents()
    up, stall = come_up(app, view)
    say("matplotlib in, first charts made (thread)", [up], 1000)
    say("longest stall of the event loop meanwhile", [stall], 50)
    for kind in Kind:
        view.show_kind(kind)
        for chosen in Range:
            seen = overview(chosen)

            def redraw(values=seen):
                view.show_overview(values)
                view.repaint()

            redraw()
            name = f"redraw {kind}, {chosen}, {len(seen.buckets)} marks"
            if kind is Kind.CHANGE:
                name = f"redraw {kind}, {chosen}, {len(seen.dots)} dots"
            say(name, [timed(redraw) for _ in range(TIMES)], 30)
        hovers = [timed(lambda at=x: move_to(view, float(at))) for x in range(40, 560, 20)]
        say(f"hover {kind}", hovers, 5)


if __name__ == "__main__":
    main()
