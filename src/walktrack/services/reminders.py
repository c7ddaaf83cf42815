"""Reminders of everybody on this computer: set, shown when due, put off.

To put one away for today takes no word: what was shown does not come again by itself that day.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from walktrack.domain import reminders as rules
from walktrack.domain.clock import Clock
from walktrack.domain.day_mark import MarkKind
from walktrack.domain.moment import Moment
from walktrack.domain.person import Person
from walktrack.domain.plan.state import Mode
from walktrack.domain.reminders import About, Facts, Reminder, Told
from walktrack.services.changes import Announcer, Changes
from walktrack.services.plan_standing import SignOpen, Standings

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder that stands. With `named`, it has to say whose it is: several people are here."""

    person: Person
    reminder: Reminder
    named: bool = False

    @property
    def key(self) -> tuple[str, About]:
        """What tells it from the others."""
        return self.person.id, self.reminder.about


class Reminders:
    """Keeps reminders; who is archived has none. DiaryError if a change cannot be stored.

    A choice like the goal: it is no record, and there is nothing to undo. What cannot be stored is
    not shown either, as it would come again and again.
    """

    def __init__(
        self, diary: "Diary", clock: Clock, announcer: Announcer, sign_open: SignOpen
    ) -> None:
        self._diary = diary
        self._clock = clock
        self._announcer = announcer
        self._sign_open = sign_open
        self._standings = Standings(diary, clock, sign_open)

    def of(self, person_id: str) -> tuple[Reminder, ...]:
        """Return a person's reminders, one about each thing, on or off."""
        return self._diary.reminders.of(person_id)

    def set(self, person_id: str, reminder: Reminder) -> None:
        """Keep how a reminder is to be; one that gave up begins anew."""
        known = self._known(person_id, reminder.about)
        wanted = replace(reminder, since=known.since, told=known.told)
        if wanted != known or (known.gave_up and reminder.on):
            self._put(person_id, replace(wanted, since=self._clock.read().wall, told=Told()))
            self._announcer.announce(Changes.REMINDERS)

    def take_due(self) -> list[Due]:
        """Return what is to be shown now, and keep that it was shown."""
        if not self._diary.reminders.any_on():
            return []
        now = self._clock.read().wall
        people = self._people()
        due = [
            Due(person, self._shown(person.id, reminder, now), named=len(people) > 1)
            for person in people
            for reminder in self.of(person.id)
            if rules.is_to_come(reminder, now) and self._is_wanted(person.id, reminder, now)
        ]
        if not due:
            return []
        with self._diary.transaction():
            for one in due:
                self._put(one.person.id, one.reminder)
        if any(one.reminder.gave_up for one in due):
            self._announcer.announce(Changes.REMINDERS)
        return [one for one in due if one.reminder.comes]

    def stands(self, due: Due) -> bool:
        """Say whether what was shown may stand: not done yet, not put off, still of use."""
        now, known = self._clock.read().wall, self._known(due.person.id, due.reminder.about)
        if known != due.reminder or due.person.id not in {one.id for one in self._people()}:
            return False
        return self._is_wanted(due.person.id, known, now)

    def next_turn(self) -> Moment | None:
        """Return when to ask again, if nothing is written until then; None if nothing is on."""
        if not self._diary.reminders.any_on():
            return None
        now = self._clock.read().wall
        turns = [
            rules.next_turn(reminder, now)
            for person in self._people()
            for reminder in self.of(person.id)
        ]
        return min((turn for turn in turns if turn), key=lambda turn: turn.ms, default=None)

    def put_off(self, due: Due, minutes: int) -> None:
        """Let a reminder come again in so many minutes; ValueError unless one of SNOOZES."""
        now = self._clock.read().wall
        self._change(due, rules.put_off(self._stored(due), minutes, now))

    def keep(self, due: Due) -> None:
        """Keep a reminder that asked if it is wanted; it comes again on its next day."""
        self._change(due, rules.kept(self._stored(due), self._clock.read().wall))

    def turn_off(self, due: Due) -> None:
        """Turn a reminder off."""
        self._change(due, replace(self._stored(due), on=False))

    def _people(self) -> list[Person]:
        return [person for person in self._diary.people.all() if not person.archived]

    def _known(self, person_id: str, about: About) -> Reminder:
        return next(one for one in self.of(person_id) if one.about is about)

    def _stored(self, due: Due) -> Reminder:
        return self._known(due.person.id, due.reminder.about)

    def _put(self, person_id: str, reminder: Reminder) -> None:
        self._diary.reminders.put(person_id, reminder)

    def _change(self, due: Due, reminder: Reminder) -> None:
        self._put(due.person.id, reminder)
        self._announcer.announce(Changes.REMINDERS)

    def _shown(self, person_id: str, reminder: Reminder, now: Moment) -> Reminder:
        last, yesterday = reminder.told.day, now.day - timedelta(days=1)
        done = last is not None and self._done(person_id, reminder.about, last, yesterday)
        return rules.shown(reminder, now, done_since=done)

    def _is_wanted(self, person_id: str, reminder: Reminder, now: Moment) -> bool:
        """Look first at the clock, and at the plan only if nothing else asks for quiet."""
        if not rules.in_time(reminder, now):
            return False
        marks = {mark.kind for mark in self._diary.marks.on(person_id, now.day)}
        facts = Facts(
            done=self._done(person_id, reminder.about, now.day, now.day),
            walking=self._diary.walks.open_walk(person_id) is not None,
            flare_up=MarkKind.FLARE_UP in marks,
            sign=self._sign_open(person_id),
            free=bool(marks & {MarkKind.NO_WALK, MarkKind.EXCUSED}),
        )
        if not rules.is_wanted(reminder, facts, now):
            return False
        return rules.is_wanted(reminder, replace(facts, paused=self._paused(person_id)), now)

    def _done(self, person_id: str, about: About, first: date, last: date) -> bool:
        return self._diary.reminders.done(person_id, about, first, last)

    def _paused(self, person_id: str) -> bool:
        standing = self._standings.of(person_id)
        return standing is not None and standing.state.mode is Mode.PAUSED
