"""Answers as they are given: each is stored at once, can be changed and can be cleared."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from walktrack.domain.clock import Clock
from walktrack.domain.pain import ONCE_A_DAY, PainMoment, PainRating, WalkPain
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import NOTE_LENGTH, Details, Walk
from walktrack.services.changes import Announcer, Changes

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary

WAITING_MS = 3 * 3_600_000
"""How long before Start an answer may be given and still belong to the walk."""

SECOND_THOUGHT_MS = 60_000
"""How long a second touch on the scale corrects the first instead of adding a rating."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What has been said about a walk, or (without one) what waits for the next."""

    pain: WalkPain
    ticked: frozenset[PostureItem]


class Journal:
    """Takes ratings, ticks and details. DiaryError if one cannot be stored."""

    def __init__(self, diary: "Diary", clock: Clock, announcer: Announcer) -> None:
        self._diary = diary
        self._clock = clock
        self._announcer = announcer

    def answers(self, person_id: str, walk_id: str | None) -> Answers:
        """Return the answers of a walk; without a walk, those that wait for the next Start."""
        if walk_id:
            pain = WalkPain.of(self._diary.ratings.of_walk(walk_id))
            return Answers(pain, self._diary.posture.ticked(walk_id))
        since = self._clock.read().wall.ms - WAITING_MS
        waiting = self._diary.ratings.waiting(person_id, since)
        return Answers(WalkPain(before=waiting), self._diary.posture.waiting(person_id, since))

    def rate_walk(
        self, person_id: str, walk_id: str | None, moment: PainMoment, value: int | None
    ) -> None:
        """Set, change or (None) clear the pain BEFORE or AFTER a walk.

        Without a walk, BEFORE waits for the next Start.
        """
        pain = self.answers(person_id, walk_id).pain
        known = pain.before if moment is PainMoment.BEFORE else pain.after
        self._settle(known, person_id, walk_id, moment, value)

    def rate_during(self, person_id: str, walk_id: str, walked_ms: int, value: int | None) -> None:
        """Add a rating given while walking, with how far into the walk it was.

        Within a minute of the last one, that one is changed, or cleared by None.
        """
        pain = self.answers(person_id, walk_id).pain
        known = self.still_during(pain)
        if known or value is None:
            self._settle(known, person_id, walk_id, PainMoment.DURING, value)
            return
        rating = self._new(person_id, walk_id, PainMoment.DURING, value)
        self._diary.ratings.add(replace(rating, walked_ms=walked_ms))
        self._announcer.announce(Changes.RATINGS)

    def still_during(self, pain: WalkPain) -> PainRating | None:
        """Return the rating during the walk that another touch would correct."""
        last = pain.during[-1] if pain.during else None
        return last if last and self._fresh(last) else None

    def rate_day(self, person_id: str, moment: PainMoment, value: int | None) -> None:
        """Set, change or clear a rating without a walk.

        A day holds one NEXT_MORNING and one DAY_AVERAGE; OTHER adds a rating, unless the last one
        is less than a minute old.
        """
        self._settle(self._today(person_id, moment), person_id, None, moment, value)

    def recent(self, person_id: str) -> dict[PainMoment, PainRating]:
        """Return today's answers without a walk that another touch would change."""
        found = {m: self._today(person_id, m) for m in (*sorted(ONCE_A_DAY), PainMoment.OTHER)}
        return {moment: rating for moment, rating in found.items() if rating}

    def change_rating(self, rating: PainRating, value: int | None) -> None:
        """Change a stored rating, or clear it."""
        self._settle(rating, rating.person_id, rating.walk_id, rating.moment, value)

    def tick(
        self, person_id: str, walk_id: str | None, item: PostureItem, *, checked: bool
    ) -> None:
        """Tick or untick a line of the checklist; without a walk it waits for the next Start."""
        now = self._clock.read().wall
        self._diary.posture.tick(person_id, walk_id, item, checked, now)
        self._announcer.announce(Changes.POSTURE)

    def describe(self, walk_id: str, details: Details) -> None:
        """Store what the person says about a walk; ValueError if the note is too long."""
        if len(details.note) > NOTE_LENGTH:
            message = f"a note has at most {NOTE_LENGTH} characters"
            raise ValueError(message)
        walk = self._diary.walks.get(walk_id)
        if walk is None or walk.details == details:
            return
        self._diary.walks.update(replace(walk, details=details))
        self._announcer.announce(Changes.WALKS)

    def last_details(self, person_id: str) -> Details:
        """Return what was said about the last walk, to be offered again; never its note."""
        return self._diary.walks.last_details(person_id) or Details()

    def walk(self, walk_id: str) -> Walk | None:
        """Return a walk, or None if it is not (or no longer) there."""
        return self._diary.walks.get(walk_id)

    def today(self) -> date:
        """Return the local date."""
        return self._clock.read().wall.day

    def _today(self, person_id: str, moment: PainMoment) -> PainRating | None:
        known = self._diary.ratings.on_day(person_id, self.today(), moment)
        return known if known and (moment in ONCE_A_DAY or self._fresh(known)) else None

    def _fresh(self, rating: PainRating) -> bool:
        return 0 <= self._clock.read().wall.ms - rating.at.ms < SECOND_THOUGHT_MS

    def _settle(
        self,
        known: PainRating | None,
        person_id: str,
        walk_id: str | None,
        moment: PainMoment,
        value: int | None,
    ) -> None:
        if known and value is None:
            self._diary.ratings.remove(known.id, self._clock.read().wall)
        elif known and value is not None and value != known.value:
            edited = self._clock.read().wall
            self._diary.ratings.update(replace(known, value=value, edited=edited))
        elif not known and value is not None:
            self._diary.ratings.add(self._new(person_id, walk_id, moment, value))
        else:
            return
        self._announcer.announce(Changes.RATINGS)

    def _new(
        self, person_id: str, walk_id: str | None, moment: PainMoment, value: int
    ) -> PainRating:
        now = self._clock.read().wall
        return PainRating(str(uuid4()), person_id, walk_id, moment, now, value, now)
