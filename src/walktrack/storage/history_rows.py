"""The lines of History, read for the rows that are looked at."""

import json
from collections.abc import Iterable

from walktrack.domain.entry import Entry, EntryKind
from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment
from walktrack.storage.database import Database

_WALKS = """
    SELECT walk.rowid, id, start_at, start_offset, note, edited_at IS NOT NULL, walked_ms,
        (SELECT value FROM pain_rating WHERE walk_id = walk.id AND moment = 'before'
            AND deleted_at IS walk.deleted_at),
        (SELECT value FROM pain_rating WHERE walk_id = walk.id AND moment = 'after'
            AND deleted_at IS walk.deleted_at),
        (SELECT count(*) FROM posture_check WHERE walk_id = walk.id AND checked = 1
            AND deleted_at IS walk.deleted_at)
    FROM walk WHERE walk.rowid IN (SELECT value FROM json_each(?))
"""
_RATINGS = """
    SELECT -rowid, id, rated_at, rated_offset, note, edited_at IS NOT NULL, moment, value
    FROM pain_rating WHERE rowid IN (SELECT -value FROM json_each(?))
"""


def entries_of(db: Database, keys: Iterable[int]) -> list[Entry]:
    """Return the lines with these keys, in their order; a rating's key is below zero.

    A removed walk has the answers that were removed with it.
    """
    wanted = list(keys)
    found: dict[int, Entry] = {}
    for key, entry_id, at, offset, note, edited, *rest in db.rows(
        _WALKS, json.dumps([key for key in wanted if key > 0])
    ):
        walked_ms, before, after, ticked = rest
        found[key] = Entry(
            kind=EntryKind.WALK,
            id=entry_id,
            at=Moment(at, offset),
            note=note,
            edited=bool(edited),
            walked_ms=walked_ms,
            before=before,
            after=after,
            ticked=ticked,
        )
    for key, entry_id, at, offset, note, edited, moment, value in db.rows(
        _RATINGS, json.dumps([key for key in wanted if key < 0])
    ):
        found[key] = Entry(
            kind=EntryKind.RATING,
            id=entry_id,
            at=Moment(at, offset),
            note=note,
            edited=bool(edited),
            moment=PainMoment(moment),
            value=value,
        )
    return [found[key] for key in wanted]
