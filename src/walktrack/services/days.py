"""What is said about days: that there was no walk, and flare-ups from one day to another."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import uuid4

from walktrack.domain.clock import Clock
from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.edit import Edit, EditKind
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.services.changes import Announcer, Changes
from walktrack.services.edit_log import EditLog
from walktrack.services.entry_forms import MarkForm
from walktrack.services.removals import Removals
from walktrack.services.said import said_by_mark
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

_SAID = {MarkKind.NO_WALK: DeedKind.NO_WALK_SAID, MarkKind.FLARE_UP: DeedKind.FLARE_UP_SAID}


class Barred(StrEnum):
    """Why nothing of the kind can be said about these days."""

    WALKED = "there is a walk on that day"
    SAID = "it is said already"
    TO_COME = "the day is still to come"


@dataclass(frozen=True, slots=True)
class Bar:
    """What is in the way; with SAID also the `mark` that says it."""

    why: Barred
    mark: DayMark | None = None


@dataclass(frozen=True, slots=True)
class DaySaid:
    """What is known of a day. With neither a walk nor `no_walk` it is not recorded."""

    walked: bool = False
    no_walk: DayMark | None = None
    flare_up: DayMark | None = None


class Days:
    """Says, changes and takes back; each change can be undone.

    DiaryError if a change cannot be stored, NotPossibleError if something is in its way or what is
    to be changed is no longer there.
    """

    def __init__(self, diary: "Diary", clock: Clock, announcer: Announcer, undo: UndoStack) -> None:
        self._diary = diary
        self._clock = clock
        self._announcer = announcer
        self._undo = undo
        self._edits = EditLog(diary, clock)
        self._removals = Removals(diary, clock)

    def today(self) -> date:
        """Return the date at the person's place."""
        return self._clock.read().wall.day

    def on(self, person_id: str, day: date) -> DaySaid:
        """Return what is known of a day."""
        marks = {mark.kind: mark for mark in self._diary.marks.on(person_id, day)}
        walked = self._diary.marks.walked(person_id, day)
        no_walk = None if walked else marks.get(MarkKind.NO_WALK)
        return DaySaid(walked, no_walk, marks.get(MarkKind.FLARE_UP))

    def form(self, mark_id: str) -> MarkForm | None:
        """Return a stored mark as a form holds it, or None if it is no longer there."""
        mark = self._diary.marks.get(mark_id)
        return mark and MarkForm(mark.kind, mark.first, mark.last, mark.note)

    def bar(self, person_id: str, form: MarkForm, but: str = "") -> Bar | None:
        """Return what is in the way of saying this, if anything; `but` is the mark to change.

        ValueError if the days make no mark.
        """
        return self._bar(self._mark(person_id, form, but))

    def add(self, person_id: str, form: MarkForm) -> str:
        """Say something about days, and return its id; KeyError for what belongs to a plan."""
        mark = self._mark(person_id, form, str(uuid4()))
        kind = _SAID[mark.kind]
        self._make_sure(mark)
        self._diary.marks.add(mark)
        self._did(kind, lambda: self._removals.take_mark(mark.id))
        return mark.id

    def edit(self, mark_id: str, form: MarkForm) -> None:
        """Change what was said. Nothing happens if nothing did."""
        known = self._diary.marks.get(mark_id)
        if known is None:
            message = "it is no longer there"
            raise NotPossibleError(message)
        if self.form(mark_id) == form:
            return
        changed = replace(
            known,
            first=form.first,
            last=form.last,
            note=form.note,
            edited=self._clock.read().wall,
        )
        self._make_sure(changed)
        with self._diary.transaction():
            self._diary.marks.update(changed)
            said = said_by_mark(known), said_by_mark(changed)
            edit = self._edits.note(EditKind.EDITED, known.person_id, mark_id, *said)
        self._did(DeedKind.MARK_EDITED, lambda: self._turn(changed, known, edit, done=False))

    def remove(self, mark_id: str) -> None:
        """Take back what was said; HinderedError if it is no longer there."""
        known = self._diary.marks.get(mark_id)
        way = self._removals.take_mark(mark_id)
        no_walk = known is not None and known.kind is MarkKind.NO_WALK
        self._did(DeedKind.NO_WALK_REMOVED if no_walk else DeedKind.MARK_REMOVED, way)

    def _mark(self, person_id: str, form: MarkForm, mark_id: str) -> DayMark:
        return DayMark(
            mark_id,
            person_id,
            form.kind,
            form.first,
            form.last,
            entered=self._clock.read().wall,
            recorder=hand_of(self._diary).name,
            note=form.note,
        )

    def _bar(self, mark: DayMark) -> Bar | None:
        if max(mark.first, mark.last or mark.first) > self._clock.read().wall.day:
            return Bar(Barred.TO_COME)
        other = self._diary.marks.in_the_way(mark)
        if other:
            return Bar(Barred.SAID, other)
        if mark.kind is MarkKind.NO_WALK and self._diary.marks.walked(mark.person_id, mark.first):
            return Bar(Barred.WALKED)
        return None

    def _make_sure(self, mark: DayMark) -> None:
        bar = self._bar(mark)
        if bar:
            raise NotPossibleError(str(bar.why))

    def _turn(self, now: DayMark, was: DayMark, edit: Edit, *, done: bool) -> Way:
        """Make a mark what it was, if it is as it is known to be now."""
        if self._diary.marks.get(was.id) != now:
            raise self._removals.hindered_mark(was.id)
        if self._removals.barred(was):
            raise HinderedError(Hindrance.DAY_TAKEN)
        with self._diary.transaction():
            self._diary.marks.update(was)
            self._edits.turn(edit, done=done)
        return lambda: self._turn(was, now, edit, done=not done)

    def _did(self, kind: DeedKind, back: Way) -> None:
        self._undo.push(Deed(kind, announced(back, self._announce)))
        self._announce()

    def _announce(self) -> None:
        self._announcer.announce(Changes.DAYS)
