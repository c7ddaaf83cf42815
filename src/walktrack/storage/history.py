"""Every walk, rating, mark and answer about a day in one list, newest first, a page at a time."""

from array import array
from dataclasses import dataclass

from walktrack.domain.entry import Entry, HistoryFilter
from walktrack.storage.database import Database
from walktrack.storage.history_rows import INTERFERENCE_AT, MARK_AT, Line, entries_of, key_sql
from walktrack.storage.history_search import conditions
from walktrack.storage.room import Room, reads

_ONE = "person_id = :person"
_EVERYONE = "person_id IN (SELECT id FROM person WHERE deleted_at IS NULL AND archived = 0)"

_LINES = {
    Line.WALK: ("walk", "start_at", "state = 'done'"),
    Line.RATING: ("pain_rating", "rated_at", "walk_id IS NULL"),
    Line.MARK: ("day_mark", MARK_AT, "TRUE"),
    Line.INTERFERENCE: ("interference", INTERFERENCE_AT, "TRUE"),
}
"""By what is listed: its table, when it stands in the list, and which rows have a line."""

_WHERE_IS = f"""
    SELECT {key_sql(Line.WALK)} FROM walk WHERE id = ?1
    UNION ALL SELECT {key_sql(Line.RATING)} FROM pain_rating WHERE id = ?1
    UNION ALL SELECT {key_sql(Line.MARK)} FROM day_mark WHERE id = ?1
    UNION ALL SELECT {key_sql(Line.INTERFERENCE)} FROM interference WHERE id = ?1
"""  # noqa: S608 - constants


@dataclass(frozen=True, slots=True)
class _Listing:
    person_id: str | None
    filter: HistoryFilter
    written: int
    keys: "array[int]"


class History(Room):
    """The list of one person: walks that are done, ratings without a walk, and what days were like.

    Without a person it is that of everyone whose diary is in use.

    It keeps the order of the last list asked for, eight bytes a line, until something is
    written; so any page is as quick as the first.
    """

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._listing: _Listing | None = None

    @reads
    def count(self, person_id: str | None, wanted: HistoryFilter) -> int:
        """Return how many lines there are."""
        return len(self._keys(person_id, wanted))

    @reads
    def rows(
        self, person_id: str | None, wanted: HistoryFilter, offset: int, limit: int
    ) -> list[Entry]:
        """Return at most `limit` lines from the one at `offset` on; 0 is the newest."""
        keys = self._keys(person_id, wanted)
        return entries_of(self._db, keys[max(offset, 0) : max(offset, 0) + max(limit, 0)])

    @reads
    def index_of(self, person_id: str | None, wanted: HistoryFilter, entry_id: str) -> int | None:
        """Return where the line of a record stands now, or None if it is not there."""
        found = self._db.rows(_WHERE_IS, entry_id)
        keys = self._keys(person_id, wanted)
        return next((keys.index(key) for (key,) in found if key in keys), None)

    def _keys(self, person_id: str | None, wanted: HistoryFilter) -> "array[int]":
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

    def _listed(self, person_id: str | None, wanted: HistoryFilter) -> "array[int]":
        whose = _ONE if person_id else _EVERYONE
        parts, values = list[str](), dict[str, int | str]()
        for line, (table, at, listed) in _LINES.items():
            where, asked = conditions(wanted, line, whose)
            values |= asked
            parts.append(
                f"SELECT {at} AS at, {key_sql(line, table)} AS key FROM {table}"  # noqa: S608 - constants
                f" WHERE {whose}"
                f" AND {listed} AND deleted_at IS NULL{where}"
            )
        sql = " UNION ALL ".join(parts) + " ORDER BY at DESC"
        cursor = self._db.connection().execute(sql, {"person": person_id} | values)
        return array("q", [key for _, key in cursor])
