"""The people whose diary it is."""

from typing import Any

from walktrack.domain.bin import BinnedPerson
from walktrack.domain.moment import Moment
from walktrack.domain.person import Person
from walktrack.storage.bin import OLD
from walktrack.storage.room import Room, reads, writes
from walktrack.storage.tables import PersonRow, columns, moment

# Whose diary was written in after it was removed has met a clock set wrong, as in the bin.
_WRITTEN_SINCE = " OR ".join(
    f"EXISTS (SELECT 1 FROM {table} WHERE person_id = person.id"  # noqa: S608 - constants
    f" AND max(entered_at, coalesce(edited_at, 0)) > person.deleted_at)"
    for table in (
        "walk", "pain_rating", "posture_check", "day_mark", "interference", "plan", "sign_check",
    )
)  # fmt: skip
_OLD_PEOPLE = f"SELECT id FROM person WHERE {OLD} AND NOT ({_WRITTEN_SINCE})"  # noqa: S608
# In this order: what belongs to something goes before it.
_OF_A_PERSON = (
    "DELETE FROM walk_event WHERE walk_id IN (SELECT id FROM walk WHERE person_id = ?)",
    *(
        f"DELETE FROM {table} WHERE person_id = ?"  # noqa: S608 - constants
        for table in (
            "edit", "plan_step", "plan", "pain_rating", "posture_check", "day_mark",
            "interference", "sign_check", "reminder", "walk", "day_total",
            "month_walks",
        )
    ),
    "DELETE FROM person WHERE id = ?",
)  # fmt: skip


class People(Room):
    """Reads and keeps people; removed ones are left out, and stay in the file for a while."""

    @reads
    def all(self) -> list[Person]:
        """Return everyone, in the order they were entered."""
        query = PersonRow.select().where(PersonRow.deleted_at.is_null())
        order = (PersonRow.entered_at, PersonRow.id)
        return [_person(row) for row in self._db.dicts(query.order_by(*order))]

    @reads
    def get(self, person_id: str) -> Person | None:
        """Return one person, or None."""
        query = PersonRow.select().where(PersonRow.id == person_id, PersonRow.deleted_at.is_null())
        row = self._db.one(query)
        return None if row is None else _person(row)

    @writes
    def add(self, person: Person) -> None:
        """Keep a new person."""
        self._db.execute(PersonRow.insert(**_values(person), recorder=""))

    @writes
    def update(self, person: Person, edited: Moment) -> None:
        """Keep what changed about a person; LookupError if nobody has this id."""
        values = _values(person) | columns("edited", edited)
        done = self._db.execute(PersonRow.update(**values).where(PersonRow.id == person.id))
        if not done.rowcount:
            raise LookupError(person.id)
        self._db.written += 1  # who is archived is left out of everyone's list

    @reads
    def removed(self) -> list[BinnedPerson]:
        """Return who was removed, the last removed first."""
        query = PersonRow.select().where(PersonRow.deleted_at.is_null(is_null=False))
        rows = self._db.dicts(query.order_by(PersonRow.deleted_at.desc(), PersonRow.id))
        return [BinnedPerson(_person(row), row["deleted_at"]) for row in rows]

    @reads
    def removed_at(self, person_id: str) -> int | None:
        """Return when a person was removed, None if not; LookupError if nobody has this id."""
        row = self._db.one(PersonRow.select().where(PersonRow.id == person_id))
        if row is None:
            raise LookupError(person_id)
        return row["deleted_at"]

    @writes
    def remove(self, person_id: str, at: Moment) -> None:
        """Take a person out; all their records go with them, untouched."""
        self._stamp(person_id, at.ms)

    @writes
    def restore(self, person_id: str) -> None:
        """Bring a removed person back, with all their records."""
        self._stamp(person_id, None)

    @writes
    def purge(self, person_id: str) -> None:
        """Remove a removed person for good, with all their records; one in use is not touched."""
        if self.removed_at(person_id) is not None:
            self._purge(person_id)

    @reads
    def holds(self, removed_by_ms: int) -> bool:
        """Say whether there is anybody who was removed by then."""
        return bool(self._db.rows(f"{_OLD_PEOPLE} LIMIT 1", removed_by_ms))

    @writes
    def purge_old(self, removed_by_ms: int) -> None:
        """Remove for good, with all their records, who was removed by then."""
        for (person_id,) in self._db.rows(_OLD_PEOPLE, removed_by_ms):
            self._purge(person_id)

    def _stamp(self, person_id: str, deleted_at: int | None) -> None:
        query = PersonRow.update(deleted_at=deleted_at).where(PersonRow.id == person_id)
        self._db.execute(query)
        self._db.written += 1  # nor are their lines in it

    def _purge(self, person_id: str) -> None:
        for sql in _OF_A_PERSON:
            self._db.execute_sql(sql, (person_id,))
        self._db.written += 1  # a list may hold what is no more


def _values(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "colour": person.colour,
        "initials": person.initials,
        "birth_year": person.birth_year,
        "ten_anchor": person.ten_anchor,
        "contacts": person.contacts,
        "goal_minutes": person.goal_minutes,
        "archived": int(person.archived),
        **columns("entered", person.entered),
    }


def _person(row: dict[str, Any]) -> Person:
    return Person(
        id=row["id"],
        name=row["name"],
        colour=row["colour"],
        initials=row["initials"],
        birth_year=row["birth_year"],
        ten_anchor=row["ten_anchor"],
        contacts=row["contacts"],
        goal_minutes=row["goal_minutes"],
        archived=bool(row["archived"]),
        entered=moment(row, "entered"),
    )
