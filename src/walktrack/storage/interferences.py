"""How much pain got in the way of each day."""

from datetime import date
from typing import Any

from peewee import ModelSelect

from walktrack.domain.interference import Interference
from walktrack.domain.moment import day_number, day_of
from walktrack.domain.pain import Reporter
from walktrack.storage.room import Room, reads, writes
from walktrack.storage.tables import InterferenceRow, columns, moment, moment_or_none


class Interferences(Room):
    """Reads and keeps the answers. Removed ones stay in the file, and are left out of the rest.

    Changing an answer that is not there raises LookupError; a second one of a day
    sqlite3.IntegrityError.
    """

    @writes
    def add(self, answer: Interference) -> None:
        """Keep a new answer."""
        self._db.execute(InterferenceRow.insert(**interference_values(answer)))
        self._db.written += 1

    @writes
    def update(self, answer: Interference) -> None:
        """Keep an answer as it is now; `edited` is stored as given."""
        self._change(answer.id, interference_values(answer))

    @writes
    def put(self, answer_id: str, deleted_at: int | None) -> None:
        """Take an answer out at a time in UTC milliseconds, or (None) bring it back."""
        self._change(answer_id, {"deleted_at": deleted_at})

    @reads
    def get(self, answer_id: str) -> Interference | None:
        """Return one answer, or None."""
        return self._first(_live().where(InterferenceRow.id == answer_id))

    @reads
    def on(self, person_id: str, day: date) -> Interference | None:
        """Return the answer of a day, or None."""
        of_day = InterferenceRow.day == day_number(day)
        return self._first(_live().where(InterferenceRow.person_id == person_id, of_day))

    @reads
    def removed(self, answer_id: str) -> Interference | None:
        """Return a removed answer, or None."""
        gone = InterferenceRow.deleted_at.is_null(is_null=False)
        return self._first(InterferenceRow.select().where(InterferenceRow.id == answer_id, gone))

    @reads
    def days(self, person_id: str) -> tuple[date, date] | None:
        """Return the first and the last day with an answer, or None."""
        ((first, last),) = self._db.rows(
            "SELECT min(day), max(day) FROM interference"
            " WHERE person_id = ? AND deleted_at IS NULL", person_id,
        )  # fmt: skip
        return None if first is None else (day_of(first), day_of(last))

    def _first(self, query: "ModelSelect[InterferenceRow]") -> Interference | None:
        row = self._db.one(query)
        return None if row is None else interference_of(row)

    def _change(self, answer_id: str, values: dict[str, Any]) -> None:
        query = InterferenceRow.update(**values).where(InterferenceRow.id == answer_id)
        if not self._db.execute(query).rowcount:
            raise LookupError(answer_id)
        self._db.written += 1


def _live() -> "ModelSelect[InterferenceRow]":
    return InterferenceRow.select().where(InterferenceRow.deleted_at.is_null())


def interference_values(answer: Interference) -> dict[str, Any]:
    """Return the columns of an answer, all but `deleted_at`."""
    return {
        "id": answer.id,
        "person_id": answer.person_id,
        "day": day_number(answer.day),
        "value": answer.value,
        "reporter": answer.reporter,
        "note": answer.note,
        "recorder": answer.recorder,
        **columns("entered", answer.entered),
        **columns("edited", answer.edited),
    }


def interference_of(row: dict[str, Any]) -> Interference:
    """Return the answer of a row."""
    return Interference(
        id=row["id"],
        person_id=row["person_id"],
        day=day_of(row["day"]),
        value=row["value"],
        entered=moment(row, "entered"),
        reporter=Reporter(row["reporter"]),
        note=row["note"],
        edited=moment_or_none(row, "edited"),
        recorder=row["recorder"],
    )
