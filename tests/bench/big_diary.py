"""Makes a big diary quickly, through the real schema, the same for the same numbers.

python tests/bench/big_diary.py PATH [WALKS]
"""

import random
import sqlite3
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from walktrack.domain.moment import MS_PER_MINUTE, Moment, day_number, day_of
from walktrack.domain.pain import PainMoment
from walktrack.domain.period import Period
from walktrack.domain.person import DEFAULT_TEN_ANCHOR, Person
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import Company, Effort, Kind, Surface
from walktrack.storage.database import Database
from walktrack.storage.day_totals import recount
from walktrack.storage.diary import Diary

PERSON = "00000000-0000-4000-8000-000000000001"
TODAY = date(2026, 6, 30)
_DAY_MS = 86_400_000
_DAYS_A_YEAR = 365
_OFFSET = 60
_Row = tuple[str | int | None, ...]
_NOTES = ("", "", "", "", "Sunny", "Rain, slow; café at the turn", "Knee felt stiff", "With Ida")


def make(path: Path, walks: int = 3650, ratings_each: int = 3, years: int = 10) -> None:
    """Write a diary of `walks` walks over the `years` up to TODAY.

    Each walk has `ratings_each` ratings: before, after, then some during. Every fifth walk has a
    rating without a walk on its day, every second one a posture checklist.
    """
    begun = Moment(day_number(TODAY) * _DAY_MS, 0)
    with Diary(path) as diary:
        diary.people.add(
            Person(PERSON, "Anna", "#0072B2", "A", None, DEFAULT_TEN_ANCHOR, "", 20, False, begun)
        )
    first = day_number(TODAY) - years * _DAYS_A_YEAR + 1
    db = Database(path)
    db.connect()
    try:
        with db.changing():
            _fill(db.connection(), walks, ratings_each, first)
            recount(db, PERSON, Period(day_of(first), TODAY))
    finally:
        db.close()


def _fill(connection: sqlite3.Connection, walks: int, ratings_each: int, first: int) -> None:
    chance = random.Random(20)
    span = day_number(TODAY) - first + 1
    walk_rows: list[_Row] = []
    rating_rows: list[_Row] = []
    check_rows: list[_Row] = []
    for number in range(walks):
        day = first + number * span // walks
        start = day * _DAY_MS + (6 * 60 + chance.randrange(15 * 60)) * MS_PER_MINUTE
        walked = chance.randrange(5 * 60, 45 * 60) * 1000
        walk_rows.append(_walk(chance, number, day, start, walked))
        rating_rows += _ratings(chance, number, day, start, walked, ratings_each)
        if number % 2 == 0:
            check_rows += _checks(chance, number, start)
    for table, rows in (
        ("walk", walk_rows),
        ("pain_rating", rating_rows),
        ("posture_check", check_rows),
        ("day_mark", list(_flare_ups(first, span))),
    ):
        marks = ",".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def _walk(chance: random.Random, number: int, day: int, start: int, walked: int) -> _Row:
    end = start + walked + chance.choice((0, 0, 120_000))
    said = chance.random() < 0.5
    return (
        f"w{number:07}-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
        PERSON,
        start,
        _OFFSET,
        end,
        _OFFSET,
        day,
        walked,
        "done",
        "timer",
        20,
        chance.choice(list(Kind)) if said else None,
        chance.choice(list(Surface)) if said else None,
        chance.choice(list(Company)) if said else None,
        chance.choice(list(Effort)) if said else None,
        int(chance.random() < 0.1) if said else None,
        None,
        None,
        chance.choice(_NOTES),
        "",
        end,
        _OFFSET,
        None,
        None,
        None,
        1,
        "",
    )


def _flare_ups(first: int, span: int) -> Iterator[_Row]:
    """Yield a flare-up of four days every six weeks."""
    for number, day in enumerate(range(first, first + span, 42)):
        name = f"m{number:07}-aaaa-4aaa-8aaa-aaaaaaaaaaaa"
        at = day * _DAY_MS
        kept = ("flare_up", day, day + 3, "", "", at, _OFFSET, None, None, None)
        yield (name, PERSON, *kept)


def _ratings(
    chance: random.Random, number: int, day: int, start: int, walked: int, each: int
) -> Iterator[_Row]:
    before = chance.randrange(2, 8)
    moments = [PainMoment.BEFORE, PainMoment.AFTER] + [PainMoment.DURING] * max(0, each - 2)
    values = [before, max(0, before + chance.choice((-2, -1, -1, 0, 0, 1)))] + [before] * each
    for index, (moment, value) in enumerate(zip(moments[:each], values, strict=False)):
        at = start + (0, walked, walked // 2)[min(index, 2)]
        into = walked // 2 if moment is PainMoment.DURING else None
        walk = f"w{number:07}-aaaa-4aaa-8aaa-aaaaaaaaaaaa"
        yield _rating(f"r{number:07}-{index:04}", walk, moment, at, day, value, into)
    if number % 5 == 0:
        yield _rating(f"r{number:07}-free", None, PainMoment.OTHER, start - 1000, day, before, None)


def _rating(
    name: str,
    walk: str | None,
    moment: PainMoment,
    at: int,
    day: int,
    value: int,
    into: int | None,
) -> _Row:
    rated = (at, _OFFSET, day, value, into, "", "", "self", "", "", at, _OFFSET, None, None, None)
    return (f"{name}-4aaa-8aaa-aaaaaaaaaaaa", PERSON, walk, moment, *rated)


def _checks(chance: random.Random, number: int, start: int) -> Iterator[_Row]:
    walk = f"w{number:07}-aaaa-4aaa-8aaa-aaaaaaaaaaaa"
    for index, item in enumerate(PostureItem):
        if chance.random() < 0.6:
            name = f"c{number:07}-{index:04}-4aaa-8aaa-aaaaaaaaaaaa"
            yield (name, PERSON, walk, item, 1, "", start, _OFFSET, None, None, None)


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3650)
