"""Putting walks right in one step: taking time off the end, splitting one, merging two."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from walktrack.domain import mending
from walktrack.domain.clock import Clock
from walktrack.domain.edit import Edit, EditKind
from walktrack.domain.mending import MendError, MendFault
from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.pain import PainMoment
from walktrack.domain.walk import Walk
from walktrack.services.changes import Announcer, Changes
from walktrack.services.edit_log import EditLog
from walktrack.services.mended import Layer, State, States
from walktrack.services.said import said_by_walk
from walktrack.services.undo import Deed, DeedKind, UndoStack, Way, announced
from walktrack.services.walk_answers import StoredWalk, WalkAnswers

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary


class Mending:
    """Cuts, splits and merges walks that are done; each can be undone.

    MendError if a walk cannot be put right so, DiaryError if that cannot be stored, LookupError
    if a walk is not there any more.
    """

    def __init__(self, diary: "Diary", clock: Clock, announcer: Announcer, undo: UndoStack) -> None:
        self._diary = diary
        self._clock = clock
        self._announcer = announcer
        self._undo = undo
        self._answers = WalkAnswers(diary, clock)
        self._layer = Layer(diary, clock)
        self._edits = EditLog(diary, clock)

    def after_cut(self, walk_id: str, minutes: int) -> Walk:
        """Return what a walk would be with its last minutes taken off."""
        return mending.cut(self._stored(walk_id).walk, minutes * MS_PER_MINUTE)

    def cut(self, walk_id: str, minutes: int) -> None:
        """Take the last minutes by the clock off a walk.

        A rating given in them keeps the time it was given at, and is then of the walk's end.
        """
        was = self._stored(walk_id)
        walk = self._edited(mending.cut(was.walk, minutes * MS_PER_MINUTE))
        ratings = tuple(
            replace(rating, walked_ms=min(rating.walked_ms or 0, walk.walked_ms))
            if rating.moment is PainMoment.DURING
            else rating
            for rating in was.ratings
        )
        short = replace(was, walk=walk, ratings=ratings)
        self._change(DeedKind.WALK_CUT, EditKind.CUT, (was,), (short,))

    def after_split(self, walk_id: str, at_ms: int) -> tuple[Walk, Walk]:
        """Return the two walks that one would be, parted so many milliseconds after its start."""
        return mending.split(self._stored(walk_id).walk, at_ms, "")

    def split(self, walk_id: str, at_ms: int) -> str:
        """Make two walks of one and return the id of the later; the ticks stay with the first."""
        was = self._stored(walk_id)
        new_id = str(uuid4())
        first, second = map(self._edited, mending.split(was.walk, at_ms, new_id))
        ratings = mending.parted_ratings(was.ratings, first, second)
        halves = tuple(
            StoredWalk(walk, tuple(r for r in ratings if r.walk_id == walk.id), ticked)
            for walk, ticked in ((first, was.ticked), (second, frozenset()))
        )
        self._change(DeedKind.WALK_SPLIT, EditKind.SPLIT, (was,), halves)
        return new_id

    def neighbours(self, walk_id: str) -> list[Walk]:
        """Return the walks next to one, before and after it, that it could be merged with."""
        walk = self._stored(walk_id).walk
        found: list[Walk] = []
        for other in self._diary.walks.beside(walk):
            try:
                mending.merge(walk, other)
            except MendError:
                continue
            found.append(other)
        return found

    def after_merge(self, walk_id: str, other_id: str) -> Walk:
        """Return the walk that two would be."""
        return mending.merge(self._stored(walk_id).walk, self._stored(other_id).walk)

    def merge(self, walk_id: str, other_id: str) -> str:
        """Make one walk of two and return its id, that of the earlier; the other is removed."""
        both = sorted(
            (self._stored(walk_id), self._stored(other_id)), key=lambda each: each.walk.start
        )
        first, second = both
        walk = self._edited(mending.merge(first.walk, second.walk))
        ratings = mending.joined_ratings(walk, (*first.ratings, *second.ratings), first.walk)
        one = StoredWalk(walk, ratings, first.ticked | second.ticked)
        self._change(DeedKind.WALKS_MERGED, EditKind.MERGED, (first, second), (one,))
        return walk.id

    def _stored(self, walk_id: str) -> StoredWalk:
        stored = self._answers.stored(walk_id)
        if stored is None:
            raise LookupError(walk_id)
        if stored.walk.end is None:
            raise MendError(MendFault.OPEN)
        return stored

    def _edited(self, walk: Walk) -> Walk:
        return replace(walk, edited=self._clock.read().wall)

    def _change(
        self,
        kind: DeedKind,
        edit: EditKind,
        was: tuple[StoredWalk, ...],
        wanted: tuple[StoredWalk, ...],
    ) -> None:
        """Make some walks others, say in each what it was before, and know the way back."""
        ids = list(dict.fromkeys(stored.walk.id for stored in (*was, *wanted)))
        before = {stored.walk.id: stored for stored in was}
        with self._diary.transaction():
            known = self._layer.states(ids)
            for stored in wanted:
                if stored.walk.id not in before:
                    self._diary.walks.add(stored.walk)
            after = _states(known, wanted)
            self._layer.lay(self._layer.states(ids), after)
            after = self._layer.states(ids)  # once stored, reading must not make it fail
            edits = [
                self._edits.note(
                    edit,
                    stored.walk.person_id,
                    stored.walk.id,
                    said_by_walk(before.get(stored.walk.id, was[0])),
                    said_by_walk(stored),
                )
                for stored in wanted
            ]
        way = self._way_back(after, known, edits, done=False)
        self._undo.push(Deed(kind, announced(way, self._announce)))
        self._announce()

    def _way_back(self, now: States, was: States, edits: list[Edit], *, done: bool) -> Way:
        def turn() -> Way:
            with self._diary.transaction():
                self._layer.lay(now, was)
                for edit in edits:
                    self._edits.turn(edit, done=done)
            return self._way_back(was, now, edits, done=not done)

        return turn

    def _announce(self) -> None:
        self._announcer.announce(Changes.WALKS | Changes.RATINGS | Changes.POSTURE)


def _states(known: States, wanted: tuple[StoredWalk, ...]) -> States:
    """Return the states of the walks that are known, as they are wanted."""
    by_id = {stored.walk.id: stored for stored in wanted}
    found: list[State] = []
    for state in known:
        stored = by_id.get(state.walk_id)
        ticked = dict.fromkeys(stored.ticked, True) if stored else {}
        found.append(State(state.walk_id, stored, {**state.checks, **ticked}))
    return tuple(found)
