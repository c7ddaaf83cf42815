"""Warning signs: each time the list was answered, and what is asked once of a person."""

from collections.abc import Collection
from datetime import date
from typing import Any, TypeVar

from peewee import ModelSelect

from walktrack.domain.moment import day_number, day_of
from walktrack.domain.warning_signs import (
    Condition,
    Level,
    Resolution,
    Sign,
    SignCheck,
    SignMoment,
)
from walktrack.storage.room import Room, reads, writes
from walktrack.storage.tables import SignCheckRow, columns, moment, moment_or_none

_Word = TypeVar("_Word", Sign, Condition)


class SignChecks(Room):
    """Reads and keeps the answers. Changing one that is not there raises LookupError."""

    @writes
    def add(self, check: SignCheck) -> None:
        """Keep a new answer."""
        self._db.execute(SignCheckRow.insert(**sign_values(check)))

    @writes
    def update(self, check: SignCheck) -> None:
        """Keep an answer as it is now; `edited` is stored as given."""
        query = SignCheckRow.update(**sign_values(check)).where(SignCheckRow.id == check.id)
        if not self._db.execute(query).rowcount:
            raise LookupError(check.id)

    @reads
    def get(self, check_id: str) -> SignCheck | None:
        """Return one answer, or None."""
        row = self._db.one(_live().where(SignCheckRow.id == check_id))
        return None if row is None else sign_of(row)

    @reads
    def of(self, person_id: str) -> list[SignCheck]:
        """Return all answers of a person, the newest first."""
        query = _live().where(SignCheckRow.person_id == person_id)
        return _all(self._db.dicts(_newest_first(query)))

    @reads
    def open(self, person_id: str) -> list[SignCheck]:
        """Return those that ask for help still, the newest first."""
        query = _live().where(
            SignCheckRow.person_id == person_id,
            SignCheckRow.resolved_at.is_null(),
            SignCheckRow.level.in_([Level.EMERGENCY.value, Level.DOCTOR.value]),
        )
        return _all(self._db.dicts(_newest_first(query)))

    @reads
    def newest(self, person_id: str) -> SignCheck | None:
        """Return the last answer of a person, or None."""
        query = _live().where(SignCheckRow.person_id == person_id)
        row = self._db.one(_newest_first(query))
        return None if row is None else sign_of(row)

    @reads
    def days(self, person_id: str) -> tuple[date, date] | None:
        """Return the first and the last day with an answer, or None."""
        ((first, last),) = self._db.rows(
            "SELECT min(day), max(day) FROM sign_check"
            " WHERE person_id = ? AND deleted_at IS NULL", person_id,
        )  # fmt: skip
        return None if first is None else (day_of(first), day_of(last))

    @reads
    def conditions(self, person_id: str) -> frozenset[Condition] | None:
        """Return what was said once about a person's health, or None if it was not answered."""
        rows = self._db.rows("SELECT conditions FROM person WHERE id = ?", person_id)
        told = rows[0][0] if rows else None
        return None if told is None else _words_of(told, Condition)

    @writes
    def set_conditions(self, person_id: str, conditions: frozenset[Condition] | None) -> None:
        """Keep what was said, or (None) that nothing was; LookupError if nobody has this id."""
        told = None if conditions is None else _told(conditions, Condition)
        self._set(person_id, "conditions", told)

    @reads
    def put_off(self, person_id: str) -> int | None:
        """Return when the list was last put off, in UTC milliseconds, or None."""
        rows = self._db.rows("SELECT signs_later_at FROM person WHERE id = ?", person_id)
        return rows[0][0] if rows else None

    @writes
    def set_put_off(self, person_id: str, at_ms: int) -> None:
        """Keep that the list was put off; LookupError if nobody has this id."""
        self._set(person_id, "signs_later_at", at_ms)

    def _set(self, person_id: str, column: str, value: str | int | None) -> None:
        sql = f"UPDATE person SET {column} = ? WHERE id = ?"  # noqa: S608 - names of ours
        if not self._db.execute_sql(sql, (value, person_id)).rowcount:
            raise LookupError(person_id)


def sign_values(check: SignCheck) -> dict[str, Any]:
    """Return the columns of an answer, all but `deleted_at`."""
    return {
        "id": check.id,
        "person_id": check.person_id,
        "moment": check.moment,
        "signs": _told(check.signs, Sign),
        "level": check.level,
        "text_version": check.text_version,
        "day": day_number(check.shown.day),
        "resolution": check.resolution,
        "recorder": check.recorder,
        **columns("shown", check.shown),
        **columns("read", check.read),
        **columns("resolved", check.resolved),
        **columns("entered", check.entered),
        **columns("edited", check.edited),
    }


def sign_of(row: dict[str, Any]) -> SignCheck:
    """Return the answer of a row."""
    return SignCheck(
        id=row["id"],
        person_id=row["person_id"],
        signs=_words_of(row["signs"], Sign),
        moment=SignMoment(row["moment"]),
        shown=moment(row, "shown"),
        entered=moment(row, "entered"),
        text_version=row["text_version"],
        read=moment_or_none(row, "read"),
        resolved=moment_or_none(row, "resolved"),
        resolution=None if row["resolution"] is None else Resolution(row["resolution"]),
        edited=moment_or_none(row, "edited"),
        recorder=row["recorder"],
    )


def _live() -> "ModelSelect[SignCheckRow]":
    return SignCheckRow.select().where(SignCheckRow.deleted_at.is_null())


def _newest_first(query: "ModelSelect[SignCheckRow]") -> "ModelSelect[SignCheckRow]":
    return query.order_by(SignCheckRow.shown_at.desc(), SignCheckRow.id)


def _all(rows: list[dict[str, Any]]) -> list[SignCheck]:
    return [sign_of(row) for row in rows]


def _told(words: Collection[_Word], kind: type[_Word]) -> str:
    """Return words parted by blanks, in the order of their list."""
    return " ".join(word.value for word in kind if word in words)


def _words_of(told: str, kind: type[_Word]) -> frozenset[_Word]:
    """Return the words that are known; what a newer version knows besides is left out."""
    return frozenset(word for word in kind if word.value in told.split())
