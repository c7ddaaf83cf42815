"""Walks and what happened to them."""

from datetime import date
from typing import Any

from peewee import ModelSelect

from walktrack.domain.clock import Reading
from walktrack.domain.likely import PastWalk
from walktrack.domain.moment import Moment, day_number, day_of
from walktrack.domain.stopwatch import Doubt, EventKind, WalkEvent
from walktrack.domain.walk import Details, Walk, WalkState
from walktrack.storage.day_totals import refresh
from walktrack.storage.room import Room, reads, writes
from walktrack.storage.tables import EventRow, WalkRow, columns, moment
from walktrack.storage.walk_rows import walk_of, walk_values

_SAID = (
    WalkRow.kind,
    WalkRow.surface,
    WalkRow.company,
    WalkRow.effort,
    WalkRow.stopped_for_pain,
    WalkRow.warm_up,
    WalkRow.cool_down,
)

_NEWEST = """
    SELECT person_id, start_at, start_offset FROM walk
    WHERE state = 'done' AND walk.deleted_at IS NULL AND timed = 1 AND start_at >= ?
        AND EXISTS (SELECT 1 FROM person WHERE person.id = walk.person_id
            AND person.deleted_at IS NULL AND archived = 0)
    ORDER BY start_at DESC LIMIT ?
"""


class Walks(Room):
    """Reads and keeps walks. Removed ones stay in the file, and are left out of every answer.

    Changing a walk that is not there raises LookupError; a second open walk of one person
    raises sqlite3.IntegrityError.
    """

    @writes
    def add(self, walk: Walk) -> None:
        """Keep a new walk."""
        self._db.execute(WalkRow.insert(**walk_values(walk)))
        refresh(self._db, walk.person_id, [day_number(walk.start.day)])

    @writes
    def update(self, walk: Walk) -> None:
        """Keep a walk as it is now; `edited` is stored as given."""
        was = self._row(walk.id)
        self._db.execute(WalkRow.update(**walk_values(walk)).where(WalkRow.id == walk.id))
        days = [was["day"], day_number(walk.start.day), *self._rated_days(walk.id)]
        refresh(self._db, walk.person_id, days)

    @reads
    def get(self, walk_id: str) -> Walk | None:
        """Return one walk, or None."""
        row = self._db.one(_live().where(WalkRow.id == walk_id))
        return None if row is None else walk_of(row)

    @reads
    def open_walk(self, person_id: str) -> Walk | None:
        """Return the walk that runs, is paused or has an open question, or None."""
        row = self._db.one(
            _live().where(WalkRow.person_id == person_id, WalkRow.state != WalkState.DONE)
        )
        return None if row is None else walk_of(row)

    @reads
    def walkers(self) -> list[str]:
        """Return who has an open walk, of all people, by its start."""
        sql = "SELECT person_id FROM walk WHERE state <> 'done' AND deleted_at IS NULL"
        return [person_id for (person_id,) in self._db.rows(f"{sql} ORDER BY start_at, id")]

    @writes
    def remove(self, walk_id: str, at: Moment) -> None:
        """Take a walk out, with its ratings and checks; `restore` brings all of it back."""
        row = self._row(walk_id)
        # What goes with the walk bears its stamp, and nothing removed before bears the same.
        ((latest,),) = self._db.rows(
            "SELECT max(deleted_at) FROM (SELECT deleted_at FROM pain_rating WHERE walk_id = ?1"
            " UNION ALL SELECT deleted_at FROM posture_check WHERE walk_id = ?1)",
            walk_id,
        )
        stamp = at.ms if latest is None else max(at.ms, latest + 1)
        self._stamp(row, None, stamp)

    @writes
    def restore(self, walk_id: str) -> None:
        """Bring a removed walk back, with what was removed with it."""
        row = self._row(walk_id)
        if row["deleted_at"] is not None:
            self._stamp(row, row["deleted_at"], None)

    @reads
    def overlapping(
        self, person_id: str, start_ms: int, end_ms: int, but: str | None
    ) -> list[Walk]:
        """Return the done walks that share time with [start, end), except the walk `but`."""
        query = _done(person_id).where(
            WalkRow.start_at < end_ms, WalkRow.end_at > start_ms, WalkRow.timed == 1
        )
        if but is not None:
            query = query.where(WalkRow.id != but)
        return [walk_of(row) for row in self._db.dicts(query.order_by(WalkRow.start_at))]

    @reads
    def on_day(self, person_id: str, day: date) -> list[Walk]:
        """Return the done walks of a day, by their start."""
        query = _done(person_id).where(WalkRow.day == day_number(day))
        return [walk_of(row) for row in self._db.dicts(query.order_by(WalkRow.start_at))]

    @reads
    def beside(self, walk: Walk) -> list[Walk]:
        """Return the done walks of the same person next to one, before it and after it."""
        others = _done(walk.person_id).where(WalkRow.id != walk.id)
        start = walk.start.ms
        before = others.where(WalkRow.start_at <= start).order_by(WalkRow.start_at.desc())
        after = others.where(WalkRow.start_at > start).order_by(WalkRow.start_at)
        rows = [self._db.one(query) for query in (before, after)]
        return [walk_of(row) for row in rows if row is not None]

    @reads
    def newest(self, since_ms: int, most: int) -> list[PastWalk]:
        """Return the newest walks of all people who are there and not archived, by their starts.

        Only walks whose time of day is known, that began at `since_ms` or later.
        """
        rows = self._db.rows(_NEWEST, since_ms, most)
        return [PastWalk(person_id, Moment(at, offset)) for person_id, at, offset in rows]

    @reads
    def last_details(self, person_id: str) -> Details | None:
        """Return what was said about the newest walk with anything said, its note left out."""
        said = _SAID[0].is_null(is_null=False)
        for column in _SAID[1:]:
            said |= column.is_null(is_null=False)
        query = _done(person_id).where(said).order_by(WalkRow.start_at.desc())
        row = self._db.one(query)
        return None if row is None else walk_of(row | {"note": ""}).details

    @reads
    def first_day(self, person_id: str) -> date | None:
        """Return the first day with a walk or a rating, or None."""
        return self._day("SELECT min(day) FROM day_total WHERE person_id = ?", person_id)

    @reads
    def last_day(self, person_id: str) -> date | None:
        """Return the last day with a walk or a rating, or None."""
        return self._day("SELECT max(day) FROM day_total WHERE person_id = ?", person_id)

    @reads
    def events(self, walk_id: str) -> list[WalkEvent]:
        """Return what happened to a walk, in order."""
        query = EventRow.select().where(EventRow.walk_id == walk_id).order_by(EventRow.id)
        return [_event(row) for row in self._db.dicts(query)]

    @writes
    def add_event(self, walk_id: str, event: WalkEvent) -> None:
        """Keep one more thing that happened to a walk."""
        self._db.execute(
            EventRow.insert(
                walk_id=walk_id,
                kind=event.kind,
                doubt=event.doubt,
                boot_ms=event.at.boot_ms,
                awake_ms=event.at.awake_ms,
                boot=event.at.boot,
                **columns("wall", event.at.wall),
            )
        )

    @writes
    def take_back_event(self, walk_id: str, kind: EventKind) -> None:
        """Forget the last thing that happened to a walk; LookupError if it was no such one.

        Signs of life that came after it stay.
        """
        ((last, known),) = self._db.rows(
            "SELECT max(id), kind FROM walk_event"
            " WHERE walk_id = ? AND kind NOT IN ('heartbeat', 'left')",
            walk_id,
        )
        if known != kind:
            raise LookupError(walk_id)
        self._db.execute_sql("DELETE FROM walk_event WHERE id = ?", (last,))

    def _row(self, walk_id: str) -> dict[str, Any]:
        row = self._db.one(WalkRow.select().where(WalkRow.id == walk_id))
        if row is None:
            raise LookupError(walk_id)
        return row

    def _stamp(self, walk: dict[str, Any], was: int | None, now: int | None) -> None:
        """Set `deleted_at` of a walk, and of its ratings and checks where it was `was`."""
        days = [walk["day"], *self._rated_days(walk["id"])]
        change = "SET deleted_at = ?1 WHERE deleted_at IS ?2 AND"
        self._db.execute_sql(f"UPDATE walk {change} id = ?3", (now, was, walk["id"]))
        for table in ("pain_rating", "posture_check"):
            self._db.execute_sql(f"UPDATE {table} {change} walk_id = ?3", (now, was, walk["id"]))
        refresh(self._db, walk["person_id"], days)

    def _rated_days(self, walk_id: str) -> list[int]:
        """Return the days of a walk's ratings: one given after midnight has the next."""
        sql = "SELECT DISTINCT day FROM pain_rating WHERE walk_id = ?"
        return [day for (day,) in self._db.rows(sql, walk_id)]

    def _day(self, sql: str, person_id: str) -> date | None:
        ((day,),) = self._db.rows(sql, person_id)
        return None if day is None else day_of(day)


def _live() -> "ModelSelect[WalkRow]":
    return WalkRow.select().where(WalkRow.deleted_at.is_null())


def _done(person_id: str) -> "ModelSelect[WalkRow]":
    return _live().where(WalkRow.person_id == person_id, WalkRow.state == WalkState.DONE)


def _event(row: dict[str, Any]) -> WalkEvent:
    at = Reading(moment(row, "wall"), row["boot_ms"], row["awake_ms"], row["boot"])
    doubt = None if row["doubt"] is None else Doubt(row["doubt"])
    return WalkEvent(EventKind(row["kind"]), at, doubt)
