"""Who the diary is about."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from walktrack.domain.clock import Clock
from walktrack.domain.person import (
    DEFAULT_TEN_ANCHOR,
    GOAL_MINUTES,
    NAME_LENGTH,
    Person,
    initials_of,
)
from walktrack.services.changes import Announcer, Changes

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary

FIRST_COLOUR = "#0B5A4E"
_CHOSEN = "person"


class People:
    """Finds and changes the person. DiaryError if a change cannot be stored."""

    def __init__(self, diary: "Diary", clock: Clock, announcer: Announcer) -> None:
        self._diary = diary
        self._clock = clock
        self._announcer = announcer

    def current(self) -> Person:
        """Return the person whose diary is open; a new diary gets one without a name."""
        known = self.there()
        if known:
            chosen = self._diary.settings.read().get(_CHOSEN)
            return next((person for person in known if person.id == chosen), known[0])
        person = Person(
            id=str(uuid4()),
            name="",
            colour=FIRST_COLOUR,
            initials="",
            birth_year=None,
            ten_anchor=DEFAULT_TEN_ANCHOR,
            contacts="",
            goal_minutes=None,
            archived=False,
            entered=self._clock.read().wall,
        )
        self._diary.people.add(person)
        return person

    def there(self) -> list[Person]:
        """Return the people whose diaries are kept, in the order they came; archived ones not."""
        return [person for person in self._diary.people.all() if not person.archived]

    def choose(self, person: Person) -> None:
        """Open the diary of a person; it is the one that opens at the next start too."""
        if person.id != self.current().id:
            self._diary.settings.write(_CHOSEN, person.id)
            self._announcer.announce(Changes.PERSON)

    def rename(self, person: Person, name: str) -> None:
        """Give the person a name; an empty one is as good as any. Cut at 200 characters."""
        name = " ".join(name.split())[:NAME_LENGTH]
        self._change(person, replace(person, name=name, initials=initials_of(name)))

    def set_goal(self, person: Person, minutes: int | None) -> None:
        """Set the goal of a walk in minutes, 1 to 600 or None; ValueError otherwise."""
        low, high = GOAL_MINUTES
        if minutes is not None and not low <= minutes <= high:
            message = f"a goal is {low} to {high} minutes"
            raise ValueError(message)
        self._change(person, replace(person, goal_minutes=minutes))

    def _change(self, before: Person, after: Person) -> None:
        if after != before:
            self._diary.people.update(after, self._clock.read().wall)
            self._announcer.announce(Changes.PERSON)
