"""Who the diary is about: whose is open, who is added, and what they are called."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from walktrack.domain.clock import Clock
from walktrack.domain.person import (
    CONTACTS_LENGTH,
    DEFAULT_TEN_ANCHOR,
    GOAL_MINUTES,
    INITIALS_LENGTH,
    NAME_LENGTH,
    Person,
    PersonColour,
    initials_of,
)
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.services.changes import Announcer, Changes
from walktrack.services.person_ways import PersonWays, chosen_in, open_diary_of
from walktrack.services.undo import Deed, DeedKind, UndoStack, Way, announced

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary

FIRST_COLOUR = PersonColour.GREEN.value


@dataclass(frozen=True, slots=True)
class PersonForm:
    """What a form says about a person. Empty `initials` follow from the name."""

    name: str
    initials: str
    colour: PersonColour

    def put_on(self, person: Person) -> Person:
        """Return the person with this said of them, cut at what there is room for."""
        name = tidy(self.name)
        typed = "".join(self.initials.split())[:INITIALS_LENGTH]
        return replace(
            person, name=name, initials=typed or initials_of(name), colour=self.colour.value
        )


class People:
    """Finds, adds and changes people. DiaryError if a change cannot be stored.

    Each change but those of the goal and the contacts can be undone. NotPossibleError if
    the person is not there any more.
    """

    def __init__(self, diary: "Diary", clock: Clock, announcer: Announcer, undo: UndoStack) -> None:
        self._diary = diary
        self._clock = clock
        self._announcer = announcer
        self._undo = undo
        self._ways = PersonWays(diary, clock)

    def current(self) -> Person:
        """Return the person whose diary is open; a new diary gets one without a name."""
        chosen = chosen_in(self._diary)
        if chosen:
            return chosen
        person = self._new()
        self._diary.people.add(person)
        return person

    def there(self) -> list[Person]:
        """Return the people whose diaries are kept, in the order they came; archived ones not."""
        return [person for person in self._diary.people.all() if not person.archived]

    def everyone(self) -> list[Person]:
        """Return the people whose diaries are kept, the archived ones last."""
        return sorted(self._diary.people.all(), key=lambda person: person.archived)

    def choose(self, person: Person) -> None:
        """Open the diary of a person; it is the one that opens at the next start too."""
        left = self.current()
        if person.id != left.id:
            open_diary_of(self._diary, person.id)
            self._undo.turn(left.id, person.id)
            self._announce()

    def blank(self) -> PersonForm:
        """Return the form of somebody new, in the colour that fewest people have."""
        taken = [person.shade for person in self.there()]
        return PersonForm("", "", min(PersonColour, key=taken.count))

    def same_name(self, name: str, but: str | None = None) -> bool:
        """Say whether somebody, the person `but` aside, goes by this very name already."""
        wanted = tidy(name).casefold()
        others = [person for person in self._diary.people.all() if person.id != but]
        return any(person.name.casefold() == wanted for person in others)

    def add(self, form: PersonForm) -> Person:
        """Keep a new person, and return them; the diary that is open stays open."""
        person, open_now = form.put_on(self._new()), self.current()
        with self._diary.transaction():
            self._diary.people.add(person)
            open_diary_of(self._diary, open_now.id)  # or a clock set back would open the new one
        self._did(DeedKind.PERSON_ADDED, lambda: self._ways.take(person.id))
        return person

    def change(self, person: Person, form: PersonForm) -> None:
        """Give a person another name, other initials or another colour."""
        stored = self._stored(person)
        self._turn(DeedKind.PERSON_CHANGED, stored, form.put_on(stored))

    def rename(self, person: Person, name: str) -> None:
        """Give the person a name; an empty one is as good as any. Cut at 200 characters.

        Initials that were typed stay.
        """
        stored = self._stored(person)
        name = tidy(name)
        initials = stored.initials if stored.initials_typed else initials_of(name)
        named = replace(stored, name=name, initials=initials)
        self._turn(DeedKind.PERSON_CHANGED, stored, named)

    def archive(self, person: Person) -> None:
        """Put a person away without losing anything; the next one's diary opens.

        HinderedError while their walk is open, and if there is nobody else.
        """
        stored = self._stored(person)
        self._turn(DeedKind.PERSON_ARCHIVED, stored, replace(stored, archived=True))

    def take_out(self, person: Person) -> None:
        """Take a person out of the archive."""
        stored = self._stored(person)
        self._turn(DeedKind.PERSON_TAKEN_OUT, stored, replace(stored, archived=False))

    def set_goal(self, person: Person, minutes: int | None) -> None:
        """Set the goal of a walk in minutes, 1 to 600 or None; ValueError otherwise."""
        low, high = GOAL_MINUTES
        if minutes is not None and not low <= minutes <= high:
            message = f"a goal is {low} to {high} minutes"
            raise ValueError(message)
        stored = self._stored(person)
        if stored.goal_minutes != minutes:
            aiming = replace(stored, goal_minutes=minutes)
            self._diary.people.update(aiming, self._clock.read().wall)
            self._announce()

    def set_contacts(self, person: Person, contacts: str) -> None:
        """Keep whom the person would call for help, as typed; cut at 500 characters."""
        stored = self._stored(person)
        contacts = contacts[:CONTACTS_LENGTH]
        if stored.contacts != contacts:
            calling = replace(stored, contacts=contacts)
            self._diary.people.update(calling, self._clock.read().wall)
            self._announce()

    def _turn(self, kind: DeedKind, was: Person, now: Person) -> None:
        if now != was:
            self._did(kind, self._ways.turn(was, now))

    def _stored(self, person: Person) -> Person:
        """Return a person as they are by now, whatever was known when the change was begun."""
        stored = self._diary.people.get(person.id)
        if stored is None:
            message = "the person is no longer there"
            raise NotPossibleError(message)
        return stored

    def _new(self) -> Person:
        return Person(
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

    def _did(self, kind: DeedKind, back: Way) -> None:
        self._undo.push(Deed(kind, announced(back, self._announce)))
        self._announce()

    def _announce(self) -> None:
        self._announcer.announce(Changes.PERSON)


def tidy(name: str) -> str:
    """Return a name with single blanks, cut at what there is room for."""
    return " ".join(name.split())[:NAME_LENGTH].strip()
