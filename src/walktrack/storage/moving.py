"""Gives records to another person, many at once."""

import json
from collections.abc import Iterable, Mapping, Sequence

from walktrack.domain.moment import Moment
from walktrack.domain.moving import MovePlan, Overlap, Staying, Stays
from walktrack.storage.day_totals import recount_months
from walktrack.storage.room import Room, reads, writes

_IDS = "(SELECT value FROM json_each(?))"
_OVERLAPS = """
    SELECT mine.id, mine.start_at, mine.start_offset, theirs.start_at, theirs.start_offset
    FROM walk AS mine JOIN walk AS theirs ON theirs.person_id = ?1
        AND theirs.start_at < mine.end_at AND theirs.end_at > mine.start_at
    WHERE mine.id IN (SELECT value FROM json_each(?2)) AND mine.timed AND theirs.timed
        AND theirs.state = 'done' AND theirs.deleted_at IS NULL
    ORDER BY mine.start_at, theirs.start_at
"""
# An answer there can be one of a day, where the other person has one already.
_ANSWERED = """
    SELECT mine.id, mine.rated_at, mine.rated_offset, mine.walk_id
    FROM pain_rating AS mine JOIN pain_rating AS theirs ON theirs.person_id = ?1
        AND theirs.day = mine.day AND theirs.moment = mine.moment AND theirs.deleted_at IS NULL
    WHERE (mine.id IN (SELECT value FROM json_each(?2))
            OR mine.walk_id IN (SELECT value FROM json_each(?2)))
        AND mine.deleted_at IS NULL AND mine.moment IN ('next_morning', 'day_average')
        AND theirs.moment IN ('next_morning', 'day_average')
"""
_DAYS = """
    SELECT day FROM walk WHERE id IN (SELECT value FROM json_each(?1))
    UNION SELECT day FROM pain_rating WHERE id IN (SELECT value FROM json_each(?1))
        OR walk_id IN (SELECT value FROM json_each(?1))
"""
# A mark where the other person has one of its kind, or has walked on a day said to be without.
_MARKED = """
    SELECT mine.id, mine.first_day * 86400000 - mine.entered_offset * 60000, mine.entered_offset
    FROM day_mark AS mine
    WHERE mine.id IN (SELECT value FROM json_each(?2)) AND mine.deleted_at IS NULL AND (
        EXISTS (SELECT 1 FROM day_mark AS theirs WHERE theirs.person_id = ?1
            AND theirs.kind = mine.kind AND theirs.deleted_at IS NULL
            AND theirs.first_day <= coalesce(mine.last_day, theirs.first_day)
            AND coalesce(theirs.last_day, mine.first_day) >= mine.first_day)
        OR mine.kind = 'no_walk' AND EXISTS (SELECT 1 FROM walk WHERE person_id = ?1
            AND day = mine.first_day AND deleted_at IS NULL))
"""
# An answer about a day for which the other person has one.
_TOLD = """
    SELECT mine.id, mine.day * 86400000 - mine.entered_offset * 60000, mine.entered_offset
    FROM interference AS mine JOIN interference AS theirs ON theirs.person_id = ?1
        AND theirs.day = mine.day AND theirs.deleted_at IS NULL
    WHERE mine.id IN (SELECT value FROM json_each(?2)) AND mine.deleted_at IS NULL
"""
_OF_WALKS = ("pain_rating", "posture_check")

Stamps = Mapping[str, Moment | None]
"""When each record was last changed, by id."""


class Moves(Room):
    """Looks what a move would do, and does it."""

    @reads
    def plan(self, from_id: str, to_id: str, ids: Sequence[str]) -> MovePlan:
        """Return what would go of these records, and what would stay."""
        asked = json.dumps(list(ids))
        walks = self._live("walk", "start", from_id, asked, "state = 'done'")
        ratings = self._live("pain_rating", "rated", from_id, asked, "walk_id IS NULL")
        marks = self._of_days("day_mark", "first_day", from_id, asked)
        answers = self._of_days("interference", "day", from_id, asked)
        staying = {
            walk_id: Staying(walk_id, Stays.OPEN, at)
            for walk_id, at in self._live(
                "walk", "start", from_id, asked, "state <> 'done'"
            ).items()
        }
        for rating_id, at, offset, walk_id in self._db.rows(_ANSWERED, to_id, asked):
            stays = walk_id or rating_id
            staying[stays] = Staying(stays, Stays.ANSWERED, Moment(at, offset))
        for mark_id, at, offset in self._db.rows(_MARKED, to_id, asked):
            staying[mark_id] = Staying(mark_id, Stays.DAY_TAKEN, Moment(at, offset))
        for answer_id, at, offset in self._db.rows(_TOLD, to_id, asked):
            staying[answer_id] = Staying(answer_id, Stays.ANSWERED, Moment(at, offset))
        for one in ids:
            if one not in {*walks, *ratings, *marks, *answers}:
                staying.setdefault(one, Staying(one, Stays.GONE))
        going = tuple(walk_id for walk_id in walks if walk_id not in staying)
        overlaps = [
            Overlap(walk_id, Moment(at, offset), Moment(their_at, their_offset))
            for walk_id, at, offset, their_at, their_offset in self._db.rows(
                _OVERLAPS, to_id, json.dumps(going)
            )
        ]
        alone = tuple(one for one in ratings if one not in staying)
        said = tuple(one for one in marks if one not in staying)
        told = tuple(one for one in answers if one not in staying)
        stays = tuple(staying.values())
        return MovePlan(from_id, to_id, going, alone, tuple(overlaps), stays, said, told)

    @writes
    def give(self, plan: MovePlan, stamps: Stamps) -> Stamps:
        """Give the records of a plan away and stamp them as changed; return the stamps they had.

        LookupError if one of them is not (any more) the first person's.
        """
        going = {
            "walk": plan.walks,
            "pain_rating": plan.ratings,
            "day_mark": plan.marks,
            "interference": plan.interferences,
        }
        known: dict[str, Moment | None] = {}
        for table, ids in going.items():
            known |= self._stamps(table, plan.from_id, ids)
        if len(known) != len(plan):
            raise LookupError(plan.from_id)
        days = [day for (day,) in self._db.rows(_DAYS, json.dumps([*plan.walks, *plan.ratings]))]
        for table, ids in going.items():
            self._change(table, plan.to_id, ids, stamps)
        for table in _OF_WALKS:  # those removed too: they come back to the walk they were of
            self._db.execute_sql(
                f"UPDATE {table} SET person_id = ? WHERE walk_id IN {_IDS}",  # noqa: S608 - constants
                (plan.to_id, json.dumps(plan.walks)),
            )
        self._db.execute_sql(
            f"UPDATE edit SET person_id = ? WHERE record_id IN {_IDS}",  # noqa: S608 - constants
            (plan.to_id, json.dumps(plan.ids)),
        )
        for person_id in (plan.from_id, plan.to_id):
            recount_months(self._db, person_id, days)
        self._db.written += 1  # a mark is in no sum, nor is what got in the way
        return known

    @reads
    def answered(self, plan: MovePlan) -> bool:
        """Say whether an answer that would come stands in the way of one that is there."""
        asked = json.dumps(plan.ids)
        found = (self._db.rows(sql, plan.to_id, asked) for sql in (_ANSWERED, _MARKED, _TOLD))
        return any(found)

    def _of_days(self, table: str, day: str, person_id: str, asked: str) -> list[str]:
        rows = self._db.rows(
            f"SELECT id FROM {table} WHERE id IN {_IDS}"  # noqa: S608 - constants
            f" AND person_id = ? AND deleted_at IS NULL ORDER BY {day}, id",
            asked, person_id,
        )  # fmt: skip
        return [record_id for (record_id,) in rows]

    def _live(
        self, table: str, time: str, person_id: str, asked: str, where: str
    ) -> dict[str, Moment]:
        rows = self._db.rows(
            f"SELECT id, {time}_at, {time}_offset FROM {table} WHERE id IN {_IDS}"  # noqa: S608 - constants
            f" AND person_id = ? AND deleted_at IS NULL AND {where} ORDER BY {time}_at, id",
            asked, person_id,
        )  # fmt: skip
        return {record_id: Moment(at, offset) for record_id, at, offset in rows}

    def _stamps(self, table: str, person_id: str, ids: Iterable[str]) -> dict[str, Moment | None]:
        rows = self._db.rows(
            f"SELECT id, edited_at, edited_offset FROM {table} WHERE id IN {_IDS}"  # noqa: S608 - constants
            " AND person_id = ? AND deleted_at IS NULL",
            json.dumps(list(ids)), person_id,
        )  # fmt: skip
        return {one: None if at is None else Moment(at, offset) for one, at, offset in rows}

    def _change(self, table: str, to_id: str, ids: Iterable[str], stamps: Stamps) -> None:
        self._db.cursor().executemany(
            f"UPDATE {table} SET person_id = ?, edited_at = ?, edited_offset = ? WHERE id = ?",  # noqa: S608
            [
                (to_id, stamp and stamp.ms, stamp and stamp.offset, one)
                for one in ids
                for stamp in (stamps[one],)
            ],
        )
