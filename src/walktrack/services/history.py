"""Everything in one list, and putting walks and ratings right."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from walktrack.domain.clock import Clock
from walktrack.domain.edit import Edit, EditKind
from walktrack.domain.entry import Entry, EntryKind, HistoryFilter
from walktrack.domain.pain import PainMoment, PainRating
from walktrack.domain.recorder import Hand
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.domain.typed import Oddity, Times, oddities
from walktrack.domain.walk import Source, Walk, WalkState
from walktrack.services.changes import Announcer, Changes
from walktrack.services.edit_log import EditLog
from walktrack.services.entry_forms import RatingForm, WalkForm
from walktrack.services.removals import Removals
from walktrack.services.said import said_by_rating, said_by_walk
from walktrack.services.undo import (
    Deed,
    DeedKind,
    HinderedError,
    Hindrance,
    ManyTold,
    UndoStack,
    Way,
    announced,
)
from walktrack.services.walk_answers import StoredWalk, WalkAnswers, aside_of, rewritten
from walktrack.services.writing import hand_of

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary


class History:
    """Lists, adds, changes and removes; each change can be undone. DiaryError if one fails."""

    def __init__(self, diary: "Diary", clock: Clock, announcer: Announcer, undo: UndoStack) -> None:
        self._diary = diary
        self._clock = clock
        self._announcer = announcer
        self._undo = undo
        self._answers = WalkAnswers(diary, clock)
        self._removals = Removals(diary, clock)
        self._edits = EditLog(diary, clock)

    def hand(self) -> Hand:
        """Return who writes now, and how they know the pain."""
        return hand_of(self._diary)

    def is_shared(self) -> bool:
        """Say whether there are the diaries of several people to look through."""
        return sum(not person.archived for person in self._diary.people.all()) > 1

    def count(self, person_id: str | None, wanted: HistoryFilter) -> int:
        """Return how many lines there are; without a person, in everybody's diary."""
        return self._diary.history.count(person_id, wanted)

    def rows(
        self, person_id: str | None, wanted: HistoryFilter, offset: int, limit: int
    ) -> list[Entry]:
        """Return `limit` lines from `offset`, newest first."""
        return self._diary.history.rows(person_id, wanted, offset, limit)

    def index_of(self, person_id: str | None, wanted: HistoryFilter, entry_id: str) -> int | None:
        """Return where a line stands, or None if it is not in the list."""
        return self._diary.history.index_of(person_id, wanted, entry_id)

    def walk_form(self, walk_id: str) -> WalkForm | None:
        """Return a stored walk as a form holds it, or None if it is no longer there."""
        stored = self._answers.stored(walk_id)
        return stored and stored.form()

    def rating_form(self, rating_id: str) -> RatingForm | None:
        """Return a stored rating as a form holds it, or None if it is no longer there."""
        rating = self._diary.ratings.get(rating_id)
        if rating is None:
            return None
        return RatingForm(rating.at, rating.moment, rating.value, rating.note, aside_of(rating))

    def edits(self, record_id: str) -> list[Edit]:
        """Return what was changed about a walk or rating, the oldest change first."""
        return self._edits.of(record_id)

    def odd(self, person_id: str, times: Times, but: str | None = None) -> list[Oddity]:
        """Say what looks odd about a walk at these times; `but` is the walk being changed."""
        found = oddities(times, self._clock.read().wall)
        start, end = times.start.ms, times.end.ms
        if self._diary.walks.overlapping(person_id, start, end, but):
            found.append(Oddity.OVERLAP)
        return found

    def add_walk(self, person_id: str, form: WalkForm) -> str:
        """Store a past walk and return its id."""
        now = self._clock.read().wall
        walk = Walk(
            id=str(uuid4()),
            person_id=person_id,
            start=form.times.start,
            end=form.times.end,
            walked_ms=form.times.walked_ms,
            state=WalkState.DONE,
            source=Source.TYPED,
            target_minutes=None,
            entered=now,
            recorder=self.hand().name,
            details=form.details,
            timed=form.timed,
            pauses=form.pauses,
        )
        with self._diary.transaction():
            self._diary.walks.add(walk)
            self._answers.settle(walk, form)
            gave_way = self._removals.give_way(walk)
        back = partial(self._removals.take_walk, walk.id, gave_way=gave_way)
        self._did(DeedKind.WALK_ADDED, back)
        return walk.id

    def edit_walk(self, walk_id: str, form: WalkForm) -> None:
        """Change a walk; it says afterwards that it was edited. Nothing happens if nothing did.

        NotPossibleError if the walk is no longer there.
        """
        was = self._answers.stored(walk_id)
        known = was and was.form()
        if was is None or known is None:
            message = "the walk is no longer there"
            raise NotPossibleError(message)
        if known == form:
            return
        times = form.times
        changed = replace(
            was.walk,
            start=times.start,
            end=times.end,
            walked_ms=times.walked_ms,
            details=form.details,
            timed=form.timed,
            pauses=form.pauses,
            edited=self._clock.read().wall,
        )
        with self._diary.transaction():
            self._diary.walks.update(changed)
            self._answers.move(was, times.start)
            self._answers.settle(changed, form)
            gave_way = self._removals.give_way(changed)
            # Once it is stored, reading must not make it fail.
            now = self._answers.stored(walk_id) or was
            said = said_by_walk(was), said_by_walk(now)
            edit = self._edits.note(EditKind.EDITED, was.walk.person_id, walk_id, *said)
        back = partial(self._turn_walk, now, was, edit, gave_way, done=False)
        self._did(DeedKind.WALK_EDITED, back)

    def remove_walk(self, walk_id: str) -> None:
        """Take a walk with its answers out of the diary."""
        self._did(DeedKind.WALK_REMOVED, self._removals.take_walk(walk_id))

    def remove_all(self, entries: Sequence[Entry]) -> None:
        """Take several lines out of the diary, as one deed."""
        with self._diary.transaction():
            take = {
                EntryKind.WALK: self._removals.take_walk,
                EntryKind.RATING: self._removals.take_rating,
                EntryKind.MARK: self._removals.take_mark,
                EntryKind.INTERFERENCE: self._removals.take_interference,
            }
            ways = [take[entry.kind](entry.id) for entry in entries]
        back = announced(lambda: self._turn_all(ways), self._announce)
        self._undo.push(Deed(DeedKind.RECORDS_REMOVED, back, ManyTold(len(ways))))
        self._announce()

    def add_rating(self, person_id: str, form: RatingForm) -> str:
        """Store a rating of another time and return its id.

        Where the day has its one answer already (this morning, on average), that one changes.
        """
        known = self._same(person_id, form)
        if known:
            self.edit_rating(known.id, form)
            return known.id
        hand = self.hand()
        rating = PainRating(
            str(uuid4()), person_id, None, form.moment, form.at, form.value,
            self._clock.read().wall, reporter=form.aside.reporter or hand.reporter,
            note=form.note, recorder=hand.name, places=form.aside.places,
        )  # fmt: skip
        self._diary.ratings.add(rating)
        self._did(DeedKind.RATING_ADDED, lambda: self._removals.take_rating(rating.id))
        return rating.id

    def edit_rating(self, rating_id: str, form: RatingForm) -> None:
        """Change a rating without a walk."""
        known = self._diary.ratings.get(rating_id)
        if known is None or self.rating_form(rating_id) == form:
            return
        now = self._clock.read().wall
        base = rewritten(known, form.value, now, self.hand(), form.aside)
        changed = replace(base, at=form.at, moment=form.moment, note=form.note, edited=now)
        with self._diary.transaction():
            self._diary.ratings.update(changed)
            said = said_by_rating(known), said_by_rating(changed)
            edit = self._edits.note(EditKind.EDITED, known.person_id, rating_id, *said)
        self._did(
            DeedKind.RATING_EDITED, lambda: self._turn_rating(changed, known, edit, done=False)
        )

    def taken(self, person_id: str, form: RatingForm, but: str | None = None) -> bool:
        """Say whether the day has its one answer of this kind already, in another rating."""
        known = self._same(person_id, form)
        return known is not None and known.id != but

    def remove_rating(self, rating_id: str) -> None:
        """Take a rating out of the diary."""
        self._did(DeedKind.RATING_REMOVED, self._removals.take_rating(rating_id))

    def _same(self, person_id: str, form: RatingForm) -> PainRating | None:
        if form.moment not in {PainMoment.NEXT_MORNING, PainMoment.DAY_AVERAGE}:
            return None
        return self._diary.ratings.on_day(person_id, form.at.day, form.moment)

    def _turn_walk(
        self,
        now: StoredWalk,
        was: StoredWalk,
        edit: Edit,
        gave_way: tuple[str, ...],
        *,
        done: bool,
    ) -> Way:
        """Make a walk with its answers what it was, if it is as it is known to be now.

        What gave way to it on the day it leaves comes back.
        """
        stored = self._answers.stored(was.walk.id)
        if stored != now:
            raise self._removals.hindered_walk(was.walk.id)
        with self._diary.transaction():
            self._answers.put_back(was)
            self._diary.marks.come_back(gave_way)
            gives_way = self._removals.give_way(was.walk)
            self._edits.turn(edit, done=done)
        return partial(self._turn_walk, was, now, edit, gives_way, done=not done)

    def _turn_rating(self, now: PainRating, was: PainRating, edit: Edit, *, done: bool) -> Way:
        """Make a rating what it was, if it is as it is known to be now."""
        if self._diary.ratings.get(was.id) != now:
            raise self._removals.hindered_rating(was.id)
        if self._rival(was):
            raise HinderedError(Hindrance.PLACE_TAKEN)
        with self._diary.transaction():
            self._diary.ratings.update(was)
            self._edits.turn(edit, done=done)
        return lambda: self._turn_rating(was, now, edit, done=not done)

    def _turn_all(self, ways: Sequence[Way]) -> Way:
        """Go several ways, all or none."""
        with self._diary.transaction():
            following = [turned for way in reversed(ways) if (turned := way())]
        return lambda: self._turn_all(following)

    def _rival(self, rating: PainRating) -> bool:
        form = RatingForm(rating.at, rating.moment, rating.value)
        return self.taken(rating.person_id, form, but=rating.id)

    def _did(self, kind: DeedKind, back: Way) -> None:
        self._undo.push(Deed(kind, announced(back, self._announce)))
        self._announce()

    def _announce(self) -> None:
        self._announcer.announce(Changes.WALKS | Changes.RATINGS | Changes.POSTURE)
