"""Makes a sound diary of what can be read out of a damaged file; that one is left as it is."""

import os
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from walktrack.domain.moment import day_of
from walktrack.domain.period import Period
from walktrack.durable import sync_file, sync_folder
from walktrack.storage import migrate
from walktrack.storage.database import Database
from walktrack.storage.day_totals import recount
from walktrack.storage.journal import journal_of
from walktrack.storage.salvage.fill import fill
from walktrack.storage.salvage.gather import Shapes, count, gather
from walktrack.storage.salvage.indexes import drop_indexes, make_indexes
from walktrack.storage.salvage.links import mend_links
from walktrack.storage.salvage.open_walks import finish_broken
from walktrack.storage.salvage.rules import Record
from walktrack.storage.salvage.shapes import DERIVED, shapes_of
from walktrack.storage.snapshot import check_copy

_VERSION_AT = slice(60, 64)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How much could be read: people, walks, ratings and ticks that were not removed.

    `first_day` and `last_day` are those of the first and last walk or rating, if there is one.
    """

    people: int
    walks: int
    ratings: int
    checks: int
    first_day: date | None
    last_day: date | None


NOTHING = Salvaged(0, 0, 0, 0, None, None)


def salvage(damaged: Path, target: Path) -> Salvaged:
    """Write what can be read of a damaged diary into a new one at `target`; safe in a thread.

    The damaged file is only read, and its journal not even that. If nothing can be read there is
    no new file. DiaryError for trouble with either file, and then there is none as well.
    """
    with Database(damaged).guard():
        data = damaged.read_bytes()
    version = _version(data)
    shapes = shapes_of(version)
    records = gather(data, shapes)
    first = next(records, None)
    if first is None:
        return NOTHING
    with Database(target).guard():
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with Database(target).guard():  # while the file is there to be looked at
            salvaged = _rebuild(target, version, shapes, chain([first], records))
            if salvaged is None:
                _remove(target)
            else:
                check_copy(target)
                sync_file(target)
            sync_folder(target.parent)
    except BaseException:
        _remove(target)
        raise
    return salvaged or NOTHING


def _version(data: bytes) -> int:
    """Return the version a file was written in: what it states, or else what makes most sense."""
    stated = int.from_bytes(data[_VERSION_AT], "big")
    if migrate.NEWEST in {stated, 1}:
        return migrate.NEWEST
    return max(
        range(1, migrate.NEWEST + 1),
        key=lambda version: (count(data, shapes_of(version)), version == stated, version),
    )


def _rebuild(
    target: Path, version: int, shapes: Shapes, records: Iterable[tuple[str, Record]]
) -> Salvaged | None:
    """Fill a new file; None if nothing could be kept of all that was read."""
    with closing(Database(target)) as db:
        db.connect()
        # Nobody has it before it is whole and on the disk, and half of one is removed.
        db.execute_sql("PRAGMA journal_mode = MEMORY")
        db.execute_sql("PRAGMA synchronous = OFF")
        migrate.bring_up_to_date(db, version)
        db.execute_sql("PRAGMA foreign_keys = 0")  # records come in any order
        with db.atomic():
            indexes = drop_indexes(db)
            fill(db, shapes, records)
            mend_links(db, shapes)
            make_indexes(db, indexes)
        db.execute_sql("PRAGMA foreign_keys = 1")
        if not any(db.rows(f"SELECT 1 FROM {shape.table} LIMIT 1") for shape in shapes):  # noqa: S608 - names of the schema
            return None
        migrate.bring_up_to_date(db)
        with db.atomic():
            finish_broken(db)
            _count_again(db)
        return _counted(db)


def _count_again(db: Database) -> None:
    for table in DERIVED:
        db.execute_sql(f"DELETE FROM {table}")  # noqa: S608 - a constant
    days = db.rows("SELECT person_id, day FROM walk UNION SELECT person_id, day FROM pain_rating")
    for person_id, year in {(person_id, day_of(day).year) for person_id, day in days}:
        recount(db, person_id, Period(date(year, 1, 1), date(year, 12, 31)))


def _counted(db: Database) -> Salvaged:
    counts = [
        db.rows(f"SELECT count(*) FROM {table} WHERE deleted_at IS NULL")[0][0]  # noqa: S608
        for table in ("person", "walk", "pain_rating", "posture_check")
    ]
    ((first, last),) = db.rows("""
        SELECT min(day), max(day) FROM (
            SELECT day FROM walk WHERE deleted_at IS NULL
            UNION ALL SELECT day FROM pain_rating WHERE deleted_at IS NULL)""")
    return Salvaged(*counts, *(None if day is None else day_of(day) for day in (first, last)))


def _remove(target: Path) -> None:
    target.unlink(missing_ok=True)
    journal_of(target).unlink(missing_ok=True)
