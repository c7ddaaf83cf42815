"""Changing, taking out and bringing back a person: each way knows the way back."""

from dataclasses import replace
from typing import TYPE_CHECKING

from walktrack.domain.clock import Clock
from walktrack.domain.moment import Moment
from walktrack.domain.person import Person
from walktrack.services.undo import HinderedError, Hindrance, Way

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary

_CHOSEN = "person"


def chosen_in(diary: "Diary") -> Person | None:
    """Return the person whose diary is open; None in a diary of nobody."""
    chosen = diary.settings.read().get(_CHOSEN)
    person = diary.people.get(chosen) if chosen else None
    if person and not person.archived:
        return person
    return next((each for each in diary.people.all() if not each.archived), None)


def open_diary_of(diary: "Diary", person_id: str) -> None:
    """Keep whose diary is open."""
    diary.settings.write(_CHOSEN, person_id)


class PersonWays:
    """Goes a way in one transaction and returns the way back. HinderedError if it is barred.

    Nobody is put away while their walk is open, or if nobody else is there. Whoever is put away
    while their diary is open leaves it to the next one, and the way back opens it again.
    """

    def __init__(self, diary: "Diary", clock: Clock) -> None:
        self._diary, self._clock = diary, clock

    def turn(self, was: Person, now: Person, opens: str | None = None) -> Way:
        """Make a person `now` what a form or the archive says, if they are still as they `was`."""
        stored = self._diary.people.get(was.id)
        if stored is None:
            raise HinderedError(self._why_not_there(was.id))
        if _told(stored) != _told(was):
            raise HinderedError(Hindrance.CHANGED)
        put_away = now.archived and not was.archived
        here, following = self._leaving(stored) if put_away else (None, opens)
        name, initials, colour, archived = _told(now)
        changed = replace(stored, name=name, initials=initials, colour=colour, archived=archived)
        with self._diary.transaction():
            self._diary.people.update(changed, self._clock.read().wall)
            self._open(following)
        return lambda: self.turn(now, was, here)

    def take(self, person_id: str, at: Moment | None = None) -> Way:
        """Take a person with all their records out; `at` is when that was in the first place."""
        person = self._diary.people.get(person_id)
        if person is None:
            raise HinderedError(self._why_not_there(person_id))
        here, following = self._leaving(person)
        with self._diary.transaction():
            self._diary.people.remove(person_id, at or self._clock.read().wall)
            self._open(following)
        return lambda: self.bring(person_id, here)

    def bring(self, person_id: str, opens: str | None = None) -> Way:
        """Bring a removed person back with all their records."""
        try:
            removed = self._diary.people.removed_at(person_id)
        except LookupError as error:
            raise HinderedError(Hindrance.GONE) from error
        if removed is None:
            raise HinderedError(Hindrance.CHANGED)
        at = Moment(removed, self._clock.read().wall.offset)
        with self._diary.transaction():
            self._diary.people.restore(person_id)
            self._open(opens)
        return lambda: self.take(person_id, at)

    def make_sure(self, person_id: str) -> None:
        """Raise HinderedError if the person cannot be taken out now."""
        person = self._diary.people.get(person_id)
        if person is None:
            raise HinderedError(self._why_not_there(person_id))
        self._leaving(person)

    def _leaving(self, person: Person) -> tuple[str | None, str | None]:
        """Return whose diary is to open on the way back, and whose opens now; mostly none."""
        if self._diary.walks.open_walk(person.id):
            raise HinderedError(Hindrance.WALK_OPEN)
        if person.archived:
            return None, None
        everyone = self._diary.people.all()
        others = [each for each in everyone if each.id != person.id and not each.archived]
        if not others:
            raise HinderedError(Hindrance.LAST_PERSON)
        chosen = chosen_in(self._diary)
        if chosen is None or chosen.id != person.id:
            return None, None
        return person.id, others[0].id

    def _open(self, person_id: str | None) -> None:
        if person_id:
            open_diary_of(self._diary, person_id)

    def _why_not_there(self, person_id: str) -> Hindrance:
        try:
            self._diary.people.removed_at(person_id)
        except LookupError:
            return Hindrance.GONE
        return Hindrance.CHANGED


def _told(person: Person) -> tuple[str, str, str, bool]:
    return person.name, person.initials, person.colour, person.archived
