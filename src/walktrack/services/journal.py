"""Answers as they are given: each is stored at once, can be changed and can be cleared."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from walktrack.domain.clock import Clock
from walktrack.domain.moment import Moment
from walktrack.domain.pain import ONCE_A_DAY, PainMoment, PainRating, Place, Reporter, WalkPain
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import NOTE_LENGTH, Details, Walk
from walktrack.services.changes import Announcer, Changes
from walktrack.services.removals import Removals
from walktrack.services.undo import (
    AnswerTold,
    Deed,
    DeedKind,
    HinderedError,
    Hindrance,
    TickTold,
    UndoStack,
    Way,
    announced,
)
from walktrack.services.walk_answers import rewritten
from walktrack.services.writing import hand_of

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


@dataclass(frozen=True, slots=True)
class _Said:
    """What a rating says, and since when if it was changed."""

    value: int
    edited: Moment | None
    reporter: Reporter
    recorder: str
    places: frozenset[Place]


class Journal:
    """Takes ratings, ticks and details. DiaryError if one cannot be stored.

    Each can be undone. An answer about a walk that is not there any more is let go.
    """

    def __init__(self, diary: "Diary", clock: Clock, announcer: Announcer, undo: UndoStack) -> None:
        self._diary = diary
        self._clock = clock
        self._announcer = announcer
        self._undo = undo
        self._removals = Removals(diary, clock)
        self._last = ""

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
        self._add(replace(rating, walked_ms=walked_ms))

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

    def say_places(self, rating_id: str, places: frozenset[Place]) -> None:
        """Say where it hurts at a rating; to take back or change what was said marks it edited."""
        known = self._diary.ratings.get(rating_id)
        if known is None or known.places == places:
            return
        edited = known.edited if known.places <= places else self._clock.read().wall
        changed = replace(known, places=places, edited=edited)
        self._diary.ratings.update(changed)
        back = announced(lambda: self._turn(known.id, _said(changed), _said(known)), self._rated)
        self._undo.push(Deed(DeedKind.PLACES_SAID, back))
        self._rated()

    def attribute(self, person_id: str, reporter: Reporter) -> None:
        """Say how a carer knows the number written last, if that is less than a minute ago."""
        known = self._diary.ratings.get(self._last)
        if known is None or known.person_id != person_id or not known.recorder:
            return
        written = known.edited or known.entered
        if self._is_fresh(written) and known.reporter is not reporter:
            changed = replace(known, reporter=reporter)
            self._diary.ratings.update(changed)
            self._did(known, _said(known), _said(changed))

    def tick(
        self, person_id: str, walk_id: str | None, item: PostureItem, *, checked: bool
    ) -> None:
        """Tick or untick a line of the checklist; without a walk it waits for the next Start."""
        if self._is_gone(walk_id):
            return
        posture, now = self._diary.posture, self._clock.read().wall
        known = posture.find(person_id, walk_id, item)
        was = posture.answer(known) if known else None
        name = hand_of(self._diary).name
        check_id = posture.tick(person_id, walk_id, item, checked, now, name)
        if check_id and was is not checked:
            back = announced(lambda: self._turn_tick(check_id, checked, was), self._ticked)
            told = TickTold(item, bool(was), checked)
            self._undo.push(Deed(DeedKind.LINE_TICKED, back, told))
        self._ticked()

    def describe(self, walk_id: str, details: Details) -> None:
        """Store what the person says about a walk; ValueError if the note is too long."""
        if len(details.note) > NOTE_LENGTH:
            message = f"a note has at most {NOTE_LENGTH} characters"
            raise ValueError(message)
        walk = self._diary.walks.get(walk_id)
        if walk is None or walk.details == details:
            return
        was = walk.details
        self._diary.walks.update(replace(walk, details=details))
        back = announced(lambda: self._turn_details(walk_id, details, was), self._described)
        self._undo.push(Deed(DeedKind.DETAILS_SAID, back))
        self._described()

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
        return self._is_fresh(rating.at)

    def _is_fresh(self, moment: Moment) -> bool:
        return 0 <= self._clock.read().wall.ms - moment.ms < SECOND_THOUGHT_MS

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
            self._did(known, _said(known), None)
        elif known and value is not None and value != known.value:
            now, hand = self._clock.read().wall, hand_of(self._diary)
            changed = rewritten(known, value, now, hand)
            self._diary.ratings.update(changed)
            self._did(known, _said(known), _said(changed))
        elif not known and value is not None:
            self._add(self._new(person_id, walk_id, moment, value))

    def _add(self, rating: PainRating) -> None:
        if not self._is_gone(rating.walk_id):
            self._diary.ratings.add(rating)
            self._did(rating, None, _said(rating))

    def _did(self, rating: PainRating, was: _Said | None, now: _Said | None) -> None:
        self._last = rating.id
        back = announced(lambda: self._turn(rating.id, now, was), self._rated)
        told = AnswerTold(rating.moment, was and was.value, now and now.value)
        self._undo.push(Deed(DeedKind.ANSWER_GIVEN, back, told))
        self._rated()

    def _turn(self, rating_id: str, now: _Said | None, was: _Said | None) -> Way:
        """Make a rating say what it said, if it says what it is known to say now.

        It may have become a walk's since; that does not matter.
        """
        known = self._diary.ratings.get(rating_id)
        if (known and _said(known)) != now:
            raise self._removals.hindered_rating(rating_id)
        if known is None:
            self._removals.bring_rating(rating_id)
        elif was is None:
            self._removals.take_rating(rating_id)
        else:
            self._diary.ratings.update(_saying(known, was))
        return lambda: self._turn(rating_id, was, now)

    def _turn_tick(self, check_id: str, now: bool | None, was: bool | None) -> Way:  # noqa: FBT001 - an answer
        if self._diary.posture.answer(check_id) is not now:
            raise HinderedError(Hindrance.CHANGED)
        try:
            self._diary.posture.put(check_id, was, self._clock.read().wall)
        except LookupError as error:
            raise HinderedError(Hindrance.GONE) from error
        return lambda: self._turn_tick(check_id, was, now)

    def _turn_details(self, walk_id: str, now: Details, was: Details) -> Way:
        walk = self._diary.walks.get(walk_id)
        if walk is None or walk.details != now:
            raise self._removals.hindered_walk(walk_id)
        self._diary.walks.update(replace(walk, details=was))
        return lambda: self._turn_details(walk_id, was, now)

    def _is_gone(self, walk_id: str | None) -> bool:
        return walk_id is not None and self._diary.walks.get(walk_id) is None

    def _rated(self) -> None:
        self._announcer.announce(Changes.RATINGS)

    def _ticked(self) -> None:
        self._announcer.announce(Changes.POSTURE)

    def _described(self) -> None:
        self._announcer.announce(Changes.WALKS)

    def _new(
        self, person_id: str, walk_id: str | None, moment: PainMoment, value: int
    ) -> PainRating:
        now, hand = self._clock.read().wall, hand_of(self._diary)
        return PainRating(
            str(uuid4()), person_id, walk_id, moment, now, value, now,
            reporter=hand.reporter, recorder=hand.name,
        )  # fmt: skip


def _said(rating: PainRating) -> _Said:
    return _Said(rating.value, rating.edited, rating.reporter, rating.recorder, rating.places)


def _saying(rating: PainRating, said: _Said) -> PainRating:
    return replace(
        rating,
        value=said.value,
        edited=said.edited,
        reporter=said.reporter,
        recorder=said.recorder,
        places=said.places,
    )
