"""Reminders, as each person set them, and what came of them."""

from datetime import date, time
from typing import Any
from uuid import uuid4

from walktrack.domain.moment import day_number, day_of
from walktrack.domain.reminders import (
    EVERY_DAY,
    FIRST_TIMES,
    QUESTIONS,
    About,
    Reminder,
    Told,
    fits,
)
from walktrack.storage.plan_tables import ReminderRow
from walktrack.storage.room import Room, reads, writes
from walktrack.storage.tables import columns, moment

_WALKED = """
    SELECT 1 FROM walk
    WHERE person_id = ? AND day BETWEEN ? AND ? AND deleted_at IS NULL LIMIT 1
"""
_RATED = """
    SELECT 1 FROM pain_rating
    WHERE person_id = ? AND day BETWEEN ? AND ? AND moment = ? AND deleted_at IS NULL LIMIT 1
"""


class Reminders(Room):
    """Reads and keeps reminders. One that nobody set is off, with the time it is offered with."""

    @reads
    def of(self, person_id: str) -> tuple[Reminder, ...]:
        """Return a person's reminders, one about each thing."""
        query = ReminderRow.select().where(ReminderRow.person_id == person_id)
        known = {row["about"]: _reminder(row) for row in self._db.dicts(query)}
        return tuple(known.get(one.value) or Reminder(one, FIRST_TIMES[one]) for one in About)

    @reads
    def any_on(self) -> bool:
        """Say whether anybody turned a reminder on; of most diaries nothing else is asked."""
        return bool(self._db.rows("SELECT 1 FROM reminder WHERE is_on LIMIT 1"))

    @writes
    def put(self, person_id: str, reminder: Reminder) -> None:
        """Keep a reminder in place of what it was; ValueError if it was never set."""
        if reminder.since is None:
            message = "a reminder is kept once it is set"
            raise ValueError(message)
        values = _values(reminder)
        mine = ReminderRow.person_id == person_id, ReminderRow.about == reminder.about
        if not self._db.execute(ReminderRow.update(**values).where(*mine)).rowcount:
            new = ReminderRow.insert(id=str(uuid4()), person_id=person_id, **values)
            self._db.execute(new)

    @reads
    def done(self, person_id: str, about: About, first: date, last: date) -> bool:
        """Say whether what a reminder is about was done on any day from the first to the last."""
        days = person_id, day_number(first), day_number(last)
        if about is About.WALK:
            return bool(self._db.rows(_WALKED, *days))
        return bool(self._db.rows(_RATED, *days, QUESTIONS[about].value))


def _values(reminder: Reminder) -> dict[str, Any]:
    told = reminder.told
    return {
        "about": reminder.about,
        "is_on": int(reminder.on),
        "weekdays": sum(1 << day for day in reminder.days),
        "minute": reminder.at.hour * 60 + reminder.at.minute,
        "shown_day": None if told.day is None else day_number(told.day),
        "again_at": told.again_ms,
        "unused": told.unused,
        **columns("set", reminder.since),
    }


def _reminder(row: dict[str, Any]) -> Reminder:
    """Return the reminder of a row; a time that makes none is the one it is offered with."""
    about = About(row["about"])
    at = time(*divmod(row["minute"], 60))
    return Reminder(
        about,
        at if fits(about, at) else FIRST_TIMES[about],
        frozenset(day for day in EVERY_DAY if row["weekdays"] >> day & 1),
        on=bool(row["is_on"]),
        since=moment(row, "set"),
        told=Told(
            None if row["shown_day"] is None else day_of(row["shown_day"]),
            row["again_at"],
            row["unused"],
        ),
    )
