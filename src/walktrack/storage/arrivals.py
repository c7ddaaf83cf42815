"""Records that come in from a file: what the diary says about them, and keeping all of them."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import uuid4

from walktrack.domain.day_mark import DayMark
from walktrack.domain.incoming import Bundle
from walktrack.domain.interference import Interference
from walktrack.domain.moment import day_number
from walktrack.domain.pain import PainMoment, PainRating
from walktrack.domain.posture import PostureCheck, PostureItem
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.domain.walk import Walk
from walktrack.domain.warning_signs import SignCheck
from walktrack.storage.database import Row
from walktrack.storage.day_marks import mark_of, mark_values
from walktrack.storage.day_totals import recount_months
from walktrack.storage.interferences import interference_of, interference_values
from walktrack.storage.plans import plan_values, step_values
from walktrack.storage.ratings import rating_of, rating_values
from walktrack.storage.room import Room, reads, writes
from walktrack.storage.sign_checks import sign_of, sign_values
from walktrack.storage.tables import columns, moment, moment_or_none
from walktrack.storage.walk_rows import walk_of, walk_values

_AT_ONCE = 500
_TABLES = (
    "walk",
    "pain_rating",
    "posture_check",
    "day_mark",
    "interference",
    "sign_check",
    "plan",
    "plan_step",
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came in: the ids by table, and a number that changes with any of the records."""

    ids: Mapping[str, tuple[str, ...]]
    mark: int


class Arrivals(Room):
    """Answers by id, removed records too, and takes in many records at once."""

    @reads
    def walk(self, walk_id: str) -> tuple[Walk, bool] | None:
        """Return a walk and whether it is removed, or None."""
        row = self._dict("SELECT * FROM walk WHERE id = ?", walk_id)
        return None if row is None else (walk_of(row), row["deleted_at"] is not None)

    @reads
    def walks_near(self, person_id: str, start_ms: int, within_ms: int) -> list[tuple[str, int]]:
        """Return id and walked milliseconds of the done walks that start near a time."""
        return self._db.rows(
            "SELECT id, walked_ms FROM walk WHERE person_id = ? AND start_at BETWEEN ? AND ?"
            " AND state = 'done' AND deleted_at IS NULL ORDER BY start_at, id",
            person_id, start_ms - within_ms, start_ms + within_ms,
        )  # fmt: skip

    @reads
    def rating(self, rating_id: str) -> tuple[PainRating, bool] | None:
        """Return a rating and whether it is removed, or None."""
        row = self._dict("SELECT * FROM pain_rating WHERE id = ?", rating_id)
        return None if row is None else (rating_of(row), row["deleted_at"] is not None)

    @reads
    def ratings_of(self, walk_id: str) -> list[PainRating]:
        """Return the ratings of a walk, by time."""
        return self._ratings("walk_id = ?", walk_id)

    @reads
    def ratings_on(self, person_id: str, day: int, moment_: PainMoment) -> list[PainRating]:
        """Return the ratings of one sort on a day (its number)."""
        asked = "person_id = ? AND day = ? AND moment = ?"
        return self._ratings(asked, person_id, day, moment_.value)

    @reads
    def check(self, walk_id: str, item: PostureItem) -> PostureCheck | None:
        """Return a line of the checklist of a walk, or None if it was never touched."""
        row = self._dict(
            "SELECT * FROM posture_check WHERE walk_id = ? AND item = ? AND deleted_at IS NULL",
            walk_id, item.value,
        )  # fmt: skip
        return None if row is None else _check_of(row)

    @reads
    def mark(self, mark_id: str) -> tuple[DayMark, bool] | None:
        """Return a mark and whether it is removed, or None."""
        row = self._dict("SELECT * FROM day_mark WHERE id = ?", mark_id)
        return None if row is None else (mark_of(row), row["deleted_at"] is not None)

    @reads
    def interference(self, answer_id: str) -> tuple[Interference, bool] | None:
        """Return an answer about a day and whether it is removed, or None."""
        row = self._dict("SELECT * FROM interference WHERE id = ?", answer_id)
        return None if row is None else (interference_of(row), row["deleted_at"] is not None)

    @reads
    def interference_on(self, person_id: str, day: int) -> Interference | None:
        """Return the answer about a day (its number), or None."""
        row = self._dict(
            "SELECT * FROM interference WHERE person_id = ? AND day = ? AND deleted_at IS NULL",
            person_id, day,
        )  # fmt: skip
        return None if row is None else interference_of(row)

    @reads
    def signs(self, check_id: str) -> tuple[SignCheck, bool] | None:
        """Return an answer to the list of warning signs and whether it is removed, or None."""
        row = self._dict("SELECT * FROM sign_check WHERE id = ?", check_id)
        return None if row is None else (sign_of(row), row["deleted_at"] is not None)

    @writes
    def add(self, person_id: str, bundle: Bundle) -> Arrival:
        """Keep all records, or none: NotPossibleError if the diary holds one of them by now."""
        rows = {
            "walk": [walk_values(walk) for walk in bundle.walks],
            "pain_rating": [rating_values(rating) | {"qualities": ""} for rating in bundle.ratings],
            "posture_check": [_check_values(check, person_id) for check in bundle.checks],
            "day_mark": [mark_values(mark) for mark in bundle.marks],
            "interference": [interference_values(answer) for answer in bundle.interferences],
            "sign_check": [sign_values(check) for check in bundle.signs],
            "plan": [plan_values(planned.plan) for planned in bundle.plans],
            "plan_step": [step_values(step) for planned in bundle.plans for step in planned.steps],
        }
        try:
            for table, values in rows.items():
                self._insert(table, values)
        except sqlite3.IntegrityError as error:
            message = "the diary has changed meanwhile"
            raise NotPossibleError(message) from error
        self._recount(person_id, bundle)
        ids = {table: tuple(str(row["id"]) for row in values) for table, values in rows.items()}
        return Arrival(ids, self._mark(ids))

    @writes
    def take_back(self, person_id: str, arrival: Arrival, bundle: Bundle) -> None:
        """Take out what came in, as if it never had; NotPossibleError if any of it has changed."""
        message = "some of it has changed since"
        if self._mark(arrival.ids) != arrival.mark:
            raise NotPossibleError(message)
        try:
            self._drop_steps_of_time(arrival)
            for table in reversed(_TABLES):
                for some in _portions(arrival.ids[table]):
                    marks = ",".join("?" * len(some))
                    self._db.execute_sql(f"DELETE FROM {table} WHERE id IN ({marks})", some)  # noqa: S608 - a constant
        except sqlite3.IntegrityError as error:  # something else belongs to one of the walks
            raise NotPossibleError(message) from error
        self._recount(person_id, bundle)

    def _drop_steps_of_time(self, arrival: Arrival) -> None:
        """Take out the steps that plans which came in have taken since by themselves."""
        known = set(arrival.ids["plan_step"])
        for plan_id in arrival.ids["plan"]:
            steps = self._db.rows(
                "SELECT id FROM plan_step WHERE plan_id = ? AND choice = 'unanswered'", plan_id
            )
            for (step_id,) in steps:
                if step_id not in known:
                    self._db.execute_sql("DELETE FROM plan_step WHERE id = ?", (step_id,))

    def _insert(self, table: str, rows: Sequence[Mapping[str, object]]) -> None:
        if not rows:
            return
        names = ", ".join(rows[0])
        places = ", ".join(f":{name}" for name in rows[0])
        sql = f"INSERT INTO {table} ({names}) VALUES ({places})"  # noqa: S608 - names of ours
        self._db.cursor().executemany(sql, rows)

    def _recount(self, person_id: str, bundle: Bundle) -> None:
        days = {day_number(walk.start.day) for walk in bundle.walks}
        days |= {day_number(rating.at.day) for rating in bundle.ratings}
        for some in _portions({rating.walk_id for rating in bundle.ratings} - {None}):
            marks = ",".join("?" * len(some))
            of_walks = self._db.rows(f"SELECT day FROM walk WHERE id IN ({marks})", *some)  # noqa: S608
            days |= {day for (day,) in of_walks}
        recount_months(self._db, person_id, days)

    def _mark(self, ids: Mapping[str, tuple[str, ...]]) -> int:
        """Return a number that stands for the rows of these ids as they are."""
        rows: list[Row] = []
        for table in _TABLES:
            for some in _portions(ids[table]):
                marks = ",".join("?" * len(some))
                sql = f"SELECT * FROM {table} WHERE id IN ({marks}) ORDER BY id"  # noqa: S608
                rows += self._db.rows(sql, *some)
        return hash(tuple(rows))

    def _ratings(self, where: str, *asked: object) -> list[PainRating]:
        sql = f"SELECT * FROM pain_rating WHERE {where} AND deleted_at IS NULL ORDER BY rated_at"  # noqa: S608
        return [rating_of(row) for row in self._dicts(sql, *asked)]

    def _dict(self, sql: str, *asked: object) -> dict[str, Any] | None:
        return next(iter(self._dicts(sql, *asked)), None)

    def _dicts(self, sql: str, *asked: object) -> list[dict[str, Any]]:
        cursor = self._db.execute_sql(sql, asked)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _portions(ids: "Sequence[str] | set[str | None]") -> Iterator[tuple[str | None, ...]]:
    waiting = iter(ids)
    while some := tuple(islice(waiting, _AT_ONCE)):
        yield some


def _check_values(check: PostureCheck, person_id: str) -> dict[str, object]:
    return {
        "id": str(uuid4()),
        "person_id": person_id,
        "walk_id": check.walk_id,
        "item": check.item,
        "checked": int(check.checked),
        "recorder": check.recorder,
        **columns("entered", check.entered),
        **columns("edited", check.edited),
    }


def _check_of(row: dict[str, Any]) -> PostureCheck:
    return PostureCheck(
        walk_id=row["walk_id"],
        item=PostureItem(row["item"]),
        checked=bool(row["checked"]),
        entered=moment(row, "entered"),
        edited=moment_or_none(row, "edited"),
        recorder=row["recorder"],
    )
