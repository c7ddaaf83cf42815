"""The lines of History, read for the rows that are looked at."""

import json
from collections.abc import Iterable
from enum import IntEnum

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.entry import Entry, EntryKind
from walktrack.domain.moment import Moment, day_of
from walktrack.domain.pain import PainMoment
from walktrack.storage.database import Database, Row
from walktrack.storage.ratings import places_of


class Line(IntEnum):
    """Which table a line is in. Its key is 4 times its row number there, plus this."""

    WALK = 0
    RATING = 1
    MARK = 2
    INTERFERENCE = 3


def key_sql(line: Line, table: str = "") -> str:
    """Return SQL for the key of a row of its table, `table` the name it has in a join."""
    return f"{table and table + '.'}rowid * {len(Line)} + {line:d}"


MARK_AT = "first_day * 86400000 - entered_offset * 60000"
"""SQL for when a mark stands in the list: at the midnight its first day begins with."""

INTERFERENCE_AT = "day * 86400000 - entered_offset * 60000"
"""SQL for when an answer about a day stands in the list: as a mark of that day would."""

_WALKS = """
    SELECT walk.rowid, id, start_at, start_offset, note, edited_at IS NOT NULL, walked_ms,
        (SELECT value FROM pain_rating WHERE walk_id = walk.id AND moment = 'before'
            AND deleted_at IS walk.deleted_at),
        (SELECT value FROM pain_rating WHERE walk_id = walk.id AND moment = 'after'
            AND deleted_at IS walk.deleted_at),
        (SELECT count(*) FROM posture_check WHERE walk_id = walk.id AND checked = 1
            AND deleted_at IS walk.deleted_at),
        timed, recorder,
        (SELECT group_concat(moment, ' ') FROM pain_rating WHERE walk_id = walk.id
            AND reporter = 'guess' AND moment IN ('before', 'after')
            AND deleted_at IS walk.deleted_at),
        person_id,
        (SELECT group_concat(places, ' ') FROM pain_rating WHERE walk_id = walk.id
            AND deleted_at IS walk.deleted_at)
    FROM walk WHERE walk.rowid IN (SELECT value FROM json_each(?))
"""
_RATINGS = """
    SELECT rowid, id, rated_at, rated_offset, note, edited_at IS NOT NULL, moment, value,
        reporter = 'guess', recorder, person_id, places
    FROM pain_rating WHERE rowid IN (SELECT value FROM json_each(?))
"""
_MARKS = f"""
    SELECT rowid, id, {MARK_AT}, entered_offset, note, edited_at IS NOT NULL, kind, last_day,
        recorder, person_id
    FROM day_mark WHERE rowid IN (SELECT value FROM json_each(?))
"""  # noqa: S608 - constants
_INTERFERENCES = f"""
    SELECT rowid, id, {INTERFERENCE_AT}, entered_offset, note, edited_at IS NOT NULL, value,
        reporter = 'guess', recorder, person_id
    FROM interference WHERE rowid IN (SELECT value FROM json_each(?))
"""  # noqa: S608 - constants


def entries_of(db: Database, keys: Iterable[int]) -> list[Entry]:
    """Return the lines with these keys, in their order.

    A removed walk has the answers that were removed with it.
    """
    wanted = list(keys)
    found: dict[int, Entry] = {}
    for row, entry_id, at, offset, note, edited, *rest in _rows(db, _WALKS, wanted, Line.WALK):
        walked_ms, before, after, ticked, timed, recorder, guessed, person, places = rest
        found[row * len(Line) + Line.WALK] = Entry(
            kind=EntryKind.WALK,
            id=entry_id,
            person_id=person,
            at=Moment(at, offset),
            note=note,
            edited=bool(edited),
            walked_ms=walked_ms,
            before=before,
            after=after,
            ticked=ticked,
            timed=bool(timed),
            recorder=recorder,
            guessed=frozenset(PainMoment(word) for word in (guessed or "").split()),
            places=places_of(places or ""),
        )
    for row, entry_id, at, offset, note, edited, *rest in _rows(db, _RATINGS, wanted, Line.RATING):
        moment, value, guessed, recorder, person, places = rest
        found[row * len(Line) + Line.RATING] = Entry(
            kind=EntryKind.RATING,
            id=entry_id,
            person_id=person,
            at=Moment(at, offset),
            note=note,
            edited=bool(edited),
            moment=PainMoment(moment),
            value=value,
            recorder=recorder,
            guessed=frozenset({PainMoment(moment)} if guessed else ()),
            places=places_of(places),
        )
    for row, entry_id, at, offset, note, edited, *rest in _rows(db, _MARKS, wanted, Line.MARK):
        kind, last, recorder, person = rest
        found[row * len(Line) + Line.MARK] = Entry(
            kind=EntryKind.MARK,
            id=entry_id,
            person_id=person,
            at=Moment(at, offset),
            note=note,
            edited=bool(edited),
            mark=MarkKind(kind),
            last=None if last is None else day_of(last),
            recorder=recorder,
        )
    for row, entry_id, at, offset, note, edited, *rest in _rows(
        db, _INTERFERENCES, wanted, Line.INTERFERENCE
    ):
        value, guess, recorder, person = rest
        found[row * len(Line) + Line.INTERFERENCE] = Entry(
            kind=EntryKind.INTERFERENCE,
            id=entry_id,
            person_id=person,
            at=Moment(at, offset),
            note=note,
            edited=bool(edited),
            value=value,
            recorder=recorder,
            guess=bool(guess),
        )
    return [found[key] for key in wanted]


def _rows(db: Database, sql: str, keys: list[int], line: Line) -> list[Row]:
    """Return what SQL finds about the lines of one table."""
    rows = [key // len(Line) for key in keys if key % len(Line) == line]
    return db.rows(sql, json.dumps(rows)) if rows else []
