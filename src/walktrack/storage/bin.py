"""The bin: removed walks, ratings, marks and answers of days, which stay for a while."""

from collections import defaultdict

from walktrack.domain.bin import Binned
from walktrack.domain.moment import Moment
from walktrack.domain.walk import Walk, WalkState
from walktrack.storage.day_totals import refresh
from walktrack.storage.history_rows import Line, entries_of, key_sql
from walktrack.storage.room import Room, reads, writes
from walktrack.storage.tables import WalkRow
from walktrack.storage.walk_rows import walk_of

# What went with its walk comes back and goes with it, and has no line of its own. "No walk" has
# none on a day with a walk, where it could not be put back.
_LINES = f"""
    SELECT {key_sql(Line.WALK)}, deleted_at, state, NULL, NULL, id FROM walk
    WHERE person_id = ?1 AND deleted_at IS NOT NULL
    UNION ALL
    SELECT {key_sql(Line.RATING, "r")}, r.deleted_at, 'done', walk.start_at, walk.start_offset, r.id
    FROM pain_rating AS r LEFT JOIN walk ON walk.id = r.walk_id
    WHERE r.person_id = ?1 AND r.deleted_at IS NOT NULL AND walk.deleted_at IS NULL
    UNION ALL
    SELECT {key_sql(Line.MARK)}, deleted_at, 'done', NULL, NULL, id FROM day_mark
    WHERE person_id = ?1 AND deleted_at IS NOT NULL AND NOT (
        kind = 'no_walk' AND EXISTS (SELECT 1 FROM walk WHERE walk.person_id = ?1
            AND walk.day = first_day AND walk.deleted_at IS NULL))
    UNION ALL
    SELECT {key_sql(Line.INTERFERENCE)}, deleted_at, 'done', NULL, NULL, id FROM interference
    WHERE person_id = ?1 AND deleted_at IS NOT NULL
    ORDER BY 2 DESC, 6
"""  # noqa: S608 - constants
# What belongs to a removed walk stays as long as the walk does.
_BY_ITSELF = (
    "(walk_id IS NULL OR walk_id NOT IN (SELECT id FROM walk WHERE deleted_at IS NOT NULL))"
)
# Removed before it was written, a thing has met a clock set wrong: it stays until thrown away.
OLD = "deleted_at <= ? AND deleted_at >= max(entered_at, coalesce(edited_at, entered_at))"
_KEPT_FOR_A_WHILE = ("walk", "pain_rating", "posture_check", "day_mark", "interference")
_OLD_OF = {
    "walk": OLD,
    "pain_rating": f"{OLD} AND {_BY_ITSELF}",
    "posture_check": f"{OLD} AND {_BY_ITSELF}",
    "day_mark": OLD,
    "interference": OLD,
}
_NEWEST = """
    SELECT max(wall_at) FROM walk_event
    UNION ALL SELECT max(max(entered_at, coalesce(edited_at, 0), coalesce(deleted_at, 0)))
    FROM {table}
"""
_RIVAL = """
    SELECT 1 FROM pain_rating AS mine JOIN pain_rating AS other
        ON other.person_id = mine.person_id AND other.moment = mine.moment
        AND other.deleted_at IS NULL AND other.id <> mine.id
    WHERE mine.id = ? AND (
        (mine.moment IN ('next_morning', 'day_average') AND other.day = mine.day)
        OR (mine.moment IN ('before', 'after') AND other.walk_id = mine.walk_id))
"""


class Bin(Room):
    """Reads what was removed, and removes it for good: with all that belongs to it, and no trace.

    What is in use is never touched.
    """

    @reads
    def rows(self, person_id: str) -> list[Binned]:
        """Return what a person removed, the last removed first."""
        lines = self._db.rows(_LINES, person_id)
        entries = entries_of(self._db, [line[0] for line in lines])
        return [
            Binned(entry, removed, state != WalkState.DONE, at and Moment(at, offset))
            for entry, (_, removed, state, at, offset, _) in zip(entries, lines, strict=True)
        ]

    @reads
    def walk(self, walk_id: str) -> Walk | None:
        """Return a removed walk, or None."""
        query = WalkRow.select().where(
            WalkRow.id == walk_id, WalkRow.deleted_at.is_null(is_null=False)
        )
        row = self._db.one(query)
        return None if row is None else walk_of(row)

    @reads
    def walk_removed(self, walk_id: str) -> int | None:
        """Return when a walk was removed, None if it is in use; LookupError if it is nowhere."""
        return self._removed("walk", walk_id)

    @reads
    def rating_removed(self, rating_id: str) -> int | None:
        """Return when a rating was removed, None if it is in use; LookupError if it is nowhere."""
        return self._removed("pain_rating", rating_id)

    @reads
    def mark_removed(self, mark_id: str) -> int | None:
        """Return when a mark was removed, None if it is in use; LookupError if it is nowhere."""
        return self._removed("day_mark", mark_id)

    @reads
    def interference_removed(self, answer_id: str) -> int | None:
        """Return when an answer was removed, None if it is in use; LookupError if nowhere."""
        return self._removed("interference", answer_id)

    @reads
    def place_taken(self, rating_id: str) -> bool:
        """Say whether another answer stands where only this one or that one can be."""
        return bool(self._db.rows(_RIVAL, rating_id))

    @writes
    def purge_walk(self, walk_id: str) -> None:
        """Remove a removed walk for good, with its events, ratings and ticks."""
        self._purge("id = ?", walk_id, tables=("walk",))

    @writes
    def purge_rating(self, rating_id: str) -> None:
        """Remove a removed rating for good."""
        self._purge("id = ?", rating_id, tables=("pain_rating",))

    @writes
    def purge_mark(self, mark_id: str) -> None:
        """Remove a removed mark for good."""
        self._purge("id = ?", mark_id, tables=("day_mark",))

    @writes
    def purge_interference(self, answer_id: str) -> None:
        """Remove a removed answer of a day for good."""
        self._purge("id = ?", answer_id, tables=("interference",))

    @writes
    def empty(self, person_id: str) -> None:
        """Remove for good all that a person removed."""
        self._purge("person_id = ?", person_id)

    @reads
    def holds(self, removed_by_ms: int) -> bool:
        """Say whether there is anything that was removed by then."""
        return any(
            self._db.rows(f"SELECT 1 FROM {table} WHERE {old} LIMIT 1", removed_by_ms)  # noqa: S608 - constants
            for table, old in _OLD_OF.items()
        )

    @writes
    def purge_old(self, removed_by_ms: int) -> None:
        """Remove for good what was removed by then, of everybody."""
        for table, old in _OLD_OF.items():
            self._purge(old, removed_by_ms, tables=(table,))

    @reads
    def newest(self) -> int:
        """Return when the newest record was made, changed or removed; 0 if there is none."""
        found = [
            at
            for table in (*_KEPT_FOR_A_WHILE, "sign_check", "person")
            for (at,) in self._db.rows(_NEWEST.format(table=table))
        ]
        return max((at for at in found if at is not None), default=0)

    def _removed(self, table: str, record_id: str) -> int | None:
        found = self._db.rows(f"SELECT deleted_at FROM {table} WHERE id = ?", record_id)  # noqa: S608 - constants
        if not found:
            raise LookupError(record_id)
        return found[0][0]

    def _purge(self, where: str, value: str | int, tables: tuple[str, ...] = ()) -> None:
        """Delete the removed records that meet a condition, and what belongs to the walks."""
        touched: defaultdict[str, set[int]] = defaultdict(set)
        for table in tables or _KEPT_FOR_A_WHILE:
            condition = f"FROM {table} WHERE deleted_at IS NOT NULL AND {where}"
            of_these = f"FROM edit WHERE record_id IN (SELECT id {condition})"
            self._db.execute_sql(f"DELETE {of_these}", (value,))
            if table != "walk":
                self._db.execute_sql(f"DELETE {condition}", (value,))
                continue
            for walk_id, person_id, day in self._db.rows(
                f"SELECT id, person_id, day {condition}", value
            ):
                touched[person_id] |= {day, *self._drop_answers(walk_id)}
            self._db.execute_sql(f"DELETE {condition}", (value,))
        self._db.written += 1  # a list may hold what is no more
        for person_id, days in touched.items():
            refresh(self._db, person_id, days)

    def _drop_answers(self, walk_id: str) -> list[int]:
        """Delete all that belongs to a walk; return the days of its ratings."""
        sql = "SELECT DISTINCT day FROM pain_rating WHERE walk_id = ?"
        days = [day for (day,) in self._db.rows(sql, walk_id)]
        for table in ("walk_event", "pain_rating", "posture_check"):
            self._db.execute_sql(f"DELETE FROM {table} WHERE walk_id = ?", (walk_id,))  # noqa: S608 - constants
        return days
