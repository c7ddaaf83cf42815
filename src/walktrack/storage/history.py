"""Every walk, rating and mark in one list, newest first, a page at a time."""

from array import array
from dataclasses import dataclass

from walktrack.domain.entry import Entry, HistoryFilter
from walktrack.storage.database import Database
from walktrack.storage.history_rows import MARK_AT, Line, entries_of, key_sql
from walktrack.storage.room import Room, reads

_WALKS = f"""
    SELECT start_at AS at, {key_sql(Line.WALK)} AS key FROM walk
    WHERE person_id = :person AND state = 'done' AND deleted_at IS NULL
"""  # noqa: S608 - constants
_RATINGS = f"""
    SELECT rated_at AS at, {key_sql(Line.RATING)} AS key FROM pain_rating
    WHERE person_id = :person AND walk_id IS NULL AND deleted_at IS NULL
"""  # noqa: S608 - constants
_MARKS = f"""
    SELECT {MARK_AT} AS at, {key_sql(Line.MARK)} AS key FROM day_mark
    WHERE person_id = :person AND deleted_at IS NULL
"""  # noqa: S608 - constants
_WHERE_IS = f"""
    SELECT {key_sql(Line.WALK)} FROM walk WHERE id = ?1
    UNION ALL SELECT {key_sql(Line.RATING)} FROM pain_rating WHERE id = ?1
    UNION ALL SELECT {key_sql(Line.MARK)} FROM day_mark WHERE id = ?1
"""  # noqa: S608 - constants
_FOR_EVER = 10_000_000  # later than any day


@dataclass(frozen=True, slots=True)
class _Listing:
    person_id: str
    filter: HistoryFilter
    written: int
    keys: "array[int]"


class History(Room):
    """The list of one person: walks that are done, ratings that belong to no walk, and marks.

    It keeps the order of the last list asked for, eight bytes a line, until something is
    written; so any page is as quick as the first.
    """

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._listing: _Listing | None = None

    @reads
    def count(self, person_id: str, wanted: HistoryFilter) -> int:
        """Return how many lines there are."""
        return len(self._keys(person_id, wanted))

    @reads
    def rows(self, person_id: str, wanted: HistoryFilter, offset: int, limit: int) -> list[Entry]:
        """Return at most `limit` lines from the one at `offset` on; 0 is the newest."""
        keys = self._keys(person_id, wanted)
        return entries_of(self._db, keys[max(offset, 0) : max(offset, 0) + max(limit, 0)])

    @reads
    def index_of(self, person_id: str, wanted: HistoryFilter, entry_id: str) -> int | None:
        """Return where the line of a record stands now, or None if it is not there."""
        found = self._db.rows(_WHERE_IS, entry_id)
        keys = self._keys(person_id, wanted)
        return next((keys.index(key) for (key,) in found if key in keys), None)

    def _keys(self, person_id: str, wanted: HistoryFilter) -> "array[int]":
        known = self._listing
        written = self._db.written
        if known is None or (known.person_id, known.filter, known.written) != (
            person_id,
            wanted,
            written,
        ):
            known = _Listing(person_id, wanted, written, self._listed(person_id, wanted))
            self._listing = known
        return known.keys

    def _listed(self, person_id: str, wanted: HistoryFilter) -> "array[int]":
        where, values = _conditions(wanted, "day", "day")
        of_marks, _ = _conditions(wanted, "first_day", f"coalesce(last_day, {_FOR_EVER})")
        sql = (
            f"{_WALKS} {where} UNION ALL {_RATINGS} {where}"
            f" UNION ALL {_MARKS} {of_marks} ORDER BY at DESC"
        )
        cursor = self._db.connection().execute(sql, {"person": person_id, **values})
        return array("q", [key for _, key in cursor])


def _conditions(wanted: HistoryFilter, first: str, last: str) -> tuple[str, dict[str, int | str]]:
    """Return SQL for lines whose days, from `first` to `last`, the filter lets through."""
    where, values = "", dict[str, int | str]()
    if wanted.first_day is not None:
        where += f" AND {last} >= :first"
        values["first"] = wanted.first_day
    if wanted.last_day is not None:
        where += f" AND {first} <= :last"
        values["last"] = wanted.last_day
    if wanted.text:
        where += " AND note <> '' AND holds(note, :text)"
        values["text"] = wanted.text.casefold()
    return where, values
