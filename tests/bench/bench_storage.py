"""Prints what the storage costs, side by side with plain sqlite3 on the same file in one run.

    python tests/bench/bench_storage.py [FOLDER]

FOLDER is where the diaries are made, by default a temporary one: commits are as quick as the
disk under it. Times are milliseconds. Only ratios travel from one machine to another.
"""

import sqlite3
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from statistics import median

from big_diary import PERSON, TODAY, make

from walktrack.domain.entry import HistoryFilter
from walktrack.domain.moment import Moment, day_number
from walktrack.domain.pain import PainMoment, PainRating
from walktrack.domain.period import Period, Range
from walktrack.storage.database import PRAGMAS
from walktrack.storage.diary import Diary
from walktrack.storage.totals import Totals

USUAL, MANY = 3_650, 100_000
PAGE = 200
# The minutes and pain of each day without day_total, as a program that keeps no sums would read.
STRAIGHT = """
    SELECT walk.day, count(DISTINCT walk.id), sum(walk.walked_ms),
        avg(value) FILTER (WHERE moment = 'before'), avg(value) FILTER (WHERE moment = 'after')
    FROM walk LEFT JOIN pain_rating ON walk_id = walk.id AND pain_rating.deleted_at IS NULL
    WHERE walk.person_id = ? AND walk.day BETWEEN ? AND ? AND state = 'done'
        AND walk.deleted_at IS NULL
    GROUP BY walk.day
"""
NOW = Moment(day_number(TODAY) * 86_400_000, 0)


def main(folder: Path) -> None:
    import_cost()
    for walks in (USUAL, MANY):
        path = folder / f"{walks}.db"
        began = time.perf_counter()
        make(path, walks)
        took = time.perf_counter() - began
        print(f"\n{walks} walks, 3 ratings each, {path.stat().st_size / 1e6:.0f} MB ({took:.1f} s)")
        answers(path, folder / f"raw-{walks}.db")
        with Diary(path) as diary:
            chart(diary)
            history(diary)


def import_cost() -> None:
    def run(what: str) -> float:
        code = (
            f"import time; a = time.perf_counter(); import {what}; print(time.perf_counter() - a)"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        return float(done.stdout) * 1000

    names = ("walktrack.storage.diary", "peewee")
    pairs = [[run(name) for name in names] for _ in range(7)]
    for name, times in zip(names, zip(*pairs, strict=True), strict=True):
        print(f"import {name:40}{median(times):8.1f}")


def answers(path: Path, raw_path: Path) -> None:
    """Store answers one by one, in turn with a raw commit of one row to another file."""
    raw = sqlite3.connect(raw_path, isolation_level=None)
    for name, value in PRAGMAS:
        raw.execute(f"PRAGMA {name} = {value}")
    raw.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, value INTEGER) STRICT")
    ours, theirs = [], []
    with Diary(path) as diary:
        for number in range(300):
            when = NOW.plus(number * 1000)
            answer = PainRating(
                f"new{number}", PERSON, None, PainMoment.OTHER, when, number % 11, when
            )
            theirs.append(timed(lambda: raw.execute("INSERT INTO answer (value) VALUES (1)")))
            ours.append(timed(lambda answer=answer: diary.ratings.add(answer)))
    raw.close()
    for name, times in (("storing an answer", ours), ("  raw commit of one row", theirs)):
        times.sort()
        print(f"{name:47}{median(times):8.2f}   p95 {times[int(len(times) * 0.95)]:.2f}")
    ours_p95, theirs_p95 = (times[int(len(times) * 0.95)] for times in (ours, theirs))
    print(f"  p95 beyond the commit (limit 5){ours_p95 - theirs_p95:24.2f}")


def chart(diary: Diary) -> None:
    first = diary.totals.first_day(PERSON)
    for chosen in Range:
        one_range(diary, chosen, Period.of(chosen, TODAY, first))


def one_range(diary: Diary, chosen: Range, period: Period) -> None:
    """Time the reading of one range: as SQLite's rows, and as records, beside plain sqlite3."""
    execute = diary._db.connection().execute
    sql, values = raw_query(period)
    straight = (PERSON, day_number(period.first), day_number(period.last))
    rows, records, raw, walks = side_by_side(
        lambda: diary._db.rows(sql, *values),
        lambda: diary.totals.buckets(PERSON, period, period.grain, 0),
        lambda: execute(sql, values).fetchall(),
        lambda: execute(STRAIGHT, straight).fetchall(),
    )
    dots, figures, medians = side_by_side(
        lambda: Totals(diary._db).dots(PERSON, period),
        lambda: Totals(diary._db).figures(PERSON, period, TODAY, 0),
        lambda: diary.totals.medians(PERSON, period),
    )
    print(f"{f'chart over time, {chosen} by {period.grain}':47}{records:8.2f}", end="   ")
    print(f"raw {raw:.2f}: rows {rows / raw:.2f} x, records {records / raw:.2f} x")
    print(f"  raw from walks and ratings {walks:.2f}: records {records / walks:.2f} x")
    print(f"  dots {dots:.2f}, figures {figures:.2f}, medians {medians:.2f}")


def raw_query(period: Period) -> tuple[str, tuple[object, ...]]:
    """Return the very SQL of the chart over time, and its values."""
    seen: list[tuple[str, tuple[object, ...]]] = []

    class Spy:
        reading = nullcontext

        def rows(self, sql: str, *values: object) -> list[object]:
            seen.append((sql, values))
            return []

    Totals(Spy()).buckets(PERSON, period, period.grain, 0)
    return seen[0]


def history(diary: Diary) -> None:
    every = HistoryFilter()
    room = diary.history

    def forget() -> None:
        diary._db.written += 1

    def first_sight() -> None:
        forget()
        room.count(PERSON, every)
        room.rows(PERSON, every, 0, PAGE)

    def search() -> None:
        forget()
        room.count(PERSON, HistoryFilter(text="café"))

    lines = room.count(PERSON, every)
    print(f"{f'History, {lines} lines: count and first page':47}{best(first_sight):8.2f}")
    room.count(PERSON, every)
    for name, offset in (("first", 0), ("middle", lines // 2), ("deepest", lines - PAGE)):
        cost = best(lambda offset=offset: room.rows(PERSON, every, offset, PAGE))
        print(f"{f'  {name} page of {PAGE}':47}{cost:8.2f}")
    print(f"{'  search in notes':47}{best(search):8.2f}")
    forget()
    tracemalloc.start()
    room.count(PERSON, every)
    room.rows(PERSON, every, 0, PAGE)
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"  memory kept {kept / 1e6:.1f} MB, at most {peak / 1e6:.1f} MB")


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def best(work: Callable[[], object]) -> float:
    return median(timed(work) for _ in range(9))


def side_by_side(*works: Callable[[], object]) -> list[float]:
    """Return the median cost of things done in turn."""
    rounds = [[timed(work) for work in works] for _ in range(15)]
    return [median(times) for times in zip(*rounds, strict=True)]


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as place:
            main(Path(place))
