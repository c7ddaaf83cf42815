"""The people whose diary it is."""

from typing import Any

from walktrack.domain.moment import Moment
from walktrack.domain.person import Person
from walktrack.storage.room import Room, reads, writes
from walktrack.storage.tables import PersonRow, columns, moment


class People(Room):
    """Reads and keeps people; removed ones are left out."""

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
