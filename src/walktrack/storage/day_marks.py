"""Marks on days: no walk, a flare-up from one day to another."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from peewee import ModelSelect

from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.moment import day_number, day_of
from walktrack.domain.period import Period
from walktrack.storage.room import Room, reads, writes
from walktrack.storage.tables import MarkRow, columns, moment, moment_or_none

_WALKED = "SELECT 1 FROM walk WHERE person_id = ? AND day = ? AND deleted_at IS NULL LIMIT 1"
_NO_WALK = """
    SELECT id FROM day_mark WHERE person_id = ? AND first_day = ? AND kind = 'no_walk'
    AND deleted_at IS NULL
"""
_GONE = """
    SELECT id FROM day_mark WHERE person_id = ? AND first_day = ? AND kind = 'no_walk'
    AND deleted_at = ?
"""


class DayMarks(Room):
    """Reads and keeps marks. Removed ones stay in the file, and are left out of every answer.

    Changing a mark that is not there raises LookupError; a second of a kind on one first day, or a
    second flare-up that goes on, sqlite3.IntegrityError.
    """

    @writes
    def add(self, mark: DayMark) -> None:
        """Keep a new mark."""
        self._db.execute(MarkRow.insert(**mark_values(mark)))
        self._db.written += 1

    @writes
    def update(self, mark: DayMark) -> None:
        """Keep a mark as it is now; `edited` is stored as given."""
        self._change(mark.id, mark_values(mark))

    @writes
    def put(self, mark_id: str, deleted_at: int | None) -> None:
        """Take a mark out at a time in UTC milliseconds, or (None) bring it back."""
        self._change(mark_id, {"deleted_at": deleted_at})

    @reads
    def get(self, mark_id: str) -> DayMark | None:
        """Return one mark, or None."""
        row = self._db.one(_live().where(MarkRow.id == mark_id))
        return None if row is None else mark_of(row)

    @reads
    def on(self, person_id: str, day: date) -> list[DayMark]:
        """Return the marks that cover a day."""
        return self._within(person_id, Period(day, day))

    @reads
    def within(self, person_id: str, period: Period) -> list[DayMark]:
        """Return the marks that cover a day of a period, by their first day."""
        return self._within(person_id, period)

    @reads
    def open_flare_up(self, person_id: str) -> DayMark | None:
        """Return the flare-up that goes on, or None."""
        row = self._db.one(
            _live().where(
                MarkRow.person_id == person_id,
                MarkRow.kind == MarkKind.FLARE_UP,
                MarkRow.last_day.is_null(),
            )
        )
        return None if row is None else mark_of(row)

    @reads
    def first_day(self, person_id: str) -> date | None:
        """Return the first day that bears a mark, or None."""
        return self._day("min(first_day)", person_id)

    @reads
    def last_day(self, person_id: str) -> date | None:
        """Return the last day that a mark begins or ends on, or None."""
        return self._day("max(coalesce(last_day, first_day))", person_id)

    @reads
    def removed(self, mark_id: str) -> DayMark | None:
        """Return a removed mark, or None."""
        query = MarkRow.select().where(
            MarkRow.id == mark_id, MarkRow.deleted_at.is_null(is_null=False)
        )
        row = self._db.one(query)
        return None if row is None else mark_of(row)

    @reads
    def in_the_way(self, mark: DayMark) -> DayMark | None:
        """Return another mark of the same kind on any of its days, the first one, or None."""
        days = Period(mark.first, mark.last or date.max)
        found = self._within(mark.person_id, days)
        return next((m for m in found if m.kind is mark.kind and m.id != mark.id), None)

    @reads
    def walked(self, person_id: str, day: date) -> bool:
        """Say whether a walk began on a day, also one that goes on still."""
        return bool(self._db.rows(_WALKED, person_id, day_number(day)))

    @writes
    def give_way(self, person_id: str, day: date, removed_at: int) -> tuple[str, ...]:
        """Take out what says that nobody walked on a day; return the ids of what is gone."""
        rows = self._db.rows(_NO_WALK, person_id, day_number(day))
        ids = tuple(str(mark_id) for (mark_id,) in rows)
        for mark_id in ids:
            self._change(mark_id, {"deleted_at": removed_at})
        return ids

    @reads
    def gave_way(self, person_id: str, day: date, removed_at: int) -> tuple[str, ...]:
        """Return the ids of what `give_way` took out at that time."""
        rows = self._db.rows(_GONE, person_id, day_number(day), removed_at)
        return tuple(str(mark_id) for (mark_id,) in rows)

    @writes
    def come_back(self, ids: Iterable[str]) -> None:
        """Bring back what gave way to a walk that is gone, where the day has room for it."""
        for mark_id in ids:
            mark = self.removed(mark_id)
            if mark is None or self.in_the_way(mark) or self.walked(mark.person_id, mark.first):
                continue
            self._change(mark_id, {"deleted_at": None})

    def _day(self, what: str, person_id: str) -> date | None:
        sql = f"SELECT {what} FROM day_mark WHERE person_id = ? AND deleted_at IS NULL"  # noqa: S608 - constants
        ((day,),) = self._db.rows(sql, person_id)
        return None if day is None else day_of(day)

    def _within(self, person_id: str, period: Period) -> list[DayMark]:
        query = _live().where(
            MarkRow.person_id == person_id,
            MarkRow.first_day <= day_number(period.last),
            MarkRow.last_day.is_null() | (MarkRow.last_day >= day_number(period.first)),
        )
        order = (MarkRow.first_day, MarkRow.kind)
        return [mark_of(row) for row in self._db.dicts(query.order_by(*order))]

    def _change(self, mark_id: str, values: dict[str, Any]) -> None:
        done = self._db.execute(MarkRow.update(**values).where(MarkRow.id == mark_id))
        if not done.rowcount:
            raise LookupError(mark_id)
        self._db.written += 1


def _live() -> "ModelSelect[MarkRow]":
    return MarkRow.select().where(MarkRow.deleted_at.is_null())


def mark_values(mark: DayMark) -> dict[str, Any]:
    """Return the columns of a mark, all but `deleted_at`."""
    return {
        "id": mark.id,
        "person_id": mark.person_id,
        "kind": mark.kind,
        "first_day": day_number(mark.first),
        "last_day": None if mark.last is None else day_number(mark.last),
        "note": mark.note,
        "recorder": mark.recorder,
        **columns("entered", mark.entered),
        **columns("edited", mark.edited),
    }


def mark_of(row: dict[str, Any]) -> DayMark:
    """Return the mark of a row."""
    return DayMark(
        id=row["id"],
        person_id=row["person_id"],
        kind=MarkKind(row["kind"]),
        first=day_of(row["first_day"]),
        last=None if row["last_day"] is None else day_of(row["last_day"]),
        entered=moment(row, "entered"),
        edited=moment_or_none(row, "edited"),
        recorder=row["recorder"],
        note=row["note"],
    )
