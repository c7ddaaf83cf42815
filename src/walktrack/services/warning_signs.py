"""The list of warning signs: answered, read, laid to rest, and when it is offered."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from walktrack.domain.after_walk import are_asked
from walktrack.domain.clock import Clock
from walktrack.domain.moment import Moment
from walktrack.domain.pain import WalkPain
from walktrack.domain.sign_offers import Occasion, is_long, occasions_of_walk, pick
from walktrack.domain.walk import Walk
from walktrack.domain.warning_signs import (
    Condition,
    Resolution,
    Sign,
    SignCheck,
    SignMoment,
)
from walktrack.services.changes import Announcer, Changes
from walktrack.services.journal import WAITING_MS
from walktrack.services.undo import (
    Deed,
    DeedKind,
    HinderedError,
    Hindrance,
    UndoStack,
    Way,
    announced,
)
from walktrack.services.writing import hand_of

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary


class WarningSigns:
    """Keeps what was ticked. Nothing here ever stops a walk, or says that all is well.

    DiaryError if a change cannot be stored.
    """

    def __init__(self, diary: "Diary", clock: Clock, announcer: Announcer, undo: UndoStack) -> None:
        self._diary = diary
        self._clock = clock
        self._announcer = announcer
        self._undo = undo

    def sign_open(self, person_id: str) -> bool:
        """Say whether an emergency or a see-a-doctor sign is not laid to rest."""
        return bool(self._diary.signs.open(person_id))

    def open(self, person_id: str) -> list[SignCheck]:
        """Return the answers that ask for help still, the newest first."""
        return self._diary.signs.open(person_id)

    def all(self, person_id: str) -> list[SignCheck]:
        """Return every answer of a person, the newest first; for the page to take along."""
        return self._diary.signs.of(person_id)

    def answer(
        self, person_id: str, signs: Iterable[Sign], moment: SignMoment = SignMoment.ASKED
    ) -> SignCheck:
        """Keep what was ticked, as not read yet; nothing ticked is an answer too."""
        now = self._clock.read().wall
        ticked, hand = frozenset(signs), hand_of(self._diary)
        check = SignCheck(
            str(uuid4()), person_id, ticked, moment, shown=now, entered=now, recorder=hand.name
        )
        self._diary.signs.add(check)
        self._announce()
        return check

    def read(self, person_id: str) -> None:
        """Keep that the words of all that was ticked are read."""
        now = self._clock.read().wall
        unread = [check for check in self._diary.signs.of(person_id) if check.read is None]
        if not unread:
            return
        with self._diary.transaction():
            for check in unread:
                self._diary.signs.update(replace(check, read=now, edited=now))
        self._announce()

    def resolve(self, person_id: str, resolution: Resolution) -> None:
        """Lay all open signs of a person to rest; it can be undone."""
        now, was = self._clock.read().wall, self._diary.signs.open(person_id)
        if not was:
            return
        done = [
            replace(check, read=check.read or now, resolved=now, resolution=resolution, edited=now)
            for check in was
        ]
        back = self._turn(was, done)
        self._undo.push(Deed(DeedKind.SIGNS_RESOLVED, announced(back, self._announce)))
        self._announce()

    def offer(self, person_id: str) -> SignMoment | None:
        """Return what the list is to be offered for now, if anything.

        Never twice for one thing: an answer, and a "not now", hold until something new is written.
        """
        if self._diary.signs.open(person_id):
            return None
        seen = self._seen(person_id)
        if seen is None:
            return SignMoment.FIRST_RUN
        return pick(self._occasions(person_id, seen), seen)

    def put_off(self, person_id: str) -> None:
        """Keep that the list is not wanted now."""
        self._diary.signs.set_put_off(person_id, self._clock.read().wall.ms)
        self._announce()

    def conditions(self, person_id: str) -> frozenset[Condition] | None:
        """Return what was said about a person's health, or None if they were not asked yet."""
        return self._diary.signs.conditions(person_id)

    def say_conditions(self, person_id: str, conditions: Iterable[Condition]) -> None:
        """Keep what a person says about their health; none of it is an answer too."""
        told = frozenset(conditions)
        if told != self._diary.signs.conditions(person_id):
            self._diary.signs.set_conditions(person_id, told)
            self._announce()

    def asks_after(self, walk: Walk, pain: WalkPain) -> bool:
        """Say whether the two questions after a done walk are to be asked, which is only once."""
        stopped = bool(walk.details.stopped_for_pain)
        if walk.end is None or not are_asked(pain, stopped_for_pain=stopped):
            return False
        since = walk.end.ms
        known = self._diary.signs.of(walk.person_id)
        return not any(
            check.moment is SignMoment.AFTER_WALK and check.shown.ms >= since for check in known
        )

    def _seen(self, person_id: str) -> int | None:
        """Return when the list was last answered or put off, in UTC milliseconds, or None."""
        newest = self._diary.signs.newest(person_id)
        times = (newest and newest.shown.ms, self._diary.signs.put_off(person_id))
        return max((ms for ms in times if ms is not None), default=None)

    def _occasions(self, person_id: str, seen: int) -> list[Occasion]:
        now = self._clock.read().wall
        found: list[Occasion] = []
        for walk in self._diary.walks.on_day(person_id, now.day):
            pain = WalkPain.of(self._diary.ratings.of_walk(walk.id))
            stopped = _written(walk) if walk.details.stopped_for_pain else None
            found += occasions_of_walk(pain, stopped)
        running = self._diary.walks.open_walk(person_id)
        if running:
            found += occasions_of_walk(WalkPain.of(self._diary.ratings.of_walk(running.id)), None)
        else:
            waiting = self._diary.ratings.waiting(person_id, now.ms - WAITING_MS)
            found += occasions_of_walk(WalkPain(before=waiting), None)
        return found + self._of_flare_up(person_id, now, seen)

    def _of_flare_up(self, person_id: str, now: Moment, seen: int) -> list[Occasion]:
        mark = self._diary.marks.open_flare_up(person_id)
        if mark is None:
            return []
        found = [Occasion(SignMoment.FLARE_UP, mark.entered)]
        if is_long(mark.first, now.day) and not is_long(mark.first, Moment(seen, now.offset).day):
            found.append(Occasion(SignMoment.LONG_FLARE_UP, now))
        return found

    def _turn(self, was: list[SignCheck], now: list[SignCheck]) -> Way:
        """Make the answers what they are `now`, if they are still as they `were`."""
        if any(self._diary.signs.get(check.id) != check for check in was):
            raise HinderedError(Hindrance.CHANGED)
        with self._diary.transaction():
            for check in now:
                self._diary.signs.update(check)
        return lambda: self._turn(now, was)

    def _announce(self) -> None:
        self._announcer.announce(Changes.SIGNS)


def _written(walk: Walk) -> Moment:
    """Return when the last was written of a walk; what is told of it after its end has no time."""
    return max(walk.end or walk.start, walk.entered, walk.edited or walk.entered)
